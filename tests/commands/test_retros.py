"""What a team does when it looks back: who leads, the clock, and what is kept."""

from commands.practice import CHANNEL, PEOPLE
from tests.commands.looking_back import (
    asked_to_go_on,
    facilitator,
    finish,
    goes_on,
    led_by_maria,
    plan_retro,
    pre_reads,
    seat_of_facilitator,
    write,
)
from tests.commands.scenes import agree_norms
from tests.limits import buttons_of
from tests.table import Table
from workflows import asks
from workflows.views import Ask

NAMES = {who: name for who, name, *_ in PEOPLE}


async def test_the_team_hears_of_a_retro_when_it_is_planned(table: Table) -> None:
    await table.asks("maria", "retro start")
    assert await cards(table) == []

    await table.fills("maria", topic="Our first year", pace="hour")

    assert await cards(table) == ["Lessons learned: Our first year"]


async def test_whoever_is_drawn_hears_of_it_in_private(table: Table) -> None:
    await plan_retro(table)

    (word,) = await table.posted(await facilitator(table))

    assert [button.ask.command for button in buttons_of(word.view)] == [
        "conversation open",
        "conversation swap",
        "conversation decline",
    ]


async def test_the_next_retro_is_led_by_the_other_party(table: Table) -> None:
    await plan_retro(table)
    first = await seat_of_facilitator(table)
    await finish(table)

    await plan_retro(table)

    assert (await seat_of_facilitator(table)).party != first.party


async def test_who_was_drawn_can_decline_and_somebody_else_is_drawn(table: Table) -> None:
    await led_by_maria(table)
    retro = await table.conversation("retro")

    await table.sends("maria", Ask("conversation decline", {"id": retro.id}))

    assert await facilitator(table) != "maria"
    assert (await table.conversation("retro")).declined == (retro.facilitator,)


async def test_who_was_drawn_can_swap_with_somebody_who_is_told(table: Table) -> None:
    await led_by_maria(table)
    retro = await table.conversation("retro")

    await table.sends("maria", Ask("conversation swap", {"id": retro.id}))
    await table.sends(
        "maria", table.form("maria").send.ask, {"who": await table.member("Joan Fields")}
    )

    assert await facilitator(table) == "joan"
    assert (
        "You facilitate Our first year in the team Leadership team."
        in (await table.told("joan"))[-1]
    )


async def test_only_whoever_facilitates_can_hand_over(table: Table) -> None:
    await led_by_maria(table)
    retro = await table.conversation("retro")

    await table.sends("joan", Ask("conversation swap", {"id": retro.id}))

    assert "María Ortega facilitates this conversation." in table.text("joan")


async def test_the_clock_can_be_stopped_and_runs_on_with_what_was_left(table: Table) -> None:
    await led_by_maria(table)
    await goes_on(table)
    await table.later(minutes=1)
    await table.presses("maria", "Where we stand")

    await table.presses("maria", "Stop the clock")
    await table.later(minutes=30)

    assert (await table.conversation("retro")).phase == "aims-write"
    await table.presses("maria", "Where we stand")
    assert "The clock stands still. 2 minutes are left." in table.text("maria")
    await table.presses("maria", "Go on with the clock")
    await table.later(minutes=2)
    assert (await table.conversation("retro")).phase == "aims-talk"


async def test_somebody_of_another_party_is_asked_to_go_on_when_the_facilitator_is_away(
    table: Table,
) -> None:
    await plan_retro(table)
    await goes_on(table)
    absent = await seat_of_facilitator(table)
    await table.later(minutes=3 + 7)

    await table.later(minutes=5)

    (asked,) = await asked_to_go_on(table)
    team = await table.team()
    assert [seat.party for seat in team.members if seat.name == NAMES[asked]] != [absent.party]


async def test_another_one_is_asked_when_the_first_does_not_go_on_either(table: Table) -> None:
    await plan_retro(table)
    await goes_on(table)
    await table.later(minutes=3 + 7 + 5)

    await table.later(minutes=5)

    assert len(await asked_to_go_on(table)) == 2


async def test_nobody_is_asked_when_the_facilitator_goes_on_in_time(table: Table) -> None:
    await plan_retro(table)
    await goes_on(table)
    await table.later(minutes=3 + 7)

    await goes_on(table)
    await table.later(minutes=2)

    assert await asked_to_go_on(table) == []


async def test_a_deputy_takes_over_and_nothing_is_lost(table: Table) -> None:
    await plan_retro(table)
    await goes_on(table)
    await write(table, "aims", people=("dev", "lucia"))
    await table.later(minutes=3 + 7 + 5)
    (deputy,) = await asked_to_go_on(table)

    retro = await table.conversation("retro")
    await table.sends(deputy, asks.facilitate(retro.id))

    assert await facilitator(table) == deputy
    assert "dev on aims-goal" in table.text(deputy)


async def test_two_who_press_next_section_together_go_on_once(table: Table) -> None:
    await led_by_maria(table)
    await goes_on(table)
    await table.later(minutes=3)
    retro = await table.conversation("retro")
    ask = asks.go_on(retro.id, retro.round)

    await table.sends("maria", ask)
    await table.sends("maria", ask)

    assert (await table.conversation("retro")).phase == "results-write"
    assert "The group has moved on since." in table.text("maria")


async def test_the_team_gets_something_to_look_through_two_days_before(table: Table) -> None:
    await agree_norms(table)
    await plan_retro(table, day="2026-01-25", time="15:30")
    assert await pre_reads(table) == []

    await table.later(days=19)

    (pre_read,) = await pre_reads(table)
    assert "we will be kind about logistics" in pre_read


async def test_the_team_gets_it_at_once_when_the_retro_is_near(table: Table) -> None:
    await plan_retro(table)

    await table.later(seconds=1)

    (pre_read,) = await pre_reads(table)

    assert "Your team keeps nothing yet" in pre_read


async def test_entries_that_mean_the_same_are_put_together_and_apart_again(table: Table) -> None:
    await plan_retro(table)
    await goes_on(table)
    for who, text in (("dev", "Fewer leave"), ("lucia", "People stay")):
        await table.takes_part(who, "retro")
        await table.fills(who, aims_goal=text)
    await table.later(minutes=3)
    await table.takes_part("sam", "retro")

    await table.presses("sam", "Put alike together")
    await table.picks("sam", "Fewer leave")
    await table.picks("sam", "People stay")

    assert [len(pile) for pile in (await table.conversation("retro")).together] == [2]
    await table.picks("sam", "Fewer leave (+1)")
    assert (await table.conversation("retro")).together == ()


async def cards(table: Table) -> list[str]:
    """Return the titles of the cards of retros in the team's channel."""
    titles = [post.view.title for post in await table.posted(CHANNEL) if not post.in_thread]
    return [title for title in titles if title.startswith("Lessons learned")]
