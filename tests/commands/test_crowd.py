"""Many at once, two at the same moment, and a program killed in the middle: nothing is lost."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from commands.dispatcher import TRY_AGAIN, Dispatcher
from commands.practice import ASSOCIATION, CHANNEL, WORKSPACE
from commands.request import Caller, Request
from storage.errors import ConflictError, UnavailableError
from storage.work import Work
from tests.commands.scenes import EVERYONE, write_norms
from tests.databases import START
from tests.fakes.shaky_database import ShakyDatabase
from tests.table import Table
from workflows import asks
from workflows.conversations import Conversation
from workflows.identifiers import AccountId, FieldId, MemberId, PersonId, StepId
from workflows.people import Account, Member, Person, Team
from workflows.views import Ask, Raw, View

ROOT = Path(__file__).parents[2]
CROWD = [f"guest-{number}" for number in range(100)]


@pytest.fixture
async def table(any_table: Table) -> Table:
    """The practice team, once on each database."""
    return any_table


async def at_once(table: Table, *requests: Request) -> list[View]:
    """Send requests at the same moment, each to a program of its own."""
    async with asyncio.TaskGroup() as group:
        programs = [Dispatcher(table.database, table.library) for _ in requests]
        pairs = zip(programs, requests, strict=True)
        tasks = [group.create_task(program.ask(request)) for program, request in pairs]
    return [task.result() for task in tasks]


def request(table: Table, who: str, ask: Ask, raw: Raw | None = None) -> Request:
    """Return what somebody sends from the team's channel."""
    return Request(table.callers[who], CHANNEL, ask, raw or {})


def seat(work: Work, who: str, team: Team) -> None:
    """Put one of the crowd on the team."""
    person = Person(PersonId(who), who)
    work.people.add(person)
    work.people.add_account(Account(AccountId(who), WORKSPACE, person.id, who))
    member = Member(MemberId(who), team.id, person.id, who, ASSOCIATION.id, joined_at=START)
    work.teams.add_member(member)


async def test_a_hundred_people_answer_twice_at_once_and_no_answer_is_lost(table: Table) -> None:
    team = await table.team()
    for who in CROWD:
        await table.database.run(partial(seat, who=who, team=team))
    await write_norms(table)
    conversation = await table.conversation("norms")

    async def answers(who: str) -> None:
        for part in ("logistics", "records"):
            place = {"round": str(conversation.round)}
            ask = asks.send(conversation.id, StepId(f"idea-{part}"), **place)
            raw = {f"idea-{part}": f"{who} on {part}"}
            caller = Caller(WORKSPACE, who, who)
            await table.dispatcher.ask(Request(caller, CHANNEL, ask, raw))

    async with asyncio.TaskGroup() as group:
        for who in CROWD:
            group.create_task(answers(who))

    people = (await table.conversation("norms")).people
    assert {who: people[MemberId(who)].answers for who in CROWD} == {
        who: {FieldId(f"idea-{part}"): f"{who} on {part}" for part in ("logistics", "records")}
        for who in CROWD
    }


async def test_two_people_who_end_a_part_at_once_end_it_once(table: Table) -> None:
    await write_norms(table)
    before = await table.conversation("norms")
    go_on = request(table, "maria", asks.go_on(before.id, before.round))

    views = await at_once(table, go_on, go_on)

    after = await table.conversation("norms")
    assert (after.phase, after.round) == ("merge", before.round + 1)
    assert sorted(bool(view.problem) for view in views) == [False, True]


async def test_who_takes_the_chair_and_who_had_it_end_a_part_once(table: Table) -> None:
    await write_norms(table)
    before = await table.conversation("norms")
    go_on = asks.go_on(before.id, before.round)

    await at_once(
        table,
        request(table, "joan", asks.facilitate(before.id)),
        request(table, "maria", go_on),
        request(table, "joan", go_on),
    )

    assert (await table.conversation("norms")).round in {before.round, before.round + 1}


async def test_two_people_who_start_the_norms_at_once_start_them_once(table: Table) -> None:
    team = (await table.team()).id
    by_button = request(table, "joan", asks.about_team("norms start", team))

    await at_once(table, request(table, "maria", Ask("norms start")), by_button)

    assert len(await table.rows("conversation")) == 1


async def test_two_leads_who_leave_at_once_leave_a_lead_behind(table: Table) -> None:
    sure = Ask("team leave", {"sure": "yes"})

    await at_once(table, request(table, "maria", sure), request(table, "joan", sure))

    team = await table.team()
    assert (len(team.present), len(team.leads)) == (6, 1)


async def test_two_leads_who_step_back_at_once_leave_a_lead_behind(table: Table) -> None:
    party = (await table.parties())["Educators' association"]
    maria, joan = await table.member("María Ortega"), await table.member("Joan Fields")

    await at_once(
        table,
        request(table, "maria", Ask("team role", {"member": maria}), {"party": party}),
        request(table, "joan", Ask("team role", {"member": joan}), {"party": party}),
    )

    assert len((await table.team()).leads) == 1


