"""Concord as a process of its own, in the present folder and with the present settings."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
HERE = re.compile(
    r"Concord is ready: (http://127\.0\.0\.1:\d+) \(this computer only\)\. Press Ctrl-C to stop\.\n"
)
ON_SLACK = re.compile(
    r"Concord is ready for Slack \(\w+\) at (127\.0\.0\.1:\d+)\. Press Ctrl-C to stop\.\n"
)


class Running(NamedTuple):
    """A Concord that is ready."""

    program: subprocess.Popen[str]
    address: str


def start(*arguments: str) -> subprocess.Popen[str]:
    """Start Concord in the present folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@contextmanager
def running(ready: re.Pattern[str] = HERE) -> Iterator[Running]:
    """Start Concord, yield it when it is ready, and see to it that it ends."""
    with start() as program:
        assert program.stdout
        assert program.stderr
        try:
            line = program.stdout.readline()
            said = ready.fullmatch(line)
            assert said, line or program.stderr.read()
            yield Running(program, said[1])
        finally:
            program.terminate()


def refusal(*arguments: str) -> tuple[int, str]:
    """Start Concord where it cannot start; return its exit code and what it says."""
    with start(*arguments) as program:
        _, words = program.communicate(timeout=60)
    return program.returncode, words
