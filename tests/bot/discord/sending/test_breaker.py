"""What is remembered of a Discord that was away, of places that are shut, and of edits."""

from datetime import timedelta

import pytest

from bot.platforms.discord.sending import breaker as breaker_module
from bot.platforms.discord.sending.breaker import Breaker, Edits, Shut
from bot.platforms.port import PlaceGoneError
from tests.databases import StoppedClock


def test_of_many_who_find_discord_away_at_the_same_time_one_counts(clock: StoppedClock) -> None:
    breaker = Breaker(clock, lambda: 0.5)

    assert [breaker.failed() for _ in range(5)] == [3] * 5


def test_pauses_vary_so_that_not_all_come_back_at_once(clock: StoppedClock) -> None:
    quick, slow = Breaker(clock, lambda: 0), Breaker(clock, lambda: 1)

    assert (quick.failed(), slow.failed()) == (2, 4)


def test_only_the_latest_are_remembered(
    clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaker_module, "MOST_REMEMBERED", 1)
    shut, edits = Shut(clock), Edits(clock)
    for name in ("first", "second"):
        shut.close(name, PlaceGoneError)
        edits.note(name)

    shut.check("first")
    with pytest.raises(PlaceGoneError):
        shut.check("second")
    assert (edits.seconds_until("first"), edits.seconds_until("second")) == (0, 5)


def test_a_place_that_was_shut_is_tried_again_after_a_while(clock: StoppedClock) -> None:
    shut = Shut(clock)
    shut.close("team", PlaceGoneError)
    clock.time += timedelta(seconds=30)

    shut.check("team")
