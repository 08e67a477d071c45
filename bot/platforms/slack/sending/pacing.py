"""Keeps within the rates that Slack allows, by saying before a call how long it has to wait.

Only what leaves through the outbox asks here. An answer to somebody who waits is never held up by
it: it is asked for at once, and Slack judges.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from workflows.identifiers import WorkspaceId

MOST_LINES: Final = 10_000
MOST_PROMISES: Final = 1_000

Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """One call each `seconds`; after a rest, `at_once` of them may go together."""

    seconds: float
    at_once: int = 1


TIER_2: Final = Pace(4, at_once=5)
TIER_3: Final = Pace(1.5, at_once=10)
TIER_4: Final = Pace(0.75, at_once=20)
"""At least 20, 50 and 100 calls a minute are allowed, of each method and in each workspace; these
figures stay below that in every minute (docs.slack.dev/apis/web-api/rate-limits)."""

METHODS: Final[Mapping[str, Pace]] = {
    "chat.postMessage": Pace(0.3, at_once=20),
    "chat.update": TIER_3,
    "chat.delete": TIER_3,
    "conversations.open": TIER_3,
    "files.getUploadURLExternal": TIER_4,
    "pins.add": TIER_2,
    "pins.remove": TIER_2,
}
"""The tier of each method that deliveries use, by the methods' own pages (docs.slack.dev/reference/
methods). Of chat.postMessage they say: several hundred a minute in a workspace."""

ONE_CHANNEL: Final = Pace(1)
"""chat.postMessage, by the same page: one message a second in a channel."""

ONE_MESSAGE: Final = Pace(3)
"""How often one message is edited at most: whoever reads it sees the newest state all the same."""


@dataclass(slots=True)
class _Line:
    """A time line (generic cell rate algorithm): when the next turn is, and whose turns are set."""

    pace: Pace
    free_at: datetime
    turns: OrderedDict[str, datetime] = field(default_factory=OrderedDict[str, datetime])

    def turn_of(self, who: str, now: datetime) -> datetime:
        """Return when somebody's turn is; whoever comes for the first time is put at the end."""
        if who not in self.turns:
            at = max(now, self.free_at - (self.pace.at_once - 1) * self._interval)
            self.free_at = max(now, self.free_at) + self._interval
            self.turns[who] = at
            if len(self.turns) > MOST_PROMISES:
                self.turns.popitem(last=False)
        return self.turns[who]

    def close(self, until: datetime) -> None:
        """Give no turn before an instant; whoever had one comes back and is put in line anew."""
        kept = ((who, at) for who, at in self.turns.items() if at >= until)
        self.turns = OrderedDict(kept)
        self.free_at = max(self.free_at, until + (self.pace.at_once - 1) * self._interval)

    @property
    def _interval(self) -> timedelta:
        return timedelta(seconds=self.pace.seconds)


class Pacing:
    """Gives out turns: a call is made when it is its turn on every line that it stands in."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lines = dict[Key, _Line]()

    def seconds_until(
        self,
        workspace: WorkspaceId,
        method: str,
        *,
        who: str,
        channel: str = "",
        message: str = "",
    ) -> float:
        """Return how long to wait before a call, or 0 for its turn is now.

        `who` tells the callers apart: whoever comes back has kept their turn.
        """
        now = self._now()
        lines = [
            self._line(key, pace, now) for key, pace in _lines(workspace, method, channel, message)
        ]
        at = max((line.turn_of(who, now) for line in lines), default=now)
        if at > now:
            return (at - now).total_seconds()
        for line in lines:
            line.turns.pop(who, None)
        return 0

    def hold(
        self, workspace: WorkspaceId, method: str, seconds: float, *, who: str, channel: str = ""
    ) -> None:
        """Let nobody call a method for a while, as Slack has asked; `who` has asked is the next."""
        now = self._now()
        for key, pace in _lines(workspace, method, channel, ""):
            line = self._line(key, pace, now)
            line.close(now + timedelta(seconds=seconds))
            line.turn_of(who, now)

    def _line(self, key: Key, pace: Pace, now: datetime) -> _Line:
        if key not in self._lines:
            if len(self._lines) >= MOST_LINES:
                self._drop_idle()
            self._lines[key] = _Line(pace, now)
        return self._lines[key]

    def _drop_idle(self) -> None:
        now = self._now()
        self._lines = {key: line for key, line in self._lines.items() if line.free_at > now}


def _lines(
    workspace: WorkspaceId, method: str, channel: str, message: str
) -> Iterator[tuple[Key, Pace]]:
    if method in METHODS:
        yield (workspace, method), METHODS[method]
    if method == "chat.postMessage":
        yield (workspace, method, channel), ONE_CHANNEL
    if method == "chat.update":
        yield (workspace, method, channel, message), ONE_MESSAGE
