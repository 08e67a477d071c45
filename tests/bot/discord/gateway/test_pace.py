"""Discord is tried again soon, then less often, and never so often that the token is lost."""

import pytest

from bot.platforms.discord.gateway.pace import (
    MOST_SESSIONS,
    STEADY_SECONDS,
    WITHIN_SECONDS,
    Pace,
    TooManySessionsError,
)

DISCORD_ALLOWS = 1000


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_the_pauses_grow_to_a_minute_and_no_further() -> None:
    pace = Pace(lambda: 1.0, Watch())

    assert [pace.pause() for _ in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]


def test_two_programs_do_not_come_back_at_the_same_moment() -> None:
    chances = iter((0.0, 0.5, 1.0))

    pauses = [Pace(lambda: next(chances), Watch()).pause() for _ in range(3)]

    assert pauses == [0.5, 0.75, 1.0]


@pytest.mark.parametrize(("stood", "pause"), [(STEADY_SECONDS, 1.0), (STEADY_SECONDS - 1, 8.0)])
def test_the_pause_is_short_again_after_a_connection_that_stood(stood: float, pause: float) -> None:
    watch = Watch()
    pace = Pace(lambda: 1.0, watch)
    for _ in range(3):
        pace.pause()

    pace.is_up()
    pace.is_up()
    watch.seconds += stood

    assert pace.pause() == pause


def test_after_many_new_sessions_another_one_waits() -> None:
    watch = Watch()
    pace = Pace(lambda: 1.0, watch)
    for _ in range(MOST_SESSIONS):
        pace.identifies()

    with pytest.raises(TooManySessionsError):
        pace.identifies()

    assert pace.pause() == WITHIN_SECONDS
    watch.seconds += WITHIN_SECONDS
    pace.identifies()


def test_a_day_has_room_for_no_more_sessions_than_discord_allows() -> None:
    assert MOST_SESSIONS * 86400 / WITHIN_SECONDS < DISCORD_ALLOWS
