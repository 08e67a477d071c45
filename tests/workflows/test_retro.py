"""What looking back together is like."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import FOUR, packaged
from tests.stage import Stage
from tests.workflows.looking_back import come_to, plan, write
from workflows.contents import NamedNote
from workflows.identifiers import FieldId, MemberId
from workflows.retro_questions import QUESTIONS, SECTIONS
from workflows.retros import Lesson, LessonKind, PlannedAction, Retro, Share


@pytest.fixture
def retro() -> Stage:
    return Stage(packaged("retro"))


def test_the_team_reads_what_to_start_from_before_it_begins(retro: Stage) -> None:
    plan(retro)

    assert "each of us did what they could" in retro.card()
    assert "It goes on when Ana says so." in retro.card()


def test_it_begins_at_the_moment_that_was_planned(retro: Stage) -> None:
    plan(retro, day="2026-11-10", time="15:30")

    assert retro.conversation.deadline == datetime(2026, 11, 10, 15, 30, tzinfo=UTC)
    retro.waits(days=8)
    assert retro.phase == "aims-write"


def test_it_begins_in_the_morning_when_no_time_was_named(retro: Stage) -> None:
    plan(retro, day="2026-11-10")

    assert retro.conversation.deadline == datetime(2026, 11, 10, 9, tzinfo=UTC)


def test_it_begins_when_the_facilitator_says_so_if_no_day_was_named(retro: Stage) -> None:
    plan(retro)

    assert retro.conversation.deadline is None
    assert retro.goes_on() == ""
    assert retro.phase == "aims-write"


def test_the_first_thing_is_what_was_promised_last_time() -> None:
    retro = Stage(packaged("retro"), facts={"promised": "Call the board (Bo)\nBook a room (Cy)"})
    plan(retro)

    retro.goes_on()

    assert retro.phase == "promised"
    assert "Call the board (Bo)\nBook a room (Cy)" in retro.card()
    assert "[Action items]" in retro.looks("bo")


def test_nothing_is_said_of_promises_where_none_is_open(retro: Stage) -> None:
    come_to(retro, "aims-write")

    assert "carried" in retro.conversation.sheet
    assert retro.conversation.round == 3


def test_nobody_reads_a_thought_before_the_writing_has_ended(retro: Stage) -> None:
    come_to(retro, "aims-write")

    retro.says("bo", aims_goal="Fewer should leave", aims_goal_sign="yes")

    assert "Fewer should leave" not in retro.looks("ana") + retro.card()


def test_thoughts_are_read_without_names_except_where_their_author_wants_it(retro: Stage) -> None:
    come_to(retro, "aims-write")

    write(retro, "aims", signs="bo")

    read = retro.looks("cy")
    assert "@Bo: bo on aims-goal" in read
    assert "- ana on aims-goal" in read
    assert "@Ana: ana" not in read


def test_a_section_that_nobody_answers_goes_on_when_its_time_is_up(retro: Stage) -> None:
    come_to(retro, "aims-write")

    retro.waits(minutes=3)

    assert retro.phase == "aims-talk"
    assert "aims-goal" not in retro.looks("bo")


def test_whoever_takes_the_notes_is_named(retro: Stage) -> None:
    come_to(retro, "aims-talk")
    assert "[I take the notes]" in retro.looks("bo")

    retro.takes_notes("dee")

    assert "@Dee takes the notes." in retro.looks("bo")
    assert "[I take the notes]" not in retro.looks("bo")


def test_only_the_facilitator_reads_what_helps_a_facilitator(retro: Stage) -> None:
    come_to(retro, "aims-talk")

    assert "For you as facilitator" in retro.looks("ana")
    assert "For you as facilitator" not in retro.looks("bo") + retro.card()


def test_each_section_has_its_time_when_people_sit_together(retro: Stage) -> None:
    minutes: dict[str, int] = {}
    for phase in retro.workflow.phase[3:]:
        come_to(retro, phase.id)
        deadline, begun = retro.conversation.deadline, retro.conversation.opened_at
        minutes[phase.id] = (deadline - begun).seconds // 60 if deadline else 0

    assert [
        sum(count for phase, count in minutes.items() if phase.startswith(section))
        for section in ("aims", "results", "working")
    ] == [10, 20, 20]
    assert minutes["ahead-write"] + minutes["dots"] + minutes["harvest"] == 10


def test_the_four_sections_take_four_days_when_they_are_spread(retro: Stage) -> None:
    plan(retro, pace="days")
    begun = retro.now
    retro.goes_on()

    while retro.phase != "close":
        if retro.phase == "ahead-write":
            retro.says("dee", ahead_better="Begin sooner")
        retro.now = retro.conversation.deadline or retro.now
        retro.waits(minutes=0)
        if retro.phase.endswith("-talk") or retro.phase == "harvest":
            retro.now = retro.conversation.deadline or retro.now
            retro.goes_on()

    assert (retro.now - begun).days == 4


def test_dots_are_counted_and_never_named(retro: Stage) -> None:
    come_to(retro, "harvest")

    read = retro.looks("bo")

    assert "## Where do you put your dots?" in read
    assert ": 4" in read


def test_the_record_says_what_the_team_takes_along(retro: Stage) -> None:
    come_to(retro, "harvest")
    retro.says("cy", lesson="Ask early", kind="process", share="partners")
    retro.says("cy", what="Book a room", owner="bo", due="2026-12-01", plan="Monday at eight")
    retro.says("cy", celebrate="Nobody left!")
    retro.goes_on()
    for name in FOUR:
        retro.says(name, worth="yes", sharing="yes")

    record = retro.record()

    assert isinstance(record, Retro)
    assert record.lessons == (
        Lesson(text="Ask early", kind=LessonKind.PROCESS, share=Share.PARTNERS),
    )
    assert record.actions == (
        PlannedAction(
            what="Book a room",
            who=MemberId("bo"),
            due=date(2026, 12, 1),
            plan="Monday at eight",
        ),
    )
    assert (record.celebrate, record.worth, record.is_shared) == ("Nobody left!", {"yes": 4}, True)
    assert [each.dots for each in record.weighed] == [4]


def test_one_no_keeps_the_lessons_with_the_team(retro: Stage) -> None:
    come_to(retro, "close")
    for name in FOUR:
        retro.says(name, worth="partly", sharing="no" if name == "dee" else "yes")

    record = retro.record()

    assert isinstance(record, Retro)
    assert not record.is_shared


def test_the_record_names_who_wrote_something_only_where_they_wanted_it(retro: Stage) -> None:
    come_to(retro, "aims-write")
    write(retro, "aims", signs="bo")
    come_to(retro, "close")
    for name in FOUR:
        retro.says(name, worth="yes", sharing="yes")

    record = retro.record()

    assert isinstance(record, Retro)
    entries = {said.question: said.entries for said in record.said}[FieldId("aims-goal")]
    named = [entry for entry in entries if entry.member]
    assert named == [NamedNote(member=MemberId("bo"), text="bo on aims-goal")]
    assert len(entries) == 4


def test_the_record_asks_in_the_words_that_people_were_asked_in() -> None:
    workflow = packaged("retro")

    assert {field: workflow.find_field(FieldId(field)).label for field in QUESTIONS} == QUESTIONS
    assert {
        (step.id.split("-")[0], step.title) for step in workflow.step if step.id in QUESTIONS
    } == set(SECTIONS.items())
