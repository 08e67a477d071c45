"""Discord's servers are workspaces of Concord's, under the names that they have now."""

import pytest

from bot.discord_commands import StoredCommands
from bot.discord_servers import StoredServers
from bot.platforms.discord.ports import UnknownServerError
from storage.database import Database
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace

SLACK = Workspace(WorkspaceId("w-slack"), Platform.SLACK, "T1", "Riverside")


async def name_of(database: Database, id_: WorkspaceId) -> str:
    workspace = await database.run(lambda work: work.workspaces.get(id_))
    return workspace.name


async def test_a_server_stays_the_same_workspace(database: Database) -> None:
    first = await StoredServers(database).workspace("42", "Lincoln")

    assert await StoredServers(database).workspace("42", "Lincoln") == first
    assert await StoredServers(database).server(first) == "42"


async def test_a_server_goes_by_its_new_name(database: Database) -> None:
    servers = StoredServers(database)
    here = await servers.workspace("42", "Lincoln")

    await servers.meet("42", "Lincoln Schools")

    assert await name_of(database, here) == "Lincoln Schools"


async def test_a_server_whose_name_is_not_told_keeps_the_one_it_has(database: Database) -> None:
    here = await StoredServers(database).workspace("42", "Lincoln")

    await StoredServers(database).meet("42", "")

    assert await name_of(database, here) == "Lincoln"


async def test_a_server_met_without_a_name_goes_by_its_number(database: Database) -> None:
    here = await StoredServers(database).workspace("42", "")

    assert await name_of(database, here) == "42"


async def test_what_is_no_server_is_unknown(database: Database) -> None:
    await database.run(lambda work: work.workspaces.add(SLACK))

    for id_ in (SLACK.id, WorkspaceId("nowhere")):
        with pytest.raises(UnknownServerError):
            await StoredServers(database).server(id_)


async def test_only_so_many_servers_are_remembered_and_all_are_found(database: Database) -> None:
    servers = StoredServers(database, most=1)
    first = await servers.workspace("1", "One")
    await servers.workspace("2", "Two")

    assert await servers.workspace("1", "One") == first


async def test_what_discord_was_told_is_known_after_a_restart(database: Database) -> None:
    before = await StoredCommands(database).get("1")

    await StoredCommands(database).set("1", "hash")

    assert (before, await StoredCommands(database).get("1")) == ("", "hash")
    assert await StoredCommands(database).get("2") == ""
