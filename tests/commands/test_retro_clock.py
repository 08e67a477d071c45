"""A retro's clock and its sections: two at once, a restart, pauses, and a clock that jumps."""

import asyncio
from datetime import timedelta

import pytest

from commands.dispatcher import Dispatcher
from commands.practice import CHANNEL
from commands.request import Request
from tests.commands.looking_back import (
    asked_to_go_on,
    goes_on,
    harvest,
    led_by_maria,
    part,
    put_dots,
    write,
)
from tests.commands.scenes import EVERYONE
from tests.table import Table
from workflows import asks
from workflows.conversations import Status
from workflows.views import Ask

SECTIONS = ("aims", "results", "working", "ahead")


@pytest.mark.parametrize("section", SECTIONS[:3])
async def test_two_who_press_next_section_at_the_same_moment_go_on_once(
    any_table: Table, section: str
) -> None:
    table = any_table
    await comes_to(table, f"{section}-talk")
    before = await table.conversation("retro")
    go_on = Request(table.callers["maria"], CHANNEL, asks.go_on(before.id, before.round))

    async with asyncio.TaskGroup() as group:
        programs = [Dispatcher(table.database, table.library) for _ in range(2)]
        tasks = [group.create_task(program.ask(go_on)) for program in programs]

    after = await table.conversation("retro")
    assert after.round == before.round + 1
    problems = sorted(task.result().problem for task in tasks)
    assert problems == ["", "The group has moved on since. This is where it stands now."]


async def test_the_old_and_the_new_facilitator_go_on_once_between_them(any_table: Table) -> None:
    table = any_table
    await comes_to(table, "aims-talk")
    before = await table.conversation("retro")
    go_on = asks.go_on(before.id, before.round)
    await table.sends("joan", asks.facilitate(before.id))

    await table.sends("maria", go_on)
    await table.sends("joan", go_on)
    await table.sends("joan", go_on)

    assert (await table.conversation("retro")).phase == "results-write"
    assert "Joan Fields facilitates this conversation." in table.text("maria")


@pytest.mark.parametrize(
    "phase",
    [
        "ready",
        *(f"{section}-write" for section in SECTIONS),
        *(f"{section}-talk" for section in SECTIONS[:3]),
        "dots",
        "harvest",
        "close",
    ],
)
async def test_a_retro_goes_on_where_it_was_after_a_restart(table: Table, phase: str) -> None:
    await comes_to(table, phase)
    before = {who: await table.takes_part(who, "retro") for who in EVERYONE}

    again = Table(table.database, table.clock, table.library)

    assert {who: await again.takes_part(who, "retro") for who in EVERYONE} == before
    await comes_to(again, "")
    assert (await again.conversation("retro")).status is Status.COMPLETED


async def test_a_clock_that_stands_cannot_be_stopped_again(table: Table) -> None:
    await comes_to(table, "aims-talk")
    retro = await table.conversation("retro")
    await table.sends("maria", asks.pause(retro.id, retro.round))
    await table.later(minutes=2)
    paused = await table.conversation("retro")

    await table.sends("maria", asks.pause(retro.id, retro.round))

    assert await table.conversation("retro") == paused
    assert paused.time_left == timedelta(minutes=7)
    assert table.views["maria"].problem


async def test_a_clock_that_runs_cannot_be_started(table: Table) -> None:
    await comes_to(table, "aims-talk")
    retro = await table.conversation("retro")

    await table.sends("maria", asks.resume(retro.id, retro.round))

    assert await table.conversation("retro") == retro
    assert table.views["maria"].problem


async def test_a_stopped_clock_lasts_over_a_weekend_and_a_jump(table: Table) -> None:
    await comes_to(table, "aims-write")
    retro = await table.conversation("retro")
    await table.sends("maria", asks.pause(retro.id, retro.round))
    await table.later(days=3)

    await table.sends("maria", asks.resume(retro.id, retro.round))

    running = await table.conversation("retro")
    assert running.deadline == table.clock.time + timedelta(minutes=3)
    table.clock.time += timedelta(days=1)
    await table.later(seconds=1)
    assert (await table.conversation("retro")).phase == "aims-talk"


