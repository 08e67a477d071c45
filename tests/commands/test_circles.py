"""What is one member's alone, or one party's, shows to nobody else, whatever happens."""

import pytest

from commands.mishaps import tell
from commands.practice import CHANNEL, WORKSPACE
from storage.work import Work
from tests.commands.abroad import (
    IN_SLACK,
    links_channel,
    opens_abroad,
)
from tests.commands.closed import (
    WORD,
    everything_shown,
    invites,
    lists_partners,
    rates,
    writes_everything,
)
from tests.commands.scenes import EVERYONE, agree_norms
from tests.table import Table
from workflows import asks
from workflows.chair_calls import ChairCall, DeputyCall, DrawnCall
from workflows.closed_calls import ClosedCall, InvitationCall, SeatedCall, SharedCall
from workflows.deliveries import Delivery
from workflows.identifiers import AccountId, DeliveryId
from workflows.notices import (
    ConversationCard,
    Mishap,
    Notice,
    Prompt,
    RecordCard,
    Reveal,
    ToAccount,
    ToHome,
)
from workflows.views import Ask, Privacy

SAME_PARTY = ("joan", "amara", "lucia", "tomas")
OTHERS = [who for who in EVERYONE if who not in SAME_PARTY]


async def test_what_is_one_members_alone_shows_to_nobody_else(table: Table) -> None:
    await writes_everything(table)

    seen = {who: WORD in await everything_shown(table, who) for who in EVERYONE}

    assert seen == {who: who == "joan" for who in EVERYONE}


async def test_what_is_one_partys_shows_to_those_who_are_there_for_it(table: Table) -> None:
    await lists_partners(table, "joan")
    await rates(table, "amara", "All of us for my party")

    seen = [who for who in EVERYONE if WORD in await everything_shown(table, who)]

    assert sorted(seen) == sorted(SAME_PARTY)


@pytest.mark.parametrize("who", ["maria", "amara", "dev"])
async def test_nobody_gets_in_by_the_id_of_what_is_not_theirs(table: Table, who: str) -> None:
    await writes_everything(table)
    before = await table.kept()

    for ask in await doors(table):
        assert (await table.sends(who, ask)).title == "Not found", ask

    assert await table.kept() == before


async def test_the_other_party_gets_in_by_no_id_of_a_caucus(table: Table) -> None:
    await lists_partners(table, "joan")
    await table.presses("joan", "Bring it up to date")
    before = await table.kept()

    for ask in await doors(table):
        assert (await table.sends("maria", ask)).title == "Not found", ask

    assert await table.kept() == before


async def test_a_channel_hears_nothing_of_either(table: Table) -> None:
    before = len(await table.posted(CHANNEL))

    await writes_everything(table)
    await lists_partners(table, "joan")

    assert len(await table.posted(CHANNEL)) == before


async def test_a_new_home_hears_nothing_of_either(table: Table) -> None:
    await opens_abroad(table)
    await writes_everything(table)
    await lists_partners(table, "joan")
    await table.presses("joan", "Bring it up to date")

    await links_channel(table, "kim", IN_SLACK)

    posts = await table.posted(IN_SLACK)
    assert [post.view.title for post in posts] == ["Lincoln Schools Partnership · Leadership team"]
    assert WORD not in repr(posts)


async def test_what_is_kept_tells_its_author_all_of_it(table: Table) -> None:
    await writes_everything(table)

    await table.asks("joan", "me kept")
    kept = table.text("joan")
    export = repr(await table.asks("joan", "me export"))

    assert "Records that are yours alone: 3." in kept
    assert export.count("Half an hour") == 2 + 1  # two editions, and the sheet


async def test_nobody_is_told_that_a_private_word_met_with_a_mishap(table: Table) -> None:
    record = await lists_partners(table, "joan")
    invited = await invites(table, "dev")
    running = (await table.conversation("partners")).id
    amara, dev = await table.member("Amara Obi"), await table.member("Dev Patel")
    notices: tuple[ClosedCall | ChairCall | Prompt, ...] = (
        InvitationCall(invited.id, dev, "2026-01-12"),
        SharedCall(record.id, amara, 1),
        SeatedCall((await table.team()).id, dev, amara),
        Prompt(running, amara, 1),
        DrawnCall(running, amara),
        DeputyCall(running, amara, 1),
    )
    await table.posted()
    before = await table.rows("delivery")

    for notice in notices:
        for mishap in (Mishap.UNSURE, Mishap.PRIVATE_SHUT, Mishap.WORKSPACE_GONE):
            await meets(table, notice, mishap)

    assert await table.rows("delivery") == before


