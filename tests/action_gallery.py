"""Every screen of action items, as a team sees it that writes as much as it may."""

from commands.practice import PEOPLE
from tests.commands.scenes import decide, writes_down
from tests.gallery import filled
from tests.table import Table
from workflows.action_items import LONGEST_PLAN, LONGEST_WHAT
from workflows.views import Ask, View

MORE = 6
"""Items beside one for each member, so that the list has a second page."""


async def action_screens(table: Table, flavour: str) -> list[View]:
    """Return what is seen of action items: forms, lists, one of them, and messages."""
    await table.practises()
    record = await decide(table)
    what, plan = filled(flavour, LONGEST_WHAT), filled(flavour, LONGEST_PLAN)
    for owner in (*(name for _, name, *_ in PEOPLE), *["Nobody yet"] * MORE):
        await writes_down(table, what=what, owner=owner, plan=plan)
    team = (await table.team()).id
    items = await table.database.run(lambda work: work.actions.of_team(team))
    one = {"id": items[0].id}
    asks = [
        Ask("action list"),
        Ask("action list", {"after": "12"}),
        Ask("action mine"),
        Ask("action add", {"source": record.id}),
        *(Ask(f"action {verb}", one) for verb in ("show", "edit", "snooze", "reassign", "done")),
        Ask("action list", {"done": "1"}),
        Ask("action reopen", one),
        Ask("team leave"),
        Ask("dashboard"),
    ]
    seen = [await table.sends("maria", ask) for ask in asks]
    for days in (28, 3):
        await table.later(days=days)
        seen += [post.view for post in await table.posted()]
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))
    return [*seen, *(post.view for post in await table.posted())]
