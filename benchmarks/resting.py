"""How much memory Concord takes when nobody does anything."""

import subprocess
import sys
from time import sleep

from benchmarks.figures import Figure
from benchmarks.program import megabytes_of, running_concord

SETTLING_SECONDS = 2.0
"""How long to wait after the first page, until what the start brought about is over."""

MOST_MEGABYTES = 130


def measure() -> Figure:
    """Look at a Concord at rest, and compare with a Python that does nothing."""
    with running_concord() as (process, _):
        sleep(SETTLING_SECONDS)
        megabytes = megabytes_of(process)
    ratio = megabytes / _python_megabytes()
    return Figure(
        what="Memory at rest",
        measured=f"{megabytes:.0f} MB",
        ratio=f"{ratio:.0f} times Python doing nothing",
        goal=f"≤ {MOST_MEGABYTES} MB",
        is_met=megabytes <= MOST_MEGABYTES,
    )


def _python_megabytes() -> float:
    idle = [sys.executable, "-c", "print(flush=True); input()"]
    with subprocess.Popen(  # noqa: S603 - the program is ours
        idle, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        if process.stdout:
            process.stdout.readline()
        megabytes = megabytes_of(process.pid)
        process.communicate(b"\n")
    return megabytes
