"""A program with a heartbeat and an engine, which dies where its caller says.

    python -m tests.bot.mortal_program '[[DATABASE_URL, FILE, POINT, NUMBER, PLATFORM], ...]'

Each life performs the duties in a database, which put messages into its outbox, and shows the
messages by writing their nonces into a file, once each unless the platform is Slack. It ends with
`kill -9` when it comes to the point for the given time. All lives are forks, so that the time to
load the program is paid once.
"""

import asyncio
import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from typing_extensions import override

from bot.delivery import Sender
from bot.engines.embedded import EmbeddedEngine
from bot.heartbeat import Heartbeat
from bot.platforms.port import Place
from storage.database import Database, open_database
from storage.fresh_ids import new_id
from storage.work import Work
from tests.bot.mail import draw, put, running
from tests.databases import START
from tests.storage.samples import WORKSPACE
from workflows.people import Platform
from workflows.schedules import ClosePhase, Duty
from workflows.views import View

Result = TypeVar("Result")
Come = Callable[[str], None]


class FilePlatform:
    """Shows a message by writing its nonce into a file, unless it stands there already.

    One that is forgetful never looks what stands there.
    """

    def __init__(
        self, file: Path, come: Come = lambda _point: None, *, is_forgetful: bool = False
    ) -> None:
        self._file = file
        self._come = come
        self._is_forgetful = is_forgetful

    async def deliver(
        self, place: Place, view: View, *, nonce: str, replaces: str = "", pin: bool = False
    ) -> str:
        """Show a message and return its nonce."""
        del place, view, replaces, pin
        self._come("asked")
        if self._is_forgetful or nonce not in self._file.read_text().split():
            with self._file.open("a") as file:
                file.write(f"{nonce}\n")
        self._come("shown")
        return nonce


class MortalDatabase(Database):
    """A database that tells when it is about to commit, and when it has."""

    def __init__(self, behind: Database, come: Come) -> None:
        self._behind = behind
        self._come = come

    @override
    async def run(self, function: Callable[[Work], Result]) -> Result:
        def run_and_tell(work: Work) -> Result:
            result = function(work)
            self._come("working")
            return result

        result = await self._behind.run(run_and_tell)
        self._come("committed")
        return result

    @override
    async def close(self) -> None:
        await self._behind.close()


def perform(work: Work, duty: Duty) -> None:
    """Put a message into the outbox; the round of the phase is its number."""
    assert isinstance(duty, ClosePhase)
    workspace = work.workspaces.find(Platform.SLACK, "T1") or WORKSPACE
    put(work, duty.round, workspace=workspace)


def _die_at(point: str, number: int) -> Come:
    seen = Counter[str]()

    def come(here: str) -> None:
        seen[here] += 1
        if (here, seen[here]) == (point, number):
            os.kill(os.getpid(), signal.SIGKILL)

    return come


async def _main(url: str, file: Path, come: Come, platform: Platform) -> None:
    opened = open_database(url, clock=lambda: START, new_id=new_id)
    database = MortalDatabase(opened, come)
    shown = FilePlatform(file, come, is_forgetful=platform is Platform.SLACK)
    sender = Sender(database, {platform: shown}, draw, owner=new_id())
    engine = EmbeddedEngine(sender, at_once=1)
    heartbeat = Heartbeat(database, perform, engine, now=lambda: START)
    async with running(heartbeat, engine):
        await asyncio.sleep(10)


def _live(url: str, file: str, point: str, number: int, platform: str) -> None:
    """Live one life in a process of its own, and see that it ends as it should."""
    child = os.fork()
    if not child:
        asyncio.run(_main(url, Path(file), _die_at(point, number), Platform(platform)))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, (point, number)


if __name__ == "__main__":
    for life in json.loads(sys.argv[1]):
        _live(*life)
