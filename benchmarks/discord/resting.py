"""How much memory Concord takes in many servers, and on all platforms at once, at rest."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from typing import Final

from benchmarks.databases import Ground
from benchmarks.discord.gateway import SERVERS
from benchmarks.figures import Figure
from benchmarks.program import ROOT, megabytes_of, running_concord
from benchmarks.slack.processes import server
from benchmarks.slack.workspaces import settings

SETTLING_SECONDS: Final = 12.0
"""How long to wait until all servers have been told of, and met."""

MOST_ABOVE: Final = 50
MOST_ALL: Final = 220


def measure(ground: Ground) -> Iterator[Figure]:
    """Compare with the local workspace alone."""
    with running_concord() as (process, _):
        sleep(SETTLING_SECONDS / 4)
        alone = megabytes_of(process)
    with _talking("gateway") as (_, discord):
        in_discord = _megabytes(discord, DATABASE_URL=ground.fresh())
        above = in_discord - alone
        yield Figure(
            what=f"Memory in {SERVERS} Discord servers",
            measured=f"{above:.0f} MB more",
            ratio=f"{in_discord / alone:.1f} times the local workspace alone ({alone:.0f} MB)",
            goal=f"≤ {MOST_ABOVE} MB more",
            is_met=above <= MOST_ABOVE,
        )
        with server("api") as port:
            api = f"http://127.0.0.1:{port}/api/"
            everything = settings(ground.fresh(), workspaces=1)
            megabytes = _megabytes(discord, api, **everything)
    yield Figure(
        what="Memory on all platforms at once",
        measured=f"{megabytes:.0f} MB",
        ratio=f"{megabytes / alone:.1f} times the local workspace alone",
        goal=f"≤ {MOST_ALL} MB",
        is_met=megabytes <= MOST_ALL,
    )


def _megabytes(*addresses: str, **environment: str) -> float:
    with _talking("ours", *addresses, **environment) as (program, _):
        sleep(SETTLING_SECONDS)
        return megabytes_of(program)


@contextmanager
def _talking(module: str, *arguments: str, **environment: str) -> Iterator[tuple[int, str]]:
    """Start a program, and yield its process id and the first line that it prints."""
    with subprocess.Popen(  # noqa: S603 - the program is ours
        [sys.executable, "-m", f"benchmarks.discord.{module}", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        try:
            yield program.pid, program.stdout.readline().strip() if program.stdout else ""
        finally:
            program.terminate()
