"""How one phase follows another, how long it lasts, and when the group goes back."""

from datetime import timedelta

import pytest

from tests.factories import small
from tests.stage import NOON, Stage
from workflows.conversations import Answer, Participation
from workflows.effects import Completed, DeadlineMoved, PhaseOpened
from workflows.events import MoreTime, PhaseClosed
from workflows.identifiers import FieldId, MemberId, PhaseId
from workflows.phases import times_asked

ROUNDS = """
step = [
  { id = "plan", phase = "plan", title = "Plan", ask = [
    { id = "pace", label = "Pace", kind = "choice", choice = [
      { id = "now", label = "Now" }, { id = "days", label = "Days" }, { id = "never", label = "No" },
    ] },
    { id = "hard", label = "Hard?", kind = "yes-no" },
  ] },
  { id = "text", phase = "draft", title = "Draft", ask = [{ id = "text", label = "Text" }] },
  { id = "vote", phase = "vote", title = "Vote", ask = [
    { id = "mark", label = "Mark", kind = "scale" },
    { id = "why", label = "Why", required = false },
  ] },
]
phase = [
  { id = "plan", title = "Plan", audience = "facilitator" },
  { id = "talk", title = "Talk", closes = "facilitator", when = { field = "hard", equals = true } },
  { id = "draft", title = "Draft", audience = "facilitator", reveal = ["mark", "why"] },
  { id = "vote", title = "Vote", minutes = { field = "pace", minutes = { now = 5, days = 2880, never = 0 } }, returns = { to = "draft", when = { field = "mark", at-most = 2 }, times = 2 } },
  { id = "thanks", title = "Thanks", closes = "facilitator", reveal = ["why"] },
]
"""  # noqa: E501 - one line a phase


@pytest.fixture
def rounds() -> Stage:
    return Stage(small(ROUNDS))


def plan(table: Stage, pace: str = "now", hard: str = "no") -> None:
    table.says("ana", pace=pace, hard=hard)


def vote(table: Stage, **marks: str) -> None:
    for name, mark in marks.items():
        table.says(name, mark=mark, why=f"{name} says {mark}")


def test_a_group_passes_over_a_phase_whose_condition_fails(rounds: Stage) -> None:
    plan(rounds, hard="no")

    assert rounds.phase == "draft"


def test_a_group_comes_to_a_phase_whose_condition_holds(rounds: Stage) -> None:
    plan(rounds, hard="yes")

    assert rounds.phase == "talk"


@pytest.mark.parametrize(
    ("pace", "lasts", "more"),
    [
        ("now", timedelta(minutes=5), timedelta(minutes=5)),
        ("days", timedelta(days=2), timedelta(days=1)),
    ],
)
def test_an_earlier_answer_picks_how_long_a_phase_lasts(
    rounds: Stage, pace: str, lasts: timedelta, more: timedelta
) -> None:
    plan(rounds, pace)
    rounds.says("ana", text="x")
    at_first = rounds.conversation.deadline

    rounds.gets_time()

    assert (at_first, rounds.conversation.deadline) == (NOON + lasts, NOON + lasts + more)
    assert rounds.moved.effects == (DeadlineMoved(),)


def test_time_given_after_the_clock_has_run_out_counts_from_now(rounds: Stage) -> None:
    plan(rounds)
    rounds.says("ana", text="x")
    rounds.now += timedelta(minutes=30)

    rounds.gets_time()

    assert rounds.conversation.deadline == rounds.now + timedelta(minutes=5)


def test_a_phase_ends_at_its_new_time_when_it_got_more(rounds: Stage) -> None:
    plan(rounds)
    rounds.says("ana", text="x")
    rounds.gets_time()

    rounds.waits(minutes=9)
    before = rounds.phase
    rounds.waits(minutes=1)

    assert (before, rounds.phase) == ("vote", "thanks")


def test_a_phase_without_a_clock_gets_none_by_more_time(rounds: Stage) -> None:
    plan(rounds, pace="never")
    rounds.says("ana", text="x")

    moved = rounds.happens(MoreTime(rounds.conversation.round, timedelta(days=1), NOON))

    assert moved.stale
    assert rounds.conversation.deadline is None


