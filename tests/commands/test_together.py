"""Those who wait for the same thing: in turn, together, and none of them forgotten."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from commands.together import Together


class Counter:
    """Somebody behind a counter, who serves as often as they are let."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(0)
        self.served = list[list[str]]()

    def works(self, times: int = 10) -> None:
        """Let so many servings come to their end."""
        for _ in range(times):
            self._turns.release()

    async def serve(self, wishes: Sequence[str]) -> Sequence[str | Exception]:
        """Note who is served together; those who wish for trouble get it."""
        self.served.append(list(wishes))
        await self._turns.acquire()
        if wishes[0] == "closing time":
            raise TimeoutError
        return [ValueError(wish) if wish == "trouble" else wish.upper() for wish in wishes]


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
async def group() -> AsyncIterator[asyncio.TaskGroup]:
    async with asyncio.TaskGroup() as group:
        yield group


class Line:
    """People who come to the counter one after another."""

    def __init__(self, group: asyncio.TaskGroup, together: Together[str, str]) -> None:
        self._group = group
        self._together = together

    async def come(self, *wishes: str, key: str = "key") -> list[asyncio.Task[str | Exception]]:
        """Let people come, and stand there; those who wish aloud want to be served alone."""
        tasks = list[asyncio.Task[str | Exception]]()
        for wish in wishes:
            tasks.append(self._group.create_task(self._ask(key, wish)))
            await asyncio.sleep(0)
        return tasks

    async def _ask(self, key: str, wish: str) -> str | Exception:
        try:
            return await self._together.do(key, wish, shared=not wish.isupper())
        except (ValueError, TimeoutError) as error:
            return error


@pytest.fixture
def line(counter: Counter, group: asyncio.TaskGroup) -> Line:
    return Line(group, Together(counter.serve))


async def test_whoever_comes_while_another_is_served_is_served_with_the_others_who_did(
    counter: Counter, line: Line
) -> None:
    tasks = await line.come("a", "b", "c", "d")

    counter.works()

    assert await outcomes(tasks) == ["A", "B", "C", "D"]
    assert counter.served == [["a"], ["b", "c", "d"]]


async def test_only_so_many_are_served_together(counter: Counter, group: asyncio.TaskGroup) -> None:
    tasks = await Line(group, Together(counter.serve, most=2)).come("a", "b", "c", "d")

    counter.works()

    assert await outcomes(tasks) == ["A", "B", "C", "D"]
    assert counter.served == [["a"], ["b", "c"], ["d"]]


async def test_whoever_is_to_be_served_alone_is(counter: Counter, line: Line) -> None:
    tasks = await line.come("A", "B", "c", "d", "E", "f")

    counter.works()

    assert await outcomes(tasks) == ["A", "B", "C", "D", "E", "F"]
    assert counter.served == [["A"], ["B"], ["c", "d"], ["E"], ["f"]]


async def test_whoever_wants_something_else_does_not_wait(counter: Counter, line: Line) -> None:
    await line.come("a")
    await line.come("b", key="another")

    assert counter.served == [["a"], ["b"]]
    counter.works()


async def test_what_goes_wrong_for_one_is_told_to_that_one_only(
    counter: Counter, line: Line
) -> None:
    tasks = await line.come("a", "b", "trouble", "d")

    counter.works()

    assert await outcomes(tasks) == ["A", "B", "ValueError", "D"]


async def test_the_others_are_served_when_the_first_gives_up(counter: Counter, line: Line) -> None:
    first, *others = await line.come("a", "b", "c")

    first.cancel()
    counter.works()

    assert await outcomes(others) == ["B", "C"]
    assert first.cancelled()


async def test_the_others_are_served_when_one_who_waits_gives_up(
    counter: Counter, line: Line
) -> None:
    first, second, third = await line.come("a", "b", "c")

    second.cancel()
    await asyncio.sleep(0)
    counter.works()

    assert await outcomes([first, third]) == ["A", "C"]
    assert counter.served == [["a"], ["c"]]


async def test_whoever_gives_up_just_when_it_is_their_turn_leaves_it_to_the_next(
    counter: Counter, line: Line
) -> None:
    first, second, third = await line.come("a", "b", "c")

    first.add_done_callback(lambda _: second.cancel())
    counter.works()

    assert await outcomes([first, third]) == ["A", "C"]


async def test_whoever_gives_up_while_they_are_served_keeps_nobody_from_it(
    counter: Counter, line: Line
) -> None:
    first, second, third, fourth = await line.come("a", "b", "c", "d")
    counter.works(1)
    await first
    await asyncio.sleep(0)

    third.cancel()
    counter.works(1)

    assert await outcomes([second, fourth]) == ["B", "D"]
    assert counter.served == [["a"], ["b", "c", "d"]]


async def test_the_others_are_served_when_all_fails_for_the_first(
    counter: Counter, line: Line
) -> None:
    tasks = await line.come("closing time", "b", "c")

    counter.works()

    assert await outcomes(tasks) == ["TimeoutError", "B", "C"]


async def test_a_line_that_was_empty_begins_anew(counter: Counter, line: Line) -> None:
    counter.works()
    await outcomes(await line.come("a", "b"))

    assert await outcomes(await line.come("c", "d")) == ["C", "D"]


async def outcomes(tasks: Sequence[asyncio.Task[str | Exception]]) -> list[str]:
    """Return what came of some wishes, and of an error its name."""
    came = [await task for task in tasks]
    return [each if isinstance(each, str) else type(each).__name__ for each in came]
