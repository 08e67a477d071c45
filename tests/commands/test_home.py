"""The team's card: what is open, one obvious next step, and everything else by buttons."""

from tests.commands.scenes import agree_norms, name_decision, write_norms
from tests.table import PRIVATE, Table


async def test_a_team_without_norms_is_shown_a_first_step(table: Table) -> None:
    await table.asks("maria", "home")

    assert table.text("maria") == (
        "# Lincoln Schools Partnership · Leadership team\n\n"
        "Leadership team: 8 members, for District administration and Educators' association.\n\n"
        "A good first step: agree in half an hour how you work together.\n\n"
        "[Agree our norms]\n\n"
        "[Check in on a decision] [Decisions] [Action items] [Plan a retro] [Lessons]\n\n"
        "[Records] [Team] [Help]\n\n"
        "## For you\n\n"
        "[Invitations] [Potential partners] [Relationships] [My settings]\n"
    )


async def test_a_team_with_norms_has_them_at_hand(table: Table) -> None:
    await agree_norms(table)

    await table.asks("maria", "home")

    assert table.text("maria") == (
        "# Lincoln Schools Partnership · Leadership team\n\n"
        "Leadership team: 8 members, for District administration and Educators' association.\n\n"
        "[Our norms] [Norm check] [Check in on a decision] [Decisions] [Action items]\n\n"
        "[Plan a retro] [Lessons] [Records] [Team] [Help]\n\n"
        "## For you\n\n"
        "[Invitations] [Potential partners] [Relationships] [My settings]\n"
    )


async def test_what_is_open_stands_on_top(table: Table) -> None:
    await write_norms(table)
    await name_decision(table, "Whether we move the board meeting to Tuesdays at noon")

    await table.asks("amara", "home")

    assert table.text("amara").startswith(
        "# Lincoln Schools Partnership · Leadership team\n\n"
        "## Open now\n\n"
        "[Group norms] [Whether we move the board meeting to…]\n\n"
    )


async def test_a_member_gets_to_a_conversation_from_home(table: Table) -> None:
    await write_norms(table)
    await table.asks("amara", "home")

    await table.presses("amara", "Group norms")

    assert table.views["amara"].summary == "Group norms, Meeting logistics: please answer."


async def test_a_bare_command_shows_home(table: Table) -> None:
    await table.asks("maria", "/concord")

    assert table.views["maria"].title == "Lincoln Schools Partnership · Leadership team"


async def test_a_member_of_one_team_finds_it_from_anywhere(table: Table) -> None:
    await table.asks("maria", "home", at=PRIVATE)
    in_private = table.views["maria"]

    await table.asks("maria", "home", at="another-channel")

    assert table.views["maria"] == in_private
    assert in_private.title == "Lincoln Schools Partnership · Leadership team"


async def test_a_newcomer_in_private_is_told_how_to_begin(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "home", at=PRIVATE)

    assert table.text("eve") == (
        "# Which team?\n\n"
        "You are not on a team yet. Type /concord start in your team's channel to set one up.\n"
    )


async def test_a_newcomer_in_a_free_channel_can_begin_there(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "home", at="planning")

    assert table.text("eve") == (
        "# Which team?\n\n"
        "You are not on a team yet, and no team is at home in this channel.\n\n"
        "[Set up Concord] [Join with a code]\n"
    )


async def test_a_newcomer_in_a_teams_channel_can_ask_to_join(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "home")

    assert table.text("eve") == (
        "# Not on this team yet\n\n"
        "You are not on the team “Leadership team” yet. Its leads can let you in.\n\n"
        "[Ask to join]\n"
    )


async def test_somebody_on_two_teams_says_in_private_which_they_mean(table: Table) -> None:
    await table.founds_another("maria")

    await table.asks("maria", "norms start", at=PRIVATE)

    assert table.text("maria") == (
        "# Which team?\n\n"
        "You are on more than one team. Which one do you mean?\n\n"
        "[Bridge · Riverside] [Leadership team · Lincoln Schools Par…]\n"
    )


async def test_somebody_on_two_teams_goes_on_with_the_one_they_meant(table: Table) -> None:
    await table.founds_another("maria")
    await table.asks("maria", "norms start", at=PRIVATE)

    await table.presses("maria", "Bridge · Riverside", at=PRIVATE)

    assert table.views["maria"].summary == "Group norms, Choose the pace: please answer."


async def test_somebody_on_two_teams_means_the_one_at_home_in_the_channel(table: Table) -> None:
    await table.founds_another("maria")

    await table.asks("maria", "home", at="bridge")

    assert table.views["maria"].title == "Riverside · Bridge"
