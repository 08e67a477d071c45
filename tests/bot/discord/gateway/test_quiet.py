"""What people type and what opens doors is in no log, even when everything is to be logged."""

import logging
from collections.abc import Iterator

import pytest
from discord.http import Route
from structlog.testing import capture_logs

from bot.platforms.discord.gateway.quiet import LIBRARIES
from tests.bot.discord.gateway.office import Office, connected
from tests.fakes.discord.gateway import TOKEN, FakeGateway
from tests.fakes.discord.gateway_payloads import interaction

CANARY = "what-only-the-team-may-read"

Logs = pytest.LogCaptureFixture


@pytest.fixture
def logs(caplog: pytest.LogCaptureFixture) -> Iterator[Logs]:
    """Log everything for the length of a test, and leave the libraries as they were."""
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    before = [(it, it.level, it.propagate, it.handlers[:]) for it in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
        logger.propagate = True
        logger.handlers.clear()
    caplog.set_level(logging.DEBUG)
    yield caplog
    for logger, level, propagate, handlers in before:
        logger.setLevel(level)
        logger.propagate, logger.handlers = propagate, handlers


async def talk(office: Office, gateway: FakeGateway) -> None:
    """Let somebody say something, and send something back."""

    async def fail() -> None:
        raise ConnectionError(CANARY)

    office.answer = fail
    async with connected(office) as line:
        await gateway.tell("INTERACTION_CREATE", interaction(data={"name": CANARY}, token=CANARY))
        await office.has_heard(1)
        await gateway.tell("INTERACTION_CREATE", {"id": CANARY})
        gateway.cut()
        await gateway.has_sessions(1, resumed=1)
        http = line.http()
        assert http
        await http.request(Route("GET", "/users/@me"), json={"content": CANARY})


async def test_an_operator_finds_nothing_that_was_typed_and_no_token(
    office: Office, gateway: FakeGateway, logs: Logs
) -> None:
    with capture_logs() as lines:
        await talk(office, gateway)

    events = [line["event"] for line in lines]
    ours = " ".join(str(value) for line in lines for value in line.values())
    libraries = {record.name.partition(".")[0] for record in logs.records}
    assert {"discord_work_failed", "discord_event_unreadable"} < set(events)
    assert CANARY not in ours + logs.text
    assert TOKEN not in ours + logs.text
    assert not libraries & set(LIBRARIES)


async def test_an_operator_would_find_it_if_the_library_were_not_kept_quiet(
    office: Office, gateway: FakeGateway, logs: Logs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.discord.gateway.line.quiet_libraries", lambda: None)

    with capture_logs():
        await talk(office, gateway)

    assert CANARY in logs.text
