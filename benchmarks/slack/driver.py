"""Plays Slack in a process of its own: `python -m benchmarks.slack.driver`.

It reads a plan in a line of JSON, carries it out, and answers in a line; so again until the end of
its input. It speaks HTTP with as little as it takes, so that it is not what is measured: what
everybody says first is written before the clock starts, and a reply has come when its last byte
has, however much else the driver has to do.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from time import perf_counter, process_time
from typing import cast

import httptools
import uvloop
from httptools.parser import HTTPProtocol
from typing_extensions import override

from benchmarks.slack.letters import Json
from benchmarks.slack.talks import Reply, Talk, talks_of

HOST = "127.0.0.1"


class Line(asyncio.Protocol, HTTPProtocol):
    """A connection that stays open, for one request at a time."""

    def __init__(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self._body = b""
        self._transport: asyncio.WriteTransport | None = None
        self._reply: asyncio.Future[Reply] | None = None
        self._asked = self._answered = 0.0

    @property
    def took(self) -> float:
        """The seconds that the last request took."""
        return self._answered - self._asked

    async def ask(self, request: bytes) -> Reply:
        """Send a request, and return the reply."""
        if self._transport is None:
            raise ConnectionError
        self._body = b""
        self._reply = asyncio.get_running_loop().create_future()
        self._asked = perf_counter()
        self._transport.write(request)
        return await self._reply

    def hang_up(self) -> None:
        """Close the connection."""
        if self._transport:
            self._transport.close()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)  # uvloop's is not derived

    @override
    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if self._reply and not self._reply.done():
            self._reply.set_exception(exc or ConnectionError("the server hung up"))

    @override
    def on_body(self, body: bytes) -> None:
        self._body += body

    @override
    def on_message_complete(self) -> None:
        self._answered = perf_counter()
        if self._reply:
            self._reply.set_result(Reply(self._parser.get_status_code(), self._body))
        self._parser = httptools.HttpResponseParser(self)


async def drive(plan: Json) -> Json:
    """Carry a plan out over so many lines at once; return the seconds of each request.

    Nothing more is asked when the seconds of the plan are over.
    """
    late: list[Reply] = []
    talks = iter([(talk, next(talk, None)) for talk in talks_of(plan, late)])
    loop = asyncio.get_running_loop()
    lines = [
        (await loop.create_connection(Line, HOST, plan["port"]))[1] for _ in range(plan["lines"])
    ]
    seconds: list[float] = []
    begun, worked = perf_counter(), process_time()
    async with asyncio.TaskGroup() as group:
        for line in lines:
            group.create_task(_keep_talking(line, talks, seconds, begun + plan["seconds"]))
    took, worked = perf_counter() - begun, process_time() - worked
    for line in lines:
        line.hang_up()
    return {"seconds": seconds, "took": took, "busy": worked / took, "late": len(late)}


async def _keep_talking(
    line: Line, talks: Iterator[tuple[Talk, bytes | None]], seconds: list[float], until: float
) -> None:
    for talk, first in talks:
        request = first
        while request is not None and perf_counter() < until:
            reply = await line.ask(request)
            seconds.append(line.took)
            try:
                request = talk.send(reply)
            except StopIteration:
                request = None


def main() -> None:
    """Carry out plan after plan."""
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(uvloop.run(drive(json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()
