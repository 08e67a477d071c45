"""How long a search among ten thousand records takes, all of which the asker can see."""

import asyncio
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from time import perf_counter

from benchmarks.databases import Ground
from benchmarks.figures import Figure, milliseconds, percentile
from benchmarks.table import LIBRARY, START, TEAM, WORKSPACE_ID, open_here, sit_down
from commands.dispatcher import Dispatcher
from commands.request import Caller, Request
from storage.work import Work
from workflows.identifiers import MemberId, PartnershipId, RecordId
from workflows.records import Decision, Record, RecordEdition
from workflows.views import Ask, Privacy

RECORDS = 10_000
A_BATCH = 500
LENGTH = 120
"""Words of a record: what was decided, and why."""

VOCABULARY = 4000
"""Different words in all records; the first ones stand in most of them."""

SEARCHES = 100
WARM_UP = 20
MOST = 0.050
"""Seconds that 95 of 100 searches may take on SQLite."""


def measure(ground: Ground) -> Figure:
    """Search for what stands in nearly all records, in some, in few and in none, by turns."""
    url = ground.fresh()
    asyncio.run(sit_down(url, people=8))
    timed, listed = asyncio.run(_search(url))
    typical, slow = percentile(timed, 50), percentile(timed, 95)
    return Figure(
        what=f"Search in {RECORDS:,} records, {ground.name}",
        measured=f"p50 {milliseconds(typical)}, p95 {milliseconds(slow)}",
        ratio=f"{slow / percentile(listed, 50):.1f} times a page of the list",
        goal=f"≤ {milliseconds(MOST)}",
        is_met=slow <= MOST,
    )


async def _search(url: str) -> tuple[list[float], list[float]]:
    """Return the seconds of searches, and those of lists of the same records."""
    database = open_here(url)
    chance = random.Random(1)  # noqa: S311 - the same records each time
    team = await database.run(lambda work: work.teams.get(TEAM))
    for start in range(0, RECORDS, A_BATCH):
        batch = [_record(number, chance) for number in range(start, start + A_BATCH)]
        filled = [replace(record, partnership=team.partnership) for record in batch]
        await database.run(partial(_keep, filled))
    dispatcher, who = Dispatcher(database, LIBRARY), f"{TEAM}-person-0"
    timed, listed = list[float](), list[float]()
    for text in _questions(chance):
        for command, seconds in (("record search", timed), ("record list", listed)):
            ask = Ask(command, {"text": text} if command == "record search" else {})
            begun = perf_counter()
            await dispatcher.ask(Request(Caller(WORKSPACE_ID, who, who), "", ask))
            seconds.append(perf_counter() - begun)
    await database.close()
    return timed[WARM_UP:], listed[WARM_UP:]


def _keep(records: list[Record], work: Work) -> None:
    for record in records:
        work.records.add(record)


def _record(number: int, chance: random.Random) -> Record:
    decision = Decision(
        title=_words(5, chance),
        parties=(),
        accountable=MemberId(f"{TEAM}-member-0"),
        decide_by=None,
        expected={},
        wished={},
        spread=0,
        level="shared",
        reason=_words(LENGTH // 2, chance),
        method="consent",
        outcome=_words(LENGTH // 2, chance),
        decided_on=date(2026, 1, 5),
    )
    made_at = START - timedelta(hours=number)
    return Record(
        id=RecordId(f"record-{number}"),
        partnership=PartnershipId(""),
        team=TEAM,
        title=decision.title,
        privacy=Privacy.TEAM,
        editions=(RecordEdition(1, decision, made_at, None),),
    )


def _words(count: int, chance: random.Random) -> str:
    """Return words, of which a few are used much more often than the others, as people do."""
    ranks = (int(VOCABULARY ** chance.random()) for _ in range(count))
    return " ".join(_word(rank) for rank in ranks)


@cache
def _word(rank: int) -> str:
    """Return a word of three to five syllables; each rank has its own."""
    numbers = random.Random(rank)  # noqa: S311 - the same word for the same rank
    syllables = (numbers.choice("bcdfglmnprst") + numbers.choice("aeiou") for _ in range(5))
    return "".join(syllables)[: 6 + rank % 4]


def _questions(chance: random.Random) -> Iterator[str]:
    for at in range(WARM_UP + SEARCHES):
        common, rare = _word(chance.randrange(1, 20)), _word(chance.randrange(500, VOCABULARY))
        yield (common, rare, f"{common} {rare}", common[:2], "zzzzz")[at % 5]
