"""What ends a phase: the answers, the clock, or the facilitator."""

import pytest

from tests.factories import ADMINISTRATION, ASSOCIATION, FAMILIES, room, small
from tests.stage import Stage
from workflows.effects import PhaseOpened, Prompt
from workflows.identifiers import MemberId

TWO_PHASES = """
step = [
  {{ id = "ask", phase = "ask", title = "Ask", ask = [{{ id = "idea", label = "Idea" }}] }},
]
phase = [
  {{ id = "ask", title = "Ask", {rule} }},
  {{ id = "after", title = "After", closes = "facilitator" }},
]
"""


def stage(rule: str) -> Stage:
    return Stage(small(TWO_PHASES.format(rule=rule)))


def test_the_group_goes_on_when_all_have_answered() -> None:
    table = stage('closes = "all-done"')

    phases = []
    for name in ("ana", "bo", "cy", "dee"):
        table.says(name, idea="x")
        phases.append(table.phase)

    assert phases == ["ask", "ask", "ask", "after"]


@pytest.mark.parametrize(
    ("share", "people", "enough"),
    [(0.5, 4, 2), (0.5, 5, 3), (0.7, 10, 7), (1.0, 3, 3), (0.1, 4, 1)],
)
def test_the_group_goes_on_when_a_quorum_has_answered(
    share: float, people: int, enough: int
) -> None:
    names = [f"person-{number}" for number in range(people)]
    source = TWO_PHASES.format(rule=f'closes = "quorum", quorum = {share}')
    table = Stage(small(source), table=room(names))

    answered = 0
    while table.phase == "ask":
        table.says(names[answered], idea="x")
        answered += 1

    assert answered == enough


def test_the_group_waits_for_the_facilitator_though_all_have_answered() -> None:
    table = stage('closes = "facilitator"')

    for name in ("ana", "bo", "cy", "dee"):
        table.says(name, idea="x")

    assert table.phase == "ask"
    assert table.goes_on() == ""
    assert table.phase == "after"


def test_the_group_waits_for_the_clock_though_all_have_answered() -> None:
    table = stage('closes = "deadline", minutes = 10')
    for name in ("ana", "bo", "cy", "dee"):
        table.says(name, idea="x")

    table.waits(minutes=9)
    early = table.phase
    table.waits(minutes=1)

    assert (early, table.phase) == ("ask", "after")


def test_the_facilitator_ends_a_phase_that_others_have_not_answered() -> None:
    table = stage("minutes = 10")

    assert table.goes_on() == ""

    assert table.phase == "after"
    assert table.moved.effects == (PhaseOpened(),)


def test_the_group_goes_on_when_time_is_up_though_nobody_has_answered() -> None:
    table = stage("minutes = 10")

    table.waits(minutes=10)

    assert table.phase == "after"


def test_the_facilitator_is_asked_when_time_is_up_and_too_few_have_answered() -> None:
    table = stage("minutes = 10, quorum = 0.5")
    table.says("bo", idea="x")

    table.waits(minutes=10)

    assert table.phase == "ask"
    assert table.conversation.deadline is None
    assert table.moved.effects == (Prompt(MemberId("ana")),)


def test_the_group_goes_on_when_time_is_up_and_a_quorum_has_answered() -> None:
    table = stage("minutes = 10, quorum = 0.5")
    table.says("bo", idea="x")
    table.says("dee", idea="x")

    table.waits(minutes=10)

    assert table.phase == "after"


def test_the_facilitator_is_asked_when_time_is_up_and_only_they_can_end_the_phase() -> None:
    table = stage('minutes = 10, closes = "facilitator"')

    table.waits(minutes=10)

    assert table.phase == "ask"
    assert table.moved.effects == (Prompt(MemberId("ana")),)


def test_the_clock_does_not_skip_what_one_person_alone_has_to_say() -> None:
    table = stage('minutes = 10, audience = "facilitator"')

    table.waits(minutes=10)

    assert table.phase == "ask"
    assert table.goes_on() == "This part waits for Ana."


def test_the_clock_does_not_skip_what_a_shared_sheet_lacks() -> None:
    table = stage('minutes = 10, audience = "together"')

    table.waits(minutes=10)

    assert table.phase == "ask"
    assert table.goes_on() == "Before you go on, please write something for: Ask."


def test_the_clock_ends_a_shared_sheet_that_is_complete() -> None:
    table = stage('minutes = 10, audience = "together"')
    table.says("dee", idea="x")

    table.waits(minutes=10)

    assert table.phase == "after"


def test_a_group_that_is_asked_nothing_waits_for_the_clock() -> None:
    table = Stage(small('step = []\nphase = [{ id = "talk", title = "Talk", minutes = 5 }]'))

    assert table.phase == "talk"
    table.waits(minutes=5)

    assert table.phase == ""


def test_a_part_for_a_party_that_nobody_sits_for_waits_for_the_facilitator() -> None:
    three = (ADMINISTRATION, ASSOCIATION, FAMILIES)
    table = Stage(small(_FOR_A_PARTY), table=room(("ana", "bo"), parties=three))
    table.says("ana", side="families")

    assert table.phase == "theirs"
    assert "Nobody who is asked here takes part yet. Ana can go on." in table.sees("bo")
    assert table.goes_on() == ""


_FOR_A_PARTY = """
step = [
  { id = "pick", phase = "pick", title = "Pick", ask = [
    { id = "side", label = "Which side?", kind = "choice", source = "parties" },
  ] },
  { id = "ask", phase = "theirs", title = "Ask", ask = [{ id = "idea", label = "Idea" }] },
]
phase = [
  { id = "pick", title = "Pick", audience = "facilitator" },
  { id = "theirs", title = "Theirs", audience = "party", named = "side" },
]
"""
