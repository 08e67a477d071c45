"""What Concord says in private about action items."""

from dataclasses import replace
from datetime import date

import pytest

from bot.plain_text import draw_view
from tests.factories import TEAM, room
from tests.workflows.test_action_items import HALL, SOMEDAY, TODAY
from workflows.action_items import Occasion
from workflows.action_words import action_call, handover_call
from workflows.identifiers import PartnershipId
from workflows.people import Team, TeamKind

WORDS = room().words
TABLE = Team(TEAM, PartnershipId("p"), "The table", TeamKind.LEADERSHIP, "en", "UTC")
BUTTONS = "[Done] [New date] [Hand over]\n"


def test_an_owner_is_told_what_is_theirs_now() -> None:
    view = action_call(HALL, Occasion.GIVEN, TABLE, TODAY, WORDS)

    assert draw_view(view, WORDS) == (
        "# Something to do\n\n"
        "This is yours now on the team The table: Book the hall. By when: Fri, Nov 20, 2026. If it "
        f"does not fit, give it another date or hand it over.\n\n{BUTTONS}"
    )


def test_what_has_no_date_says_so() -> None:
    view = action_call(SOMEDAY, Occasion.GIVEN, TABLE, TODAY, WORDS)

    assert "By when: No date yet." in view.summary


@pytest.mark.parametrize(("plan", "said"), [("", ""), ("Mondays", " The plan: Mondays")])
def test_an_owner_is_reminded_with_their_plan(plan: str, said: str) -> None:
    view = action_call(replace(HALL, plan=plan), Occasion.NEAR, TABLE, TODAY, WORDS)

    assert draw_view(view, WORDS) == (
        "# To do soon\n\n"
        "A reminder from the team The table: Book the hall, by Fri, Nov 20, 2026."
        f"{said}\n\n{BUTTONS}"
    )


def test_an_owner_is_asked_kindly_when_the_day_has_passed() -> None:
    late = replace(HALL, due=date(2026, 11, 8))

    view = action_call(late, Occasion.PAST, TABLE, TODAY, WORDS)

    assert draw_view(view, WORDS) == (
        "# Is it done?\n\n"
        "Book the hall, for the team The table. It was due on Sun, Nov 8, 2026. Is it done? If "
        "this is not the week for it, give it a new date, or hand it to somebody else.\n\n"
        f"{BUTTONS}"
    )


@pytest.mark.parametrize(
    ("count", "is_unowned", "line"),
    [
        (1, True, "Bo has left the team The table. 1 action item there has nobody now."),
        (2, True, "Bo has left the team The table. 2 action items there have nobody now."),
        (
            2,
            False,
            (
                "Bo has left the team The table, and has handed over to you. You have 2 action "
                "items there now."
            ),
        ),
    ],
)
def test_somebody_is_told_what_was_left(count: int, line: str, *, is_unowned: bool) -> None:
    view = handover_call(TABLE, "Bo", count, WORDS, is_unowned=is_unowned)

    assert draw_view(view, WORDS) == f"# Action items\n\n{line}\n\n[Action items]\n"
