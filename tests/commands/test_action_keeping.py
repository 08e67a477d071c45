"""Making several action items at once, as a conversation does at its end."""

from datetime import date

from commands.access import surroundings
from commands.action_keeping import make_actions
from commands.context import Office
from storage.work import Work
from tests.commands.scenes import agree_norms, items, writes_down
from tests.commands.test_duties import due_at
from tests.table import Table
from workflows.action_items import ActionDraft
from workflows.identifiers import MemberId, RecordId


async def makes(
    table: Table, *drafts: ActionDraft, by: MemberId, source: RecordId | None = None
) -> None:
    """Let a conversation that one member facilitates end with these items."""
    team = (await table.team()).id

    def end(work: Work) -> None:
        office = Office(work, table.library)
        make_actions(office, surroundings(office, team)[0], drafts, by=by, source=source)

    await table.database.run(end)


async def test_a_conversation_leaves_several_items_from_one_record(any_table: Table) -> None:
    norms = await agree_norms(any_table)
    maria, dev = [await any_table.member(name) for name in ("María Ortega", "Dev Patel")]
    await any_table.posted()

    await makes(
        any_table,
        ActionDraft("Book the hall", maria, date(2026, 2, 2), "Monday"),
        ActionDraft("Buy tea", dev),
        ActionDraft("Find a date"),
        by=maria,
        source=norms.id,
    )

    kept = await items(any_table)
    assert {(item.what, item.owner, item.source) for item in kept} == {
        ("Book the hall", maria, norms.id),
        ("Buy tea", dev, norms.id),
        ("Find a date", None, norms.id),
    }
    assert len(await due_at(any_table)) == 2
    assert "Buy tea" in (await any_table.told("dev"))[-1]
    assert not any("Book the hall" in line for line in await any_table.told("maria"))


async def test_a_conversation_that_leaves_nothing_changes_nothing(table: Table) -> None:
    before = await table.kept()

    await makes(table, by=await table.member("María Ortega"))

    assert await table.kept() == before


async def test_an_item_that_is_handed_to_its_owner_leads_to_nothing(table: Table) -> None:
    await writes_down(table)
    before = await table.kept()
    await table.asks("maria", "action reassign hall")

    await table.fills("maria", owner="Dev Patel")

    assert await table.kept() == before
