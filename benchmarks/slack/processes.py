"""Starts the programs that are compared, and the one that plays Slack."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import IO

from benchmarks.figures import percentile
from benchmarks.program import ROOT
from benchmarks.slack.letters import Json


@dataclass(frozen=True, slots=True)
class Round:
    """What came of a plan: the seconds of each request and of all, and how busy the driver was.

    `late` counts the replies that only say that it takes too long.
    """

    seconds: Sequence[float]
    took: float
    busy: float
    late: int

    @property
    def typical(self) -> float:
        """The seconds that half of the requests stay below."""
        return percentile(self.seconds, 50) if self.seconds else 0.0

    @property
    def rate(self) -> float:
        """Requests in a second that came to their end."""
        return (len(self.seconds) - self.late) / self.took


@dataclass(frozen=True, slots=True)
class Driver:
    """Plays Slack, in a process of its own."""

    asked: IO[str]
    told: IO[str]

    def drive(self, plan: Json) -> Round:
        """Carry out a plan (see `talks`)."""
        print(json.dumps(plan), file=self.asked, flush=True)
        return Round(**json.loads(_line(self.told)))


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of ours, the same of the other one, and how they compare, taking turns."""

    ours: float
    other: float
    ratios: Sequence[float]
    busy: float

    @property
    def ratio(self) -> float:
        """How many times the other one's figure ours is."""
        return median(self.ratios)

    def told(self, other: str) -> str:
        """Say how they compare, and how sure that is."""
        return (
            f"{self.ratio:.2f} times {other} ({min(self.ratios):.2f} to {max(self.ratios):.2f})"
            f", driver busy {self.busy:.0%}"
        )


def compare(
    ours: Callable[[], Round], other: Callable[[], Round], of: Callable[[Round], float], times: int
) -> Compared:
    """Let both take turns, so that whatever else the computer does weighs on both.

    A round in which the computer let one of them do nothing at all says nothing about either.
    Raises RuntimeError if all were like that.
    """
    ours(), other()  # what comes first is never as fast
    taken = [(ours(), other()) for _ in range(times)]
    rounds = [pair for pair in taken if all(of(each) for each in pair)]
    if not rounds:
        raise RuntimeError("the computer had no time for the benchmark")
    return Compared(
        ours=median(of(mine) for mine, _ in rounds),
        other=median(of(others) for _, others in rounds),
        ratios=[of(mine) / of(others) for mine, others in rounds],
        busy=max(each.busy for pair in rounds for each in pair),
    )


@contextmanager
def driver() -> Iterator[Driver]:
    """Start the program that plays Slack."""
    with _running("benchmarks.slack.driver") as program:
        asked, told = _pipes(program)
        _line(told)
        yield Driver(asked, told)


@contextmanager
def server(module: str, *arguments: str, **settings: str) -> Iterator[int]:
    """Start a program that serves, and yield its port."""
    with _running(f"benchmarks.slack.{module}", *arguments, **settings) as program:
        yield int(_line(_pipes(program)[1]))


@contextmanager
def _running(module: str, *arguments: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603 - the program is ours
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**_environment(), **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            program.terminate()


def _environment() -> Mapping[str, str]:
    """Return the environment without what would change how the programs work."""
    ours = ("CONCORD_", "SLACK_", "DATABASE_URL", "PORT")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def _pipes(program: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    if program.stdin is None or program.stdout is None:
        raise RuntimeError("the program has no pipes")
    return program.stdin, program.stdout


def _line(told: IO[str]) -> str:
    line = told.readline()
    if not line:
        raise RuntimeError("a program of the benchmark ended early")
    return line
