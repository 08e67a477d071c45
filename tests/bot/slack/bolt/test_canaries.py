"""What people type and what opens doors is in no log, even when everything is to be logged."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.slack.bolt.payloads import CANARY

ROOT = Path(__file__).parents[4]


def log_of(*words: str) -> str:
    """Return everything that the talking program writes."""
    command = [sys.executable, "-m", "tests.bot.slack.bolt.talking_program", *words]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout == "done\n"
    assert "the log is at DEBUG" in run.stderr
    return run.stderr


def test_an_operator_finds_nothing_that_was_typed_and_no_token() -> None:
    log = log_of()

    assert CANARY not in log
    assert log.count('"slack_work_failed"') == 24, (
        "each kind, two ways, before and after the answer"
    )
    assert log.count('"slack_dispatch_failed"') == 1


@pytest.mark.no_cover  # only shows that the libraries have something to hide
def test_an_operator_would_find_it_if_the_libraries_were_not_kept_quiet() -> None:
    assert CANARY in log_of("loud")
