"""Hears Slack through a socket instead of HTTP: for trying out, and behind a firewall.

Several processes may do so at once. Slack gives each payload to one of them, and gives it to
another if it is not acknowledged.
"""

import asyncio
from contextlib import suppress
from typing import Final

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient
from typing_extensions import override

from bot.platforms.slack.bolt.dispatch import ACK_SECONDS, Dispatch
from bot.platforms.slack.bolt.tasks import Tasks, open_tasks

PING_SECONDS: Final = 10.0
"""A connection that is silent for four times as long is given up and made anew."""

LOOK_SECONDS: Final = 5.0
PATIENCE: Final = 24
"""How often we look for the connection, and how often in a row it may be missing: two minutes."""

_log = structlog.get_logger(__name__)


class SocketsLostError(Exception):
    """The connection stays away. Whoever started the program should start it anew."""


class Sockets:
    """One connection to Slack. `token` is the app-level token; `api` is asked where to connect."""

    def __init__(
        self,
        app: AsyncApp,
        dispatch: Dispatch,
        token: str,
        *,
        api: str = AsyncWebClient.BASE_URL,
        look_seconds: float = LOOK_SECONDS,
        ping_seconds: float = PING_SECONDS,
    ) -> None:
        if not token:
            raise ValueError("an app-level token is needed")
        self._app = app
        self._dispatch = dispatch
        self._token = token
        self._client = AsyncWebClient(base_url=api)
        self._look_seconds = look_seconds
        self._ping_seconds = ping_seconds
        self._stopping = asyncio.Event()
        self._is_connected: bool | None = None

    async def is_ready(self) -> bool:
        """Say whether the connection stood when it was last looked for."""
        return bool(self._is_connected)

    def stop(self) -> None:
        """Take nothing more, answer what is under way, and let `run` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Hear Slack until `stop` is called. Raises SocketsLostError if it cannot be reached."""
        async with open_tasks() as answering, asyncio.TaskGroup() as group:
            handler = self._handler(answering)
            try:
                connecting = group.create_task(handler.connect())
                was_lost = await self._watch(handler.client)
                connecting.cancel()
                handler.is_ending = True
                await answering.drain(ACK_SECONDS)
            finally:
                await handler.end()
        if was_lost:
            raise SocketsLostError

    def _handler(self, answering: Tasks) -> "_Handler":
        handler = _Handler(
            self._app, self._token, web_client=self._client, ping_interval=self._ping_seconds
        )
        handler.dispatch = self._dispatch
        handler.answering = answering
        return handler

    async def _watch(self, client: AsyncBaseSocketModeClient) -> bool:
        """Wait for the end; say whether it has come because the connection stays away."""
        missing = 0
        while missing < PATIENCE:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._look_seconds):
                    await self._stopping.wait()
            if self._stopping.is_set():
                return False
            self._note(is_connected=await client.is_connected())
            missing = 0 if self._is_connected else missing + 1
        return True

    def _note(self, *, is_connected: bool) -> None:
        if is_connected != self._is_connected:
            _log.info("slack_socket_connected" if is_connected else "slack_socket_lost")
        self._is_connected = is_connected


class _Handler(AsyncSocketModeHandler):
    """Bolt's handler, with the same way to an answer as HTTP."""

    dispatch: Dispatch
    answering: Tasks
    is_ending = False

    @override
    async def handle(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None:
        """Begin to answer. The library forgets its own tasks, so this one holds on to them.

        At the end nothing new is taken; it is not acknowledged, and so goes to another process.
        """
        if not self.is_ending:
            self.answering.start(self._answer(client, req))

    async def _answer(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None:
        response = await self.dispatch(req.payload)
        await send_async_response(client, req, response, start_time=0)

    async def connect(self) -> None:
        """Connect, however often it has to be tried."""
        await self.connect_async()  # type: ignore[no-untyped-call]  # the library has no type here

    async def end(self) -> None:
        """Close the connection, and see the library's own tasks to their end."""
        await self.close_async()  # type: ignore[no-untyped-call]  # the library has no type here
        client = self.client
        tasks = (client.message_processor, client.current_session_monitor, client.message_receiver)
        await asyncio.gather(*filter(None, tasks), return_exceptions=True)
