"""Each payload of Slack's reaches what it leads to, and its answer reaches Slack."""

import json
import logging
import os
from dataclasses import replace
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.platforms.slack.bolt.quiet import LIBRARIES, quiet_libraries
from bot.platforms.slack.ports import Ack, OrgId, Site, TeamId
from tests.bot.slack.bolt.office import LINCOLN, Office, open_office, saying
from tests.bot.slack.bolt.payloads import (
    CLOSED,
    COMMAND,
    EVENT,
    KINDS,
    SUBMISSION,
    VERIFICATION,
)
from tests.bot.slack.edge.letters import Reply
from tests.databases import StoppedClock

STRAY = (
    "SLACK_API_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_BOT_TOKEN",
    "SLACK_CLIENT_ID",
    "SLACK_CLIENT_SECRET",
    "SLACK_INSTALL_PATH",
    "SLACK_REDIRECT_URI",
    "SLACK_REDIRECT_URI_PATH",
    "SLACK_SCOPES",
    "SLACK_SIGNING_SECRET",
    "SLACK_USER_SCOPES",
    "SLACK_VERIFICATION_TOKEN",
)
APOLOGY = {
    "response_type": "ephemeral",
    "text": "Something went wrong in Concord. Nothing was changed. Please try again.",
}


def test_six_listeners_hear_everything(office: Office) -> None:
    assert len(office.bolt._async_listeners) == 6  # noqa: SLF001 - Bolt does not tell otherwise


@pytest.mark.parametrize("kind", KINDS)
async def test_a_payload_reaches_what_it_leads_to(office: Office, kind: str) -> None:
    reply = await office.send(KINDS[kind])

    assert reply == Reply(200)
    assert office.hearing.heard == [(kind, Site(TeamId("T1")), KINDS[kind])]


@pytest.mark.parametrize("kind", KINDS)
async def test_an_answer_reaches_slack(office: Office, kind: str) -> None:
    answer: dict[str, Any] = {"text": "Done — hecho", "blocks": [{"type": "divider"}]}
    office.hearing.answer = saying(answer)

    reply = await office.send(KINDS[kind])

    assert reply.status == 200
    assert json.loads(reply.body) == answer


async def test_a_closed_modal_leaves_no_trace(office: Office) -> None:
    assert await office.send(CLOSED) == Reply(200)
    assert office.hearing.heard == []


async def test_slack_verifies_the_address(office: Office) -> None:
    office.register.installations.clear()

    reply = await office.send(VERIFICATION)

    assert json.loads(reply.body) == {"challenge": "3eZbrw1a"}
    assert office.hearing.heard == []


async def test_concord_does_not_listen_to_itself(office: Office) -> None:
    own = {**EVENT, "event": {**EVENT["event"], "user": LINCOLN.bot_user}}

    assert await office.send(own) == Reply(200)
    assert office.hearing.heard == []


async def test_an_organisation_that_installed_concord_is_told_from_a_workspace(
    office: Office,
) -> None:
    await office.register.save(replace(LINCOLN, team=TeamId(""), org=OrgId("E1")))

    await office.send({**COMMAND, "enterprise_id": "E1", "is_enterprise_install": "true"})
    await office.send({**SUBMISSION, "enterprise": {"id": "E1"}, "is_enterprise_install": True})

    assert [site for _, site, _ in office.hearing.heard] == [
        Site(TeamId("T1"), OrgId("E1"), is_org_wide=True)
    ] * 2


async def test_a_person_reads_a_sentence_where_concord_is_not_installed(office: Office) -> None:
    office.register.installations.clear()

    command = await office.send(COMMAND)

    assert json.loads(command.body)["text"].startswith("Concord is not installed here any more.")
    assert await office.send(KINDS["action"]) == Reply(200)
    assert await office.send(EVENT) == Reply(200)
    assert office.hearing.heard == []


@pytest.mark.parametrize("event", ["app_uninstalled", "tokens_revoked", "team_access_revoked"])
async def test_a_farewell_is_heard_where_concord_is_not_installed(
    office: Office, event: str
) -> None:
    office.register.installations.clear()

    await office.send({**EVENT, "event": {"type": event}})

    assert office.hearing.kinds == ["event"]


@pytest.mark.parametrize("kind", KINDS)
async def test_slack_hears_at_once_that_something_failed(office: Office, kind: str) -> None:
    async def fail() -> Ack:
        raise ConnectionError

    office.hearing.answer = fail

    with capture_logs() as lines:
        reply = await office.send(KINDS[kind])

    if kind == "command":
        assert (reply.status, json.loads(reply.body)) == (200, APOLOGY)
    else:
        assert reply == Reply(500)
    assert [line["event"] for line in lines] == ["slack_work_failed"]


async def test_slack_hears_at_once_that_the_installation_cannot_be_found(office: Office) -> None:
    office.register.is_away = True

    with capture_logs() as lines:
        command, event = await office.send(COMMAND), await office.send(EVENT)

    assert (command.status, json.loads(command.body)) == (200, APOLOGY)
    assert event == Reply(500)
    assert [line["event"] for line in lines] == ["slack_dispatch_failed"] * 2


async def test_stray_variables_in_the_environment_change_nothing(
    clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in STRAY:
        monkeypatch.setenv(name, "stray")

    async with open_office(clock) as office:
        assert office.bolt.oauth_flow is None
        assert office.bolt.installation_store is None
        assert office.bolt.client.token is None
        assert await office.send(COMMAND) == Reply(200)
        assert office.hearing.kinds == ["command"]

    assert {os.environ[name] for name in STRAY} == {"stray"}


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_log_has_nothing_of_the_libraries(
    library: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    quiet_libraries()
    child = logging.getLogger(f"{library}.child")
    child.setLevel(logging.DEBUG)

    child.error("a body, a token")

    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
