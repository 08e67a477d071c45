"""Tests of starting the local web workspace afresh."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage.board import BoardPost
from storage.database import Database
from storage.errors import NotFoundError
from storage.tables import METADATA
from storage.wipe import wipe
from storage.work import Work
from tests.storage.installing import IN_THE_DISTRICT
from tests.storage.samples import (
    ANA,
    CARD,
    CONVERSATION,
    NORMS,
    PARTNERSHIP,
    TEAM,
    TO_HOME,
    WORKSPACE,
    keep_norms,
)
from workflows.identifiers import PartnershipId, WorkspaceId
from workflows.people import Platform, Workspace

SLACK = Workspace(WorkspaceId("slack"), Platform.SLACK, "T1", "District")
PRACTICE = replace(PARTNERSHIP, id=PartnershipId("practice"), parties=(), practice=True)


def keep_everything(work: Work) -> None:
    keep_norms(work)
    work.partnerships.add(PRACTICE)
    work.outbox.put(TO_HOME, CARD, workspace_id=WORKSPACE.id)
    work.board.add_channel("general", "General")
    work.board.post(BoardPost("general", "ana", "Hello."))
    work.link_codes.new_for_team(TEAM.id, until=work.now + timedelta(days=7))
    work.link_codes.new_for_person(ANA.id, until=work.now + timedelta(days=7))


def full_tables(work: Work) -> set[str]:
    return {
        table.name
        for table in METADATA.sorted_tables
        if work.connection.execute(select(func.count()).select_from(table)).scalar_one()
    }


async def test_a_local_workspace_is_empty_after_a_reset(database: Database) -> None:
    await database.run(keep_everything)

    await database.run(wipe)

    assert await database.run(full_tables) == {"counter"}
    assert await database.run(lambda work: work.board.post(BoardPost("x", "ana")).seq) == 2


async def test_a_reset_leaves_alone_what_is_real_where_there_is_another_platform(
    database: Database,
) -> None:
    await database.run(keep_everything)
    await database.run(lambda work: work.workspaces.add(SLACK))

    await database.run(wipe)

    assert await database.run(lambda work: work.partnerships.get(PARTNERSHIP.id)) == PARTNERSHIP
    assert await database.run(lambda work: work.conversations.get(CONVERSATION.id)) == CONVERSATION
    assert await database.run(lambda work: work.records.get(NORMS.id)) == NORMS
    assert await database.run(lambda work: work.board.channels()) == ()
    assert await database.run(lambda work: work.outbox.next_at()) is None
    with pytest.raises(NotFoundError):
        await database.run(lambda work: work.partnerships.get(PRACTICE.id))


async def test_a_reset_leaves_an_organisation_alone_whose_workspaces_were_not_met_yet(
    database: Database,
) -> None:
    await database.run(
        lambda work: work.installations.save(IN_THE_DISTRICT, at=work.now, generation="first")
    )

    await database.run(wipe)

    found = await database.run(lambda work: work.installations.find("E1"))
    assert found == IN_THE_DISTRICT
