"""Passage add people, and change what members do for the team."""

from collections.abc import Awaitable, Callable

import pytest

from commands.practice import WORKSPACE
from commands.request import Caller
from tests.commands.scenes import ask_for_consent, merge_norms, write_norms
from tests.table import PRIVATE, Table
from workflows.people import Role
from workflows.views import Ask, Menu, Raw

EVE = ("Eve Stone",)
Scene = Callable[[Table], Awaitable[None]]


@pytest.fixture
async def table(table: Table) -> Table:
    """The practice team, and Eve, who has looked around."""
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "help", at=PRIVATE)
    return table


async def adds_eve(table: Table) -> None:
    """Let María add Eve for the administration."""
    await table.asks("maria", "team add")
    await table.fills("maria", people=EVE, party="District administration")


async def adding(table: Table) -> Ask:
    """Return what the form asks for that adds people."""
    return Ask("team add", {"team": (await table.team()).id})


async def test_a_lead_is_shown_who_can_be_added(table: Table) -> None:
    await table.asks("maria", "team add")

    assert table.text("maria") == (
        "# Add people\n\n"
        "Add people to Leadership team, one party at a time.\n\n"
        "(Who can see this: everyone on the team.)\n\n"
        "? Who joins the team?\n"
        "  ( ) Eve Stone\n"
        "? For which party?\n"
        "  ( ) District administration\n"
        "  ( ) Educators' association\n"
        "[Save]\n"
    )


async def test_a_person_who_was_added_is_on_the_team(table: Table) -> None:
    await adds_eve(table)

    assert table.views["maria"].summary == "Leadership team has 9 members."
    assert (await table.team()).members[-1].name == "Eve Stone"


async def test_a_form_sent_twice_adds_once(table: Table) -> None:
    await table.asks("maria", "team add")
    form = table.views["maria"]
    await adds_eve(table)

    table.views["maria"] = form
    await table.fills("maria", people=EVE, party="District administration")

    assert table.views["maria"].summary == "Leadership team has 9 members."
    assert len(await table.told("eve")) == 1


async def test_a_person_who_was_picked_from_everybody_is_met_and_added(table: Table) -> None:
    party = (await table.team()).members[0].party or ""
    raw: Raw = {"people": ("noor", "lucia"), "party": party}
    noor = Caller(WORKSPACE, "noor", "Noor Haddad", "es")

    await table.sends("maria", await adding(table), raw, newcomers=(noor, table.callers["lucia"]))

    assert table.views["maria"].summary == "Leadership team has 9 members."
    added = (await table.team()).members[-1]
    assert (added.name, added.language) == ("Noor Haddad", "es")


async def test_nobody_is_met_when_a_form_needs_another_look(table: Table) -> None:
    noor = Caller(WORKSPACE, "noor", "Noor Haddad")

    await table.sends("dev", await adding(table), {"people": ("noor",)}, newcomers=(noor,))

    assert await table.database.run(lambda work: work.people.known(WORKSPACE, "noor")) is None


async def test_a_lead_is_told_what_is_missing(table: Table) -> None:
    await table.asks("maria", "team add")

    await table.fills("maria", people=EVE)

    assert table.problems("maria") == {"party": "Please answer this one."}


async def test_when_all_are_on_the_team_a_lead_is_told_how_others_can_ask(table: Table) -> None:
    await adds_eve(table)

    await table.asks("maria", "team add")

    assert table.text("maria") == (
        "# Leadership team\n\n"
        "Everyone I know here is on the team already. Others can type /concord team join in the "
        "team's channel.\n\n"
        "[Team]\n"
    )


async def test_somebody_from_another_workspace_cannot_be_added(table: Table) -> None:
    await table.asks("maria", "team add")

    await table.fills("maria", people=("somebody-else",), party="District administration")

    assert table.problems("maria") == {"people": "Please pick from these."}


async def test_somebody_who_was_forgotten_is_not_offered(table: Table) -> None:
    await table.sends("eve", Ask("me forget", {"sure": "yes"}))

    await table.asks("maria", "team add")

    assert table.views["maria"].form is None


async def test_who_comes_back_takes_their_old_seat(table: Table) -> None:
    before = await table.member("Dev Patel")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await table.asks("maria", "team add")
    await table.fills("maria", people=("Dev Patel",), party="Educators' association")

    dev = (await table.team()).member(before)
    assert dev
    assert dev.is_here
    assert dev.party == (await table.parties())["Educators' association"]
    assert len(await table.rows("member")) == 8


async def test_who_comes_back_has_one_voice_in_what_is_open(table: Table) -> None:
    await ask_for_consent(table)
    await table.takes_part("dev", "norms")
    await table.fills("dev", norm_stance="agree")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))
    await table.asks("maria", "team add")
    await table.fills("maria", people=("Dev Patel",), party="District administration")

    await table.takes_part("maria", "norms")
    await table.presses("maria", "Where we stand")

    assert "1 of 8 have answered." in table.text("maria")


