"""An operator is told how Concord stands in Discord, as far as Discord says so."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from bot.platforms.discord.gateway.looking import (
    Membership,
    Standing,
    TokenRefusedError,
    standing_in_discord,
)

ABOUT = {"id": "42", "name": "Concord", "flags": 0}
SERVERS = [{"id": "7", "name": "Lincoln", "permissions": "2048"}]
COMMANDS = [{"name": "concord"}, {"name": "concord-admin"}]
GOOD = {
    "/applications/@me": ABOUT,
    "/users/@me/guilds": SERVERS,
    "/applications/42/commands": COMMANDS,
}

Answers = dict[str, Any]


class Discord:
    """Answers what it is told to, whoever asks with the right token."""

    def __init__(self) -> None:
        self.answers: Answers = dict(GOOD)
        self.address = ""

    async def answer(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != "Bot right":
            raise web.HTTPUnauthorized
        answer = self.answers[request.path]
        if isinstance(answer, str):
            return web.Response(text=answer, content_type="application/json")
        return web.json_response(answer)


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[Discord]:
    """A Discord on this computer."""
    there, app = Discord(), web.Application()
    app.router.add_get("/{anything:.*}", there.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    there.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield there
    await runner.cleanup()


async def test_an_operator_hears_whose_the_token_is_and_where_it_may_do_what(
    discord: Discord,
) -> None:
    assert await standing_in_discord("right", discord.address) == Standing(
        application="42",
        name="Concord",
        intents=(),
        goes_elsewhere=False,
        servers=(Membership("7", "Lincoln", 2048),),
        commands=frozenset({"concord", "concord-admin"}),
    )


@pytest.mark.parametrize(
    ("more", "intents"),
    [
        ({"flags": 1 << 19}, ("Message Content",)),
        ({"flags": 1 << 12 | 1 << 15}, ("Presence", "Server Members")),
        ({"flags": None}, ()),
    ],
)
async def test_an_operator_hears_which_privileged_intents_are_on(
    discord: Discord, more: Answers, intents: tuple[str, ...]
) -> None:
    discord.answers["/applications/@me"] = {**ABOUT, **more}

    standing = await standing_in_discord("right", discord.address)

    assert standing
    assert standing.intents == intents


async def test_an_operator_hears_that_interactions_go_elsewhere(discord: Discord) -> None:
    elsewhere = {**ABOUT, "interactions_endpoint_url": "https://elsewhere.example"}
    discord.answers["/applications/@me"] = elsewhere

    standing = await standing_in_discord("right", discord.address)

    assert standing
    assert standing.goes_elsewhere


async def test_an_operator_hears_that_the_token_is_wrong(discord: Discord) -> None:
    with pytest.raises(TokenRefusedError):
        await standing_in_discord("wrong", discord.address)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda answers: answers.update({"/applications/@me": "<html>"}),
        lambda answers: answers.update({"/applications/@me": {}}),
        lambda answers: answers.update({"/applications/@me": []}),
        lambda answers: answers.pop("/users/@me/guilds"),
    ],
)
async def test_discord_that_answers_oddly_counts_as_out_of_reach(
    discord: Discord, spoil: Callable[[Answers], None]
) -> None:
    spoil(discord.answers)

    assert await standing_in_discord("right", discord.address) is None


async def test_discord_that_nobody_reaches_is_out_of_reach() -> None:
    assert await standing_in_discord("right", "http://127.0.0.1:1") is None
