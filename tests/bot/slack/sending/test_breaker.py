"""How a workspace is left in peace while Slack is away."""

from datetime import timedelta

import pytest

from bot.platforms.slack.sending.breaker import LONGEST_PAUSE, MOST_DOUBTS, TRIAL, Breaker
from tests.bot.slack.sending.installed import ELSEWHERE, WORKSPACE
from tests.databases import StoppedClock


@pytest.fixture
def breaker(clock: StoppedClock) -> Breaker:
    return Breaker(clock, lambda: 1)


def test_pauses_grow_while_slack_is_away_up_to_a_cap(breaker: Breaker, clock: StoppedClock) -> None:
    pauses = list[float]()
    for _ in range(9):
        pauses.append(breaker.failed(WORKSPACE))
        clock.time += timedelta(seconds=pauses[-1])

    assert pauses == [4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert LONGEST_PAUSE.total_seconds() == 300


def test_pauses_differ_by_chance_so_that_not_all_workspaces_come_back_together(
    clock: StoppedClock,
) -> None:
    assert Breaker(clock, lambda: 0).failed(WORKSPACE) == 2


def test_many_that_fail_together_make_no_longer_pause(breaker: Breaker) -> None:
    assert [breaker.failed(WORKSPACE) for _ in range(20)] == [4] * 20


def test_another_workspace_is_not_left_in_peace(breaker: Breaker) -> None:
    breaker.failed(WORKSPACE)

    assert (breaker.seconds_left(WORKSPACE), breaker.seconds_left(ELSEWHERE)) == (4, 0)


def test_one_tries_whether_slack_is_back_while_the_others_wait(
    breaker: Breaker, clock: StoppedClock
) -> None:
    breaker.failed(WORKSPACE)
    clock.time += timedelta(seconds=4)
    before = breaker.seconds_left(WORKSPACE)

    is_trial = breaker.begin_trial(WORKSPACE)

    assert (before, is_trial, breaker.seconds_left(WORKSPACE)) == (0, True, TRIAL.total_seconds())
    assert breaker.failed(WORKSPACE) == 8


def test_nobody_has_to_try_once_slack_is_back(breaker: Breaker) -> None:
    breaker.failed(WORKSPACE)

    breaker.worked(WORKSPACE)

    assert not breaker.begin_trial(WORKSPACE)
    assert breaker.seconds_left(WORKSPACE) == 0


def test_slack_counts_as_away_when_several_messages_are_refused_and_nobody_knows_why(
    breaker: Breaker,
) -> None:
    for _ in range(10):
        breaker.doubted(WORKSPACE, "same")
    pause_for_one = breaker.seconds_left(WORKSPACE)

    for number in range(MOST_DOUBTS):
        breaker.doubted(WORKSPACE, str(number))

    assert (pause_for_one, breaker.seconds_left(WORKSPACE)) == (0, 4)
