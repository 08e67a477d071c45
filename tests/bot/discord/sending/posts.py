"""A message whose words would show wherever they leaked."""

from bot.platforms.discord.sending.calls import DiscordCalls
from tests.fakes.discord.rest import FakeRest
from tests.fakes.discord.state import APPLICATION, Channel

CANARY = "canary words of a person"
_BODY = {"flags": 1 << 15, "components": [{"type": 10, "content": CANARY}]}


async def post(calls: DiscordCalls, channel: Channel, nonce: str = "") -> str:
    """Post a message, and return its id."""
    body = _BODY | ({"nonce": nonce, "enforce_nonce": True} if nonce else {})
    answer = await calls.call("POST", f"/channels/{channel.id}/messages", body)
    return str(answer["id"])


async def follow_up(calls: DiscordCalls, rest: FakeRest) -> None:
    """Say something more to somebody who has been answered."""
    heard = rest.answering.interact()
    heard.kind = 5
    await calls.call("POST", f"/webhooks/{APPLICATION}/{heard.token}", _BODY)


def count_posts(rest: FakeRest) -> int:
    """Return how often Discord was asked to post."""
    return rest.count("POST /channels/#/messages")
