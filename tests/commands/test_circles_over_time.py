"""Who may see what is closed after people have come, gone, changed sides, or were forgotten."""

from datetime import timedelta

import pytest

from tests.commands.abroad import (
    IN_SLACK,
    SLACK,
    arrives_in,
    links_account,
    links_channel,
    opens_abroad,
    sits_down,
)
from tests.commands.closed import (
    WORD,
    begins_invitation,
    changes_party,
    everything_shown,
    invitation,
    invites,
    lists_partners,
    sends,
    writes_everything,
)
from tests.commands.scenes import EVERYONE, write_norms
from tests.table import Table
from workflows import asks
from workflows.conversations import Status
from workflows.views import Ask

SAME_PARTY = ("joan", "amara", "lucia", "tomas")
OTHERS = [who for who in EVERYONE if who not in SAME_PARTY]


async def test_who_joins_a_party_can_read_what_it_has_and_its_people_are_told(
    table: Table,
) -> None:
    await lists_partners(table, "joan")
    await table.posted()

    await changes_party(table, "dev", "Educators' association")

    assert WORD in await everything_shown(table, "dev")
    told = {post.to for post in await table.posted() if "Dev Patel" in post.view.summary}
    assert told == set(SAME_PARTY)


async def test_nobody_is_told_of_a_change_of_party_where_there_is_nothing_to_read(
    table: Table,
) -> None:
    await invites(table, "joan")

    await changes_party(table, "dev", "Educators' association")

    assert [line for line in await table.told("amara") if "Dev Patel" in line] == []


async def test_who_seats_themselves_for_another_party_is_noticed(table: Table) -> None:
    await lists_partners(table, "joan")
    await table.asks("maria", "team show")
    await table.sends("maria", Ask("start team", {"team": (await table.team()).id}))

    await table.fills("maria", my_party="Educators' association")

    told = [line for line in await table.told("amara") if "María Ortega is on" in line]
    assert len(told) == 1


async def test_who_joins_a_party_takes_part_in_what_it_has_begun_and_who_leaves_it_not(
    table: Table,
) -> None:
    dev = await table.member("Dev Patel")
    await table.asks("joan", "partners start")
    await table.presses("joan", "All of us for my party")

    await changes_party(table, "dev", "Educators' association")
    joined = (await table.conversation("partners")).people[dev].here
    await changes_party(table, "dev", "District administration")

    assert (joined, (await table.conversation("partners")).people[dev].here) == (True, False)


async def test_who_leaves_a_party_sees_no_more_of_it_and_hands_the_chair_over(
    table: Table,
) -> None:
    await lists_partners(table, "joan")
    await table.asks("amara", "partners start")
    await table.presses("amara", "All of us for my party")

    await changes_party(table, "amara", "District administration")

    running = await table.conversation("partners")
    assert running.facilitator != await table.member("Amara Obi")
    assert (await table.sends("amara", asks.take_part(running.id))).title == "Not found"
    assert WORD not in await everything_shown(table, "amara")


async def test_a_word_about_a_seat_that_is_no_more_is_not_said(table: Table) -> None:
    await lists_partners(table, "joan")
    await changes_party(table, "dev", "Educators' association")

    await changes_party(table, "dev", "District administration")

    assert [line for line in await table.told("amara") if "Dev Patel is on" in line] == []


async def test_who_changes_sides_stays_in_what_the_whole_team_talks_about(table: Table) -> None:
    await write_norms(table)

    await changes_party(table, "dev", "Educators' association")

    norms = await table.conversation("norms")
    assert norms.people[await table.member("Dev Patel")].here


async def test_the_same_party_once_more_changes_nothing(table: Table) -> None:
    await lists_partners(table, "joan")
    await table.posted()

    await changes_party(table, "amara", "Educators' association")

    assert [line for line in await table.told("joan") if "Amara Obi is on" in line] == []


