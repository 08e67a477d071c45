"""The invitation: what its author is asked, what it is made of, and what became of it."""

from datetime import date

import pytest

from bot.plain_text import draw_view
from tests.factories import packaged, room
from tests.players import play
from tests.stage import Stage
from workflows.evidence import FINDINGS, READING, finding
from workflows.identifiers import FieldId, RecordId
from workflows.invitation_pages import invitation_blocks
from workflows.invitation_ways import invitation_ways
from workflows.invitations import PASSAGES, Answered, Invitation, working_days_after
from workflows.views import View

STARTED = Invitation(
    invitee="Dana Reyes",
    topic="retention",
    issue="Half of her new teachers leave.",
    findings=("turnover", "gone-since"),
    story="Mine left, too.",
    outcome="We look at the figures.",
    style="join",
    passages={FieldId("join-opener"): "Shall we?", FieldId("join-support"): "They stay."},
    ask="Half an hour on Tuesday?",
    ask_by=date(2026, 12, 1),
)
FRIDAY = date(2026, 11, 6)


@pytest.mark.parametrize("style", PASSAGES)
def test_each_style_asks_for_its_own_parts_and_the_message_has_them_in_order(style: str) -> None:
    table = Stage(packaged("invitation"))

    play(table, {"ana": {"style": style}})

    record = table.record()
    assert isinstance(record, Invitation)
    assert record.message == tuple(f"ana on {part}" for part in (*PASSAGES[style], "ask"))


def test_only_the_style_that_was_chosen_last_is_in_the_message() -> None:
    table = Stage(packaged("invitation"), sheet={"story-opener": "Long ago."})

    play(table, {"ana": {"style": "join"}})

    record = table.record()
    assert isinstance(record, Invitation)
    assert "Long ago." not in record.message


def test_who_asks_for_what_does_not_lead_there_asks_anew() -> None:
    table = Stage(packaged("invitation"))
    _writes_until_the_check(table)

    table.says("ana", fits="no")

    assert table.phase == "ask"


def test_an_author_may_leave_the_findings_and_the_day_out() -> None:
    table = Stage(packaged("invitation"))

    _writes_until_the_check(table)
    table.says("ana", fits="yes")

    record = table.record()
    assert isinstance(record, Invitation)
    assert (record.findings, record.ask_by, record.next_day) == ((), None, None)


@pytest.mark.parametrize("topic", READING)
def test_each_issue_names_where_to_read_on(topic: str) -> None:
    table = Stage(packaged("invitation"))

    table.says("ana", invitee="Dana", topic=topic, issue="Theirs.")

    assert READING[topic] in table.sees("ana")


def test_each_finding_names_its_source_and_promises_nothing() -> None:
    promising = ("will", "would", "can", "guarantees", "raises", "causes", "your")

    assert all(each.source and each.claim != each.name for each in FINDINGS)
    assert [each.id for each in FINDINGS for word in promising if word in each.claim.split()] == []
    assert len({each.id for each in FINDINGS}) == len(FINDINGS) <= 10


def test_a_finding_that_is_no_more_is_left_out() -> None:
    blocks = repr(invitation_blocks(STARTED, room().words))

    assert (finding("gone-since"), "turnover was 3.5 times" in blocks) == (None, True)


def test_an_invitation_without_anything_to_lean_on_says_only_what_it_says() -> None:
    bare = STARTED.model_copy(update={"findings": (), "story": "", "topic": "long-gone"})

    text = draw_view(View("T", "S", invitation_blocks(bare, room().words)), room().words)

    assert "If they ask for more" not in text


@pytest.mark.parametrize(
    ("answered", "day"),
    [
        (Answered.DRAFTED, date(2026, 11, 24)),
        (Answered.SENT, FRIDAY),
        (Answered.ACCEPTED, None),
        (Answered.DECLINED, None),
        (Answered.SILENT, None),
    ],
)
def test_its_author_is_called_on_a_day_that_fits(answered: Answered, day: date | None) -> None:
    invitation = STARTED.model_copy(update={"answered": answered, "follow_up": FRIDAY})

    assert invitation.next_day == day


@pytest.mark.parametrize(
    ("answered", "labels"),
    [
        (Answered.DRAFTED, ["I have sent it"]),
        (Answered.SENT, ["They said yes", "They said no", "No answer came", "Ask me later"]),
        (Answered.ACCEPTED, ["Post a join card"]),
        (Answered.DECLINED, ["I have sent it again"]),
        (Answered.SILENT, ["I have sent it again"]),
    ],
)
def test_its_author_is_offered_what_fits(answered: Answered, labels: list[str]) -> None:
    invitation = STARTED.model_copy(update={"answered": answered})

    ways = invitation_ways(RecordId("r"), invitation, room().words)

    assert [button.label for button in ways] == [*labels, "Change it", "Delete it"]


def test_the_same_message_is_as_far_on_its_way_as_before() -> None:
    sent = STARTED.model_copy(update={"answered": Answered.SENT, "follow_up": FRIDAY})
    other_hope = STARTED.model_copy(update={"outcome": "We talk."})
    other_ask = STARTED.model_copy(update={"ask": "Coffee?"})

    assert other_hope.as_far_as(sent).answered is Answered.SENT
    assert other_ask.as_far_as(sent).answered is Answered.DRAFTED


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (FRIDAY, 5, date(2026, 11, 13)),
        (FRIDAY, 1, date(2026, 11, 9)),
        (date(2026, 11, 4), 2, FRIDAY),
        (date(2026, 11, 7), 1, date(2026, 11, 9)),
    ],
)
def test_working_days_leave_out_the_weekend(day: date, count: int, later: date) -> None:
    assert working_days_after(day, count) == later


def _writes_until_the_check(table: Stage) -> None:
    table.says("ana", invitee="Dana", topic="morale", issue="Theirs.")
    table.says("ana", findings=(), story="")
    table.says("ana", outcome="A plan.")
    table.says("ana", style="solution")
    table.says("ana", solution_opener="It hurts.", solution_way="Together.")
    table.says("ana", ask="Coffee?", ask_by="")
