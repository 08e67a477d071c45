"""Tests of the lock that keeps two processes from serving one SQLite file."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.errors import TakenError
from storage.lock import sole_server

HOLD = """
import sys, time
from storage.lock import sole_server
with sole_server(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/new/concord.db"


def test_a_second_server_is_refused_while_the_first_is_at_work(url: str) -> None:
    with sole_server(url), pytest.raises(TakenError), sole_server(url):
        pass


def test_a_server_may_start_when_the_one_before_has_stopped(url: str) -> None:
    for _ in range(2):
        with sole_server(url):
            pass


def test_a_server_may_start_when_the_one_before_was_killed(url: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, url], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(TakenError), sole_server(url):
            pass
        other.send_signal(signal.SIGKILL)
        other.wait()

        with sole_server(url):
            pass


def test_many_may_serve_a_postgresql_database() -> None:
    with sole_server("postgres://db/concord"), sole_server("postgres://db/concord"):
        pass