async def test_the_last_one_to_leave_what_a_party_has_begun_leaves_nothing(table: Table) -> None:
    await lists_partners(table, "joan")
    await table.presses("joan", "Bring it up to date")
    for who in SAME_PARTY:
        await changes_party(table, who, "District administration", by="maria")

    running = await table.conversation("partners")

    assert (running.status, running.sheet) == (Status.CANCELLED, {})


async def test_a_draft_waits_for_who_leaves_and_comes_back(table: Table) -> None:
    await begins_invitation(table, "dev")
    await invites(table, "dev")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))
    gone = await table.asks("dev", "invite list", at="")

    await table.asks("joan", "team add")
    await table.fills("joan", people=("Dev Patel",), party="District administration")

    assert gone.title == "Which team?"
    assert (await table.asks("dev", "invite list")).summary == (
        "You have 2 invitations here. Only you can see them."
    )


async def test_who_has_left_is_not_asked_what_became_of_an_invitation(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await table.later(days=30)

    assert WORD not in repr(await table.posted("dev"))


async def test_who_is_forgotten_takes_all_that_was_theirs_alone_along(any_table: Table) -> None:
    await writes_everything(any_table)
    await any_table.presses("joan", "Bring it up to date")

    await any_table.sends("joan", Ask("me forget", {"sure": "yes"}))
    await any_table.later(days=30)

    assert WORD not in repr(await any_table.kept())
    assert "invitation/" not in repr(await any_table.rows("schedule"))


async def test_what_a_party_has_stays_when_one_of_it_is_forgotten(table: Table) -> None:
    await lists_partners(table, "joan")

    await table.sends("joan", Ask("me forget", {"sure": "yes"}))

    await table.asks("amara", "partners show")
    assert WORD in table.text("amara")
    (word,) = (line for line in await table.told("amara") if "has written down" in line)
    assert word.startswith("a former member for Educators' association has written")


@pytest.fixture
async def two_seats(table: Table) -> Table:
    """The practice team, and Dev once more from Slack, there for the other party."""
    await opens_abroad(table)
    await links_channel(table, "kim", IN_SLACK)
    arrives_in(table, SLACK, "U-DEV", "Dev P")
    table.clock.time += timedelta(hours=1)
    await sits_down(table, "U-DEV", IN_SLACK)
    return table


async def test_what_was_written_from_another_account_goes_along(two_seats: Table) -> None:
    table = two_seats
    await write_from_slack(table)

    await links_account(table, "dev", "U-DEV")

    record, draft = await invitation(table), await table.conversation("invitation")
    dev = await table.member("Dev Patel")
    assert (record.owner, draft.owner, list(draft.people)) == (dev, dev, [dev])
    assert (await table.asks("dev", "invite list")).summary == (
        "You have 2 invitations here. Only you can see them."
    )


async def test_what_went_along_can_be_deleted_for_good(two_seats: Table) -> None:
    table = two_seats
    await write_from_slack(table)
    await links_account(table, "dev", "U-DEV")

    await table.sends("dev", Ask("invite delete", {"id": (await invitation(table)).id}))
    await table.sends("dev", asks.call_off((await table.conversation("invitation")).id))

    assert WORD not in repr(await table.kept())


async def test_a_caucus_of_the_seat_that_goes_stays_behind(two_seats: Table) -> None:
    table = two_seats
    await lists_partners(table, "joan")
    await table.asks("U-DEV", "partners start", at=IN_SLACK)
    await table.presses("U-DEV", "All of us for my party", at=IN_SLACK)

    await links_account(table, "dev", "U-DEV")

    running, dev = await table.conversation("partners"), await table.member("Dev Patel")
    assert dev not in running.people
    assert running.facilitator == await table.member("Joan Fields")
    assert (await table.sends("dev", asks.take_part(running.id))).title == "Not found"


async def write_from_slack(table: Table) -> None:
    """Let Dev write an invitation from Slack, and begin another one."""
    await invites(table, "U-DEV", at=IN_SLACK)
    await begins_invitation(table, "U-DEV", at=IN_SLACK)
