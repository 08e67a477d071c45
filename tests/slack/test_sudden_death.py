"""Concord ends anywhere between a press and what comes of it: nothing is lost or comes twice."""

import asyncio
import shutil
import signal
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.fakes.slack import payloads
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import PATIENCE_SECONDS
from tests.slack.own_process import OwnProcess, own_process
from tests.slack.program import HTTP, concord_beside
from tests.slack.table import CHANNEL, Table, set_table, sit_down


class Came(NamedTuple):
    """What came of one beginning."""

    conversations: int = 1
    cards: int = 1
    doubts: int = 0


CARD = f"chat.postMessage {CHANNEL}"
SURE = (Came(),)
UNSURE = (Came(doubts=1),)
"""The card is there, but the lead is asked to look: Concord could not hear of it."""

ANY = (*SURE, *UNSURE, Came(cards=0, doubts=1))
"""Nobody knows how far it was; what never came the lead is asked to look for, too."""

IN_THE_DATABASE: Mapping[tuple[str, str], Sequence[Came]] = {
    ("", "INSERT INTO conversation"): SURE,
    ("INSERT INTO delivery", "COMMIT"): SURE,
    ("INSERT INTO delivery", "WITH chosen"): SURE,
    ("UPDATE delivery SET problem", "UPDATE delivery SET free_at"): UNSURE,
    ("INSERT INTO receipt", "COMMIT"): UNSURE,
}
"""After the first statement, and before the second one."""

IN_SLACK: Mapping[str, Sequence[Came]] = {
    "users.info asked": SURE,
    "acknowledged": ANY,
    f"{CARD} asked": UNSURE,
    f"{CARD} done": UNSURE,
}

ALL_CONVERSATIONS = "SELECT count(*) FROM conversation"
ON_ITS_WAY = (
    "SELECT count(*) FROM delivery WHERE status = 'sending'"
    " OR free_at < strftime('%Y-%m-%d %H:%M:%f', 'now', '+5 seconds')"
)

Place = str | tuple[str, str]


@dataclass
class Story:
    """A team that begins to agree its norms again and again, while Concord ends on the way."""

    table: Table
    own: OwnProcess
    template: Path

    async def when_killed_before(self, dies_in: str, dies_before: str) -> Came:
        """Tell it from a life that is killed at a statement, and from the next one."""
        url = self._new_database()
        await self.own.begin(url, dies_in, dies_before)
        return await self._what_came(url)

    async def when_ended_at(self, point: str, number: signal.Signals) -> Came:
        """Tell it from a life that is ended when Slack is at some point, and from the next one."""
        url = self._new_database()
        await self.own.begin(url)

        def end(what: str) -> None:
            if what == point:
                self.table.fake.watch = lambda _what: None
                self.own.end(number)

        self.table.fake.watch = end
        return await self._what_came(url)

    async def _what_came(self, url: str) -> Came:
        """Let the team begin, in a second life if need be, and return what it sees of that."""
        cards, doubts = self._seen()
        is_begun = await self._begins_norms()
        await self.own.is_over()
        await self.own.begin(url)
        if not is_begun:
            assert await self._begins_norms()
        room = self.table.fake.workspace
        await room.until(lambda: sum(self._seen()) > cards + doubts, lambda: "nothing came")
        await _all_is_sent(url)
        self.own.end(signal.SIGTERM)  # what is under way is done first
        await self.own.is_over()
        now = self._seen()
        return Came(_count(url, ALL_CONVERSATIONS), now[0] - cards, now[1] - doubts)

    async def _begins_norms(self) -> bool:
        """Type and press what begins it; say whether Slack had all its answers."""
        lead, fake = self.table.lead, self.table.fake
        windows = fake.workspace.windows
        if not windows.get(lead.id):
            typed = payloads.command(fake, lead.id, CHANNEL, "norms start")
            if not (await self.own.line.carry(typed)).is_ok:
                return False
            await lead.picks("Time to write", "Ten minutes, now")
        sent = payloads.submission(fake, lead.id, lead.screen.window)
        reply = await self.own.line.carry(sent)
        if reply.is_ok:
            windows.clear()
            fake.watch("acknowledged")
        return reply.is_ok

    def _seen(self) -> tuple[int, int]:
        """Return how many cards stand in the channel, and how often the lead was asked to look."""
        shown = [str(message.blocks) for message in self.table.fake.workspace.messages.values()]
        signs = ("Write in silence", "Please have a look")
        cards, doubts = (sum(sign in blocks for blocks in shown) for sign in signs)
        return cards, doubts

    def _new_database(self) -> str:
        url = f"sqlite:///{self.template}.new"
        for file in self.template.parent.glob(f"{self.template.name}.new*"):
            file.unlink()
        shutil.copy(self.template, f"{self.template}.new")
        return url


async def _all_is_sent(url: str) -> None:
    """Wait until nothing is on its way, whoever sends it, nor due within seconds."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while _count(url, ON_ITS_WAY):  # noqa: ASYNC110 - another process sends it
            await asyncio.sleep(0.02)


def _count(url: str, query: str) -> int:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        count: int = connection.execute(query).fetchone()[0]
    return count


@pytest.mark.no_cover
async def test_a_team_gets_its_card_once_wherever_concord_ends(
    fake: FakeSlack, sqlite_url: str, tmp_path: Path
) -> None:
    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
    template, came = Path(sqlite_url.removeprefix("sqlite:///")), dict[Place, Came]()

    async with own_process(fake, tmp_path / "log.txt") as own:
        story = Story(sit_down(table, own.line), own, template)
        for place in IN_THE_DATABASE:
            came[place] = await story.when_killed_before(*place)
        for point in IN_SLACK:
            came[point] = await story.when_ended_at(point, signal.SIGKILL)
            came[point, "in good order"] = await story.when_ended_at(point, signal.SIGTERM)

    assert {at: came[at] for at, may in IN_THE_DATABASE.items() if came[at] not in may} == {}
    assert {at: came[at] for at, may in IN_SLACK.items() if came[at] not in may} == {}
    assert {came[point, "in good order"] for point in IN_SLACK} == set(SURE)
