"""Translators are given every text of the content that readers get to see, under the same name."""

from datetime import UTC, datetime

import pytest
from typing_extensions import override

from tests.workflows.checks.worksheet import WORKSHEET
from workflows.authored import authored
from workflows.conversations import Conversation
from workflows.definitions import Workflow
from workflows.identifiers import ConversationId, MemberId, TeamId
from workflows.library import read_library, read_workflow
from workflows.limits import Place
from workflows.options import options_of
from workflows.room import Room
from workflows.wording import Wording
from workflows.words import Catalogue, Words

WORKFLOWS = [*read_library(), read_workflow(WORKSHEET)]


class Listening(Words):
    """Words that remember what they were asked for."""

    def __init__(self) -> None:
        super().__init__(Catalogue("en", {}, {}))
        self.heard: set[tuple[str, str]] = set()

    @override
    def content(self, context: str, text: str) -> str:
        if text:
            self.heard.add((context, text))
        return super().content(context, text)


def say_everything(workflow: Workflow, words: Words) -> None:
    """Say each text of a workflow once, as screens do."""
    room = Room(words, {}, ())
    conversation = Conversation(
        id=ConversationId("c"),
        workflow=workflow.id,
        edition=workflow.edition,
        team=TeamId("t"),
        facilitator=MemberId("m"),
        phase=workflow.phase[0].id,
        opened_at=datetime(2026, 9, 1, tzinfo=UTC),
    )
    wording = Wording(workflow, conversation, room)
    wording.title()
    for phase in workflow.phase:
        wording.phase_title(phase)
        wording.phase_say(phase)
        wording.phase_aside(phase)
    for step in workflow.step:
        wording.step_title(step)
        wording.step_say(step)
        for field in (each for asked in step.ask for each in (asked, *asked.columns)):
            wording.label(field)
            wording.hint(field)
            options_of(workflow, field, conversation, room)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.id)
def test_a_translator_is_given_what_readers_see(workflow: Workflow) -> None:
    words = Listening()

    say_everything(workflow, words)

    given = {(line.context, line.text) for line in authored(workflow)}
    assert given - words.heard == {(f"{workflow.id}.summary", workflow.summary)}
    assert words.heard - given == set()


def test_a_text_is_listed_with_its_place_in_the_file() -> None:
    lines = {line.context: line for line in authored(read_workflow(WORKSHEET))}

    line = lines["sample.field.stance.choice.no"]

    assert (line.text, line.place, line.path) == (
        "No",
        Place.CHOICE,
        ("step", 4, "ask", 0, "choice", 1, "label"),
    )
