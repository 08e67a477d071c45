"""Reads what Discord's REST API answers: what was asked for, or one of the errors.

The codes are those of Discord's page on opcodes and status codes (discord.com/developers/docs).
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.platforms.discord.errors import (
    DiscordAwayError,
    DiscordBusyError,
    DiscordError,
    DiscordRefusedError,
    ForbiddenError,
    GoneError,
    LockedOutError,
    TooLateError,
    UnknownOutcomeError,
)

UNKNOWN_CHANNEL: Final = 10003
UNKNOWN_SERVER: Final = 10004
UNKNOWN_MESSAGE: Final = 10008
UNKNOWN_USER: Final = 10013
GONE: Final = frozenset({UNKNOWN_CHANNEL, UNKNOWN_SERVER, UNKNOWN_MESSAGE, UNKNOWN_USER})

MISSING_ACCESS: Final = 50001
CHAT_CLOSED: Final = 50007
MISSING_PERMISSION: Final = 50013
NO_SHARED_SERVER: Final = 50278
FORBIDDEN: Final = frozenset({MISSING_ACCESS, CHAT_CLOSED, MISSING_PERMISSION, NO_SHARED_SERVER})

UNKNOWN_WEBHOOK: Final = 10015
UNKNOWN_INTERACTION: Final = 10062
ALREADY_ANSWERED: Final = 40060
TOKEN_OLD: Final = 50027
TOO_LATE: Final = frozenset({UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, ALREADY_ANSWERED, TOKEN_OLD})

EDITED_TOO_OFTEN: Final = 30046
"""An old message was edited too often. It comes as a 429 that says nothing of how long to wait."""

USUAL_PAUSE: Final = 30.0
"""Seconds to wait when Discord asks to wait without saying how long in a way that makes sense."""

SHORTEST_PAUSE: Final = 0.05
LONGEST_PAUSE: Final = 60 * 60.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over HTTP; the names in `headers` are lower case."""

    status: int
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    @property
    def is_counted(self) -> bool:
        """Whether it counts as invalid: Discord shuts out whoever causes too many of them."""
        is_busy = self.status == 429 and self.headers.get("x-ratelimit-scope") != "shared"  # noqa: PLR2004 - Too Many Requests
        return is_busy or self.status in {401, 403}

    @property
    def is_for_all(self) -> bool:
        """Whether it asks for a pause of everything, and not of one route.

        What stands before Discord itself (Cloudflare) signs no `Via` and says no JSON.
        """
        payload = self.payload()
        is_from_before = "via" not in self.headers or not payload
        return payload.get("global") is True or is_from_before

    def payload(self) -> Mapping[str, Any]:
        """Return the JSON object in the body; an empty one for a page, half an object, or none."""
        try:
            value = self.value()
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    def value(self) -> Any:  # noqa: ANN401 - an object, a list or nothing
        """Return the JSON in the body, None for nothing. Raises ValueError for anything else."""
        return json.loads(self.body) if self.body else None


def error_in(answer: Answer, *, is_repeatable: bool) -> DiscordError | None:
    """Return the error that an answer stands for, or None if it says yes.

    `is_repeatable` says that asking again would do no harm.
    """
    status, code = answer.status, _code(answer.payload())
    if 200 <= status < 300:  # noqa: PLR2004 - it says yes
        return None
    if code in TOO_LATE:
        return TooLateError(status, code)
    match status:
        case 401:
            return LockedOutError()
        case 429 if code != EDITED_TOO_OFTEN:
            return DiscordBusyError(pause_seconds(answer))
        case 403 if code in FORBIDDEN:
            return ForbiddenError(status, code)
        case 404 if code in GONE:
            return GoneError(status, code)
        case _ if status >= 500:  # noqa: PLR2004 - a server's mistake
            is_away = is_repeatable or status == 503  # noqa: PLR2004 - Service Unavailable
            return DiscordAwayError() if is_away else UnknownOutcomeError()
        case _:
            return DiscordRefusedError(status, code)


def pause_seconds(answer: Answer) -> float:
    """Return how many seconds a 429 asks to wait, in its body or in its header."""
    for said in (answer.payload().get("retry_after"), answer.headers.get("retry-after")):
        seconds = _number(said)
        if math.isfinite(seconds) and seconds >= 0:
            return min(max(seconds, SHORTEST_PAUSE), LONGEST_PAUSE)
    return USUAL_PAUSE


def _number(said: object) -> float:
    try:
        return float(said) if isinstance(said, str | int | float) else math.nan
    except (OverflowError, ValueError):
        return math.nan


def _code(payload: Mapping[str, Any]) -> int:
    code = payload.get("code")
    return code if isinstance(code, int) else 0
