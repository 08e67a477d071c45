"""Two people who turn out to be one: nothing that they did is lost, and nothing counts twice."""

import asyncio

import pytest

from commands.dispatcher import Dispatcher
from commands.request import Request
from tests.commands.abroad import (
    IN_SLACK,
    SLACK,
    arrives_in,
    code_on,
    links_account,
    links_channel,
    opens_abroad,
    sits_down,
)
from tests.commands.scenes import EVERYONE, ask_for_consent, write_norms
from tests.table import PRIVATE, Table
from workflows import asks
from workflows.identifiers import FieldId
from workflows.people import Role
from workflows.views import Ask


@pytest.fixture
async def table(table: Table) -> Table:
    """The practice team of eight, and Dev once more, from Slack."""
    await opens_abroad(table)
    await links_channel(table, "kim", IN_SLACK)
    arrives_in(table, SLACK, "U-DEV", "Dev P")
    table.clock.time = table.clock.time.replace(hour=9)
    await sits_down(table, "U-DEV", IN_SLACK)
    return table


async def takes_part(table: Table, who: str, at: str) -> None:
    """Open the norms in a channel."""
    await table.sends(who, asks.take_part((await table.conversation("norms")).id), at=at)


async def test_of_two_seats_the_older_one_stays(table: Table) -> None:
    older, newer = await table.member("Dev Patel"), await table.member("Dev P")

    await links_account(table, "dev", "U-DEV")

    team = await table.team()
    assert [m.id for m in team.present if m.name == "Dev Patel"] == [older]
    assert [m.name for m in team.members if m.id == newer] == ["Dev Patel"]
    assert len(team.present) == 8


async def test_the_older_seat_stays_whoever_made_the_code(table: Table) -> None:
    older = await table.member("Dev Patel")

    await links_account(table, "U-DEV", "dev")

    team = await table.team()
    assert [m.id for m in team.present if m.name == "Dev P"] == [older]
    assert len(team.present) == 8


async def test_the_seat_that_stays_has_the_roles_of_both(table: Table) -> None:
    await table.sends("joan", Ask("team role", {"member": await table.member("Dev P")}))
    await table.fills("joan", roles=("lead",))

    await links_account(table, "dev", "U-DEV")

    (dev,) = (m for m in (await table.team()).present if m.name == "Dev Patel")
    parties = await table.parties()
    assert (dev.roles, dev.party) == (
        frozenset({Role.LEAD}),
        parties["District administration"],
    )


async def test_answers_that_only_the_newer_seat_gave_go_along(table: Table) -> None:
    await write_norms(table)
    await takes_part(table, "U-DEV", IN_SLACK)
    await table.fills("U-DEV", idea_logistics="Mornings suit the buses.")

    await links_account(table, "dev", "U-DEV")

    people = (await table.conversation("norms")).people
    kept = people[await table.member("Dev Patel")]
    assert kept.answers[FieldId("idea-logistics")] == "Mornings suit the buses."
    assert repr(people).count("Mornings suit the buses.") == 1
    assert sum(place.here for place in people.values()) == 8


async def test_where_both_seats_answered_the_answers_of_the_older_one_count(table: Table) -> None:
    await write_norms(table)
    await takes_part(table, "U-DEV", IN_SLACK)
    await table.fills("U-DEV", idea_logistics="From Slack.")
    await table.takes_part("dev", "norms")
    await table.fills("dev", idea_logistics="From here.")

    await links_account(table, "dev", "U-DEV")

    kept = repr((await table.conversation("norms")).people)
    assert ("From here." in kept, "From Slack." in kept) == (True, False)


async def test_a_conversation_that_waited_for_the_newer_seat_goes_on(table: Table) -> None:
    await ask_for_consent(table)
    for who in EVERYONE:
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")
    waiting = await table.records()

    await links_account(table, "dev", "U-DEV")

    assert waiting == ()
    assert [record.kind for record in await table.records()] == ["norms"]


async def test_who_facilitates_from_the_newer_seat_does_so_from_the_older_one(
    table: Table,
) -> None:
    await write_norms(table)
    running = await table.conversation("norms")
    await table.sends("U-DEV", asks.facilitate(running.id), at=IN_SLACK)

    await links_account(table, "dev", "U-DEV")

    assert (await table.conversation("norms")).facilitator == await table.member("Dev Patel")


