"""How many requests leave in a second, and when no more of them may."""

from datetime import timedelta

from bot.platforms.discord.sending import budget as limits
from bot.platforms.discord.sending.budget import Budget
from tests.databases import START, StoppedClock


def test_never_more_than_forty_requests_leave_in_a_second(clock: StoppedClock) -> None:
    budget = Budget(clock)
    leaving = list[float]()

    for burst in (100, 1, 60):
        since = (clock.time - START).total_seconds()
        leaving += [since + budget.take_turn() for _ in range(burst)]
        clock.time += timedelta(seconds=4.5)

    for at in leaving:
        assert sum(at <= other < at + 1 for other in leaving) <= 40


def test_some_requests_leave_at_once_after_a_rest(clock: StoppedClock) -> None:
    budget = Budget(clock)

    assert [budget.take_turn() for _ in range(limits.AT_ONCE)] == [0] * limits.AT_ONCE
    assert budget.take_turn() > 0


def test_invalid_answers_are_forgotten_after_ten_minutes(clock: StoppedClock) -> None:
    budget = Budget(clock)
    for _ in range(limits.MOST_INVALID):
        budget.count_invalid()
        clock.time += timedelta(seconds=0.5)
    assert budget.seconds_left(is_answer=False) == 100

    clock.time += timedelta(seconds=100)

    assert budget.seconds_left(is_answer=False) == 0


def test_answers_to_people_end_last(clock: StoppedClock) -> None:
    budget = Budget(clock)
    for _ in range(limits.MOST_INVALID_ANSWERS - 1):
        budget.count_invalid()
    assert budget.seconds_left(is_answer=True) == 0

    budget.count_invalid()

    assert budget.seconds_left(is_answer=True) == 600


def test_the_longest_hold_counts(clock: StoppedClock) -> None:
    budget = Budget(clock)

    budget.hold(60)
    budget.hold(5)

    assert budget.seconds_left(is_answer=False) == 60
    assert budget.seconds_left(is_answer=True) == 0
