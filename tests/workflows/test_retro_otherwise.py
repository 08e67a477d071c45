"""What a retro is like when something goes otherwise: silence, latecomers, those who leave."""

import pytest

from tests.factories import FOUR, packaged
from tests.stage import Stage
from tests.workflows.looking_back import come_to, plan
from workflows.events import RoleDeclined
from workflows.identifiers import FieldId, MemberId
from workflows.retro_questions import QUESTIONS
from workflows.retros import Retro


@pytest.fixture
def retro() -> Stage:
    return Stage(packaged("retro"))


def test_a_part_that_nobody_wrote_in_says_so_and_offers_nothing_to_put_together(
    retro: Stage,
) -> None:
    come_to(retro, "aims-write")
    retro.waits(minutes=3)

    read = retro.looks("bo")

    assert "Nobody wrote anything here. Ask who wants to say something, or go on." in read
    assert "[Put alike together]" not in read
    assert "[I take the notes]" in read


def test_one_thought_alone_cannot_be_put_together(retro: Stage) -> None:
    come_to(retro, "aims-write")
    retro.says("bo", aims_goal="Fewer should leave")
    retro.waits(minutes=3)

    assert "[Put alike together]" not in retro.looks("bo")
    assert "Nobody wrote anything" not in retro.looks("bo")


def test_nobody_is_asked_for_dots_where_nothing_was_written(retro: Stage) -> None:
    plan(retro)
    retro.goes_on()
    while retro.phase != "ahead-write":
        retro.goes_on()

    retro.goes_on()

    assert retro.phase == "harvest"
    assert retro.conversation.sheet[FieldId("written")] == 0


def test_the_thoughts_on_what_is_ahead_can_get_dots_too(retro: Stage) -> None:
    come_to(retro, "dots")

    options = {option.label for option in retro.opens("ana").form.inputs[0].options}

    assert len(options) == 25
    assert {label.split(" on ")[1] for label in options} == set(QUESTIONS)


def test_it_is_somebody_elses_turn_to_take_the_notes() -> None:
    retro = Stage(packaged("retro"), facts={"scribe-before": "cy"})
    come_to(retro, "aims-talk")
    assert "@Cy took the notes last time. Who does it this time?" in retro.looks("bo")

    retro.takes_notes("dee")

    assert "last time" not in retro.looks("bo")


def test_whoever_joins_late_reads_what_was_written_and_writes_from_then_on(retro: Stage) -> None:
    retro.leaves("dee")
    come_to(retro, "aims-write")
    for name in ("ana", "bo", "cy"):
        for field in ("aims-goal", "aims-course", "aims-view"):
            retro.says(name, **{field: f"{name} on {field}"})

    retro.joins("dee")

    assert "- bo on aims-goal" in retro.sees("dee")
    retro.goes_on()
    assert "results-what" in retro.asks("dee")


def test_a_day_that_has_passed_begins_nothing_by_itself(retro: Stage) -> None:
    plan(retro, day="2026-11-01", time="09:00")

    assert retro.conversation.deadline is None
    assert "It goes on when Ana says so." in retro.card()


def test_a_retro_that_is_called_off_shows_nothing_of_what_was_written(retro: Stage) -> None:
    come_to(retro, "aims-talk")
    assert "ana on aims-goal" in retro.looks("bo")

    retro.calls_off()

    assert "ana on aims-goal" not in retro.looks("bo") + retro.card() + retro.reveal("aims-goal")


def test_five_hundred_thoughts_are_all_kept(retro: Stage) -> None:
    come_to(retro, "aims-write")
    thoughts = [f"thought {number}" for number in range(125)]
    for name in FOUR:
        retro.says(name, aims_goal="\n".join(f"{name} {thought}" for thought in thoughts))
    retro.goes_on()
    come_to(retro, "close")
    retro.goes_on()

    record = retro.record()

    assert isinstance(record, Retro)
    assert len({entry.text for entry in record.said[0].entries}) == 500


def test_who_declines_is_noted_once(retro: Stage) -> None:
    plan(retro)

    for name in ("bo", "cy", "bo"):
        retro.happens(RoleDeclined(MemberId(name), retro.now))

    assert retro.conversation.declined == ("bo", "cy")


def test_the_other_party_leads_on_when_the_facilitator_leaves(retro: Stage) -> None:
    come_to(retro, "aims-talk")

    retro.leaves("ana")

    leader = retro.room.seats[retro.conversation.facilitator]
    assert leader.party != retro.room.seats[MemberId("ana")].party
    assert "For you as facilitator" in retro.looks(leader.id)


def test_notes_are_taken_by_nobody_when_the_scribe_has_left(retro: Stage) -> None:
    come_to(retro, "aims-talk")
    retro.takes_notes("dee")

    retro.leaves("dee")

    assert "[I take the notes]" in retro.looks("bo")
