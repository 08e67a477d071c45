"""How long it takes from sending a form until the next screen is there."""

import asyncio
from time import perf_counter
from typing import NamedTuple

from benchmarks.bare import driver_alone, recorded
from benchmarks.databases import Ground
from benchmarks.figures import Figure, milliseconds, percentile
from benchmarks.table import LIBRARY, Table, open_here, sit_down
from commands.dispatcher import Dispatcher

PEOPLE = 8
TIMES = 8
WARM_UP = 40
"""Submissions that are not counted: the first of a kind prepares its statements."""

MOST = 3.0
"""How many times a bare transaction a submission may take."""


class Seconds(NamedTuple):
    """One submission, its statements alone in a unit of work, and those by the driver alone."""

    submission: float
    bare: float
    driver: float


def measure(ground: Ground) -> Figure:
    """Compare submissions with bare transactions that read and write the same rows."""
    url = ground.fresh()
    table = asyncio.run(sit_down(url, PEOPLE))
    timed = asyncio.run(_submit(url, (ground.copy(url), ground.copy(url)), table))
    submissions, bare, driver = zip(*timed[WARM_UP:], strict=True)
    typical, slow = percentile(submissions, 50), percentile(submissions, 99)
    ratio = typical / percentile(bare, 50)
    return Figure(
        what=f"Submit to next view, {ground.name}",
        measured=f"p50 {milliseconds(typical)}, p99 {milliseconds(slow)}",
        ratio=f"{ratio:.1f} times a bare transaction of the same rows"
        f", {typical / percentile(driver, 50):.1f} times the driver alone",
        goal=f"≤ {MOST:g} times",
        is_met=ratio <= MOST,
    )


async def _submit(url: str, copies: tuple[str, str], table: Table) -> list[Seconds]:
    """Submit, and carry the same statements out on copies.

    They take turns, so that whatever else the computer does weighs on all.
    """
    database, bare = open_here(url), open_here(copies[0])
    dispatcher = Dispatcher(database, LIBRARY)
    timed = []
    async with driver_alone(copies[1]) as driver:
        for request in table.submissions(TIMES):
            with recorded() as recording:
                begun = perf_counter()
                await dispatcher.ask(request)
                submitted = perf_counter()
            await bare.run(recording.again)
            repeated = perf_counter()
            await driver.again(recording)
            done = perf_counter()
            timed.append(Seconds(submitted - begun, repeated - submitted, done - repeated))
    await bare.close()
    await database.close()
    return timed
