"""People come, go and change chairs while a conversation runs; it starts, and it is called off."""

from datetime import timedelta

import pytest

from tests.factories import FOUR, packaged, room, small, source
from tests.stage import NOON, Stage
from tests.workflows.parts import PARTS, owned, picked
from workflows.conversations import Status
from workflows.effects import CalledOff, Completed, PhaseOpened, Prompt
from workflows.engine import start
from workflows.errors import ConversationOverError, NotTakingPartError
from workflows.events import (
    Cancelled,
    Chair,
    Deadline,
    MemberLeft,
    MoreTime,
    PhaseClosed,
    WentBack,
)
from workflows.identifiers import ConversationId, MemberId, PhaseId, RecordId, TeamId
from workflows.library import read_workflow
from workflows.transitions import Opening

ANA, BO, CY, DEE, EVE = map(MemberId, (*FOUR, "eve"))


@pytest.fixture
def parts() -> Stage:
    return Stage(small(PARTS))


def asked(table: Stage) -> list[str]:
    return [name for name in (*table.conversation.people,) if table.asks(name)]


def test_a_conversation_starts_with_whoever_started_it() -> None:
    opening = Opening(
        ConversationId("c"), TeamId("t"), ANA, (ANA, BO), NOON, about=RecordId("norms")
    )

    started = start(small(PARTS), opening, room())

    conversation = started.conversation
    assert started.effects == (PhaseOpened(), Prompt(ANA))
    assert (conversation.round, conversation.about) == (1, "norms")
    assert conversation.edition == small(PARTS).edition


def test_each_part_asks_whom_it_is_for(parts: Stage) -> None:
    seen = [asked(parts)]
    picked(parts)
    seen.append(asked(parts))
    for name in FOUR:
        parts.says(name, idea="x")
    seen.append(asked(parts))
    parts.says("bo", plan="x")
    parts.says("bo", cost="x")
    seen.append(asked(parts))
    parts.says("ana", note="x")
    seen.append(asked(parts))

    assert seen == [["ana"], [*FOUR], ["bo"], ["ana"], ["bo", "dee"]]


def test_whoever_is_asked_alone_is_prompted(parts: Stage) -> None:
    owned(parts)

    assert parts.moved.effects == (PhaseOpened(), Prompt(BO))


def test_somebody_who_joins_late_is_asked(parts: Stage) -> None:
    picked(parts).joins("eve")

    assert parts.moved.effects == (Prompt(EVE),)
    assert parts.asks("eve") == ("idea",)


def test_somebody_who_joins_where_nothing_waits_for_them_is_left_in_peace(parts: Stage) -> None:
    parts.joins("eve")

    assert parts.moved.effects == ()
    assert "Waiting for Ana." in parts.sees("eve")


def test_somebody_who_joins_twice_takes_part_once(parts: Stage) -> None:
    parts.joins("eve")
    once = parts.conversation

    parts.joins("eve")

    assert (parts.conversation, parts.moved.effects) == (once, ())


def test_somebody_who_leaves_is_not_waited_for(parts: Stage) -> None:
    picked(parts)
    for name in ("ana", "bo", "cy"):
        parts.says(name, idea="x")

    parts.leaves("dee")

    assert parts.phase == "one"


def test_somebody_who_comes_back_finds_what_they_answered(parts: Stage) -> None:
    picked(parts).says("bo", idea="from before")

    parts.leaves("bo")
    away = parts.sees("bo")
    parts.joins("bo")

    assert "You do not take part in this conversation." in away
    assert parts.conversation.people[BO].answers == {"idea": "from before"}
    assert parts.asks("bo") == ()


@pytest.mark.parametrize("name", ["bo", "eve"])
def test_somebody_who_is_not_there_leaves_without_effect(parts: Stage, name: str) -> None:
    parts.leaves("bo")
    before = parts.conversation

    parts.leaves(name)

    assert (parts.conversation, parts.moved.effects) == (before, ())


def test_the_chair_goes_to_the_other_party_when_the_facilitator_leaves(parts: Stage) -> None:
    parts.leaves("ana")

    assert parts.conversation.facilitator == BO
    assert parts.moved.effects == (Prompt(BO),)
    assert parts.asks("bo") == ("owner", "side")


def test_the_chair_stays_with_the_party_when_nobody_else_is_left(parts: Stage) -> None:
    parts.leaves("bo")
    parts.leaves("dee")

    parts.leaves("ana")

    assert parts.conversation.facilitator == CY


def test_the_chair_of_somebody_unknown_goes_to_the_first(parts: Stage) -> None:
    parts.joins("eve")
    parts.takes_the_chair("eve")

    parts.leaves("eve")

    assert parts.conversation.facilitator == ANA


