"""What somebody does in Discord is read as it was meant, whatever its shape."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio

from bot.platforms.discord.ports import Interaction, Kind
from tests.bot.discord.gateway.office import Office, connected
from tests.fakes.discord.gateway import FakeGateway
from tests.fakes.discord.gateway_payloads import (
    ANA,
    APPLICATION,
    CHANNEL,
    COMMAND,
    COMPLETION,
    FORM,
    PRESS,
    SERVER,
    channel,
    interaction,
    member,
    message,
    private,
)

EPHEMERAL = 1 << 6
V2 = 1 << 15

TEXT = {"type": 10, "id": 2, "content": "Shall it go?"}
BUTTON = {
    "type": 2,
    "id": 3,
    "style": 4,
    "label": "Go",
    "custom_id": "1b0:home",
    "disabled": False,
}
PARTS = [
    {"type": 1, "id": 1, "components": [BUTTON]},
    {"type": 9, "id": 1, "components": [TEXT], "accessory": BUTTON},
    {"type": 17, "id": 1, "components": [TEXT], "spoiler": False, "accent_color": 255},
    {"type": 14, "id": 1, "divider": True, "spacing": 1},
    TEXT,
]

Tell = Callable[[dict[str, Any]], Awaitable[Interaction]]


@pytest_asyncio.fixture
async def tell(office: Office, gateway: FakeGateway) -> AsyncIterator[Tell]:
    """Return a way to tell about an interaction, and see how it is read."""

    async def and_read(payload: dict[str, Any]) -> Interaction:
        await gateway.tell("INTERACTION_CREATE", payload)
        await office.has_heard(len(office.heard) + 1)
        return office.heard[-1]

    async with connected(office):
        yield and_read


@pytest.mark.parametrize(
    ("number", "kind", "data"),
    [
        (COMMAND, Kind.COMMAND, {"id": "1", "name": "concord", "type": 1}),
        (COMPLETION, Kind.COMPLETION, {"id": "1", "name": "concord", "type": 1}),
        (PRESS, Kind.PRESS, {"custom_id": "1b0:home", "component_type": 2}),
        (FORM, Kind.FORM, {"custom_id": "1f0:home", "components": []}),
    ],
)
async def test_each_kind_is_told_apart(
    tell: Tell, number: int, kind: Kind, data: dict[str, Any]
) -> None:
    heard = await tell(interaction(number, data))

    assert (heard.kind, heard.data) == (kind, data)


async def test_a_command_says_who_and_where(tell: Tell) -> None:
    payload = interaction()

    heard = await tell(payload)

    assert (heard.id, heard.token, heard.application) == (payload["id"], "a-token", APPLICATION)
    assert (heard.server, heard.server_name, heard.channel) == (SERVER, "Riverside", CHANNEL)
    assert (heard.by.id, heard.by.name, heard.by.is_bot) == (ANA, "Ana Lee", False)
    assert (heard.language, heard.server_language) == ("en-US", "es-ES")
    assert heard.may == 2048
    assert (heard.has_message, heard.is_ephemeral, heard.components) == (False, False, ())


async def test_somebody_is_called_as_the_server_calls_them(tell: Tell) -> None:
    heard = await tell(interaction(member=member(nick="Ana (staff)")))

    assert heard.by.name == "Ana (staff)"


async def test_a_direct_message_belongs_to_no_server(tell: Tell) -> None:
    heard = await tell(private(interaction()))

    assert (heard.server, heard.server_name, heard.channel) == ("", "", CHANNEL)
    assert (heard.by.name, heard.server_language) == ("Ana Lee", "")


async def test_a_language_that_the_library_does_not_know_is_kept(tell: Tell) -> None:
    heard = await tell(interaction(locale="eu-ES"))

    assert heard.language == "eu-ES"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: str(part["type"]))
async def test_what_was_pressed_comes_with_its_message(tell: Tell, part: dict[str, Any]) -> None:
    data = {"custom_id": "1c0:home", "component_type": 2}
    shown = message(part, flags=V2 | EPHEMERAL)

    heard = await tell(interaction(PRESS, data, message=shown))

    assert heard.has_message
    assert heard.is_ephemeral
    assert [dict(read) for read in heard.components] == [part]


async def test_a_message_for_all_is_not_for_one(tell: Tell) -> None:
    data = {"custom_id": "1b0:home", "component_type": 2}

    heard = await tell(interaction(PRESS, data, message=message()))

    assert heard.has_message
    assert not heard.is_ephemeral


@pytest.mark.parametrize(
    "odd",
    [
        {"data": None},
        {"data": ["not", "an", "object"]},
        {"channel": {}},
        {"channel": channel("200000000000000009", kind=99)},
        {"guild": None},
        {"guild_locale": None},
        {"app_permissions": "0"},
    ],
    ids=str,
)
async def test_an_odd_shape_is_read_as_far_as_it_goes(tell: Tell, odd: dict[str, Any]) -> None:
    async with asyncio.timeout(10):
        heard = await tell({**interaction(), **odd})

    assert isinstance(heard.data, dict)
    assert heard.by.name == "Ana Lee"


async def test_a_server_that_nobody_told_about_has_no_name(tell: Tell) -> None:
    heard = await tell(interaction(guild_id="100000000000000009"))

    assert (heard.server, heard.server_name) == ("100000000000000009", "")


async def test_what_is_done_in_a_thread_is_done_in_its_channel(tell: Tell) -> None:
    thread = {
        **channel("900", kind=11),
        "guild_id": SERVER,
        "parent_id": CHANNEL,
        "owner_id": ANA,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": "2026-01-01T00:00:00+00:00",
            "locked": False,
        },
        "message_count": 1,
        "member_count": 1,
    }

    heard = await tell(interaction(COMMAND, channel_id="900", channel=thread))

    assert heard.channel == CHANNEL
