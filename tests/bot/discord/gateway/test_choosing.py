"""What somebody chose of Concord's commands is read, and nothing is believed about its shape."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.gateway.choosing import (
    Quoted,
    Typing,
    chosen_name,
    line_of,
    message_of,
    options_of,
    person_of,
    typing_of,
)
from bot.platforms.discord.ports import Someone

BO = "300000000000000002"
NOTE = "400000000000000001"
BO_IN_FULL = {"id": BO, "username": "bo", "global_name": "Bo Diaz"}

Json = dict[str, Any]


def called(*path: str, options: list[Json] | None = None, **more: Any) -> Json:  # noqa: ANN401 - any JSON
    """Return a call of a chat command, such as `called("norms", "start")`."""
    inside = options or []
    for name in reversed(path):
        inside = [{"name": name, "type": 1, "options": inside}]
    return {"id": "1", "name": "concord", "type": 1, "options": inside, **more}


def on_message(message: Json) -> Json:
    """Return a command that was chosen on a message."""
    resolved = {"messages": {NOTE: message}}
    return {"name": "Log as decision", "type": 3, "target_id": NOTE, "resolved": resolved}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (called("norms", "start"), "norms start"),
        (called("help"), "help"),
        (called("me", "show"), "me"),
        (called("norms", "show"), "norms show"),
        (called("team", "join", options=[{"name": "code", "value": "ABCD"}]), "team join ABCD"),
        (
            called("record", "search", options=[{"name": "words", "value": "lunch hall"}]),
            "record search lunch hall",
        ),
        (called("check", name="concord-admin"), "admin check"),
        (called("team", "add", options=[{"name": "person", "value": BO}]), "team add"),
        (called("help", name="other"), ""),
        (called("help", type=3), ""),
        (called(), ""),
        ({}, ""),
    ],
)
def test_a_call_is_a_typed_line(data: Json, line: str) -> None:
    assert line_of(data) == line


def test_a_command_on_a_message_has_a_name_and_a_call_has_none() -> None:
    assert chosen_name(on_message({})) == "Log as decision"
    assert chosen_name(called("help")) == ""


def test_what_was_filled_in_is_read_as_text() -> None:
    options: list[Json] = [
        {"name": "which", "type": 3, "value": "Retro of May"},
        {"name": "person", "type": 6, "value": BO},
        {"name": "number", "type": 4, "value": 3},
        {"name": "odd", "value": {"not": "a text"}},
    ]

    read = options_of(called("record", "show", options=options))

    assert read == {"which": "Retro of May", "person": BO, "number": "3"}


def test_what_is_being_typed_is_found_among_the_options() -> None:
    options = [
        {"name": "person", "type": 6, "value": BO},
        {"name": "which", "type": 3, "value": "Ret", "focused": True},
    ]

    assert typing_of(called("team", "role", options=options)) == Typing("which", "Ret")
    assert typing_of(called("team", "role", options=options[:1])) is None


def test_a_message_comes_with_its_words_and_its_author() -> None:
    message = {"id": NOTE, "content": "We meet on Mondays", "author": BO_IN_FULL}

    assert message_of(on_message(message)) == Quoted(Someone(BO, "Bo Diaz"), "We meet on Mondays")
    assert message_of(called("help")) is None


def test_a_person_is_called_as_the_server_calls_them() -> None:
    resolved = {"users": {BO: BO_IN_FULL}, "members": {BO: {"nick": "Bo (union)"}}}
    data = {"name": "Invite to team", "type": 2, "target_id": BO, "resolved": resolved}

    assert person_of(data) == Someone(BO, "Bo (union)")


def test_a_person_who_was_picked_as_an_option_is_found_by_their_id() -> None:
    robot = {"id": BO, "username": "bo", "global_name": None, "bot": True}
    data = called("team", "add", resolved={"users": {BO: robot}})

    assert person_of(data, BO) == Someone(BO, "bo", is_bot=True)
    assert person_of(data) is None
    assert person_of(data, "9") is None


KEYS = (
    *("name", "type", "options", "value", "focused", "resolved", "target_id", "1"),
    *("users", "members", "messages", "author", "content", "nick"),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inside,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["name", "type", "options", "resolved", "target_id"]), JSON))
def test_no_shape_breaks_the_reading(data: Json) -> None:
    for read in (line_of, chosen_name, options_of, typing_of, message_of, person_of):
        read(data)
    line_of({**data, "name": "concord", "type": 1})
    message_of({**data, "target_id": "1"})
    person_of(data, "1")
