"""One action item: where it came from, what it says, and what becomes of it."""

import pytest

from tests.commands.scenes import decide, items, opens_action, writes_down
from tests.commands.test_records import shared_with_partners
from tests.table import Table
from workflows.views import Ask


async def test_a_member_opens_an_item(table: Table) -> None:
    await writes_down(table, plan="Monday after the staff meeting")

    await opens_action(table, "amara")

    assert table.text("amara") == (
        "# Action item\n\n"
        "Book the hall\n\n"
        "Who: @Dev Patel\n"
        "By when: Mon, Feb 2, 2026\n"
        "When and where: Monday after the staff meeting\n\n"
        "[Done] [New date] [Hand over] [Change] [No longer needed]\n\n"
        "[Action items]\n"
    )
    assert table.views["amara"].summary == "Action item: Book the hall"


async def test_a_member_types_what_they_mean(table: Table) -> None:
    await writes_down(table)
    await writes_down(table, what="Buy tea")

    await table.asks("amara", "action show hall")
    one = table.views["amara"].summary
    await table.asks("amara", "action show sofa")

    assert (one, table.views["amara"].title) == ("Action item: Book the hall", "Action items")


@pytest.mark.parametrize("command", ["show", "done", "snooze", "reassign"])
async def test_a_command_without_an_item_shows_the_list(table: Table, command: str) -> None:
    await writes_down(table)

    await table.asks("amara", f"action {command}")

    assert table.views["amara"].title == "Action items"


async def test_anyone_on_the_team_says_that_it_is_done(table: Table) -> None:
    await writes_down(table)
    await opens_action(table, "amara")

    await table.presses("amara", "Done")

    assert table.text("amara") == (
        "# Action item\n\n"
        "Done. Thank you.\n\n"
        "Book the hall\n\n"
        "Who: @Dev Patel\n"
        "By when: Mon, Feb 2, 2026\n"
        "Done on: Mon, Jan 5, 2026\n\n"
        "[Open it again]\n\n"
        "[Action items]\n"
    )


async def test_what_is_done_twice_is_done_once(table: Table) -> None:
    await writes_down(table)
    await table.asks("amara", "action done hall")
    before = await items(table)
    await table.later(minutes=5)

    await table.sends("dev", Ask("action done", {"id": before[0].id}))
    await table.sends("dev", Ask("action drop", {"id": before[0].id}))

    assert await items(table) == before
    assert "Done on: Mon, Jan 5, 2026" in table.text("dev")


async def test_what_is_no_longer_needed_leaves_the_list_after_asking(table: Table) -> None:
    await writes_down(table)
    await opens_action(table, "amara")
    sure = table.button("amara", "No longer needed").confirm

    await table.presses("amara", "No longer needed")
    dropped = table.text("amara")
    await table.asks("amara", "action list")

    assert sure == "Is this no longer needed? It leaves the list, and you can open it again."
    assert "This has left the list.\n" in dropped
    assert "No longer needed since: Mon, Jan 5, 2026" in dropped
    assert "Leadership team has nothing open to do." in table.text("amara")


async def test_an_item_can_be_opened_again(table: Table) -> None:
    await writes_down(table)
    await table.asks("amara", "action done hall")

    await table.presses("amara", "Open it again")

    (item,) = await items(table)
    assert table.text("amara").startswith("# Action item\n\nThis is open again.\n")
    assert (item.is_open, item.ended_at, item.owner) == (
        True,
        None,
        await table.member("Dev Patel"),
    )


@pytest.mark.parametrize("owner", ["Dev Patel", "Nobody yet"])
async def test_what_is_opened_again_is_nobodys_if_its_owner_has_left(
    table: Table, owner: str
) -> None:
    await writes_down(table, owner=owner)
    await table.asks("amara", "action done hall")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await table.presses("amara", "Open it again")

    (item,) = await items(table)
    assert (item.is_open, item.owner) == (True, None)


async def test_an_item_that_came_from_a_record_leads_there_and_back(table: Table) -> None:
    decision = await decide(table)
    await table.sends("amara", Ask("record show", {"id": decision.id}))
    await table.presses("amara", "Add an action item")
    await table.fills("amara", what="Tell the buses", owner="Dev Patel")
    await table.presses("amara", "From: Decision: The early-release days")

    await table.picks("amara", "Tell the buses")

    assert table.views["amara"].summary == "Action item: Tell the buses"
    assert [item.source for item in await items(table)] == [decision.id]


async def test_an_item_made_elsewhere_stays_with_the_record_of_its_team(table: Table) -> None:
    decision = await decide(table)
    table.arrives("zoe", "Zoe Park")
    await table.founds_another("zoe")
    before = await table.kept()

    await table.sends("zoe", Ask("action add", {"source": decision.id}), {"what": "Mine"})

    assert table.views["zoe"].title in {"Not found", "Not on this team yet"}
    assert await table.kept() == before


async def test_what_came_of_a_record_is_shown_to_its_own_team_alone(table: Table) -> None:
    record = await shared_with_partners(table)
    await table.sends("dev", Ask("record show", {"id": record.id}))
    await table.presses("dev", "Add an action item")
    await table.fills("dev", what="Hang them up", owner="Dev Patel")

    for who in ("dev", "eve"):
        await table.sends(who, Ask("record show", {"id": record.id}))

    assert "Open an action item: Hang them up" in table.text("dev")
    assert table.labels(table.views["eve"])[-1] == "Take it away"
    assert "Hang them up" not in table.text("eve")
