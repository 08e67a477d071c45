"""The facilitator's and the scribe's chair: they change hands, and nobody is left without one."""

from commands.practice import PEOPLE
from tests.commands.looking_back import (
    facilitator,
    goes_on,
    led_by_maria,
    plan_retro,
    seat_of_facilitator,
    write,
)
from tests.commands.scenes import EVERYONE
from tests.commands.test_duties import performs
from tests.limits import buttons_of
from tests.table import Table
from workflows import asks
from workflows.catalogue import LANGUAGES, words_for
from workflows.schedules import CallDeputy
from workflows.views import Ask

FACILITATES = "You facilitate Our first year in the team Leadership team."


async def test_a_facilitator_who_leaves_is_followed_by_somebody_of_another_party(
    table: Table,
) -> None:
    await in_the_middle(table)
    before = await table.conversation("retro")
    leaver = await seat_of_facilitator(table)

    await table.sends("maria", Ask("team leave", {"sure": "yes"}))

    heir, after = await seat_of_facilitator(table), await table.conversation("retro")
    assert heir.party != leaver.party
    assert FACILITATES in (await table.told(await facilitator(table)))[-1]
    assert (after.phase, after.deadline) == (before.phase, before.deadline)


async def test_a_facilitator_who_changes_party_keeps_the_chair(table: Table) -> None:
    await in_the_middle(table)
    maria = await table.member("María Ortega")
    party = (await table.parties())["Educators' association"]

    await table.sends(
        "joan", Ask("team role", {"member": maria}), {"party": party, "roles": ("lead",)}
    )

    assert await facilitator(table) == "maria"


async def test_a_member_who_leaves_takes_nobody_elses_chair(table: Table) -> None:
    await in_the_middle(table)
    before = await table.conversation("retro")

    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    after = await table.conversation("retro")
    assert after.facilitator == before.facilitator
    assert all(FACILITATES not in line for line in (await table.told("maria"))[1:])


async def test_who_declines_is_not_drawn_again_and_comes_first_next_time(table: Table) -> None:
    await plan_retro(table)
    declined = list[str]()
    for _ in range(3):
        declined.append(await facilitator(table))
        retro = await table.conversation("retro")
        await table.sends(declined[-1], Ask("conversation decline", {"id": retro.id}))

    assert len(set(declined)) == 3
    assert await facilitator(table) not in declined


async def test_the_last_one_who_declines_keeps_the_chair_and_is_told_so(table: Table) -> None:
    await plan_retro(table)
    for _ in EVERYONE:
        who, retro = await facilitator(table), await table.conversation("retro")
        await table.sends(who, Ask("conversation decline", {"id": retro.id}))

    assert await facilitator(table) == who
    line = "There is nobody else to draw. Please ask somebody to swap."
    assert table.views[who].problem in {words_for(each).say(line) for each in LANGUAGES}


async def test_who_plans_alone_keeps_the_chair_even_after_declining(table: Table) -> None:
    for who in EVERYONE[1:]:
        await table.sends(who, Ask("team leave", {"sure": "yes"}))
    await table.asks("maria", "retro start")
    page, retro = table.views["maria"], await table.conversation("retro")
    await table.sends("maria", Ask("conversation decline", {"id": retro.id}))
    table.views["maria"] = page

    await table.fills("maria", topic="Our first year", pace="hour")

    assert (await table.conversation("retro")).phase == "ready"
    assert await facilitator(table) == "maria"


async def test_only_whoever_facilitates_can_decline(table: Table) -> None:
    await led_by_maria(table)
    retro = await table.conversation("retro")

    await table.sends("joan", Ask("conversation decline", {"id": retro.id}))

    assert await facilitator(table) == "maria"
    assert "María Ortega facilitates this conversation." in table.text("joan")


async def test_a_swap_with_nobody_in_particular_is_asked_for_again(table: Table) -> None:
    await led_by_maria(table)
    retro = await table.conversation("retro")

    await table.sends("maria", Ask("conversation swap", {"id": retro.id}), {"who": "somebody"})

    assert list(table.problems("maria")) == ["who"]
    assert await facilitator(table) == "maria"


