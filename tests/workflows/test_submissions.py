"""What happens to a form that is sent: first, again, late, changed, or from another device."""

import pytest

from tests.factories import small
from tests.stage import NOON, Stage
from workflows.conversations import Answer
from workflows.errors import ConversationOverError, NotTakingPartError
from workflows.events import Submitted, Target
from workflows.identifiers import FieldId, MemberId, StepId

PAGES = """
step = [
  { id = "mood", phase = "ask", title = "Mood", ask = [
    { id = "mood", label = "Mood", kind = "choice", choice = [
      { id = "fine", label = "Fine" }, { id = "low", label = "Low" }, { id = "bad", label = "Bad" },
    ] },
    { id = "note", label = "Note", required = false },
  ] },
  { id = "why", phase = "ask", title = "Why", when = { field = "mood", in = ["low", "bad"] }, ask = [
    { id = "talk", label = "Shall we talk?", kind = "yes-no" },
  ] },
  { id = "when", phase = "ask", title = "When", when = { field = "talk", equals = true }, ask = [
    { id = "day", label = "Day", kind = "date" },
  ] },
  { id = "wish", phase = "ask", title = "Wish", ask = [{ id = "wish", label = "Wish" }] },
]
phase = [
  { id = "ask", title = "Ask" },
  { id = "after", title = "After", closes = "facilitator" },
]
"""  # noqa: E501 - one line a step

ALONE = PAGES.replace('title = "Ask" }', 'title = "Ask", audience = "facilitator" }')


@pytest.fixture
def pages() -> Stage:
    return Stage(small(PAGES))


def answers(table: Stage, name: str) -> dict[FieldId, Answer]:
    return dict(table.conversation.people[MemberId(name)].answers)


def test_a_member_is_asked_page_by_page(pages: Stage) -> None:
    asked = [pages.asks("bo")]
    pages.says("bo", mood="low")
    asked.append(pages.asks("bo"))
    pages.says("bo", talk="no")
    asked.append(pages.asks("bo"))
    pages.says("bo", wish="sleep")
    asked.append(pages.asks("bo"))

    assert asked == [("mood", "note"), ("talk",), ("wish",), ()]
    assert answers(pages, "bo") == {"mood": "low", "talk": False, "wish": "sleep"}


def test_a_member_keeps_what_they_typed_when_something_is_wrong(pages: Stage) -> None:
    seen = pages.says("bo", mood="", note="a long day")

    assert "! Please answer this one." in seen
    assert "= a long day" in seen
    assert answers(pages, "bo") == {}


def test_a_member_goes_back_and_finds_what_they_answered(pages: Stage) -> None:
    pages.says("bo", mood="fine", note="a long day")

    pages.back("bo")

    assert pages.opens("bo").form.values == {"mood": "fine", "note": "a long day"}


def test_a_member_goes_back_a_page_at_a_time_to_the_first(pages: Stage) -> None:
    pages.says("bo", mood="low")
    pages.says("bo", talk="no")

    asked = []
    for _ in range(3):
        pages.back("bo")
        asked.append(pages.asks("bo"))

    assert asked == [("talk",), ("mood", "note"), ("mood", "note")]


def test_a_member_goes_back_to_the_page_before_though_they_answered_it_last(pages: Stage) -> None:
    first = pages.opens("bo")
    pages.says("bo", mood="fine")
    pages.says("bo", wish="sleep")
    pages.sends(first, mood="low")

    asked = [pages.asks("bo")]
    pages.back("bo")
    asked.append(pages.asks("bo"))

    assert asked == [("talk",), ("mood", "note")]


def test_a_member_changes_an_answer_after_they_were_done(pages: Stage) -> None:
    pages.says("bo", mood="fine")
    pages.says("bo", wish="sleep")

    pages.back("bo")
    pages.says("bo", wish="a walk")

    assert answers(pages, "bo") == {"mood": "fine", "wish": "a walk"}
    assert pages.asks("bo") == ()


def test_a_member_empties_an_optional_answer(pages: Stage) -> None:
    pages.says("bo", mood="fine", note="a long day")

    pages.back("bo")
    pages.says("bo", mood="fine", note=" ")

    assert answers(pages, "bo") == {"mood": "fine"}


