"""What the stories in Discord stand on: a server in this process, whose requests are judged."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
import structlog

from bot.logs import make_inert, tell_place_of_error
from bot.platforms.discord.handling import waiting
from bot.platforms.discord.sending import breaker
from tests.bot.discord.drawing.judge import Judge, judge
from tests.discord.server import PATIENCE_SECONDS, Server


@pytest.fixture(autouse=True)
def unhurried_and_unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Change messages without a pause, and promise no answer because a computer is busy."""
    monkeypatch.setattr(breaker, "EDIT_EVERY", timedelta())
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", PATIENCE_SECONDS)


@pytest.fixture(autouse=True)
def logged_as_in_a_program(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Log what the program would log, and print it; see bot.logs."""
    caplog.set_level(logging.INFO)
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            tell_place_of_error,
            make_inert,
            structlog.processors.JSONRenderer(),
        ]
    )
    yield
    structlog.reset_defaults()


@pytest.fixture
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database of the kind that a parameter names."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
def server(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> Iterator[Server]:
    """A server, which is asked for nothing that Discord would not take, and nothing is logged."""
    server = Server()
    yield server
    said = "".join([*capsys.readouterr(), caplog.text])
    assert [typed for typed in server.typed if typed in said] == []
    if check := _judge():
        faults = {
            f"{asked.method} {asked.path}: {fault}"
            for asked in server.requests
            for fault in check(asked.method, asked.path, asked.json)
        }
        assert faults == set()


def _judge() -> Judge | None:
    """Return the judge, if it is at hand; tests/discord/test_requests.py tells if not."""
    try:
        return judge()
    except pytest.skip.Exception:
        return None
