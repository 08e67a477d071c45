"""The engine for one machine: sends on the program's own event loop."""

import asyncio
from contextlib import suppress
from typing import Final

import structlog

from bot.delivery import Sender
from storage.errors import UnavailableError
from workflows.deliveries import Delivery

AT_ONCE: Final = 20
"""How many sends may be under way at the same time."""

PAUSE_SECONDS: Final = 1.0
"""How long to wait before looking again, when the outbox could not be read."""

DRAIN_SECONDS: Final = 5.0
"""How long a stop waits for what is being sent; what is cut off is sent after the next start."""

_log = structlog.get_logger(__name__)


class EmbeddedEngine:
    """Claims as many deliveries as it has hands free, whenever it is woken or a hand comes free."""

    def __init__(self, sender: Sender, *, at_once: int = AT_ONCE) -> None:
        self._sender = sender
        self._free = at_once
        self._woken = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Look into the outbox soon."""
        self._woken.set()

    def stop(self) -> None:
        """Take nothing more, finish what is being sent, and let `run` return."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Send until `stop` is called."""
        with suppress(TimeoutError):
            async with asyncio.timeout(None) as patience, asyncio.TaskGroup() as sends:
                await self._take_deliveries(sends)
                patience.reschedule(asyncio.get_running_loop().time() + DRAIN_SECONDS)

    async def _take_deliveries(self, sends: asyncio.TaskGroup) -> None:
        while not self._stopping:
            self._woken.clear()
            for delivery in await self._claim():
                self._free -= 1
                sends.create_task(self._send(delivery))
            await self._woken.wait()

    async def _claim(self) -> tuple[Delivery, ...]:
        if not self._free:
            return ()
        try:
            return await self._sender.claim(self._free)
        except UnavailableError:
            _log.warning("outbox_unavailable")
        except Exception:  # noqa: BLE001 - the outermost: the engine never stops by itself
            _log.exception("outbox_not_claimed")
        await asyncio.sleep(PAUSE_SECONDS)
        self.wake()
        return ()

    async def _send(self, delivery: Delivery) -> None:
        try:
            await self._sender.send(delivery)
        finally:
            self._free += 1
            self.wake()
