"""Group norms: agreed, shown, signed, changed in a new edition, and checked."""

import pytest

from tests.commands.scenes import EVERYONE, agree_norms, ask_for_consent, check_norms, write_norms
from tests.table import Table
from workflows import asks
from workflows.identifiers import FieldId
from workflows.records import NormCheck, Norms
from workflows.views import Ask

OUTSIDE = FieldId("outside")


@pytest.mark.parametrize("command", ["norms show", "norms check"])
async def test_a_team_without_norms_is_offered_to_agree_some(table: Table, command: str) -> None:
    await table.asks("joan", command)

    assert table.text("joan") == (
        "# Group norms\n\n"
        "Your team has no norms yet. Agreeing some takes about half an hour.\n\n"
        "[Agree our norms]\n"
    )


async def test_a_team_hears_of_its_norms_once_the_starter_has_chosen_the_pace(
    table: Table,
) -> None:
    await table.asks("maria", "norms start")
    before = [post.view.title for post in await table.posted()]

    await table.fills("maria", pace="now")

    after = [post.view.title for post in await table.posted()]
    card = "Lincoln Schools Partnership · Leadership team"
    assert (before, after) == ([card], [card, "Group norms"])


async def test_a_second_start_leads_to_the_same_conversation(table: Table) -> None:
    await write_norms(table)

    await table.asks("joan", "norms start")

    assert table.views["joan"].summary == "Group norms, Meeting logistics: please answer."
    assert len(await table.rows("conversation")) == 1


async def test_norms_stay_as_the_team_agreed_them(table: Table) -> None:
    record = await agree_norms(table, "kind")

    content = record.current.content
    assert isinstance(content, Norms)
    assert content.commitments[OUTSIDE] == "we will be kind about outside"
    assert (content.stances, content.asked, record.current.signatures) == ({"agree": 8}, 8, ())


async def test_norms_are_pinned_and_the_team_card_leads_to_them(table: Table) -> None:
    await agree_norms(table)

    posts = {post.view.title: post for post in await table.posted()}
    card = posts["Lincoln Schools Partnership · Leadership team"]
    assert posts["Group norms"].pinned
    assert "Our norms" in table.labels(card.view)


async def test_an_objection_sends_the_norms_back_to_the_group(table: Table) -> None:
    await ask_for_consent(table)
    await table.takes_part("amara", "norms")
    await table.fills("amara", norm_stance="object")
    await table.fills("amara", norm_reason="Noon is too early for us.")
    for who in (name for name in EVERYONE if name != "amara"):
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")

    reveals = [post for post in await table.posted() if post.in_thread]
    assert "Noon is too early for us." in table.draw(reveals[-1].view)
    assert (await table.conversation("norms")).phase == "merge"
    assert await table.records() == ()


async def test_a_member_signs_the_norms_from_the_pinned_card(table: Table) -> None:
    await agree_norms(table)
    await table.posted()

    await table.presses("amara", "Sign")

    card = (await table.posted())[-1].view
    assert "Signed by Amara Obi on" in table.text("amara")
    assert "1 of 8 members have signed." in table.draw(card)


async def test_a_member_signs_once_however_often_they_press(table: Table) -> None:
    await agree_norms(table)
    await table.posted()

    await table.presses("amara", "Sign")
    await table.sends("amara", asks.sign((await table.records())[0].id, 1))

    assert len(await table.rows("signature")) == 1
    assert "Sign" not in table.labels(table.views["amara"])


async def test_changed_norms_begin_with_the_words_of_those_before(table: Table) -> None:
    await agree_norms(table, "kind")
    await table.asks("joan", "norms show")

    await table.presses("joan", "Change our norms")
    await table.fills("joan", pace="now")
    await table.presses("joan", "Where we stand")
    await table.presses("joan", "End this part")

    assert "Communication: we will be kind about outside" in table.text("joan")


async def test_changed_norms_are_a_new_edition_that_nobody_has_signed(table: Table) -> None:
    await agree_norms(table, "kind")
    await table.asks("amara", "norms show")
    await table.presses("amara", "Sign")

    record = await agree_norms(table, "frank")

    assert [len(edition.signatures) for edition in record.editions] == [1, 0]
    assert [edition.number for edition in record.editions] == [1, 2]
    assert len(await table.records()) == 1


async def test_an_earlier_edition_stays_to_be_read_with_who_signed_it(table: Table) -> None:
    await agree_norms(table, "kind")
    await table.asks("amara", "norms show")
    await table.presses("amara", "Sign")
    await agree_norms(table, "frank")
    await table.asks("joan", "norms show")

    await table.presses("joan", "Edition 1")

    assert "to others we will … we will be kind about outside" in table.text("joan")
    assert "Signed by Amara Obi on" in table.text("joan")
    assert "Sign" not in table.labels(table.views["joan"])


async def test_who_signs_an_old_edition_is_shown_the_new_one_first(table: Table) -> None:
    await agree_norms(table, "kind")
    await table.asks("amara", "norms show")
    sign = table.button("amara", "Sign")
    await agree_norms(table, "frank")

    await table.sends("amara", sign.ask)

    assert table.views["amara"].problem == (
        "This is a newer edition. Please read it before you sign."
    )
    assert "to others we will … we will be frank about outside" in table.text("amara")
    assert await table.rows("signature") == []


async def test_a_check_counts_what_people_say_and_names_nobody(table: Table) -> None:
    await agree_norms(table)

    await check_norms(table)

    check = await table.record("Norm check, Mon, Jan 5, 2026")
    content = check.current.content
    assert isinstance(content, NormCheck)
    assert content.answered == 8
    assert content.counts[FieldId("logistics")] == {"kept": 8}
    assert content.counts[OUTSIDE] == {"not": 8}


async def test_a_check_is_dated_where_the_team_lives(table: Table) -> None:
    await agree_norms(table)
    await table.later(hours=20)  # it is the sixth in UTC, and still the fifth in New York

    await check_norms(table)

    check = await table.record("Norm check, Tue, Jan 6, 2026")
    await table.asks("joan", "record list")
    assert check.current.made_at == table.clock.time
    assert "Norm check, Mon, Jan 5, 2026" in table.text("joan")


async def test_norms_changed_while_a_check_runs_leave_the_check_as_it_began(table: Table) -> None:
    await agree_norms(table, "kind")
    await table.asks("joan", "norms check")
    await agree_norms(table, "frank")

    await check_norms(table)

    check = await table.record("Norm check, Mon, Jan 5, 2026")
    assert isinstance(check.current.content, NormCheck)
    assert check.current.content.commitments[OUTSIDE] == "we will be kind about outside"


async def test_the_card_of_a_check_leads_to_it_and_asks_for_nothing(table: Table) -> None:
    await agree_norms(table)
    await check_norms(table)

    card = (await table.posted())[-1].view
    await table.presses("joan", "Show")

    assert (card.title, table.labels(card)) == ("Norm check, Mon, Jan 5, 2026", ["Show"])
    assert table.labels(table.views["joan"]) == [
        "Group norms",
        "Take it away",
        "Add an action item",
        "Link a record",
        "Remove a link",
    ]


async def test_a_check_cannot_be_signed(table: Table) -> None:
    await agree_norms(table)
    await check_norms(table)
    check = await table.record("Norm check, Mon, Jan 5, 2026")

    await table.sends("joan", Ask("record sign", {"id": check.id, "edition": "1"}))

    assert table.views["joan"].summary == "There is nothing to sign here."
