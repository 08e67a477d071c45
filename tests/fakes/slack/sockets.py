"""Slack's end of the sockets, as the tests of the line have it, with what is lost sent again."""

import asyncio
from typing import Any

from aiohttp import web

from tests.bot.slack.bolt.exchange import Exchange


class Switchboard(Exchange):
    """Sends payloads to whoever is connected; what is not acknowledged goes to the next."""

    async def hand_over(self, payload: dict[str, Any], kind: str) -> Any:  # noqa: ANN401 - any JSON
        """Send a payload until somebody acknowledges it, and return what comes with that."""
        while True:
            link = await self.has_some_link()
            answer = await self.post(payload, kind, self.links.index(link))
            async with asyncio.TaskGroup() as group:
                gone = group.create_task(self.is_gone(link))
                await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
                gone.cancel()
            if answer.done():
                return answer.result()

    async def refresh(self) -> None:
        """Ask everybody to connect anew, as Slack does every few hours."""
        for link in list(self.links):
            await link.send_json({"type": "disconnect", "reason": "refresh_requested"})
            await self.is_gone(link)
        await self.has_some_link()

    async def has_some_link(self) -> web.WebSocketResponse:
        async with self._changed:
            await self._changed.wait_for(lambda: self.links)
            return self.links[-1]

    async def is_gone(self, link: web.WebSocketResponse) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: link not in self.links)
