"""A whole Discord in this process takes our commands, and hands over what members do with them."""

import asyncio
from typing import Any

import pytest
import simcord
from discord.http import Route
from structlog.testing import capture_logs

from bot.platforms.discord.gateway.choosing import (
    chosen_name,
    line_of,
    message_of,
    options_of,
    person_of,
    typing_of,
)
from bot.platforms.discord.gateway.client import DiscordClient, Hooks
from bot.platforms.discord.gateway.tree import command_tree
from bot.platforms.discord.gateway.work import Work
from bot.platforms.discord.ports import Interaction, Kind

CHOICE = {"name": "Retro of May", "value": "17"}
REPLY = 4
CHOICES = 8
V2_EPHEMERAL = 1 << 15 | 1 << 6


class Desk:
    """Answers each thing at once; commands are made known before."""

    def __init__(self) -> None:
        self.heard: list[Interaction] = []
        self.client = DiscordClient(self, Work(), Hooks(prepare=self._prepare))

    async def hear(self, interaction: Interaction) -> None:
        """Note what somebody did, and answer."""
        self.heard.append(interaction)
        button = {"type": 2, "style": 1, "label": "Go on", "custom_id": "1b0:home"}
        shown = [{"type": 10, "content": "Done"}, {"type": 1, "components": [button]}]
        answer: dict[str, Any] = {
            "type": REPLY,
            "data": {"flags": V2_EPHEMERAL, "components": shown},
        }
        if interaction.kind is Kind.COMPLETION:
            answer = {"type": CHOICES, "data": {"choices": [CHOICE]}}
        await self.client.http.request(
            Route("POST", f"/interactions/{interaction.id}/{interaction.token}/callback"),
            json=answer,
        )

    async def _prepare(self, application: str) -> None:
        await self.client.http.request(
            Route("PUT", f"/applications/{application}/commands"), json=command_tree()
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def simcord_bot(desk: Desk) -> DiscordClient:
    return desk.client


def a_server(env: simcord.Env) -> tuple[Any, Any, Any]:
    """Return a channel, Ana and Bo."""
    guild = env.create_guild()
    channel = guild.create_text_channel("general")
    ana, bo = (guild.add_member(env.create_user(name)) for name in ("ana", "bo"))
    return channel, ana, bo


async def test_a_member_calls_a_command_and_presses_what_comes(
    simcord_env: simcord.Env, desk: Desk
) -> None:
    channel, ana, bo = a_server(simcord_env)

    result = await ana.slash(channel, "concord team add", person=bo)
    await ana.click(result.response, custom_id="1b0:home")

    command, press = desk.heard
    assert result.ephemeral
    assert line_of(command.data) == "team add"
    picked = person_of(command.data, options_of(command.data)["person"])
    assert picked is not None
    assert picked.name == "bo"
    assert (command.kind, press.kind) == (Kind.COMMAND, Kind.PRESS)
    assert press.is_ephemeral
    assert press.components[0]["content"] == "Done"
    assert press.may & 1 << 11, "the permission to send messages"


async def test_a_member_is_offered_what_an_option_can_be(
    simcord_env: simcord.Env, desk: Desk
) -> None:
    channel, ana, _ = a_server(simcord_env)

    offered = await ana.autocomplete(channel, "concord record show", "which", "Ret")

    typing = typing_of(desk.heard[0].data)
    assert offered == [CHOICE]
    assert typing is not None
    assert (typing.option, typing.text) == ("which", "Ret")


async def test_a_member_chooses_a_command_on_a_message_and_on_a_person(
    simcord_env: simcord.Env, desk: Desk
) -> None:
    channel, ana, bo = a_server(simcord_env)
    said = await bo.send(channel, "We meet on Mondays")

    await ana.context_menu(channel, "Log as decision", said)
    await ana.context_menu(channel, "Invite to team", bo)

    on_message, on_person = (it.data for it in desk.heard)
    quoted, person = message_of(on_message), person_of(on_person)
    assert quoted is not None
    assert person is not None
    assert (chosen_name(on_message), quoted.text) == ("Log as decision", "We meet on Mondays")
    assert quoted.by.name == "bo"
    assert (chosen_name(on_person), person.name) == ("Invite to team", "bo")


async def test_only_who_may_manage_the_server_finds_the_check(
    simcord_env: simcord.Env, desk: Desk
) -> None:
    channel, ana, _ = a_server(simcord_env)

    with pytest.raises(simcord.SetupError, match="not visible"):
        await ana.slash(channel, "concord-admin check")

    assert desk.heard == []


async def test_a_bot_that_was_restarted_answers_old_buttons(
    simcord_env: simcord.Env, desk: Desk
) -> None:
    channel, ana, _ = a_server(simcord_env)
    result = await ana.slash(channel, "concord home")
    restarted = Desk()

    await simcord_env.restart_bot(restarted.client)
    await ana.click(result.response, custom_id="1b0:home")

    assert [it.kind for it in restarted.heard] == [Kind.PRESS]
    assert len(desk.heard) == 1


async def test_each_member_is_heard(simcord_env: simcord.Env, desk: Desk) -> None:
    channel, ana, bo = a_server(simcord_env)

    for member in (ana, bo, ana):
        await member.slash(channel, "concord help")

    assert [it.by.name for it in desk.heard] == ["ana", "bo", "ana"]
    assert len({it.token for it in desk.heard}) == 3


async def test_an_operator_finds_an_error_that_the_library_would_keep_to_itself(
    desk: Desk,
) -> None:
    with capture_logs() as lines:
        await desk.client.on_error("on_ready", "what somebody typed")

    assert [(line["event"], line["event_method"]) for line in lines] == [
        ("discord_event_failed", "on_ready")
    ]
    assert "typed" not in str(lines)


async def test_what_discord_tells_after_the_end_is_not_heard(desk: Desk) -> None:
    await desk.client.close()

    with capture_logs() as lines:
        desk.client.dispatch("ready")
        await asyncio.sleep(0)

    assert lines == []
