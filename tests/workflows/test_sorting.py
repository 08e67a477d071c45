"""Putting together what means the same: nothing is lost, and nobody is put beside their words."""

import pytest

from tests.factories import small
from tests.stage import Stage
from workflows.entries import MOST_TOPICS, lines_in, topics_for, topics_of
from workflows.errors import NotTakingPartError
from workflows.events import Sorted
from workflows.identifiers import FieldId, MemberId
from workflows.options import options_of, topic_name
from workflows.sorting import mark_of, sortable, suggested

SORTED = """
step = [
  { id = "write", phase = "write", title = "Write", ask = [
    { id = "good", label = "Good?", kind = "long-text", required = false, signed-if = "sign" },
    { id = "sign", label = "Sign?", kind = "yes-no", required = false },
    { id = "bad", label = "Bad?", kind = "long-text", required = false },
  ] },
  { id = "dots", phase = "dots", title = "Dots", ask = [
    { id = "dots", label = "Dots?", kind = "choices", source = "topics", required = false },
  ] },
]
[[phase]]
id = "write"
title = "Write"

[[phase]]
id = "talk"
title = "Talk"
closes = "facilitator"
reveal = ["good", "bad"]
sorts = ["good", "bad"]

[[phase]]
id = "dots"
title = "Dots"
"""

A, B, C = "The buses came late", "The buses came late again", "Lunch was cold"


def talking(*good: str, bad: str = "") -> Stage:
    """Come to where a group talks about what it wrote: one answer from each, in their order."""
    table = Stage(small(SORTED))
    for name, text in zip(("ana", "bo", "cy", "dee"), (*good, "", "", "", ""), strict=False):
        table.says(
            name, good=text, sign="yes" if name == "bo" else "no", bad=bad if name == "ana" else ""
        )
    return table


def piles(table: Stage) -> list[set[str]]:
    """Return what lies together, each pile as the texts in it."""
    fields = (FieldId("good"), FieldId("bad"))
    topics = topics_of(table.workflow, table.conversation, fields)
    return [{entry.text for entry in topic.entries} for topic in topics]


def test_each_line_is_a_thought_and_marks_of_a_list_are_none() -> None:
    assert lines_in(" - one\n\n-\n two - three ") == ("one", "two - three")


def test_two_who_wrote_the_same_have_written_one_entry() -> None:
    assert [{A}, {C}] == sorted(piles(talking(f"{A}\n{C}", A)), key=sorted, reverse=True)


def test_entries_that_are_put_together_are_one_topic_and_come_first() -> None:
    table = talking(A, B, C)

    table.sorts("dee", A, C)

    assert piles(table) == [{A, C}, {B}]
    assert not table.moved.stale


def test_what_lay_with_an_entry_already_comes_along() -> None:
    table = talking(A, B, C)

    table.sorts("dee", A, C)
    table.sorts("cy", C, B)

    assert piles(table) == [{A, B, C}]


def test_one_entry_alone_makes_no_pile() -> None:
    table = talking(A, B)

    table.sorts("dee", A)

    assert table.conversation.together == ()


def test_what_is_taken_out_of_a_pile_stands_by_itself_again() -> None:
    table = talking(A, B, C)
    table.sorts("dee", A, B, C)

    table.sorts("bo", C, alike=False)
    assert [len(pile) for pile in piles(table)] == [2, 1]

    table.sorts("bo", A, alike=False)
    assert [len(pile) for pile in piles(table)] == [1, 1, 1]


def test_a_suggestion_to_leave_apart_breaks_no_pile_that_was_made_before() -> None:
    table = talking(A, B, C)
    table.sorts("dee", A, C)

    table.sorts("dee", A, C, B, alike=False)

    assert piles(table) == [{A, C}, {B}]


def test_what_seems_to_say_the_same_is_suggested_until_somebody_has_decided() -> None:
    table = talking(A, B, C)
    found = suggested(table.workflow, table.conversation)
    assert {entry.text for entry in found} == {A, B}

    table.sorts("cy", A, B, alike=False)

    assert suggested(table.workflow, table.conversation) == ()


def test_what_was_put_together_is_suggested_no_more() -> None:
    table = talking(A, B, C)

    table.sorts("cy", A, B)

    assert suggested(table.workflow, table.conversation) == ()


def test_another_suggestion_is_not_taken_for_the_one_that_was_pressed() -> None:
    marks = {mark_of(keys) for keys in ((), ("a",), ("b",), ("a", "b"), ("b", "a"))}

    assert len(marks) == 5
    assert mark_of(("a", "b")) in marks


def test_a_press_from_another_part_changes_nothing() -> None:
    table = talking(A, B)
    keys = tuple(entry.key for entry in sortable(table.workflow, table.conversation))
    late = Sorted(MemberId("ana"), table.conversation.round, keys, alike=True, at=table.now)
    table.goes_on()

    moved = table.happens(late)

    assert moved.stale
    assert table.conversation.together == ()


@pytest.mark.parametrize("name", ["dee", "nobody"])
def test_who_does_not_take_part_sorts_nothing(name: str) -> None:
    table = talking(A, B)
    table.leaves("dee")

    with pytest.raises(NotTakingPartError):
        table.sorts(name, A, B)


def test_of_many_thoughts_each_question_has_its_places_among_the_topics() -> None:
    many = "\n".join(f"good {number}" for number in range(250))
    table = talking(many, bad="\n".join(f"bad {number}" for number in range(250)))
    table.sorts("dee", "bad 7", "bad 8")
    field = table.workflow.find_field(FieldId("dots"))

    topics = topics_for(table.workflow, table.conversation, field)

    assert len(topics) == MOST_TOPICS
    assert {entry.text for entry in topics[0].entries} == {"bad 7", "bad 8"}
    assert sum(topic.text.startswith("good") for topic in topics) == 12


def test_a_topic_is_named_by_one_entry_and_how_many_lie_with_it() -> None:
    table = talking("w" * 99, B)
    table.sorts("dee", B, "w" * 99)
    table.goes_on()
    field = table.workflow.find_field(FieldId("dots"))

    (option,) = options_of(table.workflow, field, table.conversation, table.room)

    (topic,) = topics_for(table.workflow, table.conversation, field)
    assert option.label == topic_name(topic)
    assert option.label.endswith(" (+1)")
    assert len(option.label) <= 75
