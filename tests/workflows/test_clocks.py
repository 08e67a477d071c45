"""The clock of a part: more time, a pause, and on again."""

from datetime import timedelta

import pytest

from tests.factories import FOUR, small
from tests.stage import Stage
from workflows.events import Paused, Resumed

TIMED = """
step = [
  { id = "one", phase = "one", title = "One", ask = [{ id = "one", label = "One" }] },
  { id = "two", phase = "two", title = "Two", ask = [{ id = "two", label = "Two" }] },
]
phase = [
  { id = "one", title = "One", minutes = 10 },
  { id = "two", title = "Two" },
]
"""


@pytest.fixture
def timed() -> Stage:
    return Stage(small(TIMED))


def test_a_stopped_clock_ends_nothing_however_long_it_stands(timed: Stage) -> None:
    timed.waits(minutes=4)
    timed.stops_the_clock()

    timed.waits(minutes=500)

    assert timed.phase == "one"
    assert "The clock stands still. 6 minutes are left." in timed.looks("ana")
    assert "[Go on with the clock]" in timed.looks("ana")


def test_a_clock_that_runs_again_has_the_time_that_was_left(timed: Stage) -> None:
    timed.waits(minutes=4)
    timed.stops_the_clock()
    timed.waits(minutes=500)

    timed.lets_the_clock_run()

    assert timed.conversation.deadline == timed.now + timedelta(minutes=6)
    timed.waits(minutes=6)
    assert timed.phase == "two"


def test_time_that_is_given_while_the_clock_stands_is_added_to_what_is_left(timed: Stage) -> None:
    timed.stops_the_clock()

    timed.gets_time()

    assert timed.conversation.time_left == timedelta(minutes=15)
    assert timed.conversation.deadline is None


def test_a_long_part_is_counted_in_hours(timed: Stage) -> None:
    timed.stops_the_clock()
    for _ in range(26):
        timed.gets_time()

    assert "The clock stands still. About 2 hours are left." in timed.looks("ana")


def test_a_part_goes_on_when_all_have_answered_though_its_clock_stands(timed: Stage) -> None:
    timed.stops_the_clock()

    for name in FOUR:
        timed.says(name, one="x")

    assert timed.phase == "two"
    assert timed.conversation.time_left is None


def test_stopping_twice_or_starting_twice_changes_nothing(timed: Stage) -> None:
    timed.lets_the_clock_run()
    assert timed.moved.stale

    timed.stops_the_clock()
    timed.waits(minutes=1)
    before = timed.conversation
    timed.stops_the_clock()

    assert timed.moved.stale
    assert timed.conversation == before


@pytest.mark.parametrize("event", [Paused, Resumed])
def test_a_press_from_an_earlier_part_leaves_the_clock_alone(
    timed: Stage, event: type[Paused | Resumed]
) -> None:
    timed.happens(event(timed.conversation.round - 1, timed.now))

    assert timed.moved.stale
    assert timed.conversation.deadline == timed.now + timedelta(minutes=10)


def test_a_part_without_an_end_has_no_clock_to_stop(timed: Stage) -> None:
    timed.goes_on()

    timed.stops_the_clock()

    assert timed.moved.stale
    assert "clock" not in timed.looks("ana")


def test_a_clock_that_jumps_over_many_parts_ends_one_of_them(timed: Stage) -> None:
    timed.waits(days=3)

    assert timed.phase == "two"
    assert timed.conversation.opened_at == timed.now
