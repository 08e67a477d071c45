"""Who comes back from Slack with what is not theirs, or at a bad time, is refused kindly."""

from collections import deque
from datetime import timedelta

import httpx
import pytest

from bot.installations import StoredInstallations
from bot.platforms.slack.installing.oauth import COOKIE, InstallDesk
from bot.platforms.slack.ports import Site, TeamId
from storage.errors import UnavailableError
from tests.bot.slack.installing.browsing import come_back, state_of
from tests.bot.slack.installing.conftest import new_browser
from tests.bot.slack.installing.slack import (
    ORG_GRANT,
    TEAM_GRANT,
    FakeSlack,
)
from tests.databases import StoppedClock
from tests.fakes.shaky_database import ShakyDatabase

HERE = Site(TeamId("T1"))
STALE = "This page is no longer good"


async def test_a_state_is_good_once(browser: httpx.AsyncClient, slack: FakeSlack) -> None:
    state = await state_of(browser)
    await come_back(browser, state)

    page = await come_back(browser, state)

    assert (page.status_code, STALE in page.text) == (400, True)
    assert len(slack.asked) == 2


async def test_a_state_is_good_for_ten_minutes(
    browser: httpx.AsyncClient, clock: StoppedClock, slack: FakeSlack
) -> None:
    state = await state_of(browser)
    clock.time += timedelta(minutes=10)

    page = await come_back(browser, state)

    assert (page.status_code, STALE in page.text) == (400, True)
    assert slack.asked == []


async def test_a_state_is_good_in_the_browser_that_began_only(
    browser: httpx.AsyncClient, other_browser: httpx.AsyncClient, slack: FakeSlack
) -> None:
    state = await state_of(browser)
    await state_of(other_browser)

    stolen = await come_back(other_browser, state)
    late = await come_back(browser, state)

    assert (stolen.status_code, late.status_code) == (400, 400)
    assert slack.asked == []


async def test_a_browser_without_a_cookie_or_with_a_made_up_one_is_refused(
    browser: httpx.AsyncClient, desk: InstallDesk, slack: FakeSlack
) -> None:
    states = [await state_of(browser), await state_of(browser)]

    async with new_browser(desk) as bare:
        without = await come_back(bare, states[0])
        bare.cookies.set(COOKIE, "x" * 10_000)
        made_up = await come_back(bare, states[1])

    assert (without.status_code, made_up.status_code) == (400, 400)
    assert slack.asked == []


@pytest.mark.parametrize("state", ["", "wrong", "x" * 43, "x" * 9_000, "\x00", "ñ" * 43])
async def test_a_state_that_nobody_gave_is_refused(
    browser: httpx.AsyncClient, slack: FakeSlack, state: str
) -> None:
    await state_of(browser)

    page = await come_back(browser, state)

    assert (page.status_code, STALE in page.text) == (400, True)
    assert slack.asked == []


async def test_nothing_but_the_address_is_refused_kindly(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/slack/oauth")

    assert (page.status_code, STALE in page.text) == (400, True)


@pytest.mark.parametrize("code", ["", "x" * 501])
async def test_a_code_that_cannot_be_one_is_refused(
    browser: httpx.AsyncClient, slack: FakeSlack, code: str
) -> None:
    page = await come_back(browser, await state_of(browser), code=code)

    assert (page.status_code, slack.asked) == (400, [])


async def test_a_code_that_slack_has_seen_before_is_refused(
    browser: httpx.AsyncClient, installations: StoredInstallations, slack: FakeSlack
) -> None:
    slack.grants = deque([{"ok": False, "error": "invalid_code"}])

    page = await come_back(browser, await state_of(browser))

    assert (page.status_code, "Slack did not finish this" in page.text) == (400, True)
    assert await installations.find(HERE) is None


async def test_somebody_who_says_no_in_slack_is_told_that_nothing_has_changed(
    browser: httpx.AsyncClient, slack: FakeSlack
) -> None:
    state = await state_of(browser)

    page = await browser.get("/slack/oauth", params={"error": "access_denied", "state": state})
    again = await come_back(browser, state)

    assert (page.status_code, "Concord was not added" in page.text) == (200, True)
    assert (again.status_code, slack.asked) == (400, [])


async def test_an_error_that_somebody_made_up_is_not_repeated(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/slack/oauth", params={"error": "<b>call me</b>"})

    assert "call me" not in page.text


async def test_a_link_for_one_workspace_lets_no_other_one_in(
    browser: httpx.AsyncClient, installations: StoredInstallations
) -> None:
    page = await come_back(browser, await state_of(browser, "?team=T2"))

    assert (page.status_code, "That was another workspace" in page.text) == (403, True)
    assert await installations.find(HERE) is None


async def test_a_link_for_what_cannot_be_a_workspace_is_refused(
    browser: httpx.AsyncClient,
) -> None:
    page = await browser.get("/slack/install?team=javascript:1")

    assert (page.status_code, "javascript" in page.text) == (400, False)


@pytest.mark.parametrize(
    "grant",
    [
        [],
        {"ok": True},
        {**TEAM_GRANT, "access_token": ""},
        {**TEAM_GRANT, "access_token": {"a": 1}},
        {**TEAM_GRANT, "team": None},
        {**TEAM_GRANT, "team": {"id": "../../T1"}},
        {**TEAM_GRANT, "authed_user": "U2"},
        {**TEAM_GRANT, "refresh_token": None},
        {**ORG_GRANT, "enterprise": None},
    ],
)
async def test_an_odd_answer_of_slacks_lets_nobody_in(
    browser: httpx.AsyncClient, installations: StoredInstallations, slack: FakeSlack, grant: object
) -> None:
    slack.grants = deque([grant])  # type: ignore[list-item] # that is the point

    page = await come_back(browser, await state_of(browser))

    assert (page.status_code, "That did not work just now" in page.text) == (503, True)
    assert await installations.find(HERE) is None


@pytest.mark.parametrize(("status", "raw"), [(500, "<html>"), (429, ""), (200, "{")])
async def test_somebody_is_asked_to_come_back_while_slack_is_in_trouble(
    browser: httpx.AsyncClient, slack: FakeSlack, status: int, raw: str
) -> None:
    slack.status, slack.raw = status, raw

    page = await come_back(browser, await state_of(browser))

    assert page.status_code == 503


async def test_somebody_is_asked_to_come_back_when_slack_hangs_up(
    browser: httpx.AsyncClient, slack: FakeSlack
) -> None:
    slack.hangs_up = True

    page = await come_back(browser, await state_of(browser))

    assert page.status_code == 503


async def test_somebody_is_asked_to_come_back_while_slack_is_away(
    browser: httpx.AsyncClient, slack: FakeSlack
) -> None:
    state = await state_of(browser)
    await slack.stop()

    page = await come_back(browser, state)

    assert page.status_code == 503


async def test_somebody_is_asked_to_come_back_while_the_database_is_away(
    browser: httpx.AsyncClient, shaky: ShakyDatabase
) -> None:
    state = await state_of(browser)
    shaky.faults.extend([UnavailableError(), None, UnavailableError()])

    pages = [await browser.get("/slack/install"), await come_back(browser, state)]

    assert [page.status_code for page in pages] == [503, 503]


async def test_nobody_fills_the_database_by_opening_the_page_again_and_again(
    browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.installing.MOST_BEGUN", 1)
    await state_of(browser)

    page = await browser.get("/slack/install")

    assert page.status_code == 503
