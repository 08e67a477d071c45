"""A request is taken once, and what is remembered of it stays small."""

from datetime import timedelta

from bot.platforms.slack.edge.memory import Memory
from bot.platforms.slack.edge.replays import Replays
from tests.databases import START, StoppedClock


def test_a_request_that_comes_again_is_known(clock: StoppedClock) -> None:
    replays = Replays(clock)

    assert [replays.is_new(b"one", START) for _ in range(3)] == [True, False, False]


def test_a_request_that_comes_again_is_known_for_six_minutes(clock: StoppedClock) -> None:
    replays = Replays(clock)
    replays.is_new(b"one", START - timedelta(minutes=4))

    clock.time = START + timedelta(minutes=5, seconds=59)
    assert not replays.is_new(b"one", START)

    clock.time = START + timedelta(minutes=6)
    assert replays.is_new(b"one", START)


def test_a_request_that_is_dated_ahead_is_known_while_it_would_be_let_in(
    clock: StoppedClock,
) -> None:
    replays = Replays(clock)
    ahead = START + timedelta(minutes=5)
    replays.is_new(b"one", ahead)

    clock.time = ahead + timedelta(minutes=5)

    assert not replays.is_new(b"one", ahead)


def test_a_request_is_let_in_again_when_it_had_no_effect(clock: StoppedClock) -> None:
    replays = Replays(clock)
    replays.is_new(b"one", START)

    replays.forget(b"one")

    assert replays.is_new(b"one", START)


def test_a_memory_forgets_what_came_first_when_it_is_full(clock: StoppedClock) -> None:
    memory: Memory[int, str] = Memory(keep=timedelta(minutes=1), most=3, now=clock)

    for number in range(5):
        memory.put(number, f"number {number}")

    assert len(memory) == 3
    assert [memory.get(number) for number in range(5)] == [
        *(None, None),
        *("number 2", "number 3", "number 4"),
    ]


def test_a_memory_gives_back_the_room_of_what_has_ended(clock: StoppedClock) -> None:
    memory: Memory[int, str] = Memory(keep=timedelta(minutes=1), most=1000, now=clock)
    for number in range(100):
        memory.put(number, "before")

    clock.time += timedelta(minutes=1)
    memory.put(100, "after")

    assert len(memory) == 1
    assert memory.get(100) == "after"
