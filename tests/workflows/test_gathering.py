"""At the end a conversation lets go of who wrote what."""

import pytest

from tests.factories import FOUR, small
from tests.stage import Stage
from workflows.conversations import Participation
from workflows.gathering import unsigned
from workflows.identifiers import FieldId, MemberId

SECRETS = """
step = [
  { id = "draft", phase = "draft", title = "Draft", ask = [{ id = "draft", label = "Draft" }] },
  { id = "ask", phase = "ask", title = "Ask", ask = [
    { id = "idea", label = "Idea" },
    { id = "mark", label = "Mark", kind = "scale", required = false },
    { id = "stance", label = "Stance", signed = true },
    { id = "note", label = "Note", signed-if = "sign", required = false },
    { id = "sign", label = "Sign?", kind = "yes-no", required = false },
  ] },
]
phase = [
  { id = "draft", title = "Draft", audience = "facilitator" },
  { id = "ask", title = "Ask", returns = { to = "draft", when = { field = "mark", at-most = 1 } } },
  { id = "after", title = "After", closes = "facilitator" },
]
"""


@pytest.fixture
def ended() -> Stage:
    """Return a conversation that has ended after two rounds; who answered left their mark."""
    table = Stage(small(SECRETS))
    for mark in ("1", "4"):
        table.says("ana", draft="our draft")
        for name in FOUR:
            sign = "yes" if name == "bo" else "no"
            table.says(
                name,
                idea=f"{name} thinks {mark}",
                mark=mark,
                stance=f"{name} stands",
                note=f"{name} notes",
                sign=sign,
            )
    table.goes_on()
    return table


def test_what_was_not_signed_is_kept_without_its_authors(ended: Stage) -> None:
    ideas = ended.conversation.gathered[FieldId("idea")]

    assert sorted(map(str, ideas)) == sorted(f"{n} thinks {mark}" for n in FOUR for mark in (1, 4))
    assert sorted(map(str, ended.conversation.gathered[FieldId("note")])) == [
        f"{name} notes" for name in ("ana", "ana", "cy", "cy", "dee", "dee")
    ]


def test_what_was_counted_is_kept_from_the_last_round_alone(ended: Stage) -> None:
    assert ended.conversation.gathered[FieldId("mark")] == (4, 4, 4, 4)


def test_members_keep_only_what_they_signed(ended: Stage) -> None:
    signed = {FieldId("stance"): "ana stands"}

    assert ended.conversation.people[MemberId("ana")] == Participation(
        answers=dict(signed), earlier=(dict(signed),)
    )


def test_members_keep_what_they_chose_to_sign(ended: Stage) -> None:
    assert ended.conversation.people[MemberId("bo")].answers == {
        "stance": "bo stands",
        "note": "bo notes",
        "sign": True,
    }


def test_the_order_of_what_was_gathered_does_not_follow_who_came_first() -> None:
    orders = set()
    for names in (FOUR, tuple(reversed(FOUR))):
        table = Stage(small(SECRETS))
        table.says("ana", draft="our draft")
        for name in names:
            table.says(name, idea=f"{name} thinks", stance="x")
        orders.add(unsigned(table.conversation, table.workflow.find_field(FieldId("idea"))))

    assert len(orders) == 1


def test_what_was_gathered_is_what_was_unsigned_before_and_after(ended: Stage) -> None:
    note = ended.workflow.find_field(FieldId("note"))

    assert set(unsigned(ended.conversation, note)) == {"ana notes", "cy notes", "dee notes"}


def test_a_conversation_that_is_called_off_lets_go_too() -> None:
    table = Stage(small(SECRETS))
    table.says("ana", draft="our draft")
    table.says("bo", idea="bo thinks", stance="bo stands")

    table.calls_off()

    assert table.conversation.people[MemberId("bo")].answers == {"stance": "bo stands"}
    assert table.conversation.gathered == {FieldId("idea"): ("bo thinks",)}
