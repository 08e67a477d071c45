"""The clocks: the computer's, and the one that a local workspace can move."""

from datetime import UTC, datetime, timedelta

from bot.clock import MovableClock, SystemClock

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


class StoppedClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOON


def test_a_program_learns_the_time_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_a_workspace_sees_the_time_of_the_computer_when_nobody_moved_the_clock() -> None:
    assert MovableClock(StoppedClock()).now() == NOON


def test_a_workspace_sees_tomorrow_when_its_clock_is_a_day_ahead() -> None:
    clock = MovableClock(StoppedClock())

    clock.offset = timedelta(days=1)

    assert clock.now() == NOON + timedelta(days=1)
