"""Tests of what is left when a program dies in the middle of its work."""

import signal
import subprocess
import sys

from storage.database import Database
from storage.schema import current, drift, head, migrate
from storage.work import Work

ENOUGH = 50
KILLED = [sys.executable, "-m", "tests.storage.killed"]


def read_both(work: Work) -> tuple[int, int]:
    return int(work.settings.get("left") or 0), int(work.settings.get("right") or 0)


def count_until_killed(url: str) -> int:
    """Let a program count in a database, kill it, and return the last number it saw kept."""
    with subprocess.Popen([*KILLED, "count", url], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        while int(writer.stdout.readline()) < ENOUGH:
            pass
        writer.send_signal(signal.SIGKILL)
        return max([ENOUGH, *map(int, writer.stdout.read().split())])


async def test_a_killed_writer_leaves_whole_work_and_loses_none_that_was_kept(
    database: Database, database_url: str
) -> None:
    last = count_until_killed(database_url)

    left, right = await database.run(read_both)

    assert left == right
    assert left in {last, last + 1}  # the newest may have been kept and not been told


def test_a_killed_migration_leaves_no_trace_and_can_be_run_again(bare_url: str) -> None:
    killed = subprocess.run([*KILLED, "migrate", bare_url], check=False)
    left = current(bare_url)

    migrate(bare_url)

    assert killed.returncode == -signal.SIGKILL
    assert (left, current(bare_url), drift(bare_url)) == (None, head(), [])
