"""Action items: what somebody has taken on, by when, and where and when they will do it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workflows.identifiers import ActionId, MemberId, PartnershipId, RecordId, TeamId
from workflows.room import Room
from workflows.text import Bold, Day, Text
from workflows.typed import shorten
from workflows.words import Words

LONGEST_WHAT = 300
"""Characters that say what is to be done."""

LONGEST_PLAN = 300
"""Characters that say where and when it will be done."""

LONGEST_LINE = 120
"""Characters of what is to be done, where several items stand in a list."""


class ActionStatus(StrEnum):
    """Whether an action item is still to be done."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Occasion(StrEnum):
    """Why the owner of an action item is written to."""

    GIVEN = "given"
    """Somebody else has given it to them."""
    NEAR = "near"
    """Its day is tomorrow."""
    PAST = "past"
    """Its day has passed, and it is still open."""


@dataclass(frozen=True, slots=True)
class ActionItem:
    """Something to be done, which carries over until it is done or no longer needed.

    `plan` says where and when the owner will do it. `source` is the record that it came from.
    """

    id: ActionId
    partnership: PartnershipId
    team: TeamId
    what: str
    owner: MemberId | None
    due: date | None
    plan: str
    status: ActionStatus
    source: RecordId | None
    made_at: datetime
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status is ActionStatus.OPEN


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """An action item as somebody words it; `id` is set where its form has named it already."""

    what: str
    owner: MemberId | None = None
    due: date | None = None
    plan: str = ""
    id: ActionId | None = None


def soonest(items: Iterable[ActionItem]) -> tuple[ActionItem, ...]:
    """Return items by their dates; those without a date come last."""
    return tuple(sorted(items, key=_when))


def by_owner(items: Iterable[ActionItem], room: Room) -> tuple[ActionItem, ...]:
    """Return items by their owners, in the order of the team; nobody's come last."""
    order = {member: place for place, member in enumerate(room.seats)}
    last = len(order)

    def whose(item: ActionItem) -> int:
        return order.get(item.owner, last) if item.owner else last

    return tuple(sorted(soonest(items), key=whose))


def done_since(items: Iterable[ActionItem], at: datetime) -> tuple[ActionItem, ...]:
    """Return what was done after a moment, the latest first."""
    done = [item for item in items if item.status is ActionStatus.DONE and _ended(item) >= at]
    return tuple(sorted(done, key=lambda item: (_ended(item), item.id), reverse=True))


def owner_text(item: ActionItem, room: Room) -> Text:
    """Return whose an item is."""
    return room.mention(item.owner) if item.owner else room.words.rich("Nobody yet")


def due_text(item: ActionItem, today: date, words: Words) -> Text:
    """Return by when an item is to be done, without blame where that day has passed."""
    if item.due is None:
        return words.rich("No date yet")
    if item.is_open and item.due < today:
        return words.rich("It was due on {day}", day=Day(item.due))
    return (Day(item.due),)


def action_line(item: ActionItem, today: date, words: Words) -> Text:
    """Return an item in one line of a list."""
    what = shorten(item.what, LONGEST_LINE)
    if not item.is_open:
        return words.rich(
            "**{what}**, done on {day}", what=what, day=Day(words.day_of(_ended(item)))
        )
    if item.due is None:
        return (Bold(what),)
    if item.due < today:
        return words.rich("**{what}**, was due on {day}", what=what, day=Day(item.due))
    return words.rich("**{what}**, by {day}", what=what, day=Day(item.due))


def _when(item: ActionItem) -> tuple[date, datetime, ActionId]:
    return item.due or date.max, item.made_at, item.id


def _ended(item: ActionItem) -> datetime:
    return item.ended_at or item.made_at
