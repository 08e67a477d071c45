"""An invitation that one member writes to one person, and what became of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal, assert_never

from workflows.contents import Content
from workflows.identifiers import FieldId

A_WORKING_WEEK = 5
"""Working days after which somebody who was invited is asked once more."""

SEND_AHEAD = timedelta(days=7)
"""How long before the day asked for a draft is called to mind: people need notice."""

_SATURDAY = 5


class Answered(StrEnum):
    """How far an invitation has come."""

    DRAFTED = "drafted"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SILENT = "silent"
    """No answer came, and its author waits for none any more."""


class Invitation(Content):
    """A message to one person that asks them for one step; only its author can see it."""

    kind: Literal["invitation"] = "invitation"
    invitee: str
    topic: str
    issue: str
    findings: tuple[str, ...] = ()
    story: str = ""
    outcome: str
    style: str
    passages: dict[FieldId, str]
    """The message in the order it is read, from the first line on, without what it asks for."""
    ask: str
    ask_by: date | None = None
    answered: Answered = Answered.DRAFTED
    follow_up: date | None = None
    """When its author wants to ask again, once it is sent."""

    @property
    def message(self) -> tuple[str, ...]:
        """The message as it is sent, in paragraphs."""
        return tuple(text for text in (*self.passages.values(), self.ask) if text)

    def as_far_as(self, before: "Invitation") -> "Invitation":
        """Return the invitation as far on its way as it was before, if it is the same message."""
        if (self.invitee, self.message) != (before.invitee, before.message):
            return self
        way = {"answered": before.answered, "follow_up": before.follow_up}
        return self.model_copy(update=way)

    @property
    def next_day(self) -> date | None:
        """The day on which its author is called: to send it in time, or to ask for an answer."""
        match self.answered:
            case Answered.DRAFTED:
                return self.ask_by - SEND_AHEAD if self.ask_by else None
            case Answered.SENT:
                return self.follow_up
            case Answered.ACCEPTED | Answered.DECLINED | Answered.SILENT:
                return None
            case _:
                assert_never(self.answered)


PASSAGES: Mapping[str, tuple[FieldId, ...]] = {
    style: tuple(FieldId(f"{style}-{part}") for part in parts)
    for style, parts in {
        "solution": ("opener", "way"),
        "join": ("opener", "support"),
        "story": ("opener", "nothing", "could"),
        "contrast": ("opener", "today", "path"),
        "monroe": ("opener", "need", "answer", "picture"),
    }.items()
}
"""What each style is made of, in the order it is read; all end with what is asked for."""


def working_days_after(day: date, count: int) -> date:
    """Return the day that is so many working days later, Saturdays and Sundays left out."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
