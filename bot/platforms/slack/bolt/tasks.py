"""Work that goes on after Slack has its answer: held on to, and waited for at the end."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Final

import structlog

GRACE_SECONDS: Final = 10.0
"""How long work may take after the program was asked to end; less than hosting services wait."""

_log = structlog.get_logger(__name__)


class Tasks:
    """The work that is under way. The event loop alone would forget it."""

    def __init__(self, group: asyncio.TaskGroup) -> None:
        self._group = group
        self._running = set[asyncio.Task[None]]()

    def __len__(self) -> int:
        return len(self._running)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin some work; what it raises is logged, and nothing else ends by it."""
        task = self._group.create_task(_guarded(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def drain(self, seconds: float) -> None:
        """Wait until all work is done, also what begins meanwhile; cut off what takes longer."""
        try:
            async with asyncio.timeout(seconds):
                while self._running:
                    await asyncio.wait(self._running)
        except TimeoutError:
            _log.warning("slack_work_cut_off", count=len(self._running))
            for task in self._running:
                task.cancel()


@asynccontextmanager
async def open_tasks(grace: float = GRACE_SECONDS) -> AsyncIterator[Tasks]:
    """Return a place for work; at the end of the block it has `grace` seconds to finish."""
    async with asyncio.TaskGroup() as group:
        tasks = Tasks(group)
        yield tasks
        await tasks.drain(grace)


async def _guarded(work: Awaitable[None]) -> None:
    try:
        await work
    except Exception:  # noqa: BLE001 - the outermost: one piece of work never ends the others
        _log.exception("slack_work_failed")
