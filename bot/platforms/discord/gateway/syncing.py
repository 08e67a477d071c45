"""Tells Discord about Concord's commands, and only when it does not know them yet."""

import hashlib
import json
from collections.abc import Sequence
from typing import Protocol

from bot.platforms.discord.ports import Calls, Payload


class KnownCommands(Protocol):
    """What Discord was told last, as a hash for each application."""

    async def get(self, application: str) -> str:
        """Return the hash of what Discord was told last; empty if nothing."""
        ...

    async def set(self, application: str, fingerprint: str) -> None:
        """Remember the hash of what Discord was told."""
        ...


async def sync(
    calls: Calls,
    application: str,
    payload: Sequence[Payload],
    known: KnownCommands,
    *,
    force: bool = False,
) -> bool:
    """Replace all commands of the application if they changed, or anyway; say whether it was done.

    One process may do so at a time. Discord lets 200 commands a day be made, so what is the same
    is not sent again. Raises the errors of bot.platforms.discord.errors; then nothing is noted.
    """
    new = fingerprint(payload)
    if not force and await known.get(application) == new:
        return False
    await calls.call("PUT", f"/applications/{application}/commands", payload)
    await known.set(application, new)
    return True


def fingerprint(payload: Sequence[Payload]) -> str:
    """Return the hash of some commands; their order does not count."""
    commands = sorted(json.dumps(command, sort_keys=True) for command in payload)
    return hashlib.sha256("\n".join(commands).encode()).hexdigest()
