"""What is seen around a retro by a team that writes as much as it may: chairs, sorting, lessons."""

from datetime import date
from functools import partial

from commands.practice import CHANNEL, PEOPLE
from commands.request import Request
from storage.work import Work
from tests.commands.looking_back import goes_on
from tests.databases import START
from tests.gallery import filled
from tests.table import Table
from workflows import asks
from workflows.identifiers import RecordId
from workflows.records import Record, RecordEdition
from workflows.retros import Lesson, LessonKind, Retro, Share
from workflows.views import Ask, Menu, Privacy, View

TOPIC, LESSON = 150, 500
"""Characters that these questions of a retro take."""

MANY = 250
"""Lessons of one retro."""

FIELDS = ("aims_goal", "aims_course", "aims_view")
LINES = 4
"""Thoughts that each writes to each question."""


async def retro_screens(table: Table, flavour: str) -> list[View]:
    """Return what is seen of the ways around a retro, and what is posted when it is planned."""
    await table.practises()
    await _plan(table, filled(flavour, TOPIC))
    seen = [post.view for post in await table.posted()]
    seen += await _sorting(table, flavour)
    seen += await _chairs(table)
    return [*seen, *await _lessons(table, flavour)]


async def _plan(table: Table, topic: str) -> None:
    await table.asks("maria", "retro start")
    await table.fills("maria", topic=topic, pace="hour")
    await table.sends("maria", asks.facilitate((await table.conversation("retro")).id))
    await table.later(seconds=1)
    await goes_on(table)


async def _sorting(table: Table, flavour: str) -> list[View]:
    """Let most write, and return what they can put together, step by step."""
    for who in (who for who, *_ in PEOPLE[:-1]):
        await table.takes_part(who, "retro")
        for at, field in enumerate(FIELDS):
            lines = (f"{who} {at}{n} {filled(flavour, 400)}" for n in range(LINES))
            await table.fills(who, **{field: "\n".join(lines)})
    await table.later(minutes=3)
    retro = await table.conversation("retro")
    seen = [await table.sends("dev", asks.sort_entries(retro.id, retro.round))]
    there = table.labels(seen[0])
    known = (each for each in ("Put them together", "Keep them apart") if each in there)
    for label in list(known)[:1]:
        seen += [await table.presses("dev", label)]
    for _ in range(2):
        pick = next(block for block in seen[-1].blocks if isinstance(block, Menu))
        options = {**pick.ask.options, "pick": pick.options[0].value}
        seen.append(await table.sends("dev", Ask(pick.ask.command, options)))
    return seen


async def _chairs(table: Table) -> list[View]:
    """Return what is asked and said about the chairs and the clock, and end the retro."""
    retro = await table.conversation("retro")
    here = {"id": retro.id, "round": str(retro.round)}
    verbs = ("time", "pause", "resume", "scribe", "swap", "decline", "cancel")
    return [await _asks(table, Ask(f"conversation {verb}", here)) for verb in verbs]


async def _asks(table: Table, ask: Ask) -> View:
    """Return a screen that may hold all that was written: platforms make several messages of it."""
    return await table.dispatcher.ask(Request(table.callers["maria"], CHANNEL, ask))


async def _lessons(table: Table, flavour: str) -> list[View]:
    """Keep more lessons than anybody reads, and return how they are listed."""
    lesson = Lesson(text=filled(flavour, LESSON), kind=LessonKind.PROCESS, share=Share.TEAM)
    content = Retro(
        topic=filled(flavour, TOPIC),
        pace="days",
        on=date(2026, 1, 5),
        facilitator=await table.member("Dev Patel"),
        took_part=8,
        lessons=(lesson,) * MANY,
    )
    team = await table.team()
    for number in range(2):
        edition, id_ = RecordEdition(1, content, START, None), RecordId(f"r{number}")
        kept = Record(id_, team.partnership, team.id, content.topic, Privacy.TEAM, (edition,))
        await table.database.run(partial(_keep, kept))
    lines = ("retro list", "lesson list", "record list", "home", "dashboard")
    return [await table.asks("maria", line) for line in lines]


def _keep(record: Record, work: Work) -> None:
    work.records.add(record)
