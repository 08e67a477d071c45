"""Slack is heard through real sockets just as through HTTP, and again after they break."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from bot.platforms.slack.bolt.sockets import Sockets, SocketsLostError
from bot.platforms.slack.ports import Ack
from tests.bot.slack.bolt.exchange import TOKEN, Exchange, open_exchange
from tests.bot.slack.bolt.office import Office, saying
from tests.bot.slack.bolt.payloads import COMMAND, EVENT, KINDS


@pytest_asyncio.fixture
async def exchange(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Exchange]:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with open_exchange() as opened:
        yield opened


def sockets_of(office: Office, exchange: Exchange, token: str = TOKEN) -> Sockets:
    return Sockets(
        office.bolt,
        office.dispatch,
        token,
        api=exchange.api,
        look_seconds=0.01,
        ping_seconds=0.05,
    )


@asynccontextmanager
async def linked(office: Office, exchange: Exchange) -> AsyncIterator[Sockets]:
    """Connect, and stop at the end of the block."""
    sockets = sockets_of(office, exchange)
    async with asyncio.TaskGroup() as group:
        group.create_task(sockets.run())
        await exchange.has_links(len(exchange.links) + 1)
        yield sockets
        sockets.stop()


async def until_ready(sockets: Sockets, *, is_so: bool = True) -> None:
    """Ask as a load balancer does, until the answer is that."""
    while await sockets.is_ready() != is_so:  # noqa: ASYNC110 - there is nothing that tells
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("kind", KINDS)
async def test_slack_is_answered(office: Office, exchange: Exchange, kind: str) -> None:
    office.hearing.answer = saying({"text": "Done"})

    async with linked(office, exchange):
        answer = await exchange.send(KINDS[kind], kind)

    assert answer == {"text": "Done"}
    assert office.hearing.kinds == [kind]


async def test_slack_is_answered_without_a_word(office: Office, exchange: Exchange) -> None:
    async with linked(office, exchange):
        assert await exchange.send(EVENT, "event") is None


async def test_slack_sends_again_what_failed(office: Office, exchange: Exchange) -> None:
    async def fail() -> Ack:
        raise ConnectionError

    working, office.hearing.answer = office.hearing.answer, fail

    async with linked(office, exchange):
        first = await exchange.post(EVENT, "event")
        await office.hearing.has_heard(1)
        office.hearing.answer = working
        await exchange.send(EVENT, "event")

    assert not first.done()
    assert office.hearing.kinds == ["event"] * 2


async def test_two_processes_share_what_slack_sends(office: Office, exchange: Exchange) -> None:
    async with linked(office, exchange), linked(office, exchange):
        for number in range(4):
            await exchange.send({**EVENT, "event_id": str(number)}, "event", link=number % 2)

    assert office.hearing.kinds == ["event"] * 4


async def test_slack_is_heard_again_after_it_asked_to_connect_anew(
    office: Office, exchange: Exchange
) -> None:
    async with linked(office, exchange):
        (old,) = exchange.links
        await old.send_json({"type": "disconnect", "reason": "refresh_requested"})
        await exchange.has_links(1, without=old)

        await exchange.send(EVENT, "event")

    assert office.hearing.kinds == ["event"]


async def test_slack_is_heard_again_after_a_connection_broke(
    office: Office, exchange: Exchange
) -> None:
    async with linked(office, exchange):
        (old,) = exchange.links
        await old.close()
        await exchange.has_links(1, without=old)

        await exchange.send(EVENT, "event")

    assert office.hearing.kinds == ["event"]


async def test_an_operator_sees_whether_the_connection_stands(
    office: Office, exchange: Exchange
) -> None:
    with capture_logs() as lines:
        async with linked(office, exchange) as sockets:
            await until_ready(sockets)
            exchange.refuses = True
            await exchange.links[0].close()
            await until_ready(sockets, is_so=False)

    events = [line["event"] for line in lines]
    assert events[-2:] == ["slack_socket_connected", "slack_socket_lost"]


async def test_the_program_gives_up_when_slack_cannot_be_reached(
    office: Office, exchange: Exchange
) -> None:
    exchange.refuses = True

    with pytest.raises(SocketsLostError):
        await sockets_of(office, exchange).run()

    assert exchange.asked.is_set()


def test_a_token_of_the_environment_does_not_stand_in(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_APP_TOKEN", TOKEN)

    with pytest.raises(ValueError, match="app-level token"):
        Sockets(office.bolt, office.dispatch, "")


async def test_slack_gets_its_answers_when_the_program_is_asked_to_end(
    office: Office, exchange: Exchange
) -> None:
    begun, may_answer = asyncio.Event(), asyncio.Event()

    async def slowly() -> Ack:
        begun.set()
        await may_answer.wait()
        return Ack({"text": "Done"})

    office.hearing.answer = slowly

    async with linked(office, exchange) as sockets:
        answer = await exchange.post(COMMAND, "command")
        await begun.wait()
        sockets.stop()
        await asyncio.sleep(0)
        refused = await exchange.post({**COMMAND, "trigger_id": "later"}, "command")
        await asyncio.sleep(0.02)  # the message is on its way; if it comes later, it is not heard
        may_answer.set()

    assert await answer == {"text": "Done"}
    assert not refused.done()
    assert office.hearing.kinds == ["command"]
