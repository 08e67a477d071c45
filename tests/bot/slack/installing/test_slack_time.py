"""Slack is asked what time it is."""

import pytest

from bot.platforms.slack.installing.slack_time import slack_time
from tests.bot.slack.installing.slack import FakeSlack
from tests.databases import START


async def test_slack_tells_the_time_with_every_answer(slack: FakeSlack) -> None:
    assert await slack_time(slack.api) == START


@pytest.mark.parametrize("date", ["yesterday", "99"])
async def test_a_date_that_cannot_be_read_is_none(slack: FakeSlack, date: str) -> None:
    slack.raw = date

    assert await slack_time(slack.api) is None


async def test_nobody_tells_the_time_while_slack_is_away(slack: FakeSlack) -> None:
    await slack.stop()

    assert await slack_time(slack.api) is None
