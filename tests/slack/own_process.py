"""Concord on Slack in a process of its own, as a test begins it, ends it and kills it."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from pathlib import Path

import httpx

from bot.clock import SystemClock
from bot.platforms.serving import listen
from storage.secrets import new_key
from tests.fakes.slack.lines import HttpLine, Line
from tests.fakes.slack.server import FakeSlack
from tests.slack.own_program import Life

ROOT = Path(__file__).parents[2]


class OwnProcess:
    """One process after the other, at the same address. `pid` is the present one's number."""

    def __init__(self, program: Process, line: HttpLine, port: int) -> None:
        self._program = program
        self._port = port
        self._keys = new_key()
        self.line: Line = line
        self.pid = 0

    async def begin(self, url: str, dies_in: str = "", dies_before: str = "") -> None:
        """Begin, and return when it can be reached."""
        assert self._program.stdin
        life = Life(url, self._port, self._keys, dies_in, dies_before)
        self._program.stdin.write(f"{json.dumps(asdict(life))}\n".encode())
        self.pid = await self._hear()

    def end(self, number: signal.Signals) -> None:
        """End the process, unless it has ended by itself."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    async def is_over(self) -> None:
        """Wait until the process has ended."""
        self.pid = await self._hear()

    async def _hear(self) -> int:
        """Return the number that comes next: of a process, or 0 for the end of one."""
        assert self._program.stdout
        async with asyncio.timeout(60):
            return int(await self._program.stdout.readline())


@asynccontextmanager
async def own_process(fake: FakeSlack, log: Path) -> AsyncIterator[OwnProcess]:
    """Load Concord beside a Slack; what it logs goes into a file."""
    with listen(0) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.slack.own_program", fake.url]
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        with log.open("wb") as errors:
            program = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=errors
            )
        own = OwnProcess(program, HttpLine(client, SystemClock().now), port)
        try:
            yield own
        finally:
            if own.pid:
                own.end(signal.SIGTERM)
            assert program.stdin
            program.stdin.close()
            await program.wait()