def test_a_group_returns_when_an_answer_asks_for_it(rounds: Stage) -> None:
    plan(rounds)
    rounds.says("ana", text="x")

    vote(rounds, ana="5", bo="4", cy="2", dee="5")

    assert rounds.phase == "draft"
    assert rounds.conversation.returned == {PhaseId("vote"): 1}


def test_a_group_goes_on_when_it_has_returned_often_enough(rounds: Stage) -> None:
    plan(rounds)

    phases = []
    for _ in range(3):
        rounds.says("ana", text="x")
        vote(rounds, ana="1", bo="1", cy="1", dee="1")
        phases.append(rounds.phase)

    assert phases == ["draft", "draft", "thanks"]
    assert rounds.conversation.round == 8


def test_an_objection_of_somebody_who_left_sends_nobody_back(rounds: Stage) -> None:
    plan(rounds)
    rounds.says("ana", text="x")

    rounds.says("cy", mark="1")
    rounds.leaves("cy")
    vote(rounds, ana="5", bo="4", dee="5")

    assert rounds.phase == "thanks"


def test_members_are_asked_afresh_when_the_group_comes_again(rounds: Stage) -> None:
    plan(rounds)
    rounds.says("ana", text="x")
    vote(rounds, ana="5", bo="4", cy="2", dee="5")
    rounds.says("ana", text="y")

    old: dict[FieldId, Answer] = {FieldId("mark"): 2, FieldId("why"): "cy says 2"}
    assert rounds.conversation.people[MemberId("cy")] == Participation(earlier=(old,))
    assert rounds.asks("cy") == ("mark", "why")


def test_what_stands_on_the_sheet_is_offered_for_changing_when_the_group_comes_again(
    rounds: Stage,
) -> None:
    plan(rounds)
    rounds.says("ana", text="our first try")
    vote(rounds, ana="1", bo="4", cy="2", dee="5")

    assert rounds.opens("ana").form.values == {"text": "our first try"}


def test_a_conversation_ends_after_its_last_phase(rounds: Stage) -> None:
    plan(rounds)
    rounds.says("ana", text="x")
    vote(rounds, ana="3", bo="4", cy="5", dee="5")

    rounds.goes_on()

    assert rounds.phase == ""
    assert rounds.moved.effects == (Completed(),)


def test_two_people_who_end_a_phase_at_once_end_one_phase(rounds: Stage) -> None:
    plan(rounds, hard="yes")
    press = PhaseClosed(PhaseId("talk"), rounds.conversation.round, NOON)

    first, second = rounds.happens(press), rounds.happens(press)

    assert (first.stale, second.stale) == (False, True)
    assert first.effects[0] == PhaseOpened()
    assert second.conversation == first.conversation


def test_it_is_known_how_often_a_question_has_been_asked(rounds: Stage) -> None:
    plan(rounds)
    rounds.says("ana", text="x")
    vote(rounds, ana="5", bo="4", cy="2", dee="5")
    returned = rounds.conversation
    rounds.says("ana", text="y")
    vote(rounds, ana="5", bo="4", cy="4", dee="5")

    def asked(field: str) -> list[int]:
        both = (returned, rounds.conversation)
        return [times_asked(rounds.workflow, moment, FieldId(field)) for moment in both]

    assert (asked("pace"), asked("text"), asked("why")) == ([1, 1], [1, 2], [1, 2])


ONE_ALONE = """
step = [
  { id = "text", phase = "draft", title = "Draft", ask = [{ id = "text", label = "Text" }] },
  { id = "check", phase = "check", title = "Check", ask = [
    { id = "good", label = "Good enough?", kind = "yes-no" },
  ] },
]
phase = [
  { id = "draft", title = "Draft", audience = "together", closes = "facilitator" },
  { id = "check", title = "Check", audience = "scribe", returns = { to = "draft", when = { field = "good", equals = false }, times = 1 } },
]
"""  # noqa: E501 - one line a phase


def test_one_person_alone_can_send_the_group_back() -> None:
    table = Stage(small(ONE_ALONE))
    table.says("bo", text="x")
    table.goes_on()

    table.says("ana", good="no")

    assert table.phase == "draft"
