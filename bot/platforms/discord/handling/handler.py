"""Stands between the gateway and the commands: hears each interaction, and answers it once."""

from typing import assert_never

import structlog

from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.handling.answering import say
from bot.platforms.discord.handling.commands import on_command
from bot.platforms.discord.handling.completing import on_completion
from bot.platforms.discord.handling.desk import Desk, NowhereError
from bot.platforms.discord.handling.forms import on_form
from bot.platforms.discord.handling.presses import on_press
from bot.platforms.discord.ports import Interaction, Kind
from commands.refusals import outdated
from workflows.catalogue import words_for

_log = structlog.get_logger(__name__)


class DiscordHandling:
    """What each kind of interaction leads to (a bot.platforms.discord.ports.Handling)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def hear(self, interaction: Interaction) -> None:
        """Do what was asked for and answer. Everything that is to be kept is kept by then."""
        try:
            await self._hear(interaction)
        except NowhereError:
            view = outdated(words_for(interaction.language or None))
            await say(self._desk, interaction, messages(view, is_private=True))

    async def _hear(self, interaction: Interaction) -> None:
        match interaction.kind:
            case Kind.COMMAND:
                await on_command(self._desk, interaction)
            case Kind.COMPLETION:
                await on_completion(self._desk, interaction)
            case Kind.PRESS:
                await on_press(self._desk, interaction)
            case Kind.FORM:
                await on_form(self._desk, interaction)
            case _:
                assert_never(interaction.kind)
