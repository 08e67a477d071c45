"""What stands around the local workspace in a test: a dispatcher, a workshop, and a browser."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import httpx

from bot.platforms.web.app import web_app
from bot.platforms.web.desk import Desk
from bot.platforms.web.hub import Hub
from commands.request import Caller, Request
from tests.fakes.board import START, FakeBoard
from tests.patience import make
from workflows.identifiers import WorkspaceId
from workflows.pictures.drawings import Drawing
from workflows.text import plain
from workflows.views import Document, Paragraph, View

ADDRESS = "http://localhost:8765"

WORKSPACE = WorkspaceId("local")

DONE = View("Done", "That is done.", (Paragraph(plain("That is done.")),))


@dataclass(frozen=True)
class FakeOffer:
    usage: str
    summary: str


@dataclass
class FakeDispatcher:
    """Answers everything with `view`, and remembers what it was asked."""

    view: View = DONE
    asked: list[Request] = field(default_factory=list[Request])
    lines: list[tuple[Caller, str, str]] = field(default_factory=list[tuple[Caller, str, str]])
    fault: Exception | None = None

    async def ask(self, request: Request) -> View:
        if self.fault:
            raise self.fault
        self.asked.append(request)
        return self.view

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        self.lines.append((caller, channel, line))
        return self.view

    def offers(self, language: str) -> tuple[FakeOffer, ...]:
        summary = {"en": "Agree on norms", "es": "Acordar normas"}[language]
        return (FakeOffer("/concord norms start", summary), FakeOffer("/concord help", "<Help>"))


@dataclass
class FakeWorkshop:
    """A clock that stands still until it is moved."""

    time: datetime = START
    resets: int = 0
    is_fixed: bool = False

    def now(self) -> datetime:
        return self.time

    async def move(self, delta: timedelta) -> None:
        self.time += delta

    async def reset(self) -> None:
        self.resets += 1


@dataclass
class FakeWorkspace:
    """The local workspace in memory, with everything a test wants to look at."""

    board: FakeBoard = field(default_factory=FakeBoard)
    dispatcher: FakeDispatcher = field(default_factory=FakeDispatcher)
    workshop: FakeWorkshop = field(default_factory=FakeWorkshop)
    hub: Hub = field(default_factory=Hub)
    drawn: list[Drawing] = field(default_factory=list[Drawing])
    made: list[Document] = field(default_factory=list[Document])
    refusal: Exception | None = None

    @property
    def desk(self) -> Desk:
        return Desk(
            self.board,
            self.dispatcher,
            self.workshop,
            self._draw,
            self._make,
            self.hub,
            WORKSPACE,
            "America/New_York",
        )

    def browser(self, address: str = ADDRESS, **headers: str) -> httpx.AsyncClient:
        """Return a client that behaves like a browser on one of our own pages."""
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(web_app(self.desk), raise_app_exceptions=False),
            base_url=address,
            headers={"sec-fetch-site": "same-origin", **headers},
        )

    async def _make(self, document: Document) -> bytes:
        if self.refusal:
            raise self.refusal
        self.made.append(document)
        return await make(document)

    async def _draw(self, drawing: Drawing) -> bytes:
        self.drawn.append(drawing)
        return b"\x89PNG"
