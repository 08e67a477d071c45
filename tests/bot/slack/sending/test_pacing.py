"""How often Slack is asked for the same, and by whom first."""

from datetime import datetime, timedelta

import pytest

from bot.platforms.slack.sending import pacing as pacing_module
from bot.platforms.slack.sending.pacing import METHODS, Pacing
from tests.bot.slack.sending.installed import ELSEWHERE, WORKSPACE
from tests.databases import StoppedClock

POST = "chat.postMessage"
ALLOWED = {"pins.add": 20, "chat.update": 50, "files.getUploadURLExternal": 100, POST: 300}
"""Calls in a minute that Slack allows at least, in one workspace."""


@pytest.fixture
def pacing(clock: StoppedClock) -> Pacing:
    return Pacing(clock)


@pytest.mark.parametrize(("method", "most"), ALLOWED.items())
def test_a_workspace_is_never_asked_more_often_in_a_minute_than_slack_allows(
    method: str, most: int, pacing: Pacing, clock: StoppedClock
) -> None:
    waiting = [str(number) for number in range(400)]
    for _ in range(240):
        waiting = [
            who
            for who in waiting
            if pacing.seconds_until(WORKSPACE, method, who=who, channel=who, message=who)
        ]
        clock.time += timedelta(seconds=0.25)

    assert METHODS[method].at_once < 400 - len(waiting) <= most


def test_a_channel_gets_one_message_a_second_in_the_order_they_came(
    pacing: Pacing, clock: StoppedClock
) -> None:
    def waits() -> dict[str, float]:
        return {who: pacing.seconds_until(WORKSPACE, POST, who=who, channel="C1") for who in "abc"}

    first, again = waits(), waits()
    clock.time += timedelta(seconds=1)
    later = waits()

    assert first == {"a": 0, "b": 1, "c": 2}
    assert (again["b"], again["c"]) == (1, 2)
    assert (later["b"], later["c"]) == (0, 1)


def test_the_first_message_goes_at_once_while_the_clock_runs_on(clock: StoppedClock) -> None:
    def now() -> datetime:
        clock.time += timedelta(microseconds=1)
        return clock.time

    pacing = Pacing(now)

    assert pacing.seconds_until(WORKSPACE, POST, who="a", channel="C1") == 0
    assert pacing.seconds_until(WORKSPACE, "chat.update", who="a", message="1") == 0


def test_another_channel_another_method_and_another_workspace_do_not_wait(
    pacing: Pacing,
) -> None:
    pacing.hold(WORKSPACE, POST, 3600, who="a", channel="C1")

    assert pacing.seconds_until(WORKSPACE, POST, who="a", channel="C1") == 3600
    assert pacing.seconds_until(WORKSPACE, POST, who="b", channel="C2") == 3600.3
    assert pacing.seconds_until(WORKSPACE, "chat.update", who="a", channel="C1") == 0
    assert pacing.seconds_until(ELSEWHERE, POST, who="a", channel="C1") == 0


def test_one_message_is_edited_every_three_seconds_at_most(
    pacing: Pacing, clock: StoppedClock
) -> None:
    def edit(who: str, message: str) -> float:
        return pacing.seconds_until(
            WORKSPACE, "chat.update", who=who, channel="C1", message=message
        )

    waits = [edit("a", "1.1"), edit("b", "1.1"), edit("c", "2.2")]
    clock.time += timedelta(seconds=3)

    assert waits == [0, 3, 0]
    assert edit("b", "1.1") == 0


def test_those_who_wait_for_slack_do_not_all_come_back_at_once(
    pacing: Pacing, clock: StoppedClock
) -> None:
    for who in "abc":
        pacing.seconds_until(WORKSPACE, POST, who=who, channel="C1")
    pacing.hold(WORKSPACE, POST, 30, who="a", channel="C1")
    clock.time += timedelta(seconds=30)

    waits = [
        pacing.seconds_until(WORKSPACE, POST, who=who, channel=channel)
        for who, channel in (("a", "C1"), ("b", "C1"), ("c", "C2"), ("d", "C3"))
    ]

    assert waits == pytest.approx([0, 1, 0.6, 0.9])


def test_a_method_of_no_known_pace_is_called_whenever_it_is_needed(pacing: Pacing) -> None:
    pacing.hold(WORKSPACE, "auth.test", 30, who="a")

    assert pacing.seconds_until(WORKSPACE, "auth.test", who="a") == 0


def test_whoever_never_comes_back_is_forgotten(
    pacing: Pacing, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pacing_module, "MOST_PROMISES", 2)
    monkeypatch.setattr(pacing_module, "MOST_LINES", 2)
    for who in "abcd":
        pacing.seconds_until(WORKSPACE, POST, who=who, channel="C1")
    clock.time += timedelta(minutes=1)

    waits = [pacing.seconds_until(WORKSPACE, POST, who=who, channel=f"C{who}") for who in "efgh"]

    assert waits == [0, 0, 0, 0]