async def test_whoever_is_accountable_from_the_newer_seat_still_is(table: Table) -> None:
    await table.asks("joan", "decide start")
    await table.fills(
        "joan",
        title="The early-release days",
        parties=("District administration", "Educators' association"),
        accountable="Dev P",
        decide_by="2026-02-02",
    )
    await table.fills("joan", pace="now")

    await links_account(table, "dev", "U-DEV")

    sheet = (await table.conversation("decision")).sheet
    assert sheet[FieldId("accountable")] == await table.member("Dev Patel")
    await table.later(days=28)
    assert any("is near" in line for line in await table.told("dev") + await table.told("U-DEV"))


async def test_a_signature_of_the_newer_seat_is_one_of_the_person(table: Table) -> None:
    await agree_norms_of_all(table)
    await table.asks("U-DEV", "norms show", at=IN_SLACK)
    await table.presses("U-DEV", "Sign", at=IN_SLACK)

    await links_account(table, "dev", "U-DEV")

    signed = (await table.record("Group norms")).current.signatures
    assert [signature.member for signature in signed] == [await table.member("Dev Patel")]


async def test_who_signed_from_both_seats_has_signed_once(table: Table) -> None:
    await agree_norms_of_all(table)
    for who, at in (("U-DEV", IN_SLACK), ("dev", "leadership-team")):
        await table.asks(who, "norms show", at=at)
        await table.presses(who, "Sign", at=at)

    await links_account(table, "dev", "U-DEV")

    signed = (await table.record("Group norms")).current.signatures
    assert [signature.member for signature in signed] == [await table.member("Dev Patel")]


async def agree_norms_of_all(table: Table) -> None:
    """Let all nine seats agree the norms."""
    await ask_for_consent(table)
    for who in EVERYONE:
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")
    await takes_part(table, "U-DEV", IN_SLACK)
    await table.fills("U-DEV", norm_stance="agree", at=IN_SLACK)


async def test_seats_on_other_teams_go_along(table: Table) -> None:
    await table.founds_another("U-DEV", "C-BRIDGE")

    await links_account(table, "dev", "U-DEV")
    await table.asks("dev", "dashboard")

    assert "## Bridge · Riverside" in table.text("dev")
    assert "## Leadership team · Lincoln Schools Partnership" in table.text("dev")


async def test_who_left_and_was_linked_takes_the_seat_back_that_they_left_last(
    table: Table,
) -> None:
    older = await table.member("Dev Patel")
    await links_account(table, "U-DEV", "dev")
    table.clock.time = table.clock.time.replace(hour=10)
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await sits_down(table, "U-DEV", IN_SLACK)

    assert [m.id for m in (await table.team()).present if m.name == "Dev P"] == [older]


async def test_a_yes_that_is_pressed_twice_at_once_links_once(any_table: Table) -> None:
    table = any_table
    await opens_abroad(table)
    arrives_in(table, SLACK, "U-DEV", "Dev P")
    code = code_on(await table.asks("dev", "me link", at=PRIVATE))
    await table.asks("U-DEV", f"me link {code}", at=PRIVATE)
    yes = table.button("U-DEV", "Yes, this is me").ask
    request = Request(table.callers["U-DEV"], PRIVATE, yes)
    elsewhere = Dispatcher(table.database, table.library)

    views = await asyncio.gather(table.dispatcher.ask(request), elsewhere.ask(request))

    assert sorted(bool(view.form) for view in views) == [False, True]
    people = [row for row in await table.rows("account") if "U-DEV" in row]
    assert len(people) == 1


async def test_two_merges_into_each_other_at_once_leave_one_person(any_table: Table) -> None:
    table = any_table
    await opens_abroad(table)
    arrives_in(table, SLACK, "U-DEV", "Dev P")
    asking = []
    for maker, typer in (("dev", "U-DEV"), ("U-DEV", "dev")):
        code = code_on(await table.asks(maker, "me link", at=PRIVATE))
        yes = Ask("me link", {"text": code, "sure": "yes"})
        asking.append(Request(table.callers[typer], PRIVATE, yes))
    elsewhere = Dispatcher(table.database, table.library)

    await asyncio.gather(table.dispatcher.ask(asking[0]), elsewhere.ask(asking[1]))

    await table.asks("dev", "me kept", at=PRIVATE)
    assert table.text("dev").count("Your account in") == 2
    assert len((await table.team()).present) == 8