async def test_a_stopped_clock_can_be_given_more_time(table: Table) -> None:
    await comes_to(table, "aims-talk")
    retro = await table.conversation("retro")
    await table.sends("maria", asks.pause(retro.id, retro.round))

    await table.sends("maria", asks.more_time(retro.id, retro.round))

    assert (await table.conversation("retro")).time_left == timedelta(minutes=7 + 5)


async def test_more_time_asked_for_in_a_part_that_has_ended_changes_nothing(table: Table) -> None:
    await comes_to(table, "aims-talk")
    retro = await table.conversation("retro")
    await goes_on(table)
    before = await table.conversation("retro")

    for ask in (asks.more_time, asks.pause, asks.resume):
        await table.sends("maria", ask(retro.id, retro.round))

    assert await table.conversation("retro") == before


async def test_a_clock_that_jumps_over_a_part_and_its_deputies_ends_nothing_twice(
    table: Table,
) -> None:
    await comes_to(table, "aims-write")

    table.clock.time += timedelta(hours=5)
    await table.later(seconds=1)

    assert (await table.conversation("retro")).phase == "aims-talk"
    assert await asked_to_go_on(table) == []


async def test_nobody_is_asked_to_go_on_while_the_clock_stands(table: Table) -> None:
    await comes_to(table, "aims-talk")
    retro = await table.conversation("retro")
    await table.sends("maria", asks.pause(retro.id, retro.round))

    await table.later(hours=3)

    assert await asked_to_go_on(table) == []


async def test_a_section_that_nobody_answers_is_talked_about_and_goes_on(table: Table) -> None:
    await comes_to(table, "aims-write")

    await table.later(minutes=3)

    assert (await table.conversation("retro")).phase == "aims-talk"
    await goes_on(table)
    assert (await table.conversation("retro")).phase == "results-write"
    assert [post for post in await table.posted(CHANNEL) if post.in_thread] == []


async def test_a_retro_that_nobody_says_anything_in_ends_with_an_empty_record(
    table: Table,
) -> None:
    await led_by_maria(table)
    while (await table.conversation("retro")).status is Status.OPEN:
        await goes_on(table)

    record = await table.record("Lessons learned: Our first year")
    assert record.current.content.model_dump(include={"said", "lessons", "actions", "worth"}) == {
        "said": (),
        "lessons": (),
        "actions": (),
        "worth": {},
    }


async def test_a_facilitator_finds_on_the_dashboard_what_waits_for_them(table: Table) -> None:
    await led_by_maria(table)

    await table.asks("maria", "dashboard")
    await table.asks("joan", "dashboard")

    assert "## Goes on when you say so\n\n[Our first year]" in table.text("maria")
    assert "Nothing waits for you just now." in table.text("joan")


async def test_a_member_finds_on_the_dashboard_what_a_retro_asks_them(table: Table) -> None:
    await comes_to(table, "aims-write")

    await table.asks("joan", "dashboard")

    assert "## Asks you something\n\n[Our first year]" in table.text("joan")


async def test_a_facilitator_whose_clock_runs_has_nothing_waiting(table: Table) -> None:
    await comes_to(table, "aims-talk")

    await table.asks("maria", "dashboard")

    assert "Nothing waits for you just now." in table.text("maria")


async def test_nothing_of_a_retro_that_was_called_off_is_put_together(table: Table) -> None:
    await comes_to(table, "aims-talk")
    retro = await table.conversation("retro")
    await table.sends("maria", Ask("conversation cancel", {"id": retro.id}))

    await table.sends("maria", asks.sort_entries(retro.id, retro.round))

    assert "This conversation has ended, so nothing was changed." in table.text("maria")


async def comes_to(table: Table, phase: str) -> None:
    """Let the team go on until a part is open; without one, to the end."""
    if not await _has_begun(table):
        await led_by_maria(table)
    while (retro := await table.conversation("retro")).status is Status.OPEN:
        if retro.phase == phase:
            return
        section, _, is_writing = retro.phase.partition("-")
        if is_writing == "write":
            await write(table, section)
        elif retro.phase in _THEN:
            await _THEN[retro.phase](table)
        else:
            await goes_on(table)


_THEN = {"dots": put_dots, "harvest": harvest, "close": part}


async def _has_begun(table: Table) -> bool:
    return bool(await table.rows("conversation"))
