"""Two people who write on the same sheet at the same moment."""

import pytest

from tests.factories import small
from tests.stage import Stage
from workflows.identifiers import FieldId

SHEET = """
step = [
  { id = "plan", phase = "write", title = "Plan", ask = [
    { id = "text", label = "Text", longest = 40 },
    { id = "place", label = "Place", kind = "choice", required = false, choice = [
      { id = "here", label = "At school" }, { id = "there", label = "In town" },
    ] },
  ] },
]
phase = [{ id = "write", title = "Write", audience = "together", closes = "facilitator" }]
"""


@pytest.fixture
def sheet() -> Stage:
    table = Stage(small(SHEET))
    table.says("ana", text="at first", place="here")
    return table


def text(table: Stage) -> object:
    return table.conversation.sheet[FieldId("text")]


def test_whoever_sends_first_is_taken(sheet: Stage) -> None:
    bos, cys = sheet.opens("bo", "plan"), sheet.opens("cy", "plan")

    sheet.sends(bos, text="by Bo", place="here")
    sheet.sends(cys, text="by Cy", place="here")

    assert text(sheet) == "by Bo"


def test_whoever_sends_second_sees_the_others_words_and_keeps_their_own(sheet: Stage) -> None:
    bos, cys = sheet.opens("bo", "plan"), sheet.opens("cy", "plan")

    sheet.sends(bos, text="by Bo", place="there")
    seen = sheet.sends(cys, text="by Cy", place="here")

    sorry = "! Somebody changed this while you were writing. It now says: “{}”."
    assert sorry.format("by Bo") in seen
    assert sorry.format("In town") in seen
    assert "= by Cy" in seen


def test_whoever_sends_again_after_seeing_the_others_words_is_taken(sheet: Stage) -> None:
    bos, cys = sheet.opens("bo", "plan"), sheet.opens("cy", "plan")
    sheet.sends(bos, text="by Bo", place="here")
    sheet.sends(cys, text="by Cy", place="here")

    sheet.sends(sheet.opens("cy", "plan"), text="by both", place="here")

    assert text(sheet) == "by both"


def test_the_others_words_are_seen_before_anything_else_is_put_right(sheet: Stage) -> None:
    bos, cys = sheet.opens("bo", "plan"), sheet.opens("cy", "plan")
    sheet.sends(bos, text="by Bo", place="there")

    seen = sheet.sends(cys, text="far too long " * 9, place="nowhere")

    assert "It now says: “by Bo”." in seen
    assert "It now says: “In town”." in seen


def test_two_people_who_write_the_same_do_not_clash(sheet: Stage) -> None:
    bos, cys = sheet.opens("bo", "plan"), sheet.opens("cy", "plan")

    sheet.sends(bos, text="the same", place="there")
    sheet.sends(cys, text="the same", place="there")

    assert sheet.moved.problems == {}


def test_a_form_from_before_anything_stood_there_clashes_too() -> None:
    table = Stage(small(SHEET))
    bos, cys = table.opens("bo", "plan"), table.opens("cy", "plan")

    table.sends(bos, text="by Bo")
    seen = table.sends(cys, text="by Cy")

    assert "It now says: “by Bo”." in seen
    assert text(table) == "by Bo"


def test_what_the_other_emptied_is_no_clash(sheet: Stage) -> None:
    bos, cys = sheet.opens("bo", "plan"), sheet.opens("cy", "plan")

    sheet.sends(bos, text="at first", place="")
    sheet.sends(cys, text="at first", place="there")

    assert sheet.moved.problems == {}
    assert sheet.conversation.sheet == {"text": "at first", "place": "there"}
