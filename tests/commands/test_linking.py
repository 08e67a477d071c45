"""A team works in several workspaces: a code leads there, and a home can be let go."""

import pytest

from commands.practice import CHANNEL
from tests.commands.abroad import (
    IN_DISCORD,
    IN_SLACK,
    SLACK,
    arrives_in,
    code_on,
    links_channel,
    opens_abroad,
    sits_down,
    team_code,
)
from tests.commands.scenes import agree_norms, ask_for_consent, name_decision, write_norms
from tests.table import Table
from workflows.views import Menu


@pytest.fixture
async def table(table: Table) -> Table:
    """The practice team, with a workspace in Slack and one in Discord."""
    await opens_abroad(table)
    return table


async def homes(table: Table) -> list[tuple[str, str]]:
    """Return where the leadership team is at home."""
    return [(home.workspace, home.channel) for home in (await table.team()).homes]


async def test_a_lead_gets_a_code_and_is_told_what_to_do_with_it(table: Table) -> None:
    view = await table.asks("maria", "team link")

    assert view.secret
    assert table.text("maria") == (
        "# Link a workspace\n\n"
        "In the other workspace, type this in the channel of your team:\n\n"
        f"/concord team join {code_on(view)}\n\n"
        "Then Leadership team works there, too: the same conversations, the same records. Whoever "
        "is in that channel sees its cards, and your leads can add the people whom I know there.\n"
        "\n"
        "(The code is good for one channel until Mon, Jan 12, 8:00 AM. Whoever has it can link a "
        "channel of theirs, so give it to nobody else. If you make a new one, this one is good for "
        "nothing.)\n\n"
        "[Team]\n"
    )


async def test_a_member_who_does_not_lead_gets_no_code(table: Table) -> None:
    await table.asks("dev", "team link")

    assert table.views["dev"].title == "Nothing was changed"
    assert await table.rows("team_code") == []


async def test_a_channel_elsewhere_becomes_a_home_of_the_team(table: Table) -> None:
    await links_channel(table, "kim", IN_SLACK)

    assert table.text("kim") == (
        "# Leadership team\n\n"
        "The team “Leadership team” works in this channel, too, from now on.\n\n"
        "You are not on it yet. Are you, with an account in another workspace? Then type /concord "
        "me link there. Otherwise its leads can let you in.\n\n"
        "[Ask to join]\n"
    )
    assert await homes(table) == [("local", CHANNEL), ("slack", IN_SLACK)]
    assert len((await table.team()).present) == 8


async def test_a_code_is_read_however_it_is_typed(table: Table) -> None:
    code = await team_code(table)

    await table.asks("kim", f"Team  JOIN  `{code.lower().replace('-', ' – ')}`", at=IN_SLACK)

    assert len(await homes(table)) == 2


async def test_somebody_who_does_not_type_finds_a_form_for_the_code(table: Table) -> None:
    code = await team_code(table)
    await table.asks("kim", "home", at=IN_SLACK)
    await table.presses("kim", "Join with a code", at=IN_SLACK)
    form = table.text("kim")

    await table.fills("kim", at=IN_SLACK, code=code)

    assert form.endswith(
        "(Who can see this: only you.)\n\n"
        "? What is the code?  ~ Twelve letters and digits\n"
        "  =\n"
        "[Link this channel]\n"
    )
    assert len(await homes(table)) == 2


@pytest.mark.parametrize("line", ["start", "dashboard", "team join"])
async def test_the_way_to_the_form_is_offered_where_somebody_begins(
    table: Table, line: str
) -> None:
    await table.asks("kim", line, at=IN_SLACK)

    assert "Join with a code" in table.text("kim")


async def test_the_new_home_shows_what_the_others_show(table: Table) -> None:
    await agree_norms(table)
    await name_decision(table)
    await table.posted()

    await links_channel(table, "kim", IN_SLACK)

    shown = [(post.view.title, post.pinned) for post in await table.posted(IN_SLACK)]
    assert shown == [
        ("Lincoln Schools Partnership · Leadership team", True),
        ("Group norms", True),
        ("Decision check-in: The early-release days", False),
    ]


