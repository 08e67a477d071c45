"""A message whose words would show wherever they leaked."""

from bot.platforms.slack.sending.calls import SlackCalls
from tests.bot.slack.sending.installed import SITE

POST = "chat.postMessage"
CANARY = "canary words of a person"


async def post(calls: SlackCalls, **more: object) -> object:
    """Post a message."""
    return (await calls.call(SITE, POST, channel="C1", text=CANARY, blocks=[], **more))["ts"]
