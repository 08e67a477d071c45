"""Who is on a team, asking to join it, and leaving it."""

from tests.commands.scenes import EVERYONE, write_norms
from tests.table import PRIVATE, Table
from workflows.catalogue import words_for
from workflows.people import Role
from workflows.views import Ask

TEAM = """\
# Leadership team

Leadership team has 8 members.

## District administration

- María Ortega (lead)
- Dev Patel
- Sam Whitaker
- Grace Lin

## Educators' association

- Joan Fields (lead)
- Lucía Ramos
- Amara Obi
- Tomás Vega

"""


async def leaves(table: Table, who: str) -> None:
    """Leave the team, and be sure about it."""
    await table.asks(who, "team leave")
    await table.presses(who, "Leave the team")


async def test_a_member_sees_who_is_on_the_team(table: Table) -> None:
    await table.asks("dev", "team show")

    assert table.text("dev") == TEAM + "[Team card] [Leave the team]\n"


async def test_a_lead_sees_what_leads_can_do(table: Table) -> None:
    await table.asks("joan", "team show")

    assert table.text("joan") == TEAM + (
        "[Add people] [Change a role] [Team settings] [Team card] [Leave the team]\n\n"
        "[Link a workspace] [Take all away]\n"
    )


async def test_a_member_for_no_party_stands_apart(table: Table) -> None:
    await table.founds_another("maria")
    await table.sends("maria", Ask("start team"), at="bridge")
    await table.asks("joan", "start", at="second")
    names = {"name": "Second", "first_party": "A side", "second_party": "B side"}
    await table.fills("joan", at="second", **names)

    await table.asks("joan", "team show", at="second")

    assert "## No party yet\n\n- Joan Fields (lead)\n" in table.text("joan")


async def test_a_newcomer_asks_the_leads_to_let_them_in(table: Table) -> None:
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "home")

    await table.presses("eve", "Ask to join")

    assert table.text("eve") == (
        "# Leadership team\n\n"
        "Your request went to María Ortega and Joan Fields. I write to you as soon as you are on "
        "the team.\n"
    )


async def test_only_the_leads_hear_that_somebody_asks_to_join(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "team join")

    asking = "Eve Stone asks to join the team Leadership team."
    heard = {who: await table.told(who) for who in (*EVERYONE, "leadership-team")}
    assert {who: lines for who, lines in heard.items() if asking in lines} == {
        "maria": [asking],
        "joan": [asking],
    }


async def test_who_asks_twice_is_one_message_to_each_lead(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "team join")
    await table.posted()
    await table.asks("eve", "team join")

    assert len(await table.told("maria")) == 1


async def test_a_lead_lets_somebody_in_from_the_message(table: Table) -> None:
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    await table.posted()

    await table.presses("joan", "Let them in", at=PRIVATE)
    await table.fills("joan", at=PRIVATE, party="Educators' association")

    assert "- Eve Stone\n" in table.text("joan")
    assert await table.told("eve") == [
        "You are on the team Leadership team now. You are there for Educators' association."
    ]


async def test_a_second_lead_learns_that_they_are_in_already(table: Table) -> None:
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    await table.posted()
    await table.presses("joan", "Let them in", at=PRIVATE)
    await table.fills("joan", at=PRIVATE, party="Educators' association")

    await table.presses("maria", "Let them in", at=PRIVATE)

    assert table.text("maria") == (
        "# Leadership team\n\nEve Stone is on the team already.\n\n[Team]\n"
    )


async def test_somebody_on_the_team_need_not_ask(table: Table) -> None:
    await table.asks("dev", "team join")

    assert table.text("dev") == (
        "# Leadership team\n\nYou are on this team already.\n\n[Team card]\n"
    )


async def test_who_asks_to_join_outside_of_a_teams_channel_is_sent_there(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "team join", at=PRIVATE)

    assert table.views["eve"].summary == (
        "Please type this in the channel of the team you want to join."
    )


async def test_a_member_who_wants_to_leave_is_asked_first(table: Table) -> None:
    await table.asks("dev", "team leave")

    assert table.text("dev") == (
        "# Leadership team\n\n"
        "Leave “Leadership team”? What you agreed stays on record.\n\n"
        "[Leave the team] [Stay]\n"
    )
    assert len((await table.team()).present) == 8


async def test_a_member_leaves(table: Table) -> None:
    await leaves(table, "dev")

    assert table.text("dev") == (
        "# Leadership team\n\nYou have left the team. Thank you for your part.\n"
    )
    assert len((await table.team()).present) == 7
    (card,) = await table.posted("leadership-team")
    assert card.view.summary.startswith("Leadership team: 7 members")


async def test_a_member_who_left_is_an_outsider(table: Table) -> None:
    await leaves(table, "dev")

    await table.asks("dev", "home")

    assert table.views["dev"].title == "Not on this team yet"


async def test_a_team_with_another_lead_needs_no_heir(table: Table) -> None:
    await leaves(table, "maria")

    assert [lead.name for lead in (await table.team()).leads] == ["Joan Fields"]


async def test_the_place_of_the_last_lead_goes_to_the_same_party(table: Table) -> None:
    await leaves(table, "maria")
    await leaves(table, "joan")

    assert [lead.name for lead in (await table.team()).leads] == ["Lucía Ramos"]
    (post,) = await table.posted("lucia")
    assert post.view.title == words_for("es").say("You lead your team now")


async def test_the_place_of_the_last_lead_goes_to_another_party_if_it_must(table: Table) -> None:
    for who in ("dev", "sam", "grace", "joan"):
        await leaves(table, who)

    await leaves(table, "maria")

    assert [lead.name for lead in (await table.team()).leads] == ["Lucía Ramos"]


async def test_the_last_one_is_told_what_leaving_means(table: Table) -> None:
    await table.founds_another("maria")

    await table.asks("maria", "team leave", at="bridge")

    assert table.text("maria") == (
        "# Bridge\n\n"
        "You are the last one on “Bridge”. Once you leave, nobody can open what it keeps. You may "
        "want to take its records away first.\n\n"
        "[Leave the team] [Records] [Stay]\n"
    )


async def test_the_channel_of_a_team_without_members_is_free(table: Table) -> None:
    await table.founds_another("maria")
    await table.posted()
    await table.asks("maria", "team leave", at="bridge")

    await table.presses("maria", "Leave the team", at="bridge")
    await table.founds_another("joan")

    assert (await table.team("Bridge")).members[0].roles == {Role.LEAD}
    assert len(await table.rows("home")) == 2


async def test_a_team_whose_channel_is_free_is_not_written_about_any_more(table: Table) -> None:
    await table.founds_another("maria")
    await table.asks("maria", "team leave", at="bridge")

    await table.presses("maria", "Leave the team", at="bridge")

    assert await table.posted("bridge") == []


async def test_a_facilitator_who_leaves_hands_the_chair_to_the_other_side(table: Table) -> None:
    await write_norms(table)

    await leaves(table, "maria")

    conversation = await table.conversation("norms")
    assert conversation.facilitator == await table.member("Joan Fields")
    assert not conversation.people[await table.member("María Ortega")].here
