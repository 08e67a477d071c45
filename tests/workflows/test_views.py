"""Values of a screen: what a button asks for, and a problem put on top."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import packaged
from workflows import asks
from workflows.identifiers import ConversationId, MemberId, RecordId, StepId, TeamId
from workflows.views import Ask, View

ID = "abcdefghijkl"

VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def test_a_button_keeps_its_ask_in_one_line() -> None:
    ask = Ask("record show", {"id": ID, "edition": "2"})

    assert ask.encode() == f"1/record.show?id={ID}&edition=2"


@given(st.dictionaries(st.from_regex("[a-z]{1,8}", fullmatch=True), VALUES, max_size=4))
def test_an_ask_is_read_as_it_was_kept(options: dict[str, str]) -> None:
    ask = Ask("conversation send", options)

    assert Ask.decode(ask.encode()) == ask


@pytest.mark.parametrize("line", ["", "1/", "2/record.show?id=1", "record show", "1/?id=1"])
def test_a_button_of_another_version_is_recognised(line: str) -> None:
    assert Ask.decode(line) is None


@pytest.mark.parametrize("name", ["norms", "decision", "norm-check", "decision-review"])
def test_every_button_of_a_conversation_fits_where_platforms_keep_it(name: str) -> None:
    id_ = ConversationId(ID)
    round_, row = 99, {"row": "99", "more": "1"}

    longest = [
        ask.encode()
        for step in packaged(name).step
        for ask in (
            asks.send(id_, step.id, round=str(round_), seen="abcdef", **row),
            asks.edit(id_, step.id, round_),
        )
    ]

    assert [line for line in longest if len(line) > 100] == []


@pytest.mark.parametrize(
    ("ask", "line"),
    [
        (asks.take_part(ConversationId(ID)), "conversation.open?id=abcdefghijkl"),
        (asks.look(ConversationId(ID)), "conversation.look?id=abcdefghijkl"),
        (
            asks.send(ConversationId(ID), StepId("mark"), round="2"),
            "conversation.send?id=abcdefghijkl&step=mark&round=2",
        ),
        (asks.back(ConversationId(ID), 2), "conversation.back?id=abcdefghijkl&round=2"),
        (asks.go_on(ConversationId(ID), 2), "conversation.next?id=abcdefghijkl&round=2"),
        (asks.more_time(ConversationId(ID), 2), "conversation.time?id=abcdefghijkl&round=2"),
        (asks.facilitate(ConversationId(ID)), "conversation.facilitate?id=abcdefghijkl"),
        (asks.call_off(ConversationId(ID)), "conversation.cancel?id=abcdefghijkl"),
        (asks.show_record(RecordId(ID)), "record.show?id=abcdefghijkl"),
        (asks.sign(RecordId(ID), 3), "record.sign?id=abcdefghijkl&edition=3"),
        (asks.team_home(TeamId(ID)), "home?team=abcdefghijkl"),
        (asks.about_team("norms start", TeamId(ID)), "norms.start?team=abcdefghijkl"),
        (asks.about_member("team role", MemberId(ID)), "team.role?member=abcdefghijkl"),
    ],
)
def test_each_button_asks_for_a_command(ask: Ask, line: str) -> None:
    assert ask.encode() == f"1/{line}"


def test_a_screen_with_a_problem_is_the_same_screen() -> None:
    screen = View("Title", "Summary")

    assert screen.with_problem("Too late.") == View("Title", "Summary", problem="Too late.")
