"""What the leads of a team are told when one of its messages met with a mishap."""

from datetime import timedelta

import pytest

from commands.mishaps import tell
from commands.practice import WORKSPACE
from storage.work import Work
from tests.commands.scenes import decide, write_norms
from tests.table import Table
from workflows.deliveries import Delivery
from workflows.identifiers import AccountId, ConversationId, DeliveryId, WorkspaceId
from workflows.notices import (
    AccountCall,
    Address,
    ConversationCard,
    Mishap,
    MishapCall,
    Notice,
    Prompt,
    RecordCard,
    TeamCard,
    ToAccount,
    ToHome,
)
from workflows.people import Account, Platform, Workspace
from workflows.views import Ask

LEADS = ("maria", "joan")
PRIVATELY = ToAccount(AccountId("anybody"))


async def meets(
    table: Table,
    notice: Notice,
    mishap: Mishap,
    *,
    address: Address | None = None,
    workspace: WorkspaceId = WORKSPACE,
) -> None:
    """Let a message meet with a mishap, before anything else is sent."""
    await table.posted()
    home = (await table.team()).homes[0]

    def meet(work: Work) -> None:
        delivery = Delivery(
            DeliveryId("d"), workspace, address or ToHome(home.id), notice, "s", work.now, 1
        )
        tell(work, table.library, delivery, mishap)

    await table.database.run(meet)


async def told(table: Table) -> dict[str, int]:
    """Return how many words of a mishap each person on the team has got."""
    posts = await table.posted()
    people = {post.to for post in posts}
    titles = {"Please have a look", "I cannot write there"}
    counts = {who: sum(p.to == who and p.view.title in titles for p in posts) for who in people}
    return {who: count for who, count in counts.items() if count}


@pytest.mark.parametrize("mishap", [Mishap.UNSURE, Mishap.PLACE_GONE])
async def test_each_lead_is_told_once_of_a_mishap_in_the_channel(
    mishap: Mishap, table: Table
) -> None:
    await write_norms(table)
    card = ConversationCard((await table.conversation("norms")).id)

    await meets(table, card, mishap)
    await meets(table, card, mishap)

    assert await told(table) == dict.fromkeys(LEADS, 1)


async def test_the_leads_do_not_learn_for_whom_a_private_message_was(table: Table) -> None:
    await write_norms(table)
    conversation = await table.conversation("norms")
    prompt = Prompt(conversation.id, await table.member("Lucía Ramos"), 1, reminder=True)

    await meets(table, prompt, Mishap.UNSURE, address=PRIVATELY)

    words = [table.draw(post.view) for post in await table.posted("maria")]
    assert "a private message to somebody on the team" in words[-1]
    assert "Lucía" not in words[-1]


async def test_the_leads_do_not_learn_that_somebody_cannot_be_reached(table: Table) -> None:
    team = await table.team()

    await meets(table, TeamCard(team.id), Mishap.PLACE_GONE, address=PRIVATELY)

    assert await told(table) == {}


async def test_the_leads_are_told_of_a_mishap_with_a_record(table: Table) -> None:
    record = await decide(table)

    await meets(table, RecordCard(record.id), Mishap.UNSURE)

    assert await told(table) == dict.fromkeys(LEADS, 1)


async def test_nobody_is_told_of_a_mishap_with_the_word_of_a_mishap(table: Table) -> None:
    team = await table.team()
    lead = team.leads[0].id
    call = MishapCall(team.id, lead, Mishap.UNSURE, WORKSPACE, is_private=False, key="today")

    await meets(table, call, Mishap.UNSURE, address=PRIVATELY)

    assert await told(table) == {}


async def test_nobody_is_told_of_a_mishap_with_what_is_about_no_team(table: Table) -> None:
    await meets(table, AccountCall(AccountId("any")), Mishap.UNSURE, address=PRIVATELY)

    assert await told(table) == {}


async def test_nobody_is_told_of_a_mishap_with_what_is_gone(table: Table) -> None:
    await meets(table, ConversationCard(ConversationId("gone")), Mishap.UNSURE)

    assert await told(table) == {}


async def test_a_lead_who_is_none_any_more_is_not_told(table: Table) -> None:
    team = await table.team()
    await meets(table, TeamCard(team.id), Mishap.UNSURE)
    await table.sends("joan", Ask("team role", {"member": await table.member("María Ortega")}))
    await table.fills("joan", roles=())

    assert await told(table) == {"joan": 1}


async def test_the_leads_are_told_elsewhere_that_a_workspace_is_gone(table: Table) -> None:
    team = await table.team()
    gone = Workspace(WorkspaceId("slack"), Platform.SLACK, "T1", "Riverside")

    def join(work: Work) -> None:
        work.workspaces.add(gone)
        for lead in team.leads:
            account = Account(AccountId(f"slack-{lead.id}"), gone.id, lead.person, lead.id)
            work.people.add_account(account)

    table.clock.time += timedelta(minutes=1)
    await table.database.run(join)
    await meets(table, TeamCard(team.id), Mishap.WORKSPACE_GONE, workspace=gone.id)

    words = [table.draw(post.view) for post in await table.posted("joan")]
    assert "I can no longer write in Riverside, where the team Leadership team meets." in words[-1]
    assert await told(table) == dict.fromkeys(LEADS, 1)


async def test_nobody_is_told_where_there_is_no_way_to_tell(table: Table) -> None:
    team = await table.team()

    await meets(table, TeamCard(team.id), Mishap.WORKSPACE_GONE)

    assert await told(table) == {}


async def test_nobody_is_told_that_somebody_is_shut_to_what_is_gone(table: Table) -> None:
    known = await table.database.run(lambda work: work.people.known(WORKSPACE, "maria"))
    assert known
    gone = Prompt(ConversationId("gone"), await table.member("María Ortega"), 1)
    before = await table.posted()

    await meets(table, gone, Mishap.PRIVATE_SHUT, address=ToAccount(known[0].id))

    assert await table.posted() == before


@pytest.mark.parametrize("address", [None, PRIVATELY])
async def test_nobody_is_told_that_a_place_is_shut_where_nobody_is(
    table: Table, address: Address | None
) -> None:
    team = await table.team()
    before = await table.posted()

    await meets(table, TeamCard(team.id), Mishap.PRIVATE_SHUT, address=address)

    assert await table.posted() == before
