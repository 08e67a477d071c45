"""Tests of the repository of Slack's workspaces."""

from storage.database import Database
from storage.slack_teams import SlackTeam
from storage.work import Work
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace

RIVERSIDE = Workspace(WorkspaceId("river"), Platform.SLACK, "T1", "Riverside")


def keep_riverside(work: Work) -> None:
    work.workspaces.add(RIVERSIDE)
    work.slack_teams.keep("T1", "E1", RIVERSIDE.id)


async def test_a_team_is_found_by_slacks_id_and_by_ours(database: Database) -> None:
    await database.run(keep_riverside)

    found = SlackTeam("T1", "E1", RIVERSIDE.id)
    assert await database.run(lambda work: work.slack_teams.find("T1")) == found
    assert await database.run(lambda work: work.slack_teams.of_workspace(RIVERSIDE.id)) == found


async def test_an_unknown_team_is_none(database: Database) -> None:
    nowhere = WorkspaceId("nowhere")

    assert await database.run(lambda work: work.slack_teams.find("T1")) is None
    assert await database.run(lambda work: work.slack_teams.of_workspace(nowhere)) is None


async def test_an_organisation_takes_concord_out_of_its_own_teams_only(database: Database) -> None:
    await database.run(keep_riverside)

    await database.run(lambda work: work.slack_teams.leave(["T1"], "E2", at=work.now))
    stays = await database.run(lambda work: work.slack_teams.find("T1"))
    await database.run(lambda work: work.slack_teams.leave(["T1", "T9"], "E1", at=work.now))
    leaves = await database.run(lambda work: work.slack_teams.find("T1"))

    assert stays == SlackTeam("T1", "E1", RIVERSIDE.id)
    assert leaves == SlackTeam("T1", "E1", RIVERSIDE.id, has_left=True)


async def test_a_team_that_left_comes_back_and_may_have_changed_its_organisation(
    database: Database,
) -> None:
    await database.run(keep_riverside)
    await database.run(lambda work: work.slack_teams.leave(["T1"], "E1", at=work.now))

    await database.run(lambda work: work.slack_teams.keep("T1", "E2", RIVERSIDE.id))

    back = SlackTeam("T1", "E2", RIVERSIDE.id)
    assert await database.run(lambda work: work.slack_teams.find("T1")) == back
