"""What a team does from end to end, so that a test can begin with what comes after."""

from tests.table import Table
from workflows import asks
from workflows.action_items import ActionItem
from workflows.identifiers import StepId
from workflows.keeping import CATEGORIES
from workflows.records import Record

EVERYONE = ("maria", "joan", "dev", "lucia", "sam", "amara", "grace", "tomas")


async def write_norms(table: Table) -> None:
    """Let María start the norms, and leave it to the team to write in silence."""
    await table.asks("maria", "norms start")
    await table.fills("maria", pace="now")


async def merge_norms(table: Table, word: str = "kind") -> None:
    """Let María end the silence, and write all six commitments."""
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")
    for category in CATEGORIES:
        await _commits(table, category, f"we will be {word} about {category}")


async def ask_for_consent(table: Table, word: str = "kind") -> None:
    """Let María bring the norms to the consent round."""
    await write_norms(table)
    await merge_norms(table, word)
    await table.presses("maria", "Go on: Can everyone live with it?")


async def agree_norms(table: Table, word: str = "kind") -> Record:
    """Let the team agree its norms, and return the record of them."""
    await ask_for_consent(table, word)
    for who in EVERYONE:
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")
    return await table.record("Group norms")


async def check_norms(table: Table) -> None:
    """Let everyone say how the norms are kept."""
    await table.asks("joan", "norms check")
    for who in EVERYONE:
        await table.takes_part(who, "norm-check")
        await table.fills(
            who, check_logistics="kept", check_records="kept", check_participation="not"
        )
        await table.fills(
            who, check_deciding="kept", check_expectations="kept", check_outside="not"
        )


async def name_decision(table: Table, title: str = "The early-release days") -> None:
    """Let Joan name a decision that Dev is accountable for, to be marked now."""
    await table.asks("joan", "decide start")
    await table.fills(
        "joan",
        title=title,
        parties=("District administration", "Educators' association"),
        accountable="Dev Patel",
        decide_by="2026-02-02",
    )
    await table.fills("joan", pace="now")


async def mark_levels(table: Table) -> None:
    """Let everyone mark what they expect and wish, close to each other."""
    for who in EVERYONE:
        await table.takes_part(who, "decision")
        await table.fills(who, expected="heard-a", wished="shared")


async def decide(table: Table, title: str = "The early-release days") -> Record:
    """Let the team make a decision that Dev explains, and return the record of it."""
    await name_decision(table, title)
    await mark_levels(table)
    await table.takes_part("dev", "decision")
    await table.fills("dev", level="explained-a", reason="The law says so.")
    await table.fills("dev", outcome="We use them to plan together.", review_on="2026-03-02")
    for who in EVERYONE:
        await table.takes_part(who, "decision")
        await table.fills(who, support="yes")
    return await table.record(f"Decision: {title}")


async def look_back(table: Table, record: Record) -> None:
    """Let everyone look back at a decision."""
    await table.asks("joan", "decide list")
    await table.picks("joan", record.title)
    await table.presses("joan", "Look back")
    for who in EVERYONE:
        await table.takes_part(who, "decision-review")
        await table.fills(who, felt="shared", was_heard="yes", still_right="keep")


async def _commits(table: Table, category: str, text: str) -> None:
    conversation = await table.conversation("norms")
    step = StepId(f"commit-{category}")
    await table.sends("maria", asks.edit(conversation.id, step, conversation.round))
    await table.fills("maria", **{f"commit_{category}": text})


async def writes_down(
    table: Table,
    who: str = "maria",
    *,
    what: str = "Book the hall",
    owner: str = "Dev Patel",
    due: str = "2026-02-02",
    plan: str = "",
) -> None:
    """Let somebody write an action item down in the team's channel."""
    await table.asks(who, "action add")
    await table.fills(who, what=what, owner=owner, due=due, plan=plan)


async def opens_action(table: Table, who: str, what: str = "Book the hall") -> None:
    """Let somebody open one of their team's action items from the list."""
    await table.asks(who, "action list")
    await table.picks(who, what)


async def items(table: Table) -> tuple[ActionItem, ...]:
    """Return the leadership team's action items, as they are kept."""
    team = (await table.team()).id
    return await table.database.run(lambda work: work.actions.of_team(team))
