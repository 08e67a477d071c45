"""The library hands out the workflows that come with Concord, and those of old editions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.checks.worksheet import WORKSHEET
from workflows.checks.lines import line_of, lines_of
from workflows.errors import ContentError
from workflows.identifiers import WorkflowId
from workflows.library import Library, library_of, read_library, read_workflow


def test_a_team_finds_each_workflow_by_its_id() -> None:
    shelf = read_library()

    assert [shelf.find(workflow.id) for workflow in shelf] == list(shelf)
    assert sorted(workflow.id for workflow in shelf) == [workflow.id for workflow in shelf]


def test_a_conversation_finds_the_edition_it_began_with() -> None:
    shelf = read_library()

    assert [read_workflow(shelf.source(workflow.id)) for workflow in shelf] == list(shelf)


def test_an_edition_changes_with_every_letter() -> None:
    before = read_workflow(WORKSHEET)
    after = read_workflow(WORKSHEET.replace("Write", "Write!"))

    assert len(before.edition) == 16
    assert before.edition != after.edition


def test_a_workflow_nobody_knows_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Library({}, {}).find(WorkflowId("none"))


def test_content_with_a_mistake_is_not_let_in() -> None:
    with pytest.raises(ContentError) as caught:
        library_of({"broken.toml": WORKSHEET.replace("chapter = 8", "chapter = 80")})

    assert [str(mistake) for mistake in caught.value.args] == [
        "broken.toml:5: “chapter” is a number from 1 to 11."
    ]


@given(st.text())
def test_no_text_confuses_the_search_for_lines(source: str) -> None:
    lines = lines_of(source)

    assert all(1 <= line_of(lines, path) <= source.count("\n") + 1 for path in lines)
