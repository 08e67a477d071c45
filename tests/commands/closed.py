"""What members write for themselves alone, or for those who are there for their party."""

from commands.practice import CHANNEL
from tests.table import Table
from workflows.invitations import Invitation
from workflows.records import Record
from workflows.views import Ask

WORD = "marigold"
"""A word that stands in everything these people write, and nowhere else."""


STYLES = {
    "Join me": ("join_opener", "join_support"),
    "Problem and solution": ("solution_opener", "solution_way"),
    "Tell a story": ("story_opener", "story_nothing", "story_could"),
    "Now and then": ("contrast_opener", "contrast_today", "contrast_path"),
    "Five steps": ("monroe_opener", "monroe_need", "monroe_answer", "monroe_picture"),
}
"""The questions that each style asks."""


async def begins_invitation(
    table: Table, who: str, invitee: str = f"Dana {WORD}", at: str = CHANNEL
) -> None:
    """Let somebody begin an invitation, and say for whom."""
    await table.asks(who, "invite start", at=at)
    await table.fills(
        who, at=at, invitee=invitee, topic="Morale", issue=f"{WORD}: new teachers leave"
    )


async def goes_on_writing(
    table: Table, who: str, ask_by: str = "2026-02-02", at: str = CHANNEL, style: str = "Join me"
) -> None:
    """Let somebody write the rest of an invitation."""
    await table.fills(who, at=at, findings=("Educators want a say",), story=f"A {WORD} story.")
    await table.fills(who, at=at, outcome=f"We have a {WORD} day.")
    await table.fills(who, at=at, style=style)
    await table.fills(who, at=at, **dict.fromkeys(STYLES[style], f"Much {WORD}."))
    await table.fills(who, at=at, ask=f"Half an hour, {WORD}?", ask_by=ask_by)
    await table.fills(who, at=at, fits="Yes")


async def invites(table: Table, who: str, ask_by: str = "2026-02-02", at: str = CHANNEL) -> Record:
    """Let somebody write an invitation from beginning to end, and return it."""
    await begins_invitation(table, who, at=at)
    await goes_on_writing(table, who, ask_by, at=at)
    return await invitation(table)


async def sends(table: Table, who: str, ask_again: str = "2026-01-12") -> None:
    """Let somebody note on their screen that they have sent it."""
    await table.presses(who, "I have sent it")
    await table.fills(who, day=ask_again)


async def invitation(table: Table) -> Record:
    """Return the newest invitation, as it is kept now."""
    return next(record for record in await table.records() if record.kind == "invitation")


async def written(table: Table) -> Invitation:
    """Return what stands in the newest invitation."""
    content = (await invitation(table)).current.content
    assert isinstance(content, Invitation)
    return content


async def lists_partners(table: Table, who: str, whom: str = "All of us for my party") -> Record:
    """Let somebody list one potential partner, for themselves or for all of their party."""
    await table.asks(who, "partners start")
    await table.presses(who, whom)
    await table.fills(
        who,
        group="Principals",
        name=f"Pat {WORD}",
        relation="Not yet",
        common=f"{WORD} talks",
        readiness="3 · Open to it",
    )
    return next(record for record in await table.records() if record.kind == "partners")


async def rates(table: Table, who: str, whom: str = "Only me") -> Record:
    """Let somebody rate one relationship."""
    await table.asks(who, "relationships start")
    await table.presses(who, whom)
    await table.fills(
        who, partner=f"Pat {WORD}", place="2 · Guarded", stronger=f"Share one {WORD} list."
    )
    return next(record for record in await table.records() if record.kind == "relationships")


async def writes_everything(table: Table) -> None:
    """Let Joan begin and end something of each kind, for herself and for her party."""
    await invites(table, "joan")
    await sends(table, "joan")
    await begins_invitation(table, "joan")
    await lists_partners(table, "joan", "Only me")
    await rates(table, "joan")


async def changes_party(table: Table, who: str, party: str, by: str = "joan") -> None:
    """Let a lead say that somebody is there for another party."""
    name = table.callers[who].name
    await table.sends(by, Ask("team role", {"member": await table.member(name)}))
    await table.fills(by, party=party)


async def everything_shown(table: Table, who: str) -> str:
    """Return all that somebody can come upon: lists, cards, messages, and what is kept."""
    screens = [repr(await table.asks(who, line)) for line in _LINES]
    messages = [repr(post.view) for post in await table.posted() if post.to in {who, CHANNEL}]
    return "\n".join((*screens, *messages))


_LINES = (
    *("home", "dashboard", "unsaid", "team show", "me kept", "me export"),
    *("record list", "decide list", "invite list", "partners show", "relationships show"),
)
