"""Slack and an operator reach Concord over real HTTP."""

import asyncio
from http import HTTPStatus

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from structlog.testing import capture_logs

from bot.platforms.slack.ports import Ack
from bot.platforms.watching import Ready, web_pages
from tests.bot.slack.bolt.office import Office, open_office, saying
from tests.bot.slack.bolt.payloads import COMMAND, EVENT, KINDS
from tests.bot.slack.bolt.wire import served
from tests.bot.slack.edge.letters import PATH, altered, stamped
from tests.databases import START, StoppedClock

BODY = b"command=%2Fconcord"
SIGNED = stamped(BODY, START, content_type=b"application/x-www-form-urlencoded")


@pytest.mark.parametrize("kind", KINDS)
async def test_slack_is_answered(office: Office, kind: str) -> None:
    office.hearing.answer = saying({"text": "Done"})

    async with served(office.app) as line:
        response = await line.send(KINDS[kind])

    assert response.status_code == 200
    assert response.json() == {"text": "Done"}
    assert response.headers["content-type"] == "application/json;charset=utf-8"


async def test_slack_is_answered_when_much_comes_at_once(office: Office) -> None:
    async with served(office.app) as line:
        responses = await asyncio.gather(
            *(line.send({**COMMAND, "trigger_id": str(number)}) for number in range(100))
        )

    assert {response.status_code for response in responses} == {200}
    assert office.hearing.kinds == ["command"] * 100


@pytest.mark.parametrize(
    ("name", "values", "status"),
    [
        (b"x-slack-signature", (), 401),
        (b"x-slack-signature", (b"v0=" + b"0" * 64,) * 2, 401),
        (b"x-slack-signature", (b"v0=" + b"\xe4" * 64,), 401),
        (b"x-slack-signature", (b"V0=" + b"A" * 64,), 401),
        (b"x-slack-request-timestamp", (b"abc",), 401),
        (b"x-slack-request-timestamp", (b"12.5",), 401),
        (b"x-slack-request-timestamp", (b"9" * 400,), 401),
        (b"content-type", (b"text/xml",), 415),
        (b"content-encoding", (b"gzip",), 415),
    ],
)
async def test_a_stranger_is_refused(
    office: Office, name: bytes, values: tuple[bytes, ...], status: int
) -> None:
    async with served(office.app) as line:
        headers = altered(SIGNED, name, *values)
        response = await line.client.post(PATH, content=BODY, headers=headers)

    assert (response.status_code, response.content) == (status, b"")
    assert office.hearing.heard == []


async def test_a_stranger_is_refused_before_a_hundred_megabytes_are_read(office: Office) -> None:
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"Content-Length: 100000000\r\nX-Slack-Request-Timestamp: {START.timestamp():.0f}\r\n"
        f"X-Slack-Signature: v0={'0' * 64}\r\n\r\n"
    )

    async with served(office.app) as line:
        reader, writer = await asyncio.open_connection("127.0.0.1", line.port)
        writer.write(head.encode())
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()

    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_an_operator_sees_that_the_program_lives(office: Office) -> None:
    async with served(office.app) as line:
        await line.send(COMMAND)
        health, metrics = await asyncio.gather(
            line.client.get("/healthz"), line.client.get("/metrics")
        )

    assert (health.status_code, health.text) == (200, "ok")
    assert metrics.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert 'concord_slack_requests_total{kind="command",outcome="done"} 1\n' in metrics.text


async def is_ready() -> bool:
    return True


async def is_not_ready() -> bool:
    return False


async def does_not_know() -> bool:
    raise ConnectionError


@pytest.mark.parametrize(
    ("ready", "status", "lines"),
    [
        (is_ready, 200, []),
        (is_not_ready, 503, []),
        (does_not_know, 503, ["readiness_unknown"]),
    ],
)
async def test_an_operator_sees_whether_the_program_can_work(
    office: Office, ready: Ready, status: int, lines: list[str]
) -> None:
    app = web_pages(office.metrics.text, ready)

    with capture_logs() as logged:
        async with served(app) as line:
            response = await line.client.get("/readyz")

    assert response.status_code == status
    assert [each["event"] for each in logged] == lines


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", PATH, 405),
        ("HEAD", PATH, 405),
        ("DELETE", PATH, 405),
        ("POST", f"{PATH}/", 404),
        ("POST", "/", 404),
        ("POST", "/healthz", 405),
        ("GET", "/slack/../healthz/x", 404),
    ],
)
async def test_nothing_else_is_there(office: Office, method: str, path: str, status: int) -> None:
    async with served(office.app) as line:
        response = await line.client.request(method, path)

    assert response.status_code == status


async def test_other_pages_have_their_place(office: Office) -> None:
    async def install(_request: Request) -> Response:
        return PlainTextResponse("install")

    app = web_pages(office.metrics.text, is_ready, routes=[Route("/slack/install", install)])

    async with served(app) as line:
        response = await line.client.get("/slack/install")

    assert response.text == "install"


async def test_slack_gets_its_answers_when_the_program_is_asked_to_end(
    clock: StoppedClock,
) -> None:
    begun, may_answer, done = asyncio.Event(), asyncio.Event(), list[str]()

    async def after() -> None:
        await asyncio.sleep(0.02)
        done.append("after")

    async def slowly() -> Ack:
        begun.set()
        await may_answer.wait()
        return Ack({"text": "Done"}, after)

    async def talk() -> httpx.Response:
        async with open_office(clock) as office, served(office.app) as line:
            office.hearing.answer = slowly
            async with asyncio.TaskGroup() as group:
                request = group.create_task(line.send(EVENT))
                await begun.wait()
                line.end()
                may_answer.set()
        return request.result()

    response = await talk()

    assert (response.status_code, response.json()) == (HTTPStatus.OK, {"text": "Done"})
    assert done == ["after"]
