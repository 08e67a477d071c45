"""Stands between Bolt and the commands: one method for each kind of payload."""

from collections.abc import Awaitable, Callable

import structlog

from bot.platforms.slack.handling.actions import on_press
from bot.platforms.slack.handling.commands import on_command
from bot.platforms.slack.handling.desk import Desk
from bot.platforms.slack.handling.events import on_event
from bot.platforms.slack.handling.functions import on_function
from bot.platforms.slack.handling.payloads import PayloadError
from bot.platforms.slack.handling.shortcuts import on_shortcut
from bot.platforms.slack.handling.submissions import on_submission
from bot.platforms.slack.ports import Ack, Payload, Site

Handler = Callable[[Desk, Site, Payload], Awaitable[Ack]]

_log = structlog.get_logger()


class SlackHandling:
    """What each kind of payload leads to (a bot.platforms.slack.ports.Handling).

    A payload in a shape that Slack does not document leads to nothing, and to a line in the log.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def command(self, site: Site, payload: Payload) -> Ack:
        """Do what a slash command asks for."""
        return await self._handle(on_command, site, payload)

    async def action(self, site: Site, payload: Payload) -> Ack:
        """Do what a button or a menu asks for."""
        return await self._handle(on_press, site, payload)

    async def submission(self, site: Site, payload: Payload) -> Ack:
        """Take in a modal; a closed one leaves no trace."""
        return await self._handle(on_submission, site, payload)

    async def shortcut(self, site: Site, payload: Payload) -> Ack:
        """Do what a shortcut asks for."""
        return await self._handle(on_shortcut, site, payload)

    async def event(self, site: Site, payload: Payload) -> Ack:
        """Hear an event."""
        return await self._handle(on_event, site, payload)

    async def function(self, site: Site, payload: Payload) -> Ack:
        """Run a step of Workflow Builder."""
        return await self._handle(on_function, site, payload)

    async def _handle(self, handler: Handler, site: Site, payload: Payload) -> Ack:
        try:
            return await handler(self._desk, site, payload)
        except PayloadError as error:
            _log.warning("payload_not_understood", team=site.team, part=str(error))
            return Ack()
