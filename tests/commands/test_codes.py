"""A code is good once, for a while, for the right channel, and hard to guess."""

import asyncio
from datetime import timedelta

import pytest

from commands.dispatcher import Dispatcher
from commands.request import Request
from tests.commands.abroad import (
    IN_DISCORD,
    IN_SLACK,
    SLACK,
    arrives_in,
    code_on,
    links_channel,
    opens_abroad,
    team_code,
)
from tests.table import PRIVATE, Table
from workflows.views import Ask


@pytest.fixture
async def table(table: Table) -> Table:
    """The practice team, with a workspace in Slack and one in Discord."""
    await opens_abroad(table)
    return table


async def homes(table: Table) -> list[tuple[str, str]]:
    """Return where the leadership team is at home."""
    return [(home.workspace, home.channel) for home in (await table.team()).homes]


async def test_a_code_is_good_for_one_channel(table: Table) -> None:
    code = await team_code(table)
    await table.asks("kim", f"team join {code}", at=IN_SLACK)

    await table.asks("lou", f"team join {code}", at=IN_DISCORD)

    assert list(table.problems("lou")) == ["code"]
    assert len(await homes(table)) == 2


async def test_a_new_code_takes_the_place_of_the_former_one(table: Table) -> None:
    former = await team_code(table)
    newer = await team_code(table, "joan")

    await table.asks("kim", f"team join {former}", at=IN_SLACK)
    refused = len(await homes(table))
    await table.asks("kim", f"team join {newer}", at=IN_SLACK)

    assert (refused, len(await homes(table))) == (1, 2)


async def test_a_code_is_good_for_a_week(table: Table) -> None:
    code = await team_code(table)

    table.clock.time += timedelta(days=7)
    await table.asks("kim", f"team join {code}", at=IN_SLACK)

    assert table.problems("kim") == {
        "code": "This code does not fit. It may be used up, replaced by a newer one, or too old. "
        "Please look at it again, or ask for a new one."
    }
    assert len(await homes(table)) == 1


async def test_a_channel_with_a_team_cannot_be_linked(table: Table) -> None:
    code = await team_code(table)
    arrives_in(table, SLACK, "eve", "Eve Stone")
    await table.founds_another("eve", IN_SLACK)

    await table.asks("kim", f"team join {code}", at=IN_SLACK)

    assert table.views["kim"].summary == (
        "The team “Bridge” is at home in this channel. Please type the code in another one."
    )
    await table.asks("kim", f"team join {code}", at="C2")
    assert ("slack", "C2") in await homes(table)


async def test_a_team_has_one_home_in_each_workspace(table: Table) -> None:
    await links_channel(table, "kim", IN_SLACK)

    await links_channel(table, "kim", "C2")

    assert table.views["kim"].summary == (
        "The team “Leadership team” has a channel in this workspace already, and one in each is "
        "enough. A lead can let that one go first: /concord team unlink"
    )
    assert len(await homes(table)) == 2


async def test_a_code_that_was_refused_can_still_be_used(table: Table) -> None:
    code = await team_code(table)
    arrives_in(table, SLACK, "eve", "Eve Stone")
    table.arrives("zoe", "Zoe Park")
    await table.asks("zoe", f"team join {code}", at="another-channel")

    await table.asks("eve", f"team join {code}", at=IN_SLACK)

    assert len(await homes(table)) == 2


async def test_a_code_typed_in_private_is_sent_to_a_channel(table: Table) -> None:
    await table.asks("kim", f"team join {await team_code(table)}", at=PRIVATE)

    assert table.views["kim"].summary == (
        "Please type this in the channel of the team you want to join."
    )


async def test_whoever_guesses_has_to_wait(table: Table) -> None:
    code = await team_code(table)
    for _ in range(10):
        await table.asks("kim", "team join CCCC-CCCC-CCCC", at=IN_SLACK)

    await table.asks("kim", f"team join {code}", at=IN_SLACK)
    refused = table.views["kim"].summary
    table.clock.time += timedelta(minutes=15)
    await table.asks("kim", f"team join {code}", at=IN_SLACK)

    assert refused == (
        "Many codes did not fit. Please wait for a quarter of an hour, then try again."
    )
    assert len(await homes(table)) == 2


async def test_words_after_asking_to_join_do_no_harm(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "team join please")

    assert table.views["eve"].summary.startswith("Your request went to")


async def test_the_code_of_a_team_without_members_leads_nowhere(table: Table) -> None:
    await table.founds_another("maria")
    code = code_on(await table.asks("maria", "team link", at="bridge"))
    await table.asks("maria", "team leave", at="bridge")
    await table.presses("maria", "Leave the team", at="bridge")

    await table.asks("kim", f"team join {code}", at=IN_SLACK)

    assert list(table.problems("kim")) == ["code"]


async def test_a_code_typed_in_two_channels_at_once_links_one(any_table: Table) -> None:
    await opens_abroad(any_table)
    code = await team_code(any_table)
    elsewhere = Dispatcher(any_table.database, any_table.library)
    kim, lou = any_table.callers["kim"], any_table.callers["lou"]

    await asyncio.gather(
        any_table.dispatcher.typed(kim, IN_SLACK, f"team join {code}"),
        elsewhere.typed(lou, IN_DISCORD, f"team join {code}"),
    )

    assert len(await homes(any_table)) == 2


async def test_two_leads_who_let_a_home_go_at_once_keep_one(any_table: Table) -> None:
    await opens_abroad(any_table)
    await links_channel(any_table, "kim", IN_SLACK)
    team = await any_table.team()
    elsewhere = Dispatcher(any_table.database, any_table.library)
    asking = [
        Request(
            any_table.callers[who],
            PRIVATE,
            Ask("team unlink", {"team": team.id, "home": home.id, "sure": "yes"}),
        )
        for who, home in zip(("maria", "joan"), team.homes, strict=True)
    ]

    await asyncio.gather(any_table.dispatcher.ask(asking[0]), elsewhere.ask(asking[1]))

    assert len(await homes(any_table)) == 1
