"""How a retro ends: what is kept of it, what came of it, and what the next one opens with."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from commands.practice import WORKSPACE
from tests.commands.looking_back import (
    facilitator,
    finish,
    goes_on,
    harvest,
    led_by_maria,
    part,
    plan_retro,
    pre_reads,
    put_dots,
    seat_of_facilitator,
    write,
)
from tests.commands.scenes import EVERYONE, items, opens_action, writes_down
from tests.commands.test_crowd import at_once, request
from tests.table import Table
from workflows import asks
from workflows.conversations import Status
from workflows.identifiers import FieldId
from workflows.views import Ask

ROOT = Path(__file__).parents[2]
TITLE = "Lessons learned: Our first year"


async def test_what_somebody_will_do_becomes_an_action_item_once(table: Table) -> None:
    await plan_retro(table)

    await finish(table)

    (item,) = await items(table)
    dev = await table.member("Dev Patel")
    assert (item.what, item.owner, str(item.due)) == ("Book a room", dev, "2026-12-01")
    assert item.source == (await table.record(TITLE)).id
    assert any("Book a room" in line for line in await table.told("dev"))


async def test_the_next_retro_opens_with_what_is_still_to_be_done(table: Table) -> None:
    await plan_retro(table)
    await finish(table)
    await writes_down(table, what="Call the board", owner="Sam Whitaker", due="2026-11-01")

    await plan_retro(table)
    await goes_on(table)

    assert (await table.conversation("retro")).phase == "promised"
    await table.takes_part("joan", "retro")
    assert "Call the board (Sam Whitaker)\nBook a room (Dev Patel)" in table.text("joan")


async def test_what_is_done_when_the_next_retro_begins_is_not_there(table: Table) -> None:
    await plan_retro(table)
    await finish(table)
    await writes_down(table, what="Call the board", owner="Nobody yet")
    await plan_retro(table)
    await opens_action(table, "dev", "Book a room")
    await table.presses("dev", "Done")

    await goes_on(table)

    await table.takes_part("joan", "retro")
    assert "Call the board" in table.text("joan")
    assert "Book a room" not in table.text("joan")


async def test_a_retro_with_nothing_open_begins_with_its_first_section(table: Table) -> None:
    await plan_retro(table)
    await finish(table)
    await opens_action(table, "dev", "Book a room")
    await table.presses("dev", "Done")
    await plan_retro(table)

    await goes_on(table)

    assert (await table.conversation("retro")).phase == "aims-write"


async def test_two_who_answer_last_at_the_same_moment_end_it_once(any_table: Table) -> None:
    table = any_table
    await comes_to_the_end(table)
    for who in EVERYONE[2:]:
        await answers_last(table, who)
    forms = [await table.takes_part(who, "retro") for who in EVERYONE[:2]]

    raw = {"worth": "yes", "sharing": "yes"}
    sent = [view.form.send.ask for view in forms if view.form]
    await at_once(
        table, *(request(table, who, ask, raw) for who, ask in zip(EVERYONE, sent, strict=False))
    )

    assert (await table.conversation("retro")).status is Status.COMPLETED
    assert len(await items(table)) == 1
    assert len([r for r in await table.records() if r.kind == "retro"]) == 1


async def test_a_form_sent_again_after_the_end_makes_no_other_action_item(table: Table) -> None:
    await comes_to_the_end(table)
    page = await table.takes_part("dev", "retro")
    await part(table)

    table.views["dev"] = page
    await table.fills("dev", worth="no", sharing="no")

    assert len(await items(table)) == 1
    assert "This conversation has ended, so nothing was changed." in table.text("dev")


async def test_a_program_killed_at_the_end_leaves_all_of_it_or_nothing(
    any_table: Table, database_url: str
) -> None:
    table = any_table
    await comes_to_the_end(table)
    retro = await table.conversation("retro")
    ask = asks.go_on(retro.id, retro.round)

    program = [sys.executable, "-m", "tests.commands.mortal_member", database_url]
    end = await asyncio.to_thread(
        subprocess.run,
        [*program, "maria", ask.encode()],
        cwd=ROOT,
        timeout=300,
        check=True,
        capture_output=True,
    )

    assert int(end.stdout) > 10
    assert (await table.conversation("retro")).status is Status.COMPLETED
    assert [item.what for item in await items(table)] == ["Book a room"]


async def test_a_retro_that_is_called_off_keeps_what_was_written_and_not_by_whom(
    table: Table,
) -> None:
    await comes_to_the_end(table)
    retro = await table.conversation("retro")

    await table.sends("maria", asks.call_off(retro.id))

    after = await table.conversation("retro")
    assert after.sheet == retro.sheet
    assert "dev on aims-goal" in after.gathered[FieldId("aims-goal")]
    assert all(not place.answers for place in after.people.values())
    assert await items(table) == ()
    assert [r for r in await table.records() if r.kind == "retro"] == []


async def test_a_pre_read_that_has_not_gone_out_yet_does_not_when_it_is_called_off(
    table: Table,
) -> None:
    await led_by_maria(table)
    await table.later(seconds=1)

    await table.sends("maria", asks.call_off((await table.conversation("retro")).id))

    assert await pre_reads(table) == []


async def test_a_retro_that_was_called_off_was_nobodys_turn(table: Table) -> None:
    await plan_retro(table)
    await finish(table)
    await plan_retro(table)
    due, retro = await seat_of_facilitator(table), await table.conversation("retro")
    await table.sends(await facilitator(table), asks.call_off(retro.id))

    await plan_retro(table)

    assert (await seat_of_facilitator(table)).party == due.party


@pytest.mark.parametrize("section", ["aims", "results", "working"])
async def test_whoever_joins_late_takes_part_from_then_on(table: Table, section: str) -> None:
    await led_by_maria(table)
    await goes_on(table)
    while (await table.conversation("retro")).phase != f"{section}-write":
        await goes_on(table)
    await joins(table)

    await table.takes_part("eve", "retro")

    assert table.views["eve"].form
    assert await table.member("Eve Stone") in (await table.conversation("retro")).people


async def test_whoever_joins_while_people_talk_reads_what_was_written(table: Table) -> None:
    await led_by_maria(table)
    await goes_on(table)
    await write(table, "aims")
    await joins(table)

    await table.takes_part("eve", "retro")

    assert "dev on aims-goal" in table.text("eve")


async def test_a_retro_can_be_signed(table: Table) -> None:
    await plan_retro(table)
    await finish(table)
    record = await table.record(TITLE)

    await table.sends("joan", asks.sign(record.id, 1))

    signed = (await table.record(TITLE)).current.signers
    assert signed == {await table.member("Joan Fields")}


async def joins(table: Table) -> None:
    """Let Eve ask to join, and María let her in."""
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "help")
    party = (await table.parties())["Educators' association"]
    eve = next(p for p in await people(table) if p[1] == "Eve Stone")
    await table.sends("maria", Ask("team add"), {"people": (eve[0],), "party": party})


async def people(table: Table) -> list[tuple[str, str]]:
    """Return everybody in the workspace, by id and name."""
    found = await table.database.run(lambda work: work.people.in_workspace(WORKSPACE))
    return [(person.id, person.name) for _, person in found]


async def comes_to_the_end(table: Table) -> None:
    """Let María lead a retro to the last two questions."""
    await led_by_maria(table)
    for section in ("aims", "results", "working", "ahead"):
        await goes_on(table)
        await write(table, section)
    await put_dots(table)
    await harvest(table)


async def answers_last(table: Table, who: str) -> None:
    """Let somebody say whether it was worth it."""
    await table.takes_part(who, "retro")
    await table.fills(who, worth="yes", sharing="yes")
