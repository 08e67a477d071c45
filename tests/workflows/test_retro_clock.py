"""What a team reads of the clock while it looks back, and of who sits in which chair."""

import pytest

from tests.factories import packaged
from tests.limits import buttons_of
from tests.stage import Stage


@pytest.fixture
def retro() -> Stage:
    return Stage(packaged("retro"))


def plan(table: Stage, day: str = "") -> None:
    """Let Ana plan the retro."""
    table.says("ana", topic="Our first year", pace="hour", day=day, time="")


def come_to_talk(table: Stage) -> None:
    """Let the team come to talk about its aims, of which nobody has written."""
    plan(table)
    table.goes_on()
    table.waits(minutes=3)


def test_a_team_reads_when_it_begins_if_a_day_was_named(retro: Stage) -> None:
    plan(retro, day="2026-11-10")

    assert "It begins Tue, Nov 10, 9:00" in retro.card()
    assert "Open until" not in retro.card()


def test_whoever_was_drawn_can_begin_put_it_off_or_hand_it_over(retro: Stage) -> None:
    plan(retro, day="2026-11-10")

    assert [button.label for button in buttons_of(retro.view("ana"))] == [
        "Begin now",
        "More time",
        "Swap with somebody",
        "Not this time",
        "Call it off",
    ]


def test_a_team_reads_that_its_time_is_up_while_it_may_still_talk(retro: Stage) -> None:
    come_to_talk(retro)
    assert "The time for this part is up." not in retro.card()

    retro.waits(minutes=7)

    assert retro.phase == "aims-talk"
    assert "The time for this part is up." in retro.card()


def test_a_team_reads_no_more_that_its_time_is_up_once_it_has_more(retro: Stage) -> None:
    come_to_talk(retro)
    retro.waits(minutes=7)

    retro.gets_time()

    assert "The time for this part is up." not in retro.card()


def test_the_card_says_who_facilitates_and_who_takes_the_notes(retro: Stage) -> None:
    come_to_talk(retro)
    assert "@Ana facilitates." in retro.card()

    retro.takes_notes("bo")

    assert "@Ana facilitates. @Bo takes the notes." in retro.card()
