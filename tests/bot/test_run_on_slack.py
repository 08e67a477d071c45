"""Concord as a program that serves Slack: it starts, lets nobody else in, and ends cleanly."""

import json
import signal
from pathlib import Path

import httpx
import pytest

from bot.clock import SystemClock
from storage.secrets import new_key
from tests.bot.slack.edge.letters import stamped
from tests.bot.starting import ON_SLACK, refusal, running

SECRET = "0123456789abcdef"  # noqa: S105 - made up

pytestmark = pytest.mark.usefixtures("empty_folder")


@pytest.fixture
def install_page(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of a Concord that workspaces let in by themselves; nothing of Slack's is called."""
    assert not list(empty_folder.iterdir())
    monkeypatch.setenv("CONCORD_SECRET_KEYS", new_key())
    monkeypatch.setenv("CONCORD_SLACK_SIGNING_SECRET", SECRET)
    monkeypatch.setenv("CONCORD_SLACK_CLIENT_ID", "12.34")
    monkeypatch.setenv("CONCORD_SLACK_CLIENT_SECRET", SECRET)
    monkeypatch.setenv("CONCORD_PUBLIC_URL", "https://concord.example.org")


@pytest.mark.usefixtures("install_page")
def test_slack_finds_everything_and_a_stranger_nothing() -> None:
    with running(ON_SLACK) as concord, httpx.Client(base_url=f"http://{concord.address}") as line:
        answers = {
            path: line.get(path).status_code
            for path in ("/healthz", "/readyz", "/metrics", "/slack/install", "/", "/as/joan")
        }
        unsigned = line.post("/slack/events", json={"type": "url_verification"})

    assert answers == {
        "/healthz": 200,
        "/readyz": 200,
        "/metrics": 200,
        "/slack/install": 200,
        "/": 404,
        "/as/joan": 404,
    }
    assert unsigned.status_code == 401


@pytest.mark.usefixtures("install_page")
def test_slack_can_check_the_address() -> None:
    with running(ON_SLACK) as concord:
        letter = json.dumps({"type": "url_verification", "challenge": "c"}).encode()
        headers = stamped(letter, SystemClock().now(), secret=SECRET)
        answer = httpx.post(
            f"http://{concord.address}/slack/events", content=letter, headers=headers
        )

    assert (answer.status_code, answer.json()) == (200, {"challenge": "c"})


@pytest.mark.usefixtures("install_page")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_operator_stops_a_concord_that_serves_slack(number: signal.Signals) -> None:
    with running(ON_SLACK) as concord:
        concord.program.send_signal(number)
        _, log = concord.program.communicate(timeout=60)

    assert (concord.program.returncode, log) == (0, "")


def test_an_operator_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCORD_SLACK_SIGNING_SECRET", SECRET)

    code, words = refusal()

    assert code == 1
    assert words.startswith(
        "Concord did not start. Slack cannot be reached yet: set CONCORD_SECRET_KEYS and "
    )
    assert not Path("data").exists()
