"""Records: listed, shown in any edition, and signed."""

from dataclasses import replace

import pytest

from commands.practice import WORKSPACE
from storage.work import Work
from tests.commands.scenes import agree_norms, decide
from tests.table import Table
from workflows.identifiers import MemberId, RecordId, TeamId
from workflows.people import Member, Team, TeamKind
from workflows.records import Record
from workflows.views import Ask, Privacy

EMPTY = (
    "# Records\n\n"
    "Your team keeps nothing here yet. Norms and decisions will appear here.\n\n"
    "[Team card]\n"
)


@pytest.mark.parametrize("command", ["record list", "record show", "record export"])
async def test_a_team_without_records_is_told_what_will_be_here(table: Table, command: str) -> None:
    await table.asks("dev", command)

    assert table.text("dev") == EMPTY


async def test_a_member_picks_a_record_from_the_list(table: Table) -> None:
    await agree_norms(table)
    await decide(table)
    await table.asks("dev", "record list")
    summary = table.views["dev"].summary

    await table.picks("dev", "Decision: The early-release days")

    assert summary == "Your team keeps 2 records."
    assert table.views["dev"].summary == "Decision: The early-release days, edition 1."


@pytest.mark.parametrize("edition", ["7", "-1", "²", "9" * 5000, "x"])
async def test_an_edition_that_there_is_not_shows_the_one_in_force(
    table: Table, edition: str
) -> None:
    record = await agree_norms(table)

    await table.sends("dev", Ask("record show", {"id": record.id, "edition": edition}))

    assert table.views["dev"].summary == "Group norms, edition 1."


async def test_a_decision_is_signed_by_who_stands_by_it(table: Table) -> None:
    await decide(table)
    await table.posted()

    await table.presses("amara", "Sign")

    record = await table.record("Decision: The early-release days")
    (signature,) = record.current.signatures
    assert signature.member == await table.member("Amara Obi")
    assert signature.hash == record.current.hash


async def test_who_was_not_on_the_team_then_may_sign_now(table: Table) -> None:
    await agree_norms(table)
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    await table.asks("maria", "team add")
    await table.fills("maria", people=("Eve Stone",), party="District administration")

    await table.asks("eve", "norms show")
    await table.presses("eve", "Sign")

    assert "Signed by Eve Stone on" in table.text("eve")


async def shared_with_partners(table: Table) -> Record:
    """Let all teams of the partnership read the norms, and Eve be on another one of them."""
    norms = await agree_norms(table)
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "help")
    shared = replace(norms, id=RecordId("shared"), privacy=Privacy.PARTNERS)
    school = Team(TeamId("school"), norms.partnership, "Elm", TeamKind.SCHOOL, "en", "UTC")

    def share(work: Work) -> None:
        work.records.add(shared)
        known = work.people.known(WORKSPACE, "eve")
        assert known
        eve = Member(MemberId("eve-seat"), school.id, known[1].id, "Eve Stone", party=None)
        work.teams.add(replace(school, members=(eve,)))

    await table.database.run(share)
    return shared


async def test_a_record_of_the_partnership_is_read_by_its_other_teams(table: Table) -> None:
    record = await shared_with_partners(table)

    await table.sends("eve", Ask("record show", {"id": record.id}))
    await table.sends("dev", Ask("record show", {"id": record.id}))

    assert table.views["eve"].summary == "Group norms, edition 1."
    assert "Sign" not in table.labels(table.views["eve"])
    assert "Sign" in table.labels(table.views["dev"])


async def test_a_record_of_the_partnership_is_signed_by_its_own_team_only(table: Table) -> None:
    record = await shared_with_partners(table)

    await table.sends("eve", Ask("record sign", {"id": record.id, "edition": "1"}))

    assert table.views["eve"].summary == ("Only members of the team that agreed this can do that.")
    assert await table.rows("signature") == []


async def test_a_record_of_the_partnership_is_not_for_outsiders(table: Table) -> None:
    record = await shared_with_partners(table)
    table.arrives("zoe", "Zoe Park")

    await table.sends("zoe", Ask("record show", {"id": record.id}), at="")

    assert table.views["zoe"].title == "Not found"
