"""What goes out is drawn when it is sent: it says what is so by then, or it is not sent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commands.errors import TooEarlyError
from commands.outgoing import draw
from commands.practice import CHANNEL, WORKSPACE
from storage.work import Work
from tests.commands.scenes import (
    EVERYONE,
    ask_for_consent,
    decide,
    look_back,
    mark_levels,
    name_decision,
    write_norms,
)
from tests.table import Table
from workflows.catalogue import words_for
from workflows.identifiers import ConversationId, HomeId
from workflows.notices import ConversationCard, Reveal, ToAccount, ToHome, Welcome
from workflows.views import Ask, Privacy


async def test_a_card_is_edited_in_place_as_the_group_goes_on(table: Table) -> None:
    await write_norms(table)
    before = await table.posted()

    await table.takes_part("amara", "norms")
    for field in ("logistics", "records", "participation", "deciding", "expectations", "outside"):
        await table.fills("amara", **{f"idea_{field}": "An idea."})

    after = await table.posted()
    assert len(before) == len(after)
    assert "1 of 8 have answered." in table.draw(after[-1].view)


async def test_what_a_channel_sees_is_for_the_team_and_what_one_sees_is_private(
    table: Table,
) -> None:
    await decide(table)
    await table.later(days=57)

    seen = {post.to: post.view.privacy for post in await table.posted()}

    assert seen == {CHANNEL: Privacy.TEAM, "dev": Privacy.PRIVATE}


async def test_what_the_team_wrote_is_posted_in_the_thread_of_its_card(table: Table) -> None:
    await name_decision(table)
    await mark_levels(table)
    await table.takes_part("dev", "decision")
    await table.fills("dev", level="heard-a", reason="The budget is mine.")
    await table.takes_part("amara", "decision")
    await table.fills("amara", input="Mind the buses.")
    await table.posted()
    await table.later(minutes=10)

    (reveal,) = [post for post in await table.posted() if post.in_thread]

    assert "- Mind the buses.\n" in table.draw(reveal.view)
    assert "Amara" not in table.draw(reveal.view)


async def test_what_the_team_wrote_waits_for_the_card_it_belongs_to(table: Table) -> None:
    def draw_reveals(work: Work) -> None:
        for delivery in work.outbox.claim("test", 1000, timedelta(minutes=1)):
            if isinstance(delivery.notice, Reveal):
                draw(work, table.library, delivery)

    await name_decision(table)
    await mark_levels(table)
    await table.takes_part("dev", "decision")
    await table.fills("dev", level="heard-a", reason="The budget is mine.")
    await table.takes_part("amara", "decision")
    await table.fills("amara", input="Mind the buses.")
    await table.later(minutes=10)
    with pytest.raises(TooEarlyError):
        await table.database.run(draw_reveals)


async def test_a_prompt_is_not_sent_to_who_has_answered_meanwhile(table: Table) -> None:
    await name_decision(table)
    await mark_levels(table)
    await table.takes_part("dev", "decision")
    await table.fills("dev", level="explained-a", reason="The law says so.")
    await table.fills("dev", outcome="We plan together.", review_on="2026-03-02")

    assert await table.told("dev") == []


async def test_a_prompt_speaks_the_language_of_its_reader(table: Table) -> None:
    await table.asks("dev", "me language")
    await table.fills("dev", language="Español")
    await name_decision(table)
    await mark_levels(table)

    (post,) = await table.posted("dev")

    words = words_for("es")
    assert post.view.title == words.content("decision.title", "Decision check-in")
    assert post.view.language == "es"


async def test_each_message_and_each_screen_says_in_which_language_it_is_written(
    table: Table,
) -> None:
    await write_norms(table)
    refused = await table.asks("tomas", "norms check")

    (*_, card) = await table.posted(CHANNEL)

    assert (card.view.language, refused.language) == ("en", "es")


async def test_the_answer_to_a_new_language_says_that_it_is_in_that_language(table: Table) -> None:
    await table.asks("dev", "me language")

    answer = await table.fills("dev", language="Español")

    assert answer.language == "es"


async def test_a_call_to_decide_is_not_sent_once_it_is_decided(table: Table) -> None:
    await name_decision(table)
    await table.later(days=27, hours=6)
    await mark_levels_late(table)

    assert await table.told("dev") == []


async def mark_levels_late(table: Table) -> None:
    """Let Dev say all that is left to say, and everybody stand by it."""
    await table.takes_part("dev", "decision")
    await table.fills("dev", level="explained-a", reason="The law says so.")
    await table.fills("dev", outcome="We plan together.", review_on="2026-03-02")
    for who in EVERYONE:
        await table.takes_part(who, "decision")
        await table.fills(who, support="yes")


async def test_a_call_to_look_back_is_not_sent_once_that_is_done(table: Table) -> None:
    record = await decide(table)
    await table.later(days=57)
    await look_back(table, record)

    assert await table.told("dev") == []


async def test_nothing_is_sent_to_who_has_left_meanwhile(table: Table) -> None:
    await decide(table)
    await name_decision(table, "The lunch break")
    await mark_levels(table)
    await table.later(days=57)
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    for who in ("dev", "maria", "joan"):
        await table.sends(who, Ask("team leave", {"sure": "yes"}))

    sent = {post.to for post in await table.posted() if post.to != CHANNEL}

    assert sent == {"lucia", "sam"}


async def test_a_request_to_join_is_not_sent_to_who_does_not_lead_any_more(table: Table) -> None:
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    await table.sends("joan", Ask("team role", {"member": await table.member("María Ortega")}))
    await table.fills("joan", roles=())

    assert [await table.told("maria"), len(await table.told("joan"))] == [[], 1]


async def test_a_heir_who_does_not_lead_any_more_is_not_told_that_they_do(table: Table) -> None:
    lucia = (await table.team()).member(await table.member("Lucía Ramos"))
    assert lucia

    def told_late(work: Work) -> None:
        account = work.people.accounts_of(lucia.person)[0]
        notice = Welcome(lucia.team, lucia.id, leads=True)
        work.outbox.put(ToAccount(account.id), notice, workspace_id=account.workspace)

    await table.database.run(told_late)

    assert await table.told("lucia") == []


async def test_a_card_of_what_there_is_no_more_is_not_sent(table: Table) -> None:
    home = (await table.team()).homes[0]

    def put(work: Work) -> None:
        gone = ConversationCard(ConversationId("gone"))
        work.outbox.put(ToHome(home.id), gone, workspace_id=home.workspace)

    await table.database.run(put)
    before = len(await table.posted())

    assert before == 1


async def test_a_card_for_a_channel_that_is_no_home_any_more_is_not_sent(table: Table) -> None:
    await write_norms(table)
    conversation = await table.conversation("norms")

    def put(work: Work) -> None:
        card = ConversationCard(conversation.id)
        work.outbox.put(ToHome(HomeId("gone")), card, workspace_id=WORKSPACE)

    await table.database.run(put)

    assert {post.to for post in await table.posted()} == {CHANNEL}


async def test_a_welcome_to_somebody_for_no_party_names_none(table: Table) -> None:
    await ask_for_consent(table)
    await table.posted()
    maria = (await table.team()).member(await table.member("María Ortega"))
    assert maria

    def seat(work: Work) -> None:
        work.teams.save_member(replace(maria, party=None))
        account = work.people.accounts_of(maria.person)[0]
        notice = Welcome(maria.team, maria.id)
        work.outbox.put(ToAccount(account.id), notice, workspace_id=account.workspace)

    await table.database.run(seat)

    assert (await table.told("maria"))[-1] == "You are on the team Leadership team now."
