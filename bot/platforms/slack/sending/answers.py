"""Reads what Slack's Web API answers: what was asked for, or one of the errors.

The codes are those that Slack's pages on chat.postMessage, chat.update, conversations.open and
pins.add list (docs.slack.dev/reference/methods).
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from bot.platforms.slack.errors import (
    GoneError,
    RevokedError,
    SlackAwayError,
    SlackBusyError,
    SlackError,
    SlackRefusedError,
    UnknownOutcomeError,
)
from bot.platforms.slack.ports import Payload

GONE: Final = frozenset(
    {
        "cannot_dm_bot",
        "channel_not_found",
        "ekm_access_denied",
        "is_archived",
        "is_inactive",
        "messages_tab_disabled",
        "missing_scope",
        "not_in_channel",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "team_access_not_granted",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    }
)
"""Concord may not write there, or may not do what it would need to."""

EXPIRED: Final = "token_expired"
REVOKED: Final = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_revoked", EXPIRED}
)
"""About the token; `account_inactive` means the account that the token is for."""

BUSY: Final = frozenset({"rate_limited", "ratelimited"})

AWAY: Final = frozenset(
    {"org_login_required", "request_timeout", "service_unavailable", "team_added_to_org"}
)
"""Slack could not work on it, and says so."""

HALF_DONE: Final = frozenset({"fatal_error", "internal_error"})
"""Slack's pages: "It's possible some aspect of the operation succeeded before the error"."""

USUAL_PAUSE: Final = 30.0
"""Seconds to wait when Slack asks to wait without saying how long in a way that makes sense."""

LONGEST_PAUSE: Final = 24 * 60 * 60.0

_CODE: Final = re.compile("[a-z0-9_]{1,64}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over HTTP. `retry_after` is the header of that name, or empty."""

    status: int
    body: bytes
    retry_after: str = ""


def read_answer(answer: Answer, now: datetime, *, is_repeatable: bool) -> Payload:
    """Return an answer that is ok; raise the error that any other one stands for.

    `is_repeatable` says that asking again would do no harm, so that an answer which cannot be
    understood counts as none.
    """
    payload = _object(answer.body)
    code = _code(payload)
    if answer.status == 429 or code in BUSY:  # noqa: PLR2004 - Too Many Requests
        raise SlackBusyError(pause_seconds(answer.retry_after, now))
    if code in AWAY:
        raise SlackAwayError(code)
    if answer.status >= 500 or not code or code in HALF_DONE:  # noqa: PLR2004 - a server's mistake
        raise lost(is_repeatable=is_repeatable)
    if payload.get("ok") is not True:
        raise _refusal(code)
    return payload


def lost(*, is_repeatable: bool) -> SlackError:
    """Return the error for an answer that was lost, or cannot be understood."""
    return SlackAwayError() if is_repeatable else UnknownOutcomeError()


def pause_seconds(retry_after: str, now: datetime) -> float:
    """Return how long a Retry-After header asks to wait: as a number of seconds, or as a date."""
    if re.fullmatch("[0-9]{1,9}", retry_after):
        return min(max(float(retry_after), 1), LONGEST_PAUSE)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return USUAL_PAUSE
    seconds = (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds()
    return min(seconds, LONGEST_PAUSE) if seconds > 0 else USUAL_PAUSE


def _refusal(code: str) -> SlackRefusedError:
    if code in REVOKED:
        return RevokedError(code)
    return GoneError(code) if code in GONE else SlackRefusedError(code)


def _object(body: bytes) -> Mapping[str, object]:
    """Return the JSON object in a body; an empty one for a page, half an object, or anything."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _code(payload: Mapping[str, object]) -> str:
    """Return "ok", Slack's code for what went wrong, or nothing if the answer says neither."""
    if payload.get("ok") is True:
        return "ok"
    code = payload.get("error")
    if payload.get("ok") is not False or not isinstance(code, str):
        return ""
    return code if _CODE.fullmatch(code) else "unreadable"
