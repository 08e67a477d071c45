"""Whatever comes, signed or not, Concord answers it, and tells the log nothing of it."""

import asyncio
import logging
import os
from collections import Counter
from collections.abc import Iterator

import pytest
from typing_extensions import override

from tests.bot.slack.bolt.office import Office
from tests.bot.slack.bolt.payloads import CANARY
from tests.bot.slack.bolt.vandal import Vandal
from tests.bot.slack.edge.letters import post

REQUESTS = int(os.environ.get("SLACK_FUZZ", "100000"))

pytestmark = pytest.mark.no_cover  # the other tests cover the same lines; measured, this takes long


class Reader(logging.Handler):
    """Reads everything that is logged, and keeps the lines that nobody should read."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines = 0
        self.leaks: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.lines += 1
        line = self.format(record)
        if CANARY in line:
            self.leaks.append(line)


@pytest.fixture
def reader() -> Iterator[Reader]:
    """A reader of the log, which is at DEBUG."""
    reader = Reader()
    logging.root.addHandler(reader)
    level, logging.root.level = logging.root.level, logging.DEBUG
    yield reader
    logging.root.setLevel(level)
    logging.root.removeHandler(reader)


async def bombard(office: Office, *, is_signed: bool) -> Counter[int]:
    """Send requests one by one; return how often each status came."""
    vandal = Vandal(20260105)
    statuses = Counter[int]()
    for number in range(REQUESTS):
        headers, body = vandal.letter(is_signed=is_signed)
        reply = await post(office.app, headers, body)
        statuses[reply.status] += 1
        if number % 1000 == 0:
            office.hearing.heard = office.hearing.heard[:100]
    return statuses


async def test_slack_may_send_anything(
    office: Office, reader: Reader, capfd: pytest.CaptureFixture[str]
) -> None:
    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, fault: faults.append(fault))

    statuses = await bombard(office, is_signed=True)

    assert set(statuses) == {200, 400, 415}
    assert len(set(office.hearing.kinds)) == 6
    assert (faults, reader.leaks) == ([], [])
    assert CANARY not in "".join(capfd.readouterr())


async def test_a_stranger_may_send_anything(
    office: Office, reader: Reader, capfd: pytest.CaptureFixture[str]
) -> None:
    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, fault: faults.append(fault))

    statuses = await bombard(office, is_signed=False)

    assert set(statuses) == {400, 401, 413, 415}
    assert office.hearing.heard == []
    assert (faults, reader.leaks) == ([], [])
    assert CANARY not in "".join(capfd.readouterr())
