"""A program killed between any two steps loses no message and doubles none."""

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.delivery import LEASE, Sender
from bot.engines.embedded import EmbeddedEngine
from bot.heartbeat import Heartbeat
from storage.database import Database, open_database
from storage.fresh_ids import new_id
from storage.work import Work
from tests.bot.mail import draw, keep_workspaces, running, states
from tests.bot.mortal_program import FilePlatform, perform
from tests.databases import START
from tests.storage.samples import CONVERSATION
from workflows.identifiers import PhaseId, ScheduleId, WorkspaceId
from workflows.people import Platform, Workspace
from workflows.schedules import ClosePhase, Once, Schedule

ROOT = Path(__file__).parents[2]


class Life(NamedTuple):
    """One run of a program: on which database, and where it dies, coming there for which time."""

    url: str
    point: str
    number: int
    platform: Platform = Platform.WEB


EVERY_POINT = [
    *(("working", number) for number in range(1, 10)),
    *(("committed", number) for number in range(1, 10)),
    *(("asked", number) for number in (1, 2)),
    *(("shown", number) for number in (1, 2)),
]
OVER = {"sent", "unknown"}
SOME_POINTS = [("committed", 1), ("committed", 5), ("asked", 2), ("shown", 1)]


async def test_a_team_gets_each_message_once_wherever_the_program_is_killed(
    sqlite_template: Path, tmp_path: Path
) -> None:
    lives = [
        Life(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / str(n))}", *point)
        for n, point in enumerate(EVERY_POINT)
    ]

    shown = await _shown_over(lives, tmp_path)

    assert shown == dict.fromkeys(EVERY_POINT, 2)


@pytest.mark.parametrize("point", SOME_POINTS)
async def test_a_team_gets_each_message_once_when_the_program_beside_a_server_is_killed(
    point: tuple[str, int], postgres_url: str, tmp_path: Path
) -> None:
    assert await _shown_over([Life(postgres_url, *point)], tmp_path) == {point: 2}


async def test_a_team_in_slack_gets_no_message_twice_and_none_is_lost_without_a_word(
    sqlite_template: Path, tmp_path: Path
) -> None:
    lives = [
        Life(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / str(n))}", *point, Platform.SLACK)
        for n, point in enumerate(EVERY_POINT)
    ]

    shown = await _shown_over(lives, tmp_path)

    for life in lives:
        nonces = (tmp_path / f"{life.point}-{life.number}").read_text().split()
        assert len(set(nonces)) == len(nonces) == shown[life.point, life.number]
        assert len(nonces) + await _unsure_in(life) >= 2


async def _unsure_in(life: Life) -> int:
    """Return of how many messages it is not known whether they have arrived."""
    async with _opened(life.url, START) as database:
        return [state.status for state in await states(database)].count("unknown")


async def _shown_over(lives: list[Life], folder: Path) -> dict[tuple[str, int], int]:
    """Let programs be killed, let others end what they began, and count what was shown."""
    files = {life: folder / f"{life.point}-{life.number}" for life in lives}
    for life, file in files.items():
        file.touch()
        async with _opened(life.url, START) as database:
            await database.run(partial(_plan_two_messages, life.platform))
    jobs = [
        [life.url, str(file), life.point, life.number, life.platform]
        for life, file in files.items()
    ]
    program = [sys.executable, "-m", "tests.bot.mortal_program", json.dumps(jobs)]
    await asyncio.to_thread(subprocess.run, program, cwd=ROOT, timeout=300, check=True)
    for life, file in files.items():
        async with _opened(life.url, START + LEASE) as database:
            await _go_on(database, file, life.platform)
    return {
        (life.point, life.number): len(file.read_text().split()) for life, file in files.items()
    }


async def _go_on(database: Database, file: Path, platform: Platform) -> None:
    shown = FilePlatform(file, is_forgetful=platform is Platform.SLACK)
    sender = Sender(database, {platform: shown}, draw, owner=new_id())
    engine = EmbeddedEngine(sender)
    heartbeat = Heartbeat(database, perform, engine, now=lambda: START + LEASE)
    async with running(heartbeat, engine), asyncio.timeout(60):
        while sum(state.status in OVER for state in await states(database)) < 2:  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.01)


@asynccontextmanager
async def _opened(url: str, now: datetime) -> AsyncIterator[Database]:
    database = open_database(url, clock=lambda: now, new_id=new_id)
    yield database
    await database.close()


def _plan_two_messages(platform: Platform, work: Work) -> None:
    keep_workspaces(work)
    if platform is Platform.SLACK:
        work.workspaces.add(Workspace(WorkspaceId("slack"), platform, "T1", "Riverside"))
    for number in (1, 2):
        duty = ClosePhase(CONVERSATION.id, PhaseId("write"), number)
        id_, rule = ScheduleId(f"schedule-{number}"), Once(START)
        work.schedules.add(Schedule(id_, None, "talk", duty, rule, zone="UTC", next_at=START))
