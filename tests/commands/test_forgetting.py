"""Forget me: afterwards nothing that is kept leads to the person."""

from tests.commands.scenes import EVERYONE, agree_norms, ask_for_consent, decide, write_norms
from tests.dumps import dump
from tests.table import Table
from workflows.identifiers import FieldId
from workflows.records import Norms
from workflows.views import Ask


async def forgets(table: Table, who: str) -> None:
    """Press the buttons that somebody presses to be forgotten."""
    await table.asks(who, "me")
    await table.presses(who, "Forget me")
    await table.presses(who, "Forget me")


async def traces(table: Table, *words: str) -> list[str]:
    """Return the tables in which one of these words stands somewhere."""
    kept = await table.database.run(dump)
    return [name for name, rows in kept.items() if any(word in repr(rows) for word in words)]


async def test_somebody_is_asked_before_they_are_forgotten(table: Table) -> None:
    await table.asks("dev", "me forget")

    assert table.text("dev") == (
        "# Forget me\n\n"
        "You leave all your teams, and your name is dropped. Your answers are deleted, and so is "
        "what only you can see, such as your invitations. What your teams agreed stays, without "
        "your name. This cannot be undone.\n\n"
        "[Forget me] [Stay]\n"
    )
    assert await traces(table, "Dev Patel", "'dev'") == ["person", "account"]


async def test_somebody_who_was_forgotten_is_told_so(table: Table) -> None:
    await forgets(table, "dev")

    assert table.text("dev") == "# Forget me\n\nYou are forgotten. Take care.\n"


async def test_nothing_leads_to_who_was_forgotten(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("dev", "norms")
    await table.fills("dev", idea_logistics="Call Dev Patel at home.")
    await table.asks("dev", "team join")

    await forgets(table, "dev")

    assert await traces(table, "Dev Patel", "'dev'", "at home") == []


async def test_answers_of_teams_left_before_are_deleted_too(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("dev", "norms")
    await table.fills("dev", idea_logistics="Mornings suit the buses.")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await forgets(table, "dev")

    assert await traces(table, "Dev Patel", "Mornings suit the buses.") == []


async def test_a_record_keeps_the_part_and_not_the_name(table: Table) -> None:
    await decide(table)
    await table.asks("dev", "decide list")
    await table.picks("dev", "The early-release days")
    await table.presses("dev", "Sign")

    await forgets(table, "dev")

    await table.asks("joan", "decide list")
    await table.picks("joan", "The early-release days")
    assert "Accountable: a former member for District administration\n" in table.text("joan")
    assert "Signed by a former member for District administration on" in table.text("joan")


async def test_cards_in_the_channel_lose_the_name_as_well(table: Table) -> None:
    await ask_for_consent(table)
    await table.takes_part("amara", "norms")
    await table.fills("amara", norm_stance="note")
    await table.fills("amara", norm_reason="Let us look at it in May.")
    for who in (name for name in EVERYONE if name != "amara"):
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")
    before = [table.draw(post.view) for post in await table.posted("leadership-team")]

    await forgets(table, "amara")

    after = [table.draw(post.view) for post in await table.posted("leadership-team")]
    assert any("@Amara Obi: Let us look at it in May." in text for text in before)
    assert not any("Amara" in text for text in after)
    content = (await table.record("Group norms")).current.content
    assert isinstance(content, Norms)
    assert content.commitments[FieldId("outside")] == "we will be kind about outside"


async def test_a_record_without_the_name_is_left_alone(table: Table) -> None:
    await agree_norms(table)
    await table.posted()

    await forgets(table, "amara")

    waiting = {post.view.title for post in await table.posted() if post.to == "leadership-team"}
    assert (await table.record("Group norms")).current.named == frozenset()
    assert "Group norms" in waiting


async def test_a_facilitator_who_is_forgotten_leaves_the_chair_to_another(table: Table) -> None:
    await write_norms(table)
    maria = await table.member("María Ortega")

    await forgets(table, "maria")

    conversation = await table.conversation("norms")
    assert conversation.facilitator == await table.member("Joan Fields")
    assert maria not in conversation.people


async def test_the_team_goes_on_after_somebody_was_forgotten(table: Table) -> None:
    await ask_for_consent(table)
    await forgets(table, "maria")

    for who in (name for name in EVERYONE if name != "maria"):
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")

    content = (await table.record("Group norms")).current.content
    assert isinstance(content, Norms)
    assert (content.stances, content.asked) == ({"agree": 7}, 7)


async def test_who_was_forgotten_may_begin_anew_as_somebody_else(table: Table) -> None:
    await forgets(table, "dev")

    await table.asks("dev", "home")

    assert table.views["dev"].title == "Not on this team yet"


async def test_a_message_on_its_way_to_who_was_forgotten_is_not_sent(table: Table) -> None:
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    await table.asks("maria", "team add")
    await table.fills("maria", people=("Eve Stone",), party="District administration")

    await forgets(table, "eve")

    told = [post for post in await table.posted() if "Eve" in table.draw(post.view)]
    assert (told, await table.posted("eve")) == ([], [])
