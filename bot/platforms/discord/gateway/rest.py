"""One door to Discord's REST API, which stays open while connections come and go."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import ClientWebSocketResponse
from discord.http import HTTPClient, Route
from discord.types.user import User
from typing_extensions import override

LONGEST_WAIT: Final = 30.0
"""Seconds that discord.py waits when Discord asks it to; above that, it raises instead."""


class Rest(HTTPClient):
    """discord.py's own client, which all connections of a program use one after the other.

    So what Discord said about its limits is not forgotten with a connection, and messages can be
    sent while there is none. To be made in the event loop that it is used in.

    Between two connections there are `between` seconds, as `now` counts them: Discord wants five
    between two new sessions, and discord.py comes back at once however often it is sent away.
    """

    def __init__(
        self,
        between: float,
        sleep: Callable[[float], Awaitable[None]],
        now: Callable[[], float],
    ) -> None:
        super().__init__(asyncio.get_running_loop(), max_ratelimit_timeout=LONGEST_WAIT)
        self._between = between
        self._sleep = sleep
        self._now = now
        self._connected_at = float("-inf")
        self._is_open = False

    @override
    async def ws_connect(self, url: str, *, compress: int = 0) -> ClientWebSocketResponse:
        """Open a connection when it is time for one."""
        pause = self._connected_at + self._between - self._now()
        if pause > 0:
            await self._sleep(pause)
        self._connected_at = self._now()
        return await super().ws_connect(url, compress=compress)

    @override
    async def static_login(self, token: str) -> User:
        """Open the door, or only show the token if it stands open; return whose token it is."""
        if not self._is_open:
            self._is_open = True
            return await super().static_login(token)
        self.token = token
        self._global_over.set()  # who was to do so may have been cut off while all had to wait
        user: User = await self.request(Route("GET", "/users/@me"))
        return user

    @override
    async def close(self) -> None:
        """Do nothing: a connection that ends must not shut the door on the next."""

    async def end(self) -> None:
        """Shut the door for good."""
        if self._is_open:
            await super().close()
