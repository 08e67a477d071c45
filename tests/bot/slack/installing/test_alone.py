"""An operator lets Concord into one workspace by a token."""

from collections import deque

import pytest

from bot.installations import StoredInstallations
from bot.platforms.slack.errors import SlackAwayError
from bot.platforms.slack.installing.alone import TokenError, install_alone
from bot.platforms.slack.installing.exchange import Exchange
from bot.platforms.slack.ports import Installation, OrgId, Site, TeamId
from tests.bot.slack.installing.slack import IDENTITY, FakeSlack

HERE = Site(TeamId("T1"))
TOKEN = "xoxb-canary"  # noqa: S105 - made up


async def test_slack_is_asked_once_whose_token_it_is(
    exchange: Exchange, installations: StoredInstallations, slack: FakeSlack
) -> None:
    slack.identities = deque([{**IDENTITY, "enterprise_id": "E1"}])

    installation = await install_alone(TOKEN, exchange, installations)

    assert installation == Installation(
        team=TeamId("T1"),
        org=OrgId("E1"),
        name="Riverside",
        app="",
        bot_user="U1",
        bot="B1",
        installer="",
        scopes=("chat:write", "commands"),
        bot_token=TOKEN,
    )
    assert await installations.find(HERE) == installation
    assert slack.asked == [("auth.test", {}, f"Bearer {TOKEN}")]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (
            {"ok": False, "error": "invalid_auth"},
            "Slack does not take CONCORD_SLACK_BOT_TOKEN (invalid_auth): copy it once more.",
        ),
        (
            {"ok": True, "team_id": "E1", "user_id": "U1"},
            "CONCORD_SLACK_BOT_TOKEN is not the token of a bot in one workspace.",
        ),
    ],
)
async def test_an_operator_is_told_what_is_wrong_with_the_token(
    exchange: Exchange,
    installations: StoredInstallations,
    slack: FakeSlack,
    answer: dict[str, object],
    sentence: str,
) -> None:
    slack.identities = deque([answer])

    with pytest.raises(TokenError) as caught:
        await install_alone(TOKEN, exchange, installations)

    assert str(caught.value) == sentence
    assert await installations.find(HERE) is None


async def test_a_token_may_be_tried_again_when_slack_could_not_be_asked(
    exchange: Exchange, installations: StoredInstallations, slack: FakeSlack
) -> None:
    await slack.stop()

    with pytest.raises(SlackAwayError):
        await install_alone(TOKEN, exchange, installations)
