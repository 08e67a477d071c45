"""The ten screens, as a team comes to them: it agrees its norms, and marks a decision."""

from scripts.discord_screens.camera import Camera
from scripts.discord_screens.stage import Stage, stage
from tests.browser.stories import Story, story
from tests.commands.scenes import EVERYONE
from workflows import asks
from workflows.identifiers import StepId
from workflows.keeping import CATEGORIES


async def ten_screens(taking: Camera) -> None:
    """Play in English and in Spanish, and take pictures of what Discord shows on the way."""
    async with stage("en", taking) as english:
        plot = story("en")
        await english.pictures("team-card", "amara", await english.newest())
        await _to_a_record(english, plot)
        await _far_apart(english, plot)
    async with stage("es", taking) as spanish:
        await _in_spanish(spanish)


async def _to_a_record(shown: Stage, plot: Story) -> None:
    """Agree norms, from the first answer to the record."""
    table = shown.table
    start = await shown.types("maria", "concord norms start")
    started = await shown.sends("maria", start, "day")
    invitation = await shown.newest()
    await shown.pictures("invitation", "amara", invitation)
    await _answer(shown, plot)
    standing = await shown.presses("maria", started, "Where we stand")
    asked = await shown.presses("maria", standing, "End this part")
    await shown.pictures("confirmation", "maria", asked)
    await shown.presses("maria", asked, "End this part")
    await _merge(shown, plot)
    await table.presses("maria", "Go on: Can everyone live with it?")
    for who in EVERYONE:
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")
    await shown.pictures("record", "amara", await shown.newest())


async def _answer(shown: Stage, plot: Story) -> None:
    """Answer two of six questions: the first is taken in, the second needs another look."""
    invitation = await shown.newest()
    ideas = "\n".join(plot.ideas[0][:2])
    first = await shown.presses("amara", invitation, "Answer in private")
    await shown.pictures("form", "amara", first, ideas)
    between = await shown.sends("amara", first, ideas)
    await shown.pictures("between-pages", "amara", between)
    second = await shown.presses("amara", between, "Continue")
    returned = await shown.sends("amara", second, " ")
    await shown.pictures("another-look", "amara", returned)


async def _far_apart(shown: Stage, plot: Story) -> None:
    """Mark a decision, and see how far apart the marks are."""
    table = shown.table
    await table.asks("joan", "decide start")
    await table.fills(
        "joan",
        title=plot.decision.title,
        why=plot.decision.why,
        parties=plot.parties,
        accountable="Dev Patel",
        decide_by="2026-02-02",
    )
    await table.fills("joan", pace="now")
    marks = ("explained-a", "explained-a", "heard-a", "shared", "explained-a", "heard-a")
    for who, expected in zip(EVERYONE, (*marks, "shared", "alone-a"), strict=True):
        await table.takes_part(who, "decision")
        await table.fills(who, expected=expected, wished="shared" if who != "dev" else "heard-a")
    await shown.pictures("marks", "amara", await shown.newest())


async def _in_spanish(shown: Stage) -> None:
    """Be reminded, and look at what waits, in Spanish."""
    await _start_norms(shown)
    await shown.table.later(hours=18)
    await shown.pictures("reminder", "tomas", await shown.newest("tomas"), narrow=True)
    await shown.pictures("dashboard", "tomas", await shown.types("tomas", "concord dashboard"))


async def _start_norms(shown: Stage) -> None:
    await shown.table.asks("maria", "norms start")
    await shown.table.fills("maria", pace="day")


async def _merge(shown: Stage, plot: Story) -> None:
    """Write all six commitments."""
    table = shown.table
    for category, sentence in zip(CATEGORIES, plot.commitments, strict=True):
        conversation = await table.conversation("norms")
        step = StepId(f"commit-{category}")
        await table.sends("maria", asks.edit(conversation.id, step, conversation.round))
        await table.fills("maria", **{f"commit_{category}": sentence})