def test_the_facilitator_stands_in_for_somebody_named_who_leaves(parts: Stage) -> None:
    owned(parts).says("bo", plan="half done")

    parts.leaves("bo")

    assert parts.moved.effects == (Prompt(ANA),)
    assert parts.opens("ana").form.values == {"plan": "half done"}
    assert "Waiting for Ana, in place of Bo." in parts.sees("cy")


def test_somebody_named_who_comes_back_goes_on_where_they_were(parts: Stage) -> None:
    owned(parts).says("bo", plan="half done")
    parts.leaves("bo")

    parts.joins("bo")

    assert parts.moved.effects == (Prompt(BO),)
    assert (parts.asks("bo"), parts.asks("ana")) == (("cost",), ())


def test_a_new_scribe_is_asked_and_prompted(parts: Stage) -> None:
    owned(parts).says("bo", plan="x")
    parts.says("bo", cost="x")

    parts.takes_the_chair("dee", Chair.SCRIBE)
    after_taking = (parts.moved.effects, asked(parts))
    parts.leaves("dee")

    assert after_taking == ((Prompt(DEE),), ["dee"])
    assert (parts.moved.effects, asked(parts)) == ((Prompt(ANA),), ["ana"])


def test_a_new_facilitator_is_asked_what_the_facilitator_was_asked(parts: Stage) -> None:
    parts.takes_the_chair("dee")

    assert parts.moved.effects == (Prompt(DEE),)
    assert asked(parts) == ["dee"]


def test_a_new_facilitator_is_left_in_peace_where_all_are_asked(parts: Stage) -> None:
    picked(parts).takes_the_chair("dee")

    assert parts.conversation.facilitator == DEE
    assert parts.moved.effects == ()


def test_only_somebody_who_takes_part_takes_the_chair(parts: Stage) -> None:
    parts.leaves("dee")

    for name in ("dee", "eve"):
        with pytest.raises(NotTakingPartError):
            parts.takes_the_chair(name)


def test_a_part_of_one_party_is_over_when_those_who_are_left_have_answered(parts: Stage) -> None:
    owned(parts).says("bo", plan="x")
    parts.says("bo", cost="x")
    parts.says("ana", note="x")
    parts.says("bo", view="x")

    parts.leaves("dee")

    assert parts.moved.effects == (Completed(),)


def test_a_conversation_that_everybody_has_left_is_called_off(parts: Stage) -> None:
    for name in FOUR:
        parts.leaves(name)

    assert parts.conversation.status is Status.CANCELLED
    assert parts.moved.effects == (CalledOff(),)


def test_a_conversation_that_was_called_off_takes_nothing_more(parts: Stage) -> None:
    parts.calls_off()

    assert parts.moved.effects == (CalledOff(),)
    assert "This conversation was called off." in parts.sees("bo")
    for event in (Cancelled(NOON), MemberLeft(BO, NOON), WentBack(BO, 1, NOON)):
        with pytest.raises(ConversationOverError):
            parts.happens(event)


def test_an_old_button_changes_nothing(parts: Stage) -> None:
    picked(parts)
    before = parts.conversation

    for event in (PhaseClosed(PhaseId("pick"), 1, NOON), WentBack(BO, 1, NOON)):
        assert parts.happens(event).stale

    assert parts.conversation == before


def test_somebody_who_does_not_take_part_cannot_go_back(parts: Stage) -> None:
    parts.leaves("bo")

    for name in ("bo", "eve"):
        with pytest.raises(NotTakingPartError):
            parts.back(name)


def test_going_back_where_nothing_was_answered_changes_nothing(parts: Stage) -> None:
    before = parts.conversation

    for name in FOUR:
        parts.back(name)

    assert parts.conversation == before


@pytest.mark.parametrize(("round_", "minutes"), [(1, 60), (2, 9)])
def test_a_clock_of_an_earlier_part_or_time_ends_nothing(round_: int, minutes: int) -> None:
    table = Stage(packaged("norms"))
    table.says("ana", pace="now")
    before = table.conversation

    moved = table.happens(Deadline(before.phase, round_, NOON + timedelta(minutes=minutes)))

    assert moved.stale
    assert table.conversation == before


def test_more_time_for_an_earlier_part_changes_nothing() -> None:
    table = Stage(packaged("norms"))
    table.says("ana", pace="now")
    before = table.conversation

    assert table.happens(MoreTime(1, timedelta(days=1), NOON)).stale
    assert table.conversation == before


def test_a_conversation_keeps_the_wording_it_began_with() -> None:
    table = Stage(small(PARTS))
    edited = small(PARTS.replace("Owner", "Who owns it"))

    table.workflow = read_workflow(source(PARTS))

    assert table.conversation.edition == table.workflow.edition != edited.edition
    assert "? Owner" in table.sees("ana")
