"""The card of a conversation in its team's home, and what is posted under it."""

import pytest

from tests.factories import FOUR, packaged
from tests.stage import Stage
from workflows.cards import card_view, reveal_view
from workflows.identifiers import FieldId
from workflows.views import Privacy


@pytest.fixture
def norms() -> Stage:
    table = Stage(packaged("norms"))
    table.says("ana", pace="now")
    return table


def test_the_team_reads_on_the_card_where_the_group_stands(norms: Stage) -> None:
    assert norms.card().splitlines()[-7:] == [
        "Open until Tue, Nov 3, 12:10 PM.",
        "",
        "0 of 4 have answered.",
        "",
        "[Answer in private]",
        "",
        "(@Ana facilitates.)",
    ]
    assert card_view(norms.wording).privacy is Privacy.TEAM


def test_the_team_hears_in_a_sentence_what_the_card_shows(norms: Stage) -> None:
    summary = card_view(norms.wording).summary

    assert summary == "Group norms: Write in silence. 0 of 4 have answered."


def test_the_card_never_shows_what_a_member_wrote(norms: Stage) -> None:
    norms.says("bo", idea_logistics="a canary")
    norms.goes_on()

    assert "a canary" not in norms.card()
    assert "a canary" in norms.reveal("idea-logistics")


def test_the_card_leads_on_where_the_group_writes_together(norms: Stage) -> None:
    norms.goes_on()

    assert "[Open] [Go on: Can everyone live with it?]" in norms.card()
    assert "Meeting logistics: Nothing yet." in norms.card()


def test_the_card_does_not_ask_for_answers_where_the_group_talks() -> None:
    table = Stage(packaged("decision"))
    table.says(
        "ana",
        title="Early days",
        parties=("administration", "association"),
        accountable="bo",
        decide_by="2026-12-01",
    )
    table.says("ana", pace="now")
    for name, mark in zip(FOUR, ("alone-a", "shared", "shared", "alone-b"), strict=True):
        table.says(name, expected=mark, wished="shared")

    assert "[Open] [Go on: Set the level]" in table.card()
    assert "[Picture: Early days. 6 steps apart." in table.card()


def test_the_card_says_what_the_conversation_is_about() -> None:
    table = Stage(packaged("decision-review"), facts={"title": "Early days", "outcome": "Yes."})

    assert table.card().startswith("# Decision review: Early days\n")


def test_the_card_says_that_the_conversation_has_ended(norms: Stage) -> None:
    norms.calls_off()

    assert norms.card() == (
        "# Group norms\n\nThis conversation was called off. What was written is not shown.\n"
    )


def test_what_is_revealed_is_posted_for_the_team(norms: Stage) -> None:
    norms.says("bo", idea_logistics="Mondays")
    norms.goes_on()

    view = reveal_view(norms.wording, (FieldId("idea-logistics"),))

    assert (view.summary, view.privacy) == (
        "What the team wrote: Meeting logistics.",
        Privacy.TEAM,
    )
    assert norms.reveal("idea-logistics") == "# Group norms\n\n## Meeting logistics\n\n- Mondays\n"
