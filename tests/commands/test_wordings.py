"""A conversation keeps the wording it began with, whatever comes with Concord by then."""

import pytest

from commands.context import Office
from commands.practice import WORKSPACE
from storage.work import Work
from tests.commands.scenes import write_norms
from tests.table import Table
from workflows.conversations import Status
from workflows.identifiers import AccountId, Edition, MemberId, PersonId, WorkflowId
from workflows.library import Library, content_files, library_of
from workflows.people import Account, Member, Person

SHORTER = """
id = "norms"
title = "Short norms"
summary = "List what the team wants."
stage = "act"
chapter = 8

[[phase]]
id = "list"
title = "List what we want"

[[step]]
id = "wants"
phase = "list"
title = "What we want"
[[step.ask]]
id = "want"
label = "What we want"
kind = "rows"
[[step.ask.columns]]
id = "what"
label = "What"
"""


def with_shorter_norms() -> Library:
    """Return the workflows of a later Concord, whose norms are a list that leaves no record."""
    files = {name: text for name, text in content_files() if not name.endswith("/norms.toml")}
    return library_of({**files, "norms.toml": SHORTER})


async def test_a_conversation_goes_on_in_the_wording_it_began_with(table: Table) -> None:
    await write_norms(table)

    table.updates(with_shorter_norms())
    await table.takes_part("amara", "norms")

    assert table.views["amara"].summary == "Group norms, Meeting logistics: please answer."


async def test_a_new_conversation_has_the_wording_of_today(table: Table) -> None:
    table.updates(with_shorter_norms())

    await table.asks("amara", "norms start")

    assert table.views["amara"].summary == "Short norms, What we want: please answer."


async def test_a_wording_that_was_not_kept_is_a_mistake_of_ours(table: Table) -> None:
    def look(work: Work) -> None:
        Office(work, table.library).workflow_of(WorkflowId("norms"), Edition("gone"))

    with pytest.raises(LookupError):
        await table.database.run(look)


async def test_rows_of_a_table_are_added_one_after_another(table: Table) -> None:
    table.updates(with_shorter_norms())
    await table.asks("amara", "norms start")

    await table.fills("amara", what="Quiet", press="Save and add another")
    after_one = table.text("amara")
    await table.fills("amara", what="Tea")

    part = (await table.conversation("norms")).people[await table.member("Amara Obi")]
    assert "- Quiet" in after_one
    assert part.answers == {"want": ({"what": "Quiet"}, {"what": "Tea"})}


async def test_a_conversation_that_leaves_nothing_makes_no_record(table: Table) -> None:
    table.updates(with_shorter_norms())
    await table.asks("maria", "norms start")
    await table.presses("maria", "Where we stand")

    await table.presses("maria", "End this part")

    assert (await table.conversation("norms")).status is Status.COMPLETED
    assert await table.records() == ()


async def test_who_came_onto_the_team_at_the_same_moment_takes_part_by_looking(
    table: Table,
) -> None:
    await write_norms(table)
    team = await table.team()
    table.arrives("eve", "Eve Stone")

    def sit_down(work: Work) -> None:
        eve = Person(PersonId("eve"), "Eve Stone", "en")
        work.people.add(eve)
        work.people.add_account(Account(AccountId("eve"), WORKSPACE, eve.id, "eve"))
        work.teams.add_member(Member(MemberId("eve"), team.id, eve.id, eve.name, party=None))

    await table.database.run(sit_down)

    await table.takes_part("eve", "norms")

    assert table.views["eve"].summary == "Group norms, Meeting logistics: please answer."
    assert (await table.conversation("norms")).people[MemberId("eve")].here
