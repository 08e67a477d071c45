"""What a press, a pick and a form ask for comes back as it was written, and fits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.drawing.custom_ids import (
    Handle,
    Role,
    Way,
    input_id,
    read,
    read_input_id,
    written,
)
from tests.gallery import RUNS, played
from tests.limits import buttons_of
from workflows.identifiers import FieldId
from workflows.views import Ask, Menu

SERVER = "1234567890123456789"
LARGEST_SERVER = str(2**64 - 1)

SERVERS = st.sampled_from(["", SERVER, LARGEST_SERVER])
NAMES = st.from_regex(r"[a-z_-]{1,12}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
ASKS = st.builds(
    Ask,
    st.lists(
        NAMES | st.sampled_from(["conversation", "c", "_c", "record", "d"]), min_size=1, max_size=2
    ).map(" ".join),
    st.dictionaries(NAMES | st.sampled_from(["id", "i", "_i", "round", "r"]), TEXTS, max_size=2),
)


@given(st.sampled_from(Way), st.integers(0, 99), ASKS, SERVERS)
def test_an_ask_comes_back_as_it_was_written(way: Way, number: int, ask: Ask, server: str) -> None:
    try:
        custom_id = written(way, number, ask, server)
    except ValueError:
        return

    assert len(custom_id) <= 100
    assert read(custom_id) == Handle(way, ask, server)


@given(st.text(st.characters(), max_size=120) | st.from_regex(r"1[bomcyn]\d?(@\w{11})?:.*"))
def test_nothing_that_comes_back_raises(custom_id: str) -> None:
    assert isinstance(read(custom_id), Handle | None)
    assert isinstance(read_input_id(custom_id), tuple | None)


def test_the_words_that_come_often_are_short() -> None:
    ask = Ask("conversation send", {"id": "abcdefghijkl", "step": "pace", "round": "2"})

    assert written(Way.FORM, 3, ask) == "1f3:c.send?i=abcdefghijkl&s=pace&r=2"
    assert written(Way.FORM, 3, ask, "62") == "1f3@00000000010:c.send?i=abcdefghijkl&s=pace&r=2"


def test_the_longest_ask_there_is_fits_with_a_server() -> None:
    place = {"round": "99", "row": "99", "seen": "abcdef", "more": "1"}
    ask = Ask("conversation send", {"id": "a" * 12, "step": "s" * 32, **place})

    assert read(written(Way.FORM, 99, ask, LARGEST_SERVER)) == Handle(Way.FORM, ask, LARGEST_SERVER)


@pytest.mark.parametrize("name", RUNS)
def test_all_that_a_workflow_asks_for_fits_with_a_server(name: str) -> None:
    views = list(played(name, "en", "plain"))
    asks = [button.ask for view in views for button in buttons_of(view)]
    asks += [block.ask for view in views for block in view.blocks if isinstance(block, Menu)]
    real = [Ask(ask.command, {**ask.options, "id": "a" * 12}) for ask in asks]

    handles = [read(written(Way.BUTTON, 99, ask, SERVER)) for ask in real]

    assert handles == [Handle(Way.BUTTON, ask, SERVER) for ask in real]
    assert len(real) > 10


@pytest.mark.parametrize(
    "custom_id",
    [
        *("", "1", "1b", "1b0", "1b0:", "1b0:?id=x", "2b0:me", "1z0:me", "b0:me", "1b0@short:me"),
        *("1b-1:me", "1b0@zzzzzzzzzzz:me", "1b٣:me", "1b0:" + "x" * 97, "ask:0", "1/me"),
    ],
)
def test_what_is_outdated_or_none_of_ours_is_nothing(custom_id: str) -> None:
    assert read(custom_id) is None


def test_an_ask_without_room_is_refused_without_its_words() -> None:
    with pytest.raises(ValueError, match="longer than an id") as refused:
        written(Way.BUTTON, 0, Ask("me", {"id": "secret" * 20}))

    assert not re.search("secret", str(refused.value))


def test_a_server_is_a_number() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        written(Way.BUTTON, 0, Ask("me"), "here")


@pytest.mark.parametrize("role", Role)
def test_an_input_is_known_by_its_field_and_what_it_holds(role: Role) -> None:
    field = FieldId("x" * 32)

    assert len(input_id(field, role, 4)) < 100
    assert read_input_id(input_id(field, role, 4)) == (field, role)


@pytest.mark.parametrize("custom_id", ["", "~", "~w0", "answer", "answer~", "answer~x0"])
def test_an_input_that_is_none_of_ours_is_nothing(custom_id: str) -> None:
    assert read_input_id(custom_id) is None