def test_answers_are_dropped_one_after_the_other_when_a_change_makes_them_void(
    pages: Stage,
) -> None:
    first = pages.opens("bo")
    pages.says("bo", mood="low")
    pages.says("bo", talk="yes")
    pages.says("bo", day="2026-11-04")

    pages.sends(first, mood="fine")

    assert answers(pages, "bo") == {"mood": "fine"}
    assert pages.asks("bo") == ("wish",)


def test_answers_on_the_sheet_are_dropped_when_a_change_makes_them_void() -> None:
    table = Stage(small(ALONE))
    first = table.opens("ana")
    table.says("ana", mood="low")
    table.says("ana", talk="yes")
    table.says("ana", day="2026-11-04")

    table.sends(first, mood="bad")
    kept = dict(table.conversation.sheet)
    table.sends(first, mood="fine")

    assert kept == {"mood": "bad", "talk": True, "day": "2026-11-04"}
    assert table.conversation.sheet == {"mood": "fine"}


def test_a_form_sent_twice_counts_once(pages: Stage) -> None:
    form = pages.opens("bo")
    pages.sends(form, mood="fine")
    once = pages.conversation

    pages.sends(form, mood="fine")

    assert pages.conversation == once


def test_a_form_of_an_earlier_page_changes_that_page_when_sent_from_another_device(
    pages: Stage,
) -> None:
    tablet = pages.opens("bo")
    pages.says("bo", mood="fine")

    pages.sends(tablet, mood="fine", note="from the tablet")

    assert answers(pages, "bo") == {"mood": "fine", "note": "from the tablet"}
    assert pages.asks("bo") == ("wish",)


def test_a_form_of_a_later_page_is_taken_though_its_author_went_back(pages: Stage) -> None:
    pages.says("bo", mood="fine")
    phone = pages.opens("bo")
    pages.back("bo")

    pages.sends(phone, wish="sleep")

    assert answers(pages, "bo") == {"mood": "fine", "wish": "sleep"}
    assert pages.asks("bo") == ("mood", "note")


def test_a_form_of_a_page_that_no_longer_applies_changes_nothing(pages: Stage) -> None:
    first = pages.opens("bo")
    pages.says("bo", mood="low")
    phone = pages.opens("bo")
    pages.sends(first, mood="fine")
    before = pages.conversation

    pages.sends(phone, talk="yes")

    assert pages.moved.stale
    assert pages.conversation == before


def test_a_form_of_an_earlier_round_changes_nothing(pages: Stage) -> None:
    form = pages.opens("bo")
    pages.goes_on()
    before = pages.conversation

    pages.sends(form, mood="fine")

    assert pages.moved.stale
    assert pages.conversation == before


def test_a_form_that_is_somebody_elses_changes_nothing() -> None:
    table = Stage(small(ALONE))
    before = table.conversation

    moved = table.happens(
        Submitted(MemberId("bo"), Target(StepId("mood"), 1), {"mood": "fine"}, NOON)
    )

    assert moved.stale
    assert table.conversation == before


@pytest.mark.parametrize("step", ["nowhere", ""])
def test_a_form_of_no_page_changes_nothing(pages: Stage, step: str) -> None:
    moved = pages.happens(Submitted(MemberId("bo"), Target(StepId(step), 1), {}, NOON))

    assert moved.stale


def test_somebody_who_does_not_take_part_is_told_so(pages: Stage) -> None:
    form = pages.opens("bo")
    pages.leaves("bo")

    with pytest.raises(NotTakingPartError):
        pages.sends(form, mood="fine")
    with pytest.raises(NotTakingPartError):
        pages.happens(Submitted(MemberId("eve"), form.target, {"mood": "fine"}, NOON))


def test_a_form_sent_after_the_end_is_told_so(pages: Stage) -> None:
    form = pages.opens("bo")
    pages.calls_off()

    with pytest.raises(ConversationOverError):
        pages.sends(form, mood="fine")


def test_what_was_never_asked_is_not_kept(pages: Stage) -> None:
    pages.says("bo", mood="fine", wish="not on this page", hobby="no such field")

    assert answers(pages, "bo") == {FieldId("mood"): "fine"}
