"""How action items are ordered, and how they read."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.plain_text import draw_text
from tests.factories import TEAM, room
from workflows.action_items import (
    ActionItem,
    ActionStatus,
    action_line,
    by_owner,
    done_since,
    due_text,
    owner_text,
    soonest,
)
from workflows.identifiers import ActionId, MemberId, PartnershipId

MADE = datetime(2026, 11, 3, 12, tzinfo=UTC)
TODAY = date(2026, 11, 10)
ROOM = room()
HALL = ActionItem(
    id=ActionId("hall"),
    partnership=PartnershipId("p"),
    team=TEAM,
    what="Book the hall",
    owner=MemberId("bo"),
    due=date(2026, 11, 20),
    plan="",
    status=ActionStatus.OPEN,
    source=None,
    made_at=MADE,
)
TEA = replace(HALL, id=ActionId("tea"), what="Buy tea", due=date(2026, 11, 12))
SOMEDAY = replace(HALL, id=ActionId("someday"), what="Paint the hall", due=None)
DONE = replace(HALL, id=ActionId("done"), status=ActionStatus.DONE, ended_at=MADE)


def test_the_soonest_comes_first_and_what_has_no_date_last() -> None:
    assert soonest([SOMEDAY, HALL, TEA]) == (TEA, HALL, SOMEDAY)


def test_of_two_for_the_same_day_the_older_one_comes_first() -> None:
    newer = replace(HALL, id=ActionId("a"), made_at=MADE + timedelta(hours=1))

    assert soonest([newer, HALL]) == (HALL, newer)


def test_items_stand_by_their_owners_in_the_order_of_the_team() -> None:
    for_cy = replace(TEA, owner=MemberId("cy"))
    for_nobody = replace(TEA, owner=None)
    for_a_stranger = replace(HALL, owner=MemberId("zoe"))

    ordered = by_owner([for_nobody, for_cy, for_a_stranger, HALL, TEA], ROOM)

    assert ordered == (TEA, HALL, for_cy, for_nobody, for_a_stranger)


def test_what_was_done_lately_has_the_latest_first() -> None:
    early = replace(DONE, ended_at=MADE - timedelta(days=40))
    late = replace(DONE, id=ActionId("late"), ended_at=MADE + timedelta(days=1))
    dropped = replace(DONE, status=ActionStatus.DROPPED)

    assert done_since([early, DONE, HALL, dropped, late], MADE) == (late, DONE)


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (HALL, "Book the hall, by Fri, Nov 20, 2026"),
        (replace(HALL, due=TODAY), "Book the hall, by Tue, Nov 10, 2026"),
        (replace(HALL, due=date(2026, 11, 9)), "Book the hall, was due on Mon, Nov 9, 2026"),
        (SOMEDAY, "Paint the hall"),
        (DONE, "Book the hall, done on Tue, Nov 3, 2026"),
        (replace(SOMEDAY, what="x" * 300), "x" * 119 + "…"),
    ],
)
def test_an_item_reads_in_one_line(item: ActionItem, line: str) -> None:
    assert draw_text(action_line(item, TODAY, ROOM.words), ROOM.words) == line


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (HALL, "Fri, Nov 20, 2026"),
        (SOMEDAY, "No date yet"),
        (replace(HALL, due=date(2026, 11, 9)), "It was due on Mon, Nov 9, 2026"),
        (replace(DONE, due=date(2026, 11, 2)), "Mon, Nov 2, 2026"),
    ],
)
def test_a_day_is_named_without_blame(item: ActionItem, words: str) -> None:
    assert draw_text(due_text(item, TODAY, ROOM.words), ROOM.words) == words


def test_an_owner_is_pointed_at_and_nobody_is_said_in_words() -> None:
    nobodys = replace(HALL, owner=None)

    drawn = [draw_text(owner_text(item, ROOM), ROOM.words) for item in (HALL, nobodys)]

    assert drawn == ["@Bo", "Nobody yet"]
