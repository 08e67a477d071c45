"""What a record draws for those who may open it."""

from tests.commands.closed import rates
from tests.commands.looking_back import finish, led_by_maria
from tests.table import Table
from workflows.views import Picture, View


def pictures(view: View) -> list[str]:
    """Return what the pictures of a screen say in words."""
    return [block.alt for block in view.blocks if isinstance(block, Picture)]


async def test_a_team_sees_what_its_retro_left_and_what_became_of_it(table: Table) -> None:
    await led_by_maria(table)
    await finish(table)
    await table.asks("dev", "action list")
    await table.picks("dev", "Book a room")
    await table.presses("dev", "Done")

    await table.asks("dev", "retro list")
    view = await table.picks("dev", "Lessons learned: Our first year")

    (picture,) = pictures(view)
    assert picture.startswith(
        "Our first year. Lessons on the content: 0. Lessons on the process: 1."
    )
    assert "Open action items: 0. Action items done: 1." in picture


async def test_a_member_sees_how_their_relationships_changed(table: Table) -> None:
    await rates(table, "joan")
    await table.later(days=30)
    await table.presses("joan", "Bring it up to date")
    await table.fills("joan", partner="Pat marigold", place="4 · Cooperative", stronger="")

    view = await table.asks("joan", "relationships show")

    (picture,) = pictures(view)
    assert "Pat marigold: Guarded on Mon, Jan 5, 2026" in picture
