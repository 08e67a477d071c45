"""What Concord says to one person in private."""

from datetime import timedelta

import pytest

from bot.plain_text import draw_view
from tests.factories import ADMINISTRATION, TEAM, packaged, room
from tests.stage import Stage
from tests.workflows.samples import DECISION, record
from workflows.identifiers import MemberId, PartnershipId, PersonId
from workflows.notices import Mishap
from workflows.people import Party, Team, TeamKind
from workflows.private_words import (
    decide_by_call,
    join_call,
    made_lead,
    mishap,
    prompt,
    review_call,
    welcome,
)
from workflows.views import View

WORDS = room().words
TABLE = Team(TEAM, PartnershipId("p"), "The table", TeamKind.LEADERSHIP, "en", "UTC")


def said(view: View | None) -> str:
    """Return what a person reads, without the title."""
    assert view
    return draw_view(view, WORDS).partition("\n\n")[2].rstrip()


@pytest.fixture
def norms() -> Stage:
    return Stage(packaged("norms"))


def test_a_member_is_told_that_it_is_their_turn(norms: Stage) -> None:
    view = prompt(norms.wording, MemberId("ana"), reminder=False)

    assert said(view) == "Group norms in the team The table waits for you.\n\n[Open]"


def test_a_member_is_reminded_until_when(norms: Stage) -> None:
    norms.says("ana", pace="day")

    view = prompt(norms.wording, MemberId("bo"), reminder=True)

    assert said(view) == (
        "Group norms in the team The table waits for you. "
        "It is open until Wed, Nov 4, 12:00 PM.\n\n[Open]"
    )
    assert view
    assert view.summary.endswith("It is open until 2026-11-04 12:00 UTC.")


@pytest.mark.parametrize("reminder", [True, False])
def test_a_member_is_left_in_peace_when_nothing_waits_for_them(
    norms: Stage, *, reminder: bool
) -> None:
    assert prompt(norms.wording, MemberId("bo"), reminder=reminder) is None


def test_the_facilitator_is_told_that_time_is_up_and_who_is_missing(norms: Stage) -> None:
    norms.says("ana", pace="now")
    norms.conversation = norms.conversation.model_copy(update={"deadline": None})

    to_ana = prompt(norms.wording, MemberId("ana"), reminder=False)

    assert said(to_ana) == (
        "The time for Group norms is up. 0 of 4 have answered. Give more time, or go on.\n\n[Open]"
    )
    assert "waits for you" in said(prompt(norms.wording, MemberId("ana"), reminder=True))
    assert "waits for you" in said(prompt(norms.wording, MemberId("bo"), reminder=False))


def test_whoever_is_accountable_is_told_that_the_date_is_near() -> None:
    table = Stage(packaged("decision"), sheet={"title": "Early days"})

    view = decide_by_call(table.wording)

    assert said(view) == "The date to decide Early days is near, and it is still open.\n\n[Open]"


def test_whoever_is_accountable_is_asked_to_look_back() -> None:
    view = review_call(record(DECISION), DECISION, WORDS)

    assert said(view) == (
        "You decided Early days on Tue, Nov 3, 2026. It is time to look back: how shared did it "
        "feel, and is it still right?\n\n[Look back]"
    )


def test_a_lead_is_told_who_wants_to_join() -> None:
    view = join_call(TEAM, "The table", PersonId("eve"), "Eve", WORDS)

    assert said(view) == "Eve asks to join the team The table.\n\n[Let them in]"


@pytest.mark.parametrize(
    ("party", "line"),
    [
        (None, "You are on the team The table now."),
        (
            ADMINISTRATION,
            "You are on the team The table now. You are there for Administration.",
        ),
    ],
)
def test_a_new_member_is_welcomed(party: Party | None, line: str) -> None:
    assert said(welcome(TABLE, party, WORDS)) == f"{line}\n\n[Team card]"


def test_a_member_is_told_that_they_lead_now() -> None:
    assert said(made_lead(TABLE, WORDS)).startswith("The last lead of the team The table has left")


def test_time_that_runs_is_not_up(norms: Stage) -> None:
    norms.says("ana", pace="now")
    norms.now += timedelta(minutes=5)

    assert "waits for you" in said(prompt(norms.wording, MemberId("ana"), reminder=False))


@pytest.mark.parametrize(
    ("kind", "is_private", "title", "words"),
    [
        (Mishap.UNSURE, False, "Please have a look", "in the channel of the team The table in R."),
        (Mishap.UNSURE, True, "Please have a look", "a private message to somebody on the team"),
        (Mishap.PLACE_GONE, False, "I cannot write there", "channel of the team The table in R."),
        (Mishap.WORKSPACE_GONE, True, "I cannot write there", "write in R, where the team The"),
    ],
)
def test_a_lead_is_told_what_happened_to_a_message_and_where_to_look(
    kind: Mishap, title: str, words: str, *, is_private: bool
) -> None:
    view = mishap(kind, TABLE, "R", WORDS, is_private=is_private)

    assert view.title == title
    assert words in said(view)
    assert said(view).endswith("[Team card]")