@pytest.mark.parametrize(
    ("until", "heard"),
    [
        (write_norms, "Group norms in the team Leadership team waits for you."),
        (ask_for_consent, "Group norms in the team Leadership team waits for you."),
    ],
)
async def test_a_new_member_hears_of_what_waits_for_them(
    table: Table, until: Scene, heard: str
) -> None:
    await until(table)

    await adds_eve(table)

    welcome = "You are on the team Leadership team now. You are there for District administration."
    assert sorted(await table.told("eve")) == sorted([heard, welcome])


async def test_a_new_member_finds_what_the_team_writes_together(table: Table) -> None:
    await write_norms(table)
    await merge_norms(table)

    await adds_eve(table)
    await table.takes_part("eve", "norms")

    assert len(await table.told("eve")) == 1
    assert "Communication: we will be kind about outside" in table.text("eve")


async def test_a_lead_picks_whose_role_to_change(table: Table) -> None:
    await table.asks("maria", "team role")

    assert table.text("maria") == (
        "# Change a role\n\n"
        "Whose role do you want to change?\n\n"
        "Pick a member: María Ortega | Joan Fields | Dev Patel | Lucía Ramos | Sam Whitaker | "
        "Amara Obi | Grace Lin | Tomás Vega\n"
    )


async def test_a_lead_makes_somebody_a_lead(table: Table) -> None:
    await table.asks("maria", "team role")
    await table.picks("maria", "Dev Patel")
    form = table.text("maria")

    await table.fills("maria", roles=("lead", "scribe"))

    assert form.startswith("# Change a role\n\nDev Patel on the team\n\n")
    assert "- Dev Patel (lead and scribe)\n" in table.text("maria")


async def test_a_lead_moves_somebody_to_another_party(table: Table) -> None:
    await table.asks("maria", "team role")
    await table.picks("maria", "Dev Patel")

    await table.fills("maria", party="Educators' association")

    dev = (await table.team()).member(await table.member("Dev Patel"))
    assert dev
    assert dev.party == (await table.parties())["Educators' association"]


async def test_a_lead_who_steps_back_is_a_member_like_others(table: Table) -> None:
    await table.asks("maria", "team role")
    await table.picks("maria", "María Ortega")

    await table.fills("maria", roles=())

    assert "- María Ortega\n" in table.text("maria")
    assert table.labels(table.views["maria"]) == ["Team card", "Leave the team"]


async def test_the_last_lead_cannot_step_back(table: Table) -> None:
    joan = await table.member("Joan Fields")
    await table.sends("maria", Ask("team role", {"member": joan}))
    await table.fills("maria", roles=())
    await table.sends("maria", Ask("team role", {"member": await table.member("María Ortega")}))

    await table.fills("maria", roles=("scribe",))

    assert table.problems("maria") == {
        "roles": "A team needs a lead. Please name another one first."
    }
    assert table.values("maria")["roles"] == ("scribe",)
    assert [lead.name for lead in (await table.team()).leads] == ["María Ortega"]


async def test_a_role_that_there_is_not_is_refused(table: Table) -> None:
    await table.sends("maria", Ask("team role", {"member": await table.member("Dev Patel")}))

    await table.fills("maria", roles=("queen",))

    assert table.problems("maria") == {"roles": "Please pick from these."}


async def test_the_role_of_somebody_who_left_cannot_be_changed(table: Table) -> None:
    dev = await table.member("Dev Patel")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await table.sends("maria", Ask("team role", {"member": dev}))

    assert table.views["maria"].title == "Not found"


async def test_all_members_of_a_large_team_can_be_picked(table: Table) -> None:
    names = [f"Guest {number:02}" for number in range(30)]
    for name in names:
        table.arrives(name, name)
        await table.asks(name, "help", at=PRIVATE)
    await table.asks("maria", "team add")
    await table.fills("maria", people=tuple(names), party="Educators' association")

    await table.asks("maria", "team role")

    menus = [block for block in table.views["maria"].blocks if isinstance(block, Menu)]
    assert [len(menu.options) for menu in menus] == [25, 13]


async def test_who_does_not_lead_any_more_is_refused_when_they_send_the_form(
    table: Table,
) -> None:
    await table.asks("maria", "team add")
    form = table.views["maria"]
    await table.sends("joan", Ask("team role", {"member": await table.member("María Ortega")}))
    await table.fills("joan", roles=())

    table.views["maria"] = form
    await table.fills("maria", people=EVE, party="District administration")

    assert table.views["maria"].summary == (
        "That is for a lead of the team to do. The leads are: Joan Fields."
    )
    assert len((await table.team()).present) == 8


async def test_a_lead_of_the_other_side_is_welcome_to_do_the_same(table: Table) -> None:
    await table.asks("joan", "team add")
    await table.fills("joan", people=EVE, party="District administration")

    assert [lead.roles for lead in (await table.team()).leads] == [{Role.LEAD}, {Role.LEAD}]
    assert table.views["joan"].summary == "Leadership team has 9 members."
