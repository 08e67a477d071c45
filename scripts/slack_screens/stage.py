"""A practice team in a Slack of the tests, with the dispatcher and the handlers of the program."""

import asyncio
import base64
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.handling.desk import Desk
from bot.platforms.slack.handling.handler import SlackHandling
from bot.platforms.slack.handling.people import People as Profiles
from bot.platforms.slack.handling.tabs import HomeTabs
from bot.platforms.slack.ports import Site
from bot.rasteriser import Rasteriser
from commands.practice import CHANNEL, PEOPLE, seed
from scripts.slack_screens.screens import Frame, Part, Screen, modal_screen
from storage.database import Database, open_database
from storage.schema import migrate
from tests.bot.slack.handling.conftest import FakeInstallations, Told, profile
from tests.bot.slack.handling.people import People
from tests.bot.slack.handling.slack import FakeSlack
from tests.databases import StoppedClock
from tests.patience import make
from tests.table import Post, Table
from workflows.library import read_library
from workflows.pictures.drawings import Drawing
from workflows.pictures.drawings import draw as lay_out
from workflows.pictures.svg import svg
from workflows.views import Picture, View

ZONE = "America/New_York"
BEGIN = datetime(2026, 1, 5, 15, tzinfo=ZoneInfo(ZONE))
"""A Monday afternoon, so that a reminder comes in the morning."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The people of one team, who type and press in Slack, and what they see there."""

    language: str
    table: Table
    people: People
    slack: FakeSlack

    def whisper(self, name: str) -> Screen:
        """Return the newest message that only somebody sees."""
        said = self.slack.whispers[-1].blocks
        return Screen(name, Frame.WHISPER, self.language, [said], at=self._now)

    def modal(self, name: str, who: str) -> Screen:
        """Return the modal in front of somebody."""
        return modal_screen(name, self.language, self.slack.window(who))

    def home(self, name: str, who: str) -> Screen:
        """Return the home tab of somebody."""
        return Screen(name, Frame.HOME, self.language, [self.slack.homes[who]["blocks"]])

    async def posts(self, to: str = CHANNEL) -> list[Post]:
        """Return the messages in the channel or to one person, the oldest first."""
        return await self.table.posted(to)

    async def message(
        self, name: str, post: Post, frame: Frame = Frame.MESSAGE, *, narrow: bool = False
    ) -> Screen:
        """Return a message as it stands in the channel or in somebody's messages."""
        return Screen(
            name,
            frame,
            self.language,
            _parts(post.view),
            at=self._now,
            narrow=narrow,
            files=await _files(post.view),
        )

    async def replies(self, name: str, posts: list[Post]) -> Screen:
        """Return the messages of a thread, one below the other."""
        parts = [part for post in posts for part in _parts(post.view)]
        return Screen(name, Frame.REPLIES, self.language, parts, at=self._now)

    @property
    def _now(self) -> str:
        return f"{self.table.clock.time.astimezone(BEGIN.tzinfo):%H:%M}"


@asynccontextmanager
async def stage(language: str) -> AsyncIterator[Stage]:
    """Set a stage with the practice team, which speaks a language."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'concord.db'}"
        await asyncio.to_thread(migrate, url)
        clock, ids = StoppedClock(), count(1)
        clock.time = BEGIN.astimezone(UTC)
        database = open_database(url, clock=clock, new_id=lambda: f"new{next(ids):09}")
        try:
            yield await _set(language, database, clock)
        finally:
            await database.close()


async def _set(language: str, database: Database, clock: StoppedClock) -> Stage:
    library = read_library()
    await database.run(lambda work: seed(work, library, language=language, zone=ZONE))
    table, slack = Table(database, clock, library), FakeSlack()
    for who, name, _, speaks in PEOPLE:
        slack.profiles[who] = profile(name, speaks if language == "en" else language)
    desk = _desk(table, slack, clock)
    return Stage(language, table, People(slack, SlackHandling(desk)), slack)


def _desk(table: Table, slack: FakeSlack, clock: StoppedClock) -> Desk:
    async def no_pictures(_site: Site, _view: View) -> Mapping[Drawing, str]:
        return {}

    installations = FakeInstallations()
    return Desk(
        dispatcher=table.dispatcher,
        calls=slack,
        installations=installations,
        people=Profiles(slack, installations, clock),
        tabs=HomeTabs(),
        respond=slack.respond,
        make=make,
        pictures=no_pictures,
        hooks=Told().hooks,
    )


def _parts(view: View) -> list[Part]:
    return [part.blocks for part in messages(view, _ids(view))]


def _ids(view: View) -> dict[Drawing, str]:
    drawings = [block.drawing for block in view.blocks if isinstance(block, Picture)]
    return {drawing: f"F{number}" for number, drawing in enumerate(drawings)}


async def _files(view: View) -> dict[str, str]:
    """Return the pictures of a view as addresses that hold them."""
    with Rasteriser() as rasteriser:
        files = dict[str, str]()
        for drawing, file in _ids(view).items():
            scene = lay_out(drawing)
            png = await rasteriser.png(svg(scene), scene.width)
            files[file] = f"data:image/png;base64,{base64.b64encode(png).decode()}"
        return files
