"""Somebody sets Concord up: the partnership, its first team, and who is on it."""

import pytest

from commands.team_form import ZONE
from tests.table import PRIVATE, Table
from workflows.catalogue import words_for
from workflows.people import Role, TeamKind

HERE = "planning"

FIRST_PAGE = """\
# Set up Concord

Three short steps. A partnership belongs to all its parties: none of them can see what the others \
keep to themselves, and none can delete what all agreed.

(Who can see this: everyone you add to the partnership.)

[Join with a code]

Page 1 of 3
? What is your partnership called?  ~ Such as: Lincoln Schools Partnership
  =
? Who is one party at the table?  ~ Such as: District administration
  =
? Who is the other party?  ~ Such as: Educators' association
  =
? Are there more parties? (optional)  ~ One on each line, or leave it empty
  =
[Save]
"""

SECOND_PAGE = """\
# Set up your team

Riverside is saved. Now your first team.

(Who can see this: everyone on the team.)

Page 2 of 3
? What is the team called?
  = Leadership team
? What kind of team is it?
  (x) Leadership team
  ( ) School team
  ( ) Working committee
  ( ) Standing pair
? Which party are you here for?
  ( ) District
  ( ) Union
? Which language for the channel?
  (x) English
  ( ) Español
? What time is it where your team is?
"""


@pytest.fixture
async def newcomers(bare_table: Table) -> Table:
    """A workspace with Ana, who sets Concord up, and Bo and Cy."""
    bare_table.arrives("ana", "Ana Ruiz", zone="America/Chicago")
    bare_table.arrives("bo", "Bo Lee")
    bare_table.arrives("cy", "Cy Diaz", "es")
    return bare_table


async def founds(table: Table, who: str = "ana", **answers: str) -> None:
    """Fill in the first page."""
    await table.asks(who, "start", at=HERE)
    names = {"name": "Riverside", "first_party": "District", "second_party": "Union"}
    await table.fills(who, at=HERE, **{**names, **answers})


async def sets_up(table: Table) -> None:
    """Fill in the first two pages."""
    await founds(table)
    await table.fills("ana", at=HERE, name="Bridge", kind="School team", my_party="Union")


async def test_a_starter_is_asked_for_the_partnership_first(newcomers: Table) -> None:
    await newcomers.asks("ana", "start", at=HERE)

    assert newcomers.text("ana") == FIRST_PAGE


async def test_a_starter_is_asked_for_the_team_next(newcomers: Table) -> None:
    await founds(newcomers)

    assert newcomers.text("ana").startswith(SECOND_PAGE)


async def test_a_team_lives_by_the_clock_of_its_starter(newcomers: Table) -> None:
    await founds(newcomers)

    form = newcomers.form("ana")
    assert form.values[ZONE] == "America/Chicago"
    assert form.inputs[-1].options[0].label == "Chicago, 2:00 AM"


async def test_a_clock_that_nobody_knows_is_taken_for_utc(newcomers: Table) -> None:
    newcomers.arrives("ana", "Ana Ruiz", zone="Nowhere/At all")

    await founds(newcomers)

    assert (await newcomers.team()).zone == "UTC"


async def test_a_team_is_as_its_starter_has_said(newcomers: Table) -> None:
    await sets_up(newcomers)

    team = await newcomers.team("Bridge")
    starter = team.members[0]
    assert (team.kind, team.zone, team.language) == (TeamKind.SCHOOL, "America/Chicago", "en")
    assert (starter.name, starter.roles, starter.party) == (
        "Ana Ruiz",
        frozenset({Role.LEAD}),
        (await newcomers.parties("Bridge"))["Union"],
    )


async def test_a_starter_is_asked_who_else_is_on_the_team(newcomers: Table) -> None:
    await sets_up(newcomers)

    assert newcomers.text("ana") == (
        "# Bridge\n\nSaved. Who else is on the team?\n\n[Add people] [Later]\n"
    )


async def test_a_team_card_is_pinned_in_the_channel_once_the_team_is_set_up(
    newcomers: Table,
) -> None:
    await sets_up(newcomers)

    (card,) = await newcomers.posted(HERE)
    assert card.pinned
    assert card.view.summary == "Bridge: 1 member, for District and Union."


async def test_a_starter_brings_the_first_people_in(newcomers: Table) -> None:
    await sets_up(newcomers)
    await newcomers.asks("bo", "me", at=PRIVATE)

    await newcomers.presses("ana", "Add people", at=HERE)
    await newcomers.fills("ana", at=HERE, people=("Bo Lee",), party="District")

    assert await newcomers.told("bo") == [
        "You are on the team Bridge now. You are there for District."
    ]
    assert newcomers.views["ana"].summary == "Bridge has 2 members."


async def test_a_starter_who_stopped_half_way_goes_on_there(newcomers: Table) -> None:
    await founds(newcomers)
    await newcomers.asks("ana", "home", at=HERE)

    await newcomers.asks("ana", "start", at=HERE)

    assert newcomers.text("ana").startswith(SECOND_PAGE)