async def test_two_people_who_set_up_one_channel_at_once_are_one_team(table: Table) -> None:
    names = {"name": "New", "first-party": "One", "second-party": "Two"}
    requests = [Request(table.callers[w], "bridge", Ask("start"), names) for w in ("sam", "dev")]

    await at_once(table, *requests)

    assert len(await table.rows("partnership")) == 2


async def test_everybody_answers_at_once_and_the_part_ends_once(table: Table) -> None:
    await write_norms(table)
    before = await table.conversation("norms")
    parts = ("logistics", "records", "participation", "deciding", "expectations", "outside")

    async def answers(who: str) -> None:
        for part in parts:
            place = {"round": str(before.round)}
            ask = asks.send(before.id, StepId(f"idea-{part}"), **place)
            raw = {f"idea-{part}": f"{who} on {part}"}
            await table.dispatcher.ask(request(table, who, ask, raw))

    async with asyncio.TaskGroup() as group:
        for who in EVERYONE:
            group.create_task(answers(who))

    after = await table.conversation("norms")
    assert (after.phase, after.round) == ("merge", before.round + 1)


def idea(table: Table, who: str, norms: Conversation) -> Request:
    """Return the first form of the norms as somebody sends it."""
    ask = asks.send(norms.id, StepId("idea-logistics"), round=str(norms.round))
    return request(table, who, ask, {"idea-logistics": f"what {who} thinks"})


async def send_at_once(table: Table, people: Sequence[str]) -> list[View]:
    """Let people send the first form of the norms to one program, at the same moment."""
    norms = await table.conversation("norms")
    asking = [table.dispatcher.ask(idea(table, who, norms)) for who in people]
    return await asyncio.gather(*asking)


async def answered(table: Table) -> set[str]:
    """Return the names of everybody whose answer to the first form is kept."""
    people = (await table.conversation("norms")).people
    members = (await table.team()).members
    return {member.name for member in members if people[member.id].answers}


async def test_everybody_who_sends_at_once_is_kept_in_a_transaction_or_two(table: Table) -> None:
    await write_norms(table)
    table.dispatcher = Dispatcher(counting := ShakyDatabase(table.database), table.library)

    await send_at_once(table, EVERYONE)

    assert (counting.works, len(await answered(table))) == (2, 8)


async def test_who_has_no_part_in_it_keeps_nobody_from_answering(table: Table) -> None:
    await write_norms(table)
    table.arrives("eve", "Eve Stone")

    views = await send_at_once(table, ["maria", "eve", *EVERYONE[1:]])

    assert views[1].title == "Not on this team yet"
    assert len(await answered(table)) == 8


async def test_everybody_is_kept_when_somebody_else_was_first_with_something(table: Table) -> None:
    await write_norms(table)
    table.dispatcher = Dispatcher(shaky := ShakyDatabase(table.database), table.library)
    shaky.faults.extend([None, ConflictError()])

    await send_at_once(table, EVERYONE)

    assert len(await answered(table)) == 8


async def test_all_who_wait_are_asked_to_try_again_while_the_database_is_away(
    table: Table,
) -> None:
    await write_norms(table)
    table.dispatcher = Dispatcher(shaky := ShakyDatabase(table.database), table.library)
    shaky.faults.extend([None, UnavailableError()])

    views = await send_at_once(table, ("maria", "joan", "dev", "sam"))

    assert [view.summary for view in views[1:]] == [TRY_AGAIN] * 3
    assert (len(await answered(table)), shaky.works) == (1, 2)


async def test_what_breaks_for_one_does_not_break_for_the_others(table: Table) -> None:
    await write_norms(table)
    norms = await table.conversation("norms")
    broken = replace(idea(table, "dev", norms), raw=cast("Raw", {"idea-logistics": 7}))

    came = await asyncio.gather(
        table.dispatcher.ask(idea(table, "maria", norms)),
        table.dispatcher.ask(idea(table, "joan", norms)),
        table.dispatcher.ask(broken),
        table.dispatcher.ask(idea(table, "sam", norms)),
        return_exceptions=True,
    )

    assert [isinstance(each, View) for each in came] == [True, True, False, True]
    assert await answered(table) == {"María Ortega", "Joan Fields", "Sam Whitaker"}


async def test_a_program_killed_in_the_middle_leaves_everybody_where_they_were(
    table: Table, database_url: str
) -> None:
    await write_norms(table)
    before = await table.conversation("norms")
    sent = len(await table.posted())
    ask = asks.go_on(before.id, before.round)

    program = [sys.executable, "-m", "tests.commands.mortal_member", database_url]
    end = await asyncio.to_thread(
        subprocess.run,
        [*program, "maria", ask.encode()],
        cwd=ROOT,
        timeout=300,
        check=True,
        capture_output=True,
    )

    after = await table.conversation("norms")
    assert int(end.stdout) > 10
    assert (after.phase, after.round) == ("merge", before.round + 1)
    assert len(await table.posted()) == sent
    assert (await table.takes_part("joan", "norms")).title == "Group norms"
