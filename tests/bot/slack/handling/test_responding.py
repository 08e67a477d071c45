"""Answers that go to the address which came with a payload."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from bot.platforms.slack.errors import (
    SlackAwayError,
    SlackBusyError,
    SlackError,
    SlackRefusedError,
    UnknownOutcomeError,
)
from bot.platforms.slack.handling.responding import Responses
from bot.platforms.slack.outside import open_session

BODY = {"response_type": "ephemeral", "text": "Done, Lucía."}


class Hooks:
    """What Slack does with answers."""

    def __init__(self) -> None:
        self.status = 200
        self.taken: list[object] = []

    async def take(self, request: web.Request) -> web.Response:
        """Take an answer, or break the connection."""
        self.taken.append(await request.json())
        if self.status == 0:
            assert request.transport
            request.transport.close()
        return web.Response(status=self.status or 200)


@pytest.fixture
def hooks() -> Hooks:
    """Slack, which takes answers."""
    return Hooks()


@pytest.fixture
async def address(hooks: Hooks) -> AsyncIterator[str]:
    """Where Slack takes answers."""
    app = web.Application()
    app.router.add_post("/commands/T1/1", hooks.take)
    async with TestServer(app, host="127.0.0.1") as server:
        yield str(server.make_url("/"))


@pytest.fixture
async def responses(address: str) -> AsyncIterator[Responses]:
    """What posts answers."""
    async with open_session() as session:
        yield Responses(session, address=address)


async def test_slack_gets_an_answer(responses: Responses, address: str, hooks: Hooks) -> None:
    await responses.respond(f"{address}commands/T1/1", BODY)

    assert hooks.taken == [BODY]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, SlackRefusedError),
        (302, SlackRefusedError),
        (429, SlackBusyError),
        (503, SlackAwayError),
        (0, UnknownOutcomeError),
    ],
)
async def test_an_answer_that_slack_does_not_take_is_no_secret(
    responses: Responses, address: str, hooks: Hooks, status: int, kind: type[SlackError]
) -> None:
    hooks.status = status

    with pytest.raises(kind) as raised:
        await responses.respond(f"{address}commands/T1/1", BODY)

    assert "T1" not in str(raised.value)


async def test_an_answer_goes_to_slack_only(responses: Responses, hooks: Hooks) -> None:
    with pytest.raises(SlackRefusedError):
        await responses.respond("http://127.0.0.1:9/commands/T1/1", BODY)

    assert hooks.taken == []


async def test_slack_may_be_away() -> None:
    address = f"http://127.0.0.1:{unused_port()}/"

    async with open_session() as session:
        responses = Responses(session, address=address)
        with pytest.raises(SlackAwayError):
            await responses.respond(f"{address}commands/T1/1", BODY)
