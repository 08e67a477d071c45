"""The ten screens, as a team comes to them: it agrees its norms, and marks a decision."""

from collections.abc import Sequence

from scripts.slack_screens.screens import Frame, Screen
from scripts.slack_screens.stage import Stage, stage
from tests.bot.slack.handling.conftest import profile
from tests.browser.stories import Story, story
from tests.commands.scenes import EVERYONE
from workflows import asks
from workflows.catalogue import words_for
from workflows.identifiers import StepId
from workflows.keeping import CATEGORIES

WRITERS = EVERYONE[:4]
NEWCOMER = "ana"


async def ten_screens() -> list[Screen]:
    """Play in English and in Spanish, and return what Slack shows on the way."""
    async with stage("en") as english:
        screens = [
            *await _first_steps(english, story("en")),
            *await _to_a_record(english, story("en")),
            await _far_apart(english, story("en")),
        ]
    async with stage("es") as spanish:
        return [*screens, *await _in_spanish(spanish, story("es"))]


async def _first_steps(shown: Stage, plot: Story) -> Sequence[Screen]:
    """Ask for help, and set Concord up."""
    people = shown.people
    await people.type("maria", "help")
    help_ = shown.whisper("help")
    shown.slack.profiles[NEWCOMER] = profile(plot.people[0])
    await people.type(NEWCOMER, "start", at=plot.channel)
    first, second = plot.parties
    people.fill(NEWCOMER, name=plot.partnership, first_party=first, second_party=second)
    return [help_, shown.modal("set-up", NEWCOMER)]


async def _to_a_record(shown: Stage, plot: Story) -> Sequence[Screen]:
    """Agree norms, from an answer that needs another look to the record."""
    people, table = shown.people, shown.table
    await _start_norms(shown)
    await people.type("amara", "home")
    await people.press("amara", "Group norms")
    await people.send("amara", idea_logistics="\n".join(plot.ideas[0][:2]))
    await people.send("amara", idea_records=" ")
    answer = shown.modal("answer", "amara")
    await _merge(shown, plot)
    await table.presses("maria", "Go on: Can everyone live with it?")
    for who in EVERYONE[:5]:
        await _agree(shown, who)
    consent = await shown.message("consent", (await shown.posts())[1])
    for who in EVERYONE[5:]:
        await _agree(shown, who)
    pinned = [post for post in await shown.posts() if post.pinned]
    return [answer, consent, await shown.message("record", pinned[-1], Frame.PINNED)]


async def _far_apart(shown: Stage, plot: Story) -> Screen:
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
    return await shown.message("marks", (await shown.posts())[-1])


async def _in_spanish(shown: Stage, plot: Story) -> Sequence[Screen]:
    """See an invitation, a reminder, the home tab and the ideas, all in Spanish."""
    await _start_norms(shown)
    invitation = await shown.message("invitation", (await shown.posts())[-1])
    for who, number in zip(WRITERS, range(4), strict=True):
        await _write(shown, plot, who, number)
    await shown.table.later(hours=18)
    posts = await shown.posts("tomas")
    reminder = await shown.message("reminder", posts[-1], narrow=True)
    await shown.people.open_home("tomas")
    home = shown.home("home", "tomas")
    await shown.table.later(hours=6)
    ideas = [post for post in await shown.posts() if post.in_thread]
    return [invitation, await shown.replies("ideas", ideas[:3]), home, reminder]


async def _start_norms(shown: Stage) -> None:
    await shown.table.asks("maria", "norms start")
    await shown.table.fills("maria", pace="day")


async def _write(shown: Stage, plot: Story, who: str, number: int) -> None:
    await shown.table.presses(who, words_for(shown.language).say("Answer in private"))
    for category, ideas in zip(CATEGORIES, plot.ideas, strict=True):
        await shown.table.fills(who, **{f"idea_{category}": ideas[number]})


async def _merge(shown: Stage, plot: Story) -> None:
    """End the silence, and write all six commitments."""
    table = shown.table
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")
    for category, sentence in zip(CATEGORIES, plot.commitments, strict=True):
        conversation = await table.conversation("norms")
        step = StepId(f"commit-{category}")
        await table.sends("maria", asks.edit(conversation.id, step, conversation.round))
        await table.fills("maria", **{f"commit_{category}": sentence})


async def _agree(shown: Stage, who: str) -> None:
    await shown.table.takes_part(who, "norms")
    await shown.table.fills(who, norm_stance="agree")
