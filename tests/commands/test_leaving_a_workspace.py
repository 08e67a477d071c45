"""Somebody whose account ends is off the teams that work only there, without being asked."""

from dataclasses import replace

from tests.commands.abroad import ELSEWHERE, meets_elsewhere
from tests.commands.scenes import write_norms
from tests.table import PRIVATE, Table
from workflows.views import Ask

LEFT = Ask("me left")


async def test_a_member_whose_account_ended_is_off_the_team(table: Table) -> None:
    await write_norms(table)

    await table.sends("maria", LEFT, at=PRIVATE)

    team, running = await table.team(), await table.conversation("norms")
    assert [member.name for member in team.leads] == ["Joan Fields"]
    assert not running.people[await table.member("María Ortega")].here
    assert running.facilitator != await table.member("María Ortega")


async def test_nobody_is_written_to_any_more_whose_account_ended(table: Table) -> None:
    await table.sends("dev", LEFT, at=PRIVATE)
    await table.posted()
    before = await table.told("dev")

    await write_norms(table)
    await table.later(minutes=9)

    assert await table.told("dev") == before


async def test_a_member_with_an_account_at_another_home_of_the_team_stays(table: Table) -> None:
    await meets_elsewhere(table, "dev", account="far")

    await table.sends("dev", LEFT, at=PRIVATE)

    assert "Dev Patel" in [member.name for member in (await table.team()).present]


async def test_a_team_at_home_elsewhere_as_well_loses_who_has_no_account_there(
    table: Table,
) -> None:
    await meets_elsewhere(table, "dev")

    await table.sends("dev", LEFT, at=PRIVATE)

    assert "Dev Patel" not in [member.name for member in (await table.team()).present]


async def test_an_account_that_ends_elsewhere_changes_nothing_here(table: Table) -> None:
    await meets_elsewhere(table, "dev", account="far", home="")
    table.callers["dev"] = replace(table.callers["dev"], workspace=ELSEWHERE.id)

    await table.sends("dev", LEFT, at=PRIVATE)

    assert "Dev Patel" in [member.name for member in (await table.team()).present]


async def test_somebody_unknown_is_not_met_by_going(table: Table) -> None:
    table.arrives("eve", "Eve Stone")
    before = await table.kept()

    await table.sends("eve", LEFT, at=PRIVATE)

    assert await table.kept() == before
