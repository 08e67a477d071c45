"""A hundred people answer two questions each at the same moment, and nothing is lost."""

import asyncio
from time import perf_counter

from benchmarks.databases import Ground
from benchmarks.figures import Figure
from benchmarks.table import LIBRARY, Table, conversation_of, open_here, sit_down
from commands.dispatcher import Dispatcher

PEOPLE = 100
ANSWERS = 2
MOST_SECONDS = 3.0


def measure(ground: Ground) -> Figure:
    """Compare a crowd that answers at once with the same people answering in turn."""
    url = ground.fresh()
    table = asyncio.run(sit_down(url, PEOPLE))
    copy = ground.copy(url)
    seconds, kept = asyncio.run(_answer(url, table, at_once=PEOPLE))
    in_turn, _ = asyncio.run(_answer(copy, table, at_once=1))
    wanted = PEOPLE * ANSWERS
    return Figure(
        what=f"{PEOPLE} people, {ANSWERS} answers each, {ground.name}",
        measured=f"{seconds:.2f} s, {kept} of {wanted} kept",
        ratio=f"{seconds / in_turn:.1f} times the same in turn",
        goal=f"≤ {MOST_SECONDS:g} s",
        is_met=seconds <= MOST_SECONDS and kept == wanted,
    )


async def _answer(url: str, table: Table, *, at_once: int) -> tuple[float, int]:
    """Let everybody answer, so many at once; return the seconds and how many answers are kept."""
    database = open_here(url)
    dispatcher = Dispatcher(database, LIBRARY)
    free = asyncio.Semaphore(at_once)

    async def answer(person: str) -> None:
        async with free:
            for step in table.steps[:ANSWERS]:
                await dispatcher.ask(table.submission(person, step, f"An idea of {person}."))

    start = perf_counter()
    async with asyncio.TaskGroup() as crowd:
        for person in table.people:
            crowd.create_task(answer(person))
    seconds = perf_counter() - start
    conversation = await conversation_of(database, table)
    await database.close()
    return seconds, sum(len(place.answers) for place in conversation.people.values())
