"""Starts Concord as a program of its own, in an empty folder."""

import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep

import httpx

ROOT = Path(__file__).parents[1]
PATIENCE_SECONDS = 30.0


@contextmanager
def running_concord() -> Iterator[tuple[int, float]]:
    """Yield the process id, and the seconds from the start until the first page was there."""
    with tempfile.TemporaryDirectory(prefix="concord") as folder:
        port = _free_port()
        environment = {**os.environ, "CONCORD_PORT": str(port), "PYTHONPATH": str(ROOT)}
        environment["CONCORD_DATABASE_URL"] = "sqlite:///data/concord.db"
        begun = perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
        ) as program:
            try:
                _first_page(f"http://127.0.0.1:{port}/", program)
                yield program.pid, perf_counter() - begun
            finally:
                program.terminate()


def seconds_of(*arguments: str) -> float:
    """Return how long Python takes to run something to its end."""
    begun = perf_counter()
    subprocess.run(  # noqa: S603 - the program is ours
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True
    )
    return perf_counter() - begun


def megabytes_of(process: int) -> float:
    """Return how much memory a process has in use."""
    asked = ["ps", "-o", "rss=", "-p", str(process)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603 - as above
    return int(re.sub(r"\D", "", told.stdout)) / 1024


def _first_page(address: str, program: subprocess.Popen[bytes]) -> None:
    last = perf_counter() + PATIENCE_SECONDS
    with httpx.Client(follow_redirects=True, timeout=PATIENCE_SECONDS) as browser:
        while perf_counter() < last and program.poll() is None:
            try:
                browser.get(address).raise_for_status()
            except httpx.ConnectError:
                sleep(0.01)
            else:
                return
    raise RuntimeError("Concord did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
