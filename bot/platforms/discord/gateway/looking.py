"""Asks Discord how Concord stands there: whose token it is, which servers, which commands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

import aiohttp

API: Final = "https://discord.com/api/v10"

PATIENCE: Final = aiohttp.ClientTimeout(total=10)

_PRIVILEGED: Final = {
    "Presence": 1 << 12 | 1 << 13,
    "Server Members": 1 << 14 | 1 << 15,
    "Message Content": 1 << 18 | 1 << 19,
}
"""Privileged intents, and the flags of an application that has one, verified or not."""


class TokenRefusedError(Exception):
    """Discord does not take the token."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A server that Concord is in, and its permissions there as one number."""

    id: str
    name: str
    permissions: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How Concord stands in Discord.

    `intents` are the privileged ones that are switched on. `goes_elsewhere` says that Discord sends
    what people do to an address, so that nothing comes through the gateway.
    """

    application: str
    name: str
    intents: tuple[str, ...]
    goes_elsewhere: bool
    servers: tuple[Membership, ...]
    commands: frozenset[str]


async def standing_in_discord(token: str, api: str = API) -> Standing | None:
    """Return how Concord stands; None where Discord cannot be reached.

    Raises TokenRefusedError.
    """
    headers = {"Authorization": f"Bot {token}"}
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE, headers=headers) as session:
            about = await _get(session, f"{api}/applications/@me")
            servers = await _get(session, f"{api}/users/@me/guilds")
            commands = await _get(session, f"{api}/applications/{about['id']}/commands")
    except (aiohttp.ClientError, TimeoutError, KeyError, TypeError, ValueError):
        return None
    return _standing(about, servers, commands)


async def _get(session: aiohttp.ClientSession, url: str) -> Any:  # noqa: ANN401 - any JSON
    async with session.get(url, allow_redirects=False) as response:
        if response.status == HTTPStatus.UNAUTHORIZED:
            raise TokenRefusedError
        response.raise_for_status()
        return await response.json()


def _standing(
    about: Mapping[str, Any],
    servers: Sequence[Mapping[str, Any]],
    commands: Sequence[Mapping[str, Any]],
) -> Standing:
    flags = int(about.get("flags") or 0)
    return Standing(
        application=str(about["id"]),
        name=str(about.get("name") or ""),
        intents=tuple(name for name, bits in _PRIVILEGED.items() if flags & bits),
        goes_elsewhere=bool(about.get("interactions_endpoint_url")),
        servers=tuple(
            Membership(str(one["id"]), str(one["name"]), int(one.get("permissions") or 0))
            for one in servers
        ),
        commands=frozenset(str(one["name"]) for one in commands),
    )
