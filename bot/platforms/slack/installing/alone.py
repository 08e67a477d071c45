"""Lets Concord into one workspace by the token that its operator copied from Slack."""

from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.installing.exchange import Exchange
from bot.platforms.slack.installing.grants import OddGrantError, of_token
from bot.platforms.slack.ports import Installation, Installations


class TokenError(Exception):
    """The token cannot be used; the text says so to an operator."""


async def install_alone(
    bot_token: str, exchange: Exchange, installations: Installations
) -> Installation:
    """Keep the installation that a token stands for, and return it; Slack is asked once.

    Raises TokenError, and another SlackError where Slack could not be asked.
    """
    try:
        installation = of_token(await exchange.test(bot_token), bot_token)
    except SlackRefusedError as error:
        words = f"Slack does not take CONCORD_SLACK_BOT_TOKEN ({error.code}): copy it once more."
        raise TokenError(words) from None
    except OddGrantError:
        words = "CONCORD_SLACK_BOT_TOKEN is not the token of a bot in one workspace."
        raise TokenError(words) from None
    await installations.save(installation)
    return installation
