"""Waits for an answer; when it takes long, Discord is told meanwhile that there will be one."""

import asyncio
from collections.abc import Awaitable
from typing import Final, TypeVar

import structlog

from bot.platforms.discord.errors import DiscordError
from bot.platforms.discord.handling.desk import Desk
from bot.platforms.discord.ports import Interaction, Kind

PATIENCE_SECONDS: Final = 1.8
"""From when on somebody who waits is told that we are at it: Discord waits for three seconds."""

T = TypeVar("T")

_log = structlog.get_logger(__name__)


def is_in_place(interaction: Interaction) -> bool:
    """Say whether an answer takes the place of what was pressed, which only one person sees."""
    return interaction.is_ephemeral and interaction.kind in {Kind.PRESS, Kind.FORM}


class Deferral:
    """The word that there will be an answer; `is_given` says whether Discord has it."""

    def __init__(self, desk: Desk, interaction: Interaction) -> None:
        self._desk = desk
        self._interaction = interaction
        self.is_given = False

    async def keep(self, work: Awaitable[T]) -> T:
        """Wait for some work, and give the word if it takes long."""
        async with asyncio.TaskGroup() as group:
            loop = asyncio.get_running_loop()
            timer = loop.call_later(PATIENCE_SECONDS, self._begin, group)
            try:
                outcome = await _outcome(work)
            finally:
                timer.cancel()
        if isinstance(outcome, _Fault):
            raise outcome.error
        return outcome

    def _begin(self, group: asyncio.TaskGroup) -> None:
        group.create_task(self._give())

    async def _give(self) -> None:
        in_place = is_in_place(self._interaction)
        try:
            await self._desk.replies.defer(self._interaction, is_update=in_place)
        except DiscordError as error:
            _log.info("discord_deferral_not_given", reason=type(error).__name__)
        else:
            self.is_given = True


class _Fault:
    """What went wrong in the work; it is raised once Discord has heard from us."""

    def __init__(self, error: Exception) -> None:
        self.error = error


async def _outcome(work: Awaitable[T]) -> "T | _Fault":
    try:
        return await work
    except Exception as error:  # noqa: BLE001 - it is raised by whoever waits for the outcome
        return _Fault(error)