async def test_a_first_page_sent_twice_makes_one_partnership(newcomers: Table) -> None:
    await newcomers.asks("ana", "start", at=HERE)
    page = newcomers.views["ana"]
    names = {"name": "Riverside", "first_party": "District", "second_party": "Union"}

    await newcomers.fills("ana", at=HERE, **names)
    newcomers.views["ana"] = page
    await newcomers.fills("ana", at=HERE, **names)

    assert len(await newcomers.rows("partnership")) == 1
    assert newcomers.text("ana").startswith(SECOND_PAGE)


async def test_somebody_who_is_not_on_the_team_may_ask_to_join_it(newcomers: Table) -> None:
    await sets_up(newcomers)

    await newcomers.asks("bo", "start", at=HERE)

    assert newcomers.text("bo") == (
        "# Bridge\n\nThe team “Bridge” is at home in this channel.\n\n[Ask to join]\n"
    )


async def test_a_member_is_shown_the_way_to_the_card(newcomers: Table) -> None:
    await sets_up(newcomers)

    await newcomers.asks("ana", "start", at=HERE)

    assert newcomers.text("ana") == (
        "# Bridge\n\nThe team “Bridge” is at home in this channel.\n\n[Team card]\n"
    )


async def test_a_starter_in_private_is_sent_to_the_channel(newcomers: Table) -> None:
    await newcomers.asks("ana", "start", at=PRIVATE)

    assert newcomers.text("ana") == (
        "# Nothing was changed\n\nPlease type /concord start in the channel your team works in.\n"
    )


async def test_a_starter_speaks_their_own_language(newcomers: Table) -> None:
    await founds(newcomers, "cy")

    name = words_for("es").say("Leadership team")
    assert (await newcomers.team(name)).language == "es"


@pytest.mark.parametrize(
    ("answers", "field", "problem"),
    [
        (
            {"second_party": "DISTRICT"},
            "second-party",
            "Please give each party a name of its own.",
        ),
        (
            {"more_parties": "Families\n\nfamilies"},
            "more-parties",
            "Please give each party a name of its own.",
        ),
        (
            {"more_parties": "\n".join("abcdefghi")},
            "more-parties",
            "There is room for 10 parties in all.",
        ),
        (
            {"more_parties": "F" * 61},
            "more-parties",
            "Please use at most 60 letters a name.",
        ),
        ({"name": ""}, "name", "Please answer this one."),
        ({"name": "N" * 61}, "name", "This is 1 character too long. Please shorten it."),
    ],
)
async def test_a_starter_is_told_what_is_wrong_with_the_names(
    newcomers: Table, answers: dict[str, str], field: str, problem: str
) -> None:
    await founds(newcomers, **answers)

    assert newcomers.problems("ana") == {field: problem}
    assert newcomers.values("ana")["first-party"] == "District"
    assert await newcomers.rows("partnership") == []


async def test_a_partnership_may_have_more_than_two_parties(newcomers: Table) -> None:
    await founds(newcomers, more_parties=" Families \n\n School  board ")

    assert list(await newcomers.parties()) == ["District", "Union", "Families", "School board"]


async def test_a_starter_sees_what_is_missing_in_the_team(newcomers: Table) -> None:
    await founds(newcomers)

    await newcomers.fills("ana", at=HERE, name="Bridge")

    assert newcomers.problems("ana") == {"my-party": "Please answer this one."}


async def test_a_lead_changes_the_settings_of_the_team_later(newcomers: Table) -> None:
    await sets_up(newcomers)
    await newcomers.asks("ana", "team show", at=HERE)

    await newcomers.presses("ana", "Team settings", at=HERE)
    title = newcomers.views["ana"].title
    await newcomers.fills("ana", at=HERE, name="Bridges", language="Español", zone="Asia/Tokyo")

    assert (title, newcomers.views["ana"].summary) == ("Team settings", "Bridges has 1 member.")
    (card,) = await newcomers.posted(HERE)
    one = "{team}: {count} member, for {parties}."
    words = words_for("es")
    line = words.plural(one, "", 1, team="Bridges", parties="District y Union")
    assert card.view.summary == line


async def test_a_home_that_has_nobody_for_a_party_says_so_first(newcomers: Table) -> None:
    await sets_up(newcomers)

    await newcomers.asks("ana", "home", at=HERE)

    assert newcomers.text("ana") == (
        "# Riverside · Bridge\n\n"
        "Bridge: 1 member, for District and Union.\n\n"
        "Nobody is here for District yet. All sides belong at the table.\n\n"
        "[Add people]\n\n"
        "[Check in on a decision] [Decisions] [Action items] [Plan a retro] [Lessons]\n\n"
        "[Records] [Team] [Help]\n\n"
        "## For you\n\n"
        "[Invitations] [Potential partners] [Relationships] [My settings]\n"
    )