async def test_the_new_home_shows_what_is_open_with_what_was_revealed(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("dev", "norms")
    await table.fills("dev", idea_logistics="Mornings suit the buses.")
    await table.takes_part("maria", "norms")
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")
    await table.posted()

    await links_channel(table, "kim", IN_SLACK)
    posts = await table.posted(IN_SLACK)

    assert [post.view.title for post in posts if not post.in_thread][1:] == ["Group norms"]
    replies = [table.draw(post.view) for post in posts if post.in_thread]
    assert any("Mornings suit the buses." in reply for reply in replies)


async def test_a_conversation_that_is_being_prepared_is_not_shown_to_the_new_home(
    table: Table,
) -> None:
    await table.asks("maria", "norms start")

    await links_channel(table, "kim", IN_SLACK)

    assert len(await table.posted(IN_SLACK)) == 1


async def test_the_leads_are_told_of_a_new_home(table: Table) -> None:
    await links_channel(table, "kim", IN_SLACK)

    told = {who: await table.told(who) for who in ("maria", "joan", "dev", "kim")}
    line = (
        "The team Leadership team has a new home in Lincoln Schools (Slack). Kim Sato has linked a "
        "channel there with a code that a lead has made. Whoever is in that channel sees your "
        "cards. If you did not expect this, let it go."
    )
    assert told == {"maria": [line], "joan": [line], "dev": [], "kim": []}


async def test_leads_who_were_not_told_yet_are_not_told_of_a_home_that_is_gone(
    table: Table,
) -> None:
    await links_channel(table, "kim", IN_SLACK)
    await table.asks("maria", "team unlink")
    await table.picks("maria", "Lincoln Schools (Slack)")
    await table.presses("maria", "Let it go")

    assert await table.told("maria") == []
    (heard,) = await table.told("joan")
    assert heard == (
        "María Ortega has let go of the channel of the team Leadership team in Lincoln Schools "
        "(Slack). I post nothing there any more. Nobody has left the team."
    )


async def test_somebody_in_the_new_home_asks_to_join_and_is_let_in(table: Table) -> None:
    await links_channel(table, "kim", IN_SLACK)

    await sits_down(table, "kim", IN_SLACK)

    assert [member.name for member in (await table.team()).present][-1] == "Kim Sato"
    assert (await table.told("kim"))[-1].startswith("You are on the team Leadership team now.")


async def test_a_lead_picks_which_home_to_let_go(table: Table) -> None:
    await links_channel(table, "kim", IN_SLACK)
    await links_channel(table, "lou", IN_DISCORD)
    await table.asks("maria", "team link")

    await table.presses("maria", "Let a home go")

    (menu,) = (block for block in table.views["maria"].blocks if isinstance(block, Menu))
    assert [option.label for option in menu.options] == [
        "Practice workspace (local workspace)",
        "Lincoln Schools (Slack)",
        "Lincoln Schools (Discord)",
    ]


async def test_a_lead_is_told_what_it_means_to_let_a_home_go(table: Table) -> None:
    await links_channel(table, "kim", IN_SLACK)
    await table.asks("maria", "team unlink")

    await table.picks("maria", "Lincoln Schools (Slack)")

    assert table.text("maria") == (
        "# Let a home go\n\n"
        "Let go of the channel of Leadership team in Lincoln Schools (Slack)? I post nothing there "
        "any more. What I have posted stays until somebody deletes it. Nobody leaves the team, and "
        "what you agreed stays: whoever was in that channel only finds the team in my private "
        "messages.\n\n"
        "[Let it go] [Keep it]\n"
    )
    assert len(await homes(table)) == 2


async def test_nothing_is_posted_in_a_home_that_was_let_go(table: Table) -> None:
    await links_channel(table, "kim", IN_SLACK)
    await table.posted()
    await table.asks("maria", "team unlink")
    await table.picks("maria", "Lincoln Schools (Slack)")
    await table.presses("maria", "Let it go")
    before = len(await table.posted(IN_SLACK))

    await ask_for_consent(table)

    assert table.views["maria"].title == "Group norms"
    assert len(await table.posted(IN_SLACK)) == before
    assert await homes(table) == [("local", CHANNEL)]


async def test_the_last_home_is_not_let_go(table: Table) -> None:
    await table.asks("maria", "team unlink")

    assert table.views["maria"].summary == (
        "Your team works in one channel only. It needs that one, so it cannot be let go."
    )


async def test_a_name_that_stands_for_two_accounts_is_asked_about(table: Table) -> None:
    await links_channel(table, "kim", IN_SLACK)
    arrives_in(table, SLACK, "dev2", "dev PATEL")
    await sits_down(table, "dev2", IN_SLACK)

    await table.asks("joan", "team show")

    assert (
        "(Dev Patel is here twice, from different workspaces. Is this one person? They can type "
        "/concord me link, and count once.)"
    ) in table.text("joan")