async def test_a_swap_is_offered_with_everybody_who_takes_part_but_oneself(table: Table) -> None:
    await led_by_maria(table)
    retro = await table.conversation("retro")

    await table.sends("maria", Ask("conversation swap", {"id": retro.id}))

    (asked,) = table.form("maria").inputs
    assert [option.label for option in asked.options] == [
        name for who, name, *_ in PEOPLE if who != "maria"
    ]


async def test_who_is_alone_has_nobody_to_swap_with(table: Table) -> None:
    await led_by_maria(table)
    retro = await table.conversation("retro")
    for who in EVERYONE[1:]:
        await table.sends(who, Ask("team leave", {"sure": "yes"}))

    await table.sends("maria", Ask("conversation swap", {"id": retro.id}))

    assert table.views["maria"].problem == "There is nobody else here to swap with."


async def test_nobody_swaps_in_a_retro_that_was_called_off(table: Table) -> None:
    await led_by_maria(table)
    retro = await table.conversation("retro")
    await table.sends("maria", asks.call_off(retro.id))

    await table.sends("maria", Ask("conversation swap", {"id": retro.id}))

    assert "This conversation has ended, so nothing was changed." in table.text("maria")


async def test_anybody_takes_over_when_they_want_to(table: Table) -> None:
    await in_the_middle(table)
    retro = await table.conversation("retro")

    await table.sends("tomas", asks.facilitate(retro.id))

    assert await facilitator(table) == "tomas"
    labels = table.labels(table.views["tomas"])
    assert any("time" in label.casefold() or "tiempo" in label.casefold() for label in labels)


async def test_whoever_was_drawn_hears_nothing_once_somebody_else_has_the_chair(
    table: Table,
) -> None:
    await plan_retro(table)
    who, retro = await facilitator(table), await table.conversation("retro")
    heir = next(each for each in EVERYONE if each != who)

    await table.sends(heir, asks.facilitate(retro.id))

    assert await table.posted(who) == []


async def test_who_takes_the_notes_is_named_and_a_second_one_is_told(table: Table) -> None:
    await in_the_middle(table)
    retro = await table.conversation("retro")
    await table.sends("dev", asks.take_notes(retro.id))

    await table.sends("joan", asks.take_notes(retro.id))

    assert (await table.conversation("retro")).scribe == await table.member("Dev Patel")
    assert table.views["joan"].problem == "Dev Patel takes the notes already."


async def test_somebody_else_takes_the_notes_when_the_scribe_has_left(table: Table) -> None:
    await in_the_middle(table)
    retro = await table.conversation("retro")
    await table.sends("dev", asks.take_notes(retro.id))
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await table.sends("joan", asks.take_notes(retro.id))

    assert (await table.conversation("retro")).scribe == await table.member("Joan Fields")


async def test_nobody_is_asked_to_go_on_after_it_was_called_off(table: Table) -> None:
    await in_the_middle(table)
    retro = await table.conversation("retro")
    await table.sends("maria", asks.call_off(retro.id))
    before = len(await table.posted())

    await table.later(days=1)

    assert len(await table.posted()) == before


async def test_a_call_for_somebody_else_that_comes_too_late_asks_nobody(table: Table) -> None:
    await in_the_middle(table)
    at = await table.conversation("retro")
    before = len(await table.posted())

    await performs(table, CallDeputy(at.id, at.round, ()), CallDeputy(at.id, at.round - 1, ()))
    await table.sends("maria", asks.call_off(at.id))
    await performs(table, CallDeputy(at.id, at.round, ()))

    assert len(await table.posted()) == before


async def test_the_members_who_are_left_are_asked_until_nobody_is(table: Table) -> None:
    await in_the_middle(table)

    await table.later(hours=2)

    asked = [
        post.to
        for post in await table.posted()
        if post.to in EVERYONE
        and any(button.ask.command == "conversation facilitate" for button in buttons_of(post.view))
    ]
    assert sorted([*asked, "maria"]) == sorted(EVERYONE)


async def in_the_middle(table: Table) -> None:
    """Let María lead a retro to where people talk about their aims."""
    await led_by_maria(table)
    await goes_on(table)
    await write(table, "aims")
    await table.posted()