async def test_words_that_are_not_true_any_more_are_not_said(table: Table) -> None:
    record = await invites(table, "dev")
    shared = await lists_partners(table, "joan")
    await table.presses("joan", "Bring it up to date")
    dev, amara = await table.member("Dev Patel"), await table.member("Amara Obi")
    running = (await table.conversation("partners")).id
    notices: tuple[Notice, ...] = (
        InvitationCall(record.id, amara, "2026-01-26"),
        InvitationCall(record.id, dev, "2026-01-27"),
        SharedCall(record.id, dev, 1),
        SharedCall(shared.id, dev, 1),
        SharedCall(shared.id, amara, 2),
        SeatedCall((await table.team()).id, dev, amara),
        Prompt(running, dev, 1),
        DrawnCall(running, amara),
        DeputyCall(running, dev, 1),
    )
    before = [post.view for post in await table.posted()]

    await table.database.run(lambda work: put(work, notices))

    assert [post.view for post in await table.posted()] == before


async def test_a_card_of_what_is_closed_is_never_drawn(table: Table) -> None:
    record = await lists_partners(table, "joan")
    running = (await table.conversation("partners")).id
    before = await table.posted(CHANNEL)
    notices = (ConversationCard(running), Reveal(running, (), "key"), RecordCard(record.id))
    home = ToHome((await table.team()).homes[0].id)

    def post(work: Work) -> None:
        for notice in notices:
            work.outbox.put(home, notice, workspace_id=WORKSPACE)

    await table.database.run(post)

    assert await table.posted(CHANNEL) == before


async def test_nothing_private_can_be_signed(table: Table) -> None:
    record = await invites(table, "dev")

    view = await table.sends("dev", asks.sign(record.id, 1))

    assert "There is nothing to sign here." in view.summary


async def test_records_list_what_the_team_has_and_nothing_else(table: Table) -> None:
    await agree_norms(table)
    await writes_everything(table)

    view = await table.asks("joan", "record list")

    assert view.summary == "Your team keeps 1 record."


async def test_a_finished_draft_says_so_when_it_is_opened_again(table: Table) -> None:
    await invites(table, "dev")

    view = await table.takes_part("dev", "invitation")

    assert view.summary == "This has ended. What was written is kept for those who saw it here."


async def doors(table: Table) -> list[Ask]:
    """Return every way to everything that is closed, by its id."""
    team = (await table.team()).id
    records = [record for record in await table.records() if record.privacy is not Privacy.TEAM]
    running = await table.database.run(lambda work: work.conversations.of_team(team))
    on_records = ("record show", "record export", "record sign", "decide review", "decide show")
    on_invitations = ("show", "change", "sent", "answer", "card", "delete")
    on_talks = ("open", "look", "send", "edit", "back", "next", "cancel")
    on_chairs = ("time", "pause", "resume", "facilitate", "scribe", "decline", "swap", "sort")
    return [
        *(Ask(name, {"id": r.id, "edition": "1"}) for r in records for name in on_records),
        *(
            Ask(f"invite {verb}", {"id": r.id, "answer": "accepted"})
            for r in records
            for verb in on_invitations
        ),
        *(
            Ask(f"conversation {verb}", {"id": c.id, "step": "who", "round": str(c.round)})
            for c in running
            for verb in (*on_talks, *on_chairs)
        ),
    ]


async def meets(table: Table, notice: Notice, mishap: Mishap) -> None:
    """Let a private word meet with a mishap."""

    def meet(work: Work) -> None:
        account = next(a for a, person in work.people.in_workspace(WORKSPACE) if person.name)
        to = ToAccount(AccountId(account.id))
        delivery = Delivery(DeliveryId("d"), WORKSPACE, to, notice, "s", work.now, 1)
        tell(work, table.library, delivery, mishap)

    await table.database.run(meet)


def put(work: Work, notices: tuple[Notice, ...]) -> None:
    """Put words for Amara into the outbox."""
    known = work.people.known(WORKSPACE, "amara")
    assert known
    for notice in notices:
        work.outbox.put(ToAccount(known[0].id), notice, workspace_id=WORKSPACE)
