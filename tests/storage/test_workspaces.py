"""Tests of the repository of workspaces."""

from dataclasses import replace

import pytest

from storage.database import Database
from storage.errors import NotFoundError
from tests.storage.samples import WORKSPACE
from workflows.identifiers import WorkspaceId
from workflows.people import Platform


async def test_a_workspace_is_found_by_its_id_and_by_its_platforms_name(
    database: Database,
) -> None:
    await database.run(lambda work: work.workspaces.add(WORKSPACE))

    assert await database.run(lambda work: work.workspaces.get(WORKSPACE.id)) == WORKSPACE
    assert await database.run(lambda work: work.workspaces.find(Platform.WEB, "local")) == WORKSPACE


async def test_a_name_of_another_platform_finds_nothing(database: Database) -> None:
    await database.run(lambda work: work.workspaces.add(WORKSPACE))

    assert await database.run(lambda work: work.workspaces.find(Platform.SLACK, "local")) is None


async def test_an_unknown_workspace_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        await database.run(lambda work: work.workspaces.get(WorkspaceId("nowhere")))


async def test_a_workspace_that_is_met_again_is_the_one_that_was_met_first(
    database: Database,
) -> None:
    first = await database.run(lambda work: work.workspaces.find_or_make(WORKSPACE))
    other = replace(WORKSPACE, id=WorkspaceId("other"), name="Another name")

    again = await database.run(lambda work: work.workspaces.find_or_make(other))

    assert (first, again) == (WORKSPACE, WORKSPACE)


async def test_a_workspace_is_called_what_its_platform_calls_it_now(database: Database) -> None:
    await database.run(lambda work: work.workspaces.add(WORKSPACE))

    await database.run(lambda work: work.workspaces.rename(WORKSPACE.id, "New name"))

    renamed = replace(WORKSPACE, name="New name")
    assert await database.run(lambda work: work.workspaces.get(WORKSPACE.id)) == renamed
