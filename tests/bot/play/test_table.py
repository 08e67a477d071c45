"""The buttons at a played table do what they do in a team's home."""

from datetime import timedelta

import pytest

from bot.play.table import BEGINNING, Table
from workflows import asks
from workflows.catalogue import words_for
from workflows.conversations import Status
from workflows.identifiers import ConversationId, StepId, TeamId, WorkflowId
from workflows.library import read_library

NORMS = read_library().find(WorkflowId("norms"))
ID = ConversationId("played")


@pytest.fixture
def table() -> Table:
    """Return a table of two at which all write."""
    table = Table(NORMS, ["Ana", "Bo"], words_for("en"), {})
    table.press(asks.send(ID, StepId("pace"), round="1"), {"pace": "now"})
    return table


def test_the_first_person_facilitates(table: Table) -> None:
    assert table.turn.name == "Ana"
    assert table.conversation.facilitator == table.turn.id


def test_a_team_gets_more_time(table: Table) -> None:
    table.press(asks.more_time(ID, 2), {})

    assert table.conversation.deadline == BEGINNING + timedelta(minutes=15)


def test_a_clock_that_was_stopped_goes_on_with_the_time_that_was_left(table: Table) -> None:
    table.press(asks.pause(ID, 2), {})
    table.wait(timedelta(hours=1))
    table.press(asks.resume(ID, 2), {})

    assert table.conversation.phase == "write"
    assert table.conversation.deadline == BEGINNING + timedelta(hours=1, minutes=10)


def test_a_person_takes_the_notes(table: Table) -> None:
    table.become("bo")
    table.press(asks.take_notes(ID), {})

    assert table.conversation.scribe == table.turn.id


def test_another_person_takes_the_chair(table: Table) -> None:
    table.become("bo")
    table.press(asks.facilitate(ID), {})

    assert table.conversation.facilitator == table.turn.id


def test_a_person_goes_back(table: Table) -> None:
    table.press(asks.send(ID, StepId("idea-logistics"), round="2"), {"idea-logistics": "x"})
    table.press(asks.back(ID, 2), {})

    assert table.view.form is not None
    assert table.view.form.values == {"idea-logistics": "x"}


def test_the_facilitator_ends_a_part(table: Table) -> None:
    table.press(asks.go_on(ID, 2), {})

    assert table.conversation.phase == "merge"


def test_a_button_that_leads_elsewhere_shows_the_same_screen(table: Table) -> None:
    before = table.view

    table.press(asks.team_home(TeamId("team")), {})

    assert table.view == before


def test_a_conversation_that_was_called_off_stays_so(table: Table) -> None:
    table.press(asks.call_off(ID), {})
    table.press(asks.go_on(ID, 2), {})

    assert table.conversation.status is Status.CANCELLED
    assert table.view.problem == "This conversation has ended, so nothing was changed."
    assert table.awaited() == ()
