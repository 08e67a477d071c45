"""The log has one line an event, and nothing in it that a person typed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.logs import LONGEST_VALUE, make_inert, tell_place_of_error
from bot.settings import SettingsError, read_settings

PROGRAM = """
import logging, sys, structlog
from bot.logs import configure_logs

configure_logs("info", sys.argv[1])
log = structlog.get_logger("bot.example")

log.debug("too_small")
logging.getLogger("uvicorn.error").info("Started")
log.warning("delivery_failed", delivery="first\\n2026 second\\x1b[31m", attempts=3)
try:
    raise ValueError("what a person typed")
except ValueError:
    log.exception("bug")
    logging.getLogger("uvicorn.error").exception("Exception in %s", "ASGI")
"""


def log_of(style: str) -> list[str]:
    """Return the lines that a program writes to its log."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, style], capture_output=True, text=True, check=True
    )
    return run.stderr.splitlines()


def test_an_operator_reads_one_json_object_an_event() -> None:
    events = [json.loads(line) for line in log_of("json")]

    assert [(event["event"], event["level"], event["logger"]) for event in events] == [
        ("delivery_failed", "warning", "bot.example"),
        ("bug", "error", "bot.example"),
        ("Exception in ASGI", "error", "uvicorn.error"),
    ]
    assert events[0]["delivery"] == r"first\n2026 second\x1b[31m"
    assert events[0]["attempts"] == 3


@pytest.mark.parametrize("style", ["json", "console"])
def test_an_operator_sees_where_an_error_came_from_but_not_what_was_typed(style: str) -> None:
    lines = log_of(style)

    assert len(lines) == 3
    assert all("ValueError" in line and "<string>:12 <module>" in line for line in lines[1:])
    assert not any("what a person typed" in line for line in lines)


def test_an_operator_sees_which_places_of_ours_an_error_went_through() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(Path("missing.toml"))

    event = tell_place_of_error(None, "", {"event": "bug", "exc_info": caught.value})

    places = [place.partition(":")[0] for place in event["where"]]
    assert places == ["tests/bot/test_logs.py", "bot/settings.py"]


def test_an_operator_sees_the_error_inside_of_a_group() -> None:
    error = ExceptionGroup("tasks", [KeyError("what a person typed")])

    event = tell_place_of_error(None, "", {"event": "bug", "exc_info": error})

    assert event == {"event": "bug", "error": "KeyError", "where": []}


@pytest.mark.parametrize("nothing", [None, False, True, (None, None, None)])
def test_an_operator_sees_no_error_where_there_is_none(nothing: object) -> None:
    assert tell_place_of_error(None, "", {"event": "x", "exc_info": nothing}) == {"event": "x"}


def test_an_operator_sees_a_long_value_cut() -> None:
    event = make_inert(None, "", {"event": "x" * (LONGEST_VALUE + 1), "count": 5})

    assert event == {"event": "x" * LONGEST_VALUE + "…", "count": 5}
