"""A lead takes away what the teams they are on share, as one file for them alone."""

from dataclasses import replace

import pytest

from commands import access_archives
from commands.errors import MissingError
from tests.commands.closed import writes_everything
from tests.commands.scenes import agree_norms
from tests.table import PRIVATE, Table
from workflows.archive_file import ArchiveFile
from workflows.finding import Circle
from workflows.identifiers import MemberId, PersonId, TeamId
from workflows.people import Role, Team
from workflows.views import Ask


async def person(table: Table, name: str) -> PersonId:
    """Return who has this name on the leadership team."""
    return next(m.person for m in (await table.team()).members if m.name == name)


async def founds_a_second_team(table: Table, *names: str) -> Team:
    """Add a team to the partnership, with some who are on the leadership team as members."""
    first = await table.team()
    seats = tuple(
        replace(member, id=MemberId(f"second{at}"), team=TeamId("second"), roles=frozenset[Role]())
        for at, member in enumerate(first.members)
        if member.name in names
    )
    team = replace(first, id=TeamId("second"), name="School team", members=seats, homes=())
    await table.database.run(lambda work: work.teams.add(team))
    return team


async def reach(table: Table, name: str) -> Circle:
    who, partnership = await person(table, name), (await table.team()).partnership
    return await table.database.run(
        lambda work: access_archives.access_archive(work, who, partnership)
    )


async def test_a_lead_gets_what_their_teams_keep_as_one_file(table: Table) -> None:
    await agree_norms(table)
    await table.asks("maria", "team show")

    await table.presses("maria", "Take all away")

    document = table.document("maria")
    maria, team = await person(table, "María Ortega"), await table.team()
    assert document.file == ArchiveFile(team.partnership, maria)
    assert document.name.endswith(".zip")
    assert "It holds the records and action items of Leadership team." in table.text("maria")


async def test_a_lead_reads_which_of_their_teams_are_in_it(table: Table) -> None:
    await founds_a_second_team(table, "María Ortega", "Dev Patel")
    await table.founds_another("maria")

    await table.sends("maria", Ask("partnership export", {"team": (await table.team()).id}))

    assert "of Leadership team and School team. What belongs" in table.text("maria")
    assert "Bridge" not in table.text("maria")


async def test_it_reaches_to_the_teams_a_lead_is_on_and_to_nothing_closed(table: Table) -> None:
    first = await table.team()
    await founds_a_second_team(table, "Dev Patel")

    assert await reach(table, "María Ortega") == Circle(
        frozenset({first.id}), frozenset(), frozenset(), frozenset()
    )


async def test_who_leads_no_team_there_has_nothing_to_take_away(table: Table) -> None:
    await founds_a_second_team(table, "Dev Patel")

    with pytest.raises(MissingError):
        await reach(table, "Dev Patel")


async def test_a_lead_of_another_partnership_is_not_let_in(table: Table) -> None:
    table.arrives("zoe", "Zoe")
    await table.founds_another("zoe")
    zoe = next(member.person for member in (await table.team("Bridge")).members)
    partnership = (await table.team()).partnership

    with pytest.raises(MissingError):
        await table.database.run(
            lambda work: access_archives.access_archive(work, zoe, partnership)
        )


async def test_a_lead_whose_teams_keep_too_much_is_told_whom_to_ask(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    await agree_norms(table)
    monkeypatch.setattr(access_archives, "MOST_THINGS", 0)

    await table.asks("maria", "partnership export", at=PRIVATE)

    assert "Please ask whoever runs Concord" in table.text("maria")


async def test_what_is_closed_does_not_count(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    await writes_everything(table)
    monkeypatch.setattr(access_archives, "MOST_THINGS", 0)

    await table.asks("maria", "partnership export", at=PRIVATE)

    assert isinstance(table.document("maria").file, ArchiveFile)
