"""Discord is told about commands when they have changed, and otherwise left alone."""

from collections.abc import Sequence

import pytest

from bot.platforms.discord.errors import DiscordAwayError
from bot.platforms.discord.gateway.syncing import fingerprint, sync
from bot.platforms.discord.gateway.tree import command_tree
from bot.platforms.discord.ports import Attachment, Payload

TREE = command_tree()


class Memory:
    """Remembers for as long as a test takes."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    async def get(self, application: str) -> str:
        return self.known.get(application, "")

    async def set(self, application: str, fingerprint: str) -> None:
        self.known[application] = fingerprint


class Calls:
    """Notes what Discord is asked for."""

    def __init__(self) -> None:
        self.made: list[tuple[str, str, object]] = []
        self.is_away = False

    async def call(
        self,
        verb: str,
        path: str,
        body: Payload | Sequence[Payload] | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> object:
        assert not attachments
        if self.is_away:
            raise DiscordAwayError
        self.made.append((verb, path, body))
        return body


async def test_discord_is_told_once() -> None:
    calls, memory = Calls(), Memory()

    done = [await sync(calls, "7", TREE, memory) for _ in range(2)]

    assert done == [True, False]
    assert calls.made == [("PUT", "/applications/7/commands", TREE)]


async def test_discord_is_told_again_when_something_has_changed_or_an_operator_wants_it() -> None:
    calls, memory = Calls(), Memory()
    await sync(calls, "7", TREE, memory)

    assert await sync(calls, "7", TREE[:-1], memory)
    assert await sync(calls, "7", TREE[:-1], memory, force=True)
    assert await sync(calls, "8", TREE[:-1], memory), "another application"
    assert len(calls.made) == 4


async def test_discord_is_told_later_when_it_is_away() -> None:
    calls, memory = Calls(), Memory()
    calls.is_away = True

    with pytest.raises(DiscordAwayError):
        await sync(calls, "7", TREE, memory)

    calls.is_away = False
    assert await sync(calls, "7", TREE, memory)


def test_the_order_does_not_count() -> None:
    turned = [dict(reversed(command.items())) for command in reversed(TREE)]

    assert fingerprint(turned) == fingerprint(TREE)
