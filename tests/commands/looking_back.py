"""What a team does when it looks back, so that a test can begin with what comes after."""

from tests.commands.scenes import EVERYONE
from tests.table import Table
from workflows import asks
from workflows.people import Member
from workflows.retro_questions import QUESTIONS


async def plan_retro(table: Table, pace: str = "hour", day: str = "", time: str = "") -> None:
    """Let María plan a retro; who facilitates is drawn."""
    await table.asks("maria", "retro start")
    await table.fills("maria", topic="Our first year", pace=pace, day=day, time=time)


async def facilitator(table: Table) -> str:
    """Return who facilitates, as the tests call them."""
    return _who((await seat_of_facilitator(table)).name)


async def seat_of_facilitator(table: Table) -> Member:
    """Return the seat of whoever facilitates."""
    team, retro = await table.team(), await table.conversation("retro")
    seat = team.member(retro.facilitator)
    assert seat
    return seat


async def led_by_maria(table: Table, day: str = "", time: str = "") -> None:
    """Let María plan a retro, and lead it, whoever was drawn."""
    await plan_retro(table, day=day, time=time)
    await table.sends("maria", asks.facilitate((await table.conversation("retro")).id))


async def goes_on(table: Table) -> None:
    """Let the facilitator go on."""
    retro = await table.conversation("retro")
    await table.sends(await facilitator(table), asks.go_on(retro.id, retro.round))


async def write(table: Table, section: str, *, people: tuple[str, ...] = EVERYONE) -> None:
    """Let people write to all questions of a section."""
    for who in people:
        await table.takes_part(who, "retro")
        for field in QUESTIONS:
            if field.startswith(section):
                await table.fills(who, **{field.replace("-", "_"): f"{who} on {field}"})


def _who(name: str) -> str:
    first = name.split(maxsplit=1)[0].casefold()
    return first.translate(str.maketrans("áéíóú", "aeiou"))


async def finish(table: Table) -> None:
    """Let the team go through the whole retro."""
    for section in ("aims", "results", "working", "ahead"):
        await goes_on(table)
        await write(table, section)
    await put_dots(table)
    await harvest(table)
    await part(table)


async def put_dots(table: Table) -> None:
    """Let everyone put a dot on the first topic."""
    for who in EVERYONE:
        await table.takes_part(who, "retro")
        await table.fills(who)


async def harvest(table: Table) -> None:
    """Let somebody write down a lesson and an action, and the facilitator go on."""
    await table.takes_part("grace", "retro")
    await table.presses("grace", "Lessons")
    await table.fills("grace", lesson="Ask early", kind="process", share="partners")
    await table.takes_part("grace", "retro")
    await table.presses("grace", "Actions")
    await table.fills("grace", what="Book a room", owner="Dev Patel", due="2026-12-01")
    await goes_on(table)


async def part(table: Table) -> None:
    """Let everyone say whether it was worth it."""
    for who in EVERYONE:
        await table.takes_part(who, "retro")
        await table.fills(who, worth="yes", sharing="yes")


async def asked_to_go_on(table: Table) -> list[str]:
    """Return who was asked in private to go on instead of the facilitator."""
    return [post.to for post in await table.posted() if "who may be away" in post.view.summary]


async def pre_reads(table: Table) -> list[str]:
    """Return what the team was given to look through."""
    title = "To look through before: Our first year"
    return [table.draw(post.view) for post in await table.posted() if post.view.title == title]
