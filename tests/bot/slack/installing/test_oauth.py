"""Somebody lets Concord into Slack, on a page of ours and a page of Slack's."""

import logging
import re
from collections import deque
from datetime import timedelta

import httpx
import pytest
from structlog.testing import capture_logs

from bot.installations import StoredInstallations
from bot.platforms.slack.installing.oauth import COOKIE
from bot.platforms.slack.installing.scopes import SCOPES
from bot.platforms.slack.ports import Installation, OrgId, Site, TeamId
from tests.bot.slack.installing.browsing import begin, come_back, state_of
from tests.bot.slack.installing.conftest import SECRET
from tests.bot.slack.installing.slack import (
    KEY,
    ORG_GRANT,
    OUR_ADDRESS,
    REFRESH_TOKEN,
    TOKEN,
    FakeSlack,
)
from tests.databases import START

RIVERSIDE = Installation(
    team=TeamId("T1"),
    org=OrgId(""),
    name="Riverside <b>",
    app="A1",
    bot_user="U1",
    bot="B1",
    installer="U2",
    scopes=("chat:write", "commands"),
    bot_token=TOKEN,
    refresh_token=REFRESH_TOKEN,
    expires_at=START + timedelta(hours=12),
)
HERE = Site(TeamId("T1"))


async def test_a_newcomer_is_sent_to_slack_with_what_concord_needs(
    browser: httpx.AsyncClient,
) -> None:
    told = await begin(browser)

    assert told["client_id"] == ["1.2"]
    assert told["redirect_uri"] == ["https://concord.test/slack/oauth"]
    assert told["scope"] == [",".join(scope.name for scope in SCOPES)]
    assert "team" not in told


async def test_a_newcomer_reads_what_concord_asks_for_in_their_language(
    browser: httpx.AsyncClient,
) -> None:
    english = await browser.get("/slack/install")
    spanish = await browser.get("/slack/install", headers={"Accept-Language": "es-MX,es"})

    assert '<html lang="en">' in english.text
    assert "Slack calls it users:read." in english.text
    assert '<html lang="es">' in spanish.text
    assert "Agregar a Slack" in spanish.text
    assert spanish.headers["content-language"] == "es"


async def test_a_page_runs_nothing_and_tells_nobody_where_somebody_came_from(
    browser: httpx.AsyncClient,
) -> None:
    page = await browser.get("/slack/install")
    styles = await browser.get("/slack/install.css")

    assert page.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; form-action 'none'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert not re.search(r"<script|<style|style=", page.text)
    assert styles.headers["content-type"].startswith("text/css")


async def test_the_cookie_is_for_this_site_only_and_for_ten_minutes(
    browser: httpx.AsyncClient,
) -> None:
    page = await browser.get("/slack/install")

    cookie = page.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert set(cookie.split("; ")[1:]) == {
        "HttpOnly",
        "Max-Age=600",
        "Path=/",
        "SameSite=lax",
        "Secure",
    }


async def test_somebody_lets_concord_in_and_reads_what_to_do_next(
    browser: httpx.AsyncClient, installations: StoredInstallations, slack: FakeSlack
) -> None:
    page = await come_back(browser, await state_of(browser))

    assert page.status_code == 200
    assert "<h1>Concord is now in Riverside &lt;b&gt;</h1>" in page.text
    assert 'href="https://slack.com/app_redirect?app=A1&amp;team=T1"' in page.text
    assert await installations.find(HERE) == RIVERSIDE
    assert slack.asked == [
        (
            "oauth.v2.access",
            {
                "client_id": "1.2",
                "client_secret": SECRET,
                "code": "code",
                "redirect_uri": f"{OUR_ADDRESS}/slack/oauth",
            },
            "",
        ),
        ("auth.test", {}, f"Bearer {TOKEN}"),
    ]


async def test_an_organisation_lets_concord_in_and_is_led_to_its_workspaces(
    browser: httpx.AsyncClient, installations: StoredInstallations, slack: FakeSlack
) -> None:
    slack.grants = deque([ORG_GRANT])

    page = await come_back(browser, await state_of(browser))

    add = "https://app.slack.com/manage/E1/integrations/profile/A1/workspaces/add"
    assert f'href="{add}"' in page.text
    found = await installations.find(Site(TeamId("T7"), OrgId("E1"), is_org_wide=True))
    assert found is not None
    assert (found.team, found.org, found.name) == ("", "E1", "District")


async def test_an_installation_is_kept_when_slack_does_not_name_the_bot(
    browser: httpx.AsyncClient, installations: StoredInstallations, slack: FakeSlack
) -> None:
    slack.identities = deque([{"ok": False, "error": "fatal_error"}])

    await come_back(browser, await state_of(browser))

    found = await installations.find(HERE)
    assert found is not None
    assert found.bot == ""


async def test_two_tabs_of_one_browser_can_both_finish(browser: httpx.AsyncClient) -> None:
    first, second = await state_of(browser), await state_of(browser)

    pages = [await come_back(browser, first), await come_back(browser, second)]

    assert [page.status_code for page in pages] == [200, 200]


async def test_a_link_for_one_workspace_takes_people_there(browser: httpx.AsyncClient) -> None:
    told = await begin(browser, "?team=T1")

    page = await come_back(browser, *told["state"])

    assert told["team"] == ["T1"]
    assert page.status_code == 200


async def test_a_workspace_that_installs_again_goes_on_where_it_was(
    browser: httpx.AsyncClient, installations: StoredInstallations
) -> None:
    await come_back(browser, await state_of(browser))
    workspace = await installations.workspace(HERE)
    await installations.end(TeamId("T1"), OrgId(""))

    await come_back(browser, await state_of(browser))

    assert await installations.workspace(HERE) == workspace
    assert await installations.site(workspace) == HERE


async def test_no_log_holds_a_secret_at_any_level(
    browser: httpx.AsyncClient, slack: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, logger="httpx")  # the browser's own log
    states = [await state_of(browser) for _ in range(3)]

    with capture_logs() as ours:
        await come_back(browser, states[0], code="code-canary")
        slack.grants = deque([{"ok": False, "error": "invalid_code"}])
        await come_back(browser, states[1], code="code-canary")
        await slack.stop()
        await come_back(browser, states[2], code="code-canary")

    logged = f"{ours} {[record.__dict__ for record in caplog.records]}"
    assert [event["event"] for event in ours] == [
        "slack_installed",
        "slack_install_refused",
        "slack_install_failed",
    ]
    canaries = (TOKEN, REFRESH_TOKEN, SECRET, KEY, "code-canary", *states)
    assert [canary for canary in canaries if canary in logged] == []
