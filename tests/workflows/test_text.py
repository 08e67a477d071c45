"""Text as a tree in which nothing typed becomes formatting."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.identifiers import PersonId
from workflows.text import (
    Bold,
    Code,
    Day,
    Inline,
    Italic,
    Link,
    Mention,
    Moment,
    Plain,
    Slot,
    Text,
    fill,
    flat,
    plain,
)

ANA = Mention(PersonId("ana"), "Ana")


@pytest.mark.parametrize(
    ("template", "nodes"),
    [
        ("plain words", (Plain("plain words"),)),
        ("", ()),
        ("a **b** c", (Plain("a "), Bold("b"), Plain(" c"))),
        ("*i* and `c`", (Italic("i"), Plain(" and "), Code("c"))),
        ("**by {name}**", (Bold("by Ana"),)),
        ("*{name}*", (Italic("Ana"),)),
        ("`/x {count}`", (Code("/x 3"),)),
        ("{name}: {count}", (ANA, Plain(": "), Plain("3"))),
        ("{list}!", (Plain("x"), Bold("y"), Plain("!"))),
        ("{unknown}", (Plain("{unknown}"),)),
        ("{Not} a {1}", (Plain("{Not} a {1}"),)),
    ],
)
def test_a_template_is_read_into_a_tree(template: str, nodes: Text) -> None:
    slots: dict[str, Slot] = {"name": ANA, "count": 3, "list": (Plain("x"), Bold("y"))}

    assert fill(template, slots) == nodes


@given(st.text(min_size=1))
def test_what_fills_a_slot_is_never_read_as_a_template(typed: str) -> None:
    assert fill("{words}", {"words": typed}) == (Plain(typed),)
    assert fill("**{words}**", {"words": typed}) == (Bold(typed),)
    assert plain(typed) == (Plain(typed),)


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (Plain("a"), "a"),
        (Bold("b"), "b"),
        (Italic("i"), "i"),
        (Code("/c"), "/c"),
        (Link("here", "https://example.org"), "here"),
        (ANA, "Ana"),
        (Moment(datetime(2026, 11, 3, 12, 30, tzinfo=UTC)), "2026-11-03 12:30 UTC"),
        (Day(date(2026, 11, 3)), "2026-11-03"),
    ],
)
def test_a_tree_can_be_said_without_formatting(node: Inline, words: str) -> None:
    assert flat((node,)) == words
