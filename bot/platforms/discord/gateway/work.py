"""What is being done about what Discord has told: guarded, and waited for at the end."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

import structlog

GRACE_SECONDS: Final = 10.0
"""How long work may take after the program was asked to end; less than hosting services wait."""

_log = structlog.get_logger(__name__)


class Work:
    """The handlers that are under way, through whichever connection they were called."""

    def __init__(self) -> None:
        self._running = set[asyncio.Task[Any]]()
        self._is_ending = False

    async def do(self, what: str, handler: Callable[[], Awaitable[None]]) -> None:
        """Run a handler in the task that calls this. What it raises is logged, and goes no further.

        Once the end has begun, nothing new is taken.
        """
        task = asyncio.current_task()
        if self._is_ending or task is None:
            return
        self._running.add(task)
        try:
            await handler()
        except Exception:  # noqa: BLE001 - the outermost: no handler ends the connection
            _log.exception("discord_work_failed", what=what)
        finally:
            self._running.discard(task)

    async def end(self, seconds: float = GRACE_SECONDS) -> None:
        """Take nothing more, wait for what is under way, and cut off what takes longer."""
        self._is_ending = True
        try:
            async with asyncio.timeout(seconds):
                while self._running:
                    await asyncio.wait(self._running)
        except TimeoutError:
            _log.warning("discord_work_cut_off", count=len(self._running))
            await self._cut_off()

    async def _cut_off(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
