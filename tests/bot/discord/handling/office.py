"""A desk whose ports are fakes: each keeps what it was asked for, and a test sets its answers."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from bot.platforms.discord.errors import DiscordError
from bot.platforms.discord.handling.desk import Desk
from bot.platforms.discord.handling.handler import DiscordHandling
from bot.platforms.discord.ports import Attachment, Interaction, Kind, Payload, Someone
from bot.platforms.discord.sending.replies import Replies
from commands.request import Caller, Request
from tests.bot.discord.drawing.reader import words
from tests.patience import make
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId, WorkspaceId
from workflows.pictures.drawings import Drawing
from workflows.text import plain
from workflows.views import Ask, Block, Button, Form, Input, Option, Paragraph, Picture, Raw, View

MESSAGE, LATER, LATER_IN_PLACE, IN_PLACE, CHOICES, FORM = 4, 5, 6, 7, 8, 9
"""Discord's numbers for first answers."""

SERVER: Final = "81384788765712384"
CHANNEL: Final = "81384788765712385"
ANA: Final = Someone("81384788765712001", "Ana")
CALLER: Final = Caller(WorkspaceId(SERVER), ANA.id, ANA.name)
HOME: Final = Ask("home")
SEND: Final = Ask("conversation send", {"id": "c1", "step": "ideas", "seen": "ab"})


@dataclass(frozen=True, slots=True)
class Call:
    """One request to Discord."""

    line: str
    body: Any
    attachments: tuple[Attachment, ...]

    @property
    def words(self) -> str:
        """All that can be read in it."""
        return words(self.body)


@dataclass
class RecordedCalls:
    """Discord's REST API, which meets the troubles that a test sets, in order."""

    made: list[Call] = field(default_factory=list[Call])
    troubles: deque[DiscordError | None] = field(default_factory=deque[DiscordError | None])

    async def call(
        self,
        verb: str,
        path: str,
        body: Payload | Sequence[Payload] | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> Any:  # noqa: ANN401 - as the port has it
        self.made.append(Call(f"{verb} {path}", body, tuple(attachments)))
        if self.troubles and (trouble := self.troubles.popleft()):
            raise trouble


@dataclass
class FakeDispatcher:
    """Answers with `view`, or fails with `error`; `before` is done first."""

    view: View = field(default_factory=lambda: said("Done."))
    error: Exception | None = None
    before: Callable[[], Any] | None = None
    offered: tuple[Option, ...] = ()
    asked: list[Request] = field(default_factory=list[Request])
    lines: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    async def ask(self, request: Request) -> View:
        self.asked.append(request)
        return await self._answer()

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        assert caller.external_id == ANA.id
        self.lines.append((channel, line))
        return await self._answer()

    async def completions(self, request: Request, text: str) -> tuple[Option, ...]:
        self.asked.append(request)
        return tuple(one for one in self.offered if text in one.label)

    async def _answer(self) -> View:
        if self.before:
            await self.before()
        if self.error:
            raise self.error
        return self.view


class FakeServers:
    """Knows each server as a workspace of the same name."""

    async def workspace(self, server: str, name: str) -> WorkspaceId:
        return WorkspaceId(f"{server} {name}".strip())

    async def server(self, workspace: WorkspaceId) -> str:
        raise AssertionError(workspace)


@dataclass
class FakeForms:
    """Keeps what was typed; `is_ill` says that nothing can be let go of."""

    kept: dict[str, Raw] = field(default_factory=dict[str, Raw])
    written_down: list[str] = field(default_factory=list[str])
    is_ill: bool = False

    async def keep(
        self, caller: Caller, asked: Ask, raw: Raw, *, is_written_down: bool = True
    ) -> None:
        assert caller.external_id == ANA.id
        self.kept[asked.encode()] = raw
        if is_written_down:
            self.written_down.append(asked.encode())

    async def typed(self, caller: Caller, asked: Ask) -> Raw | None:
        assert caller.external_id == ANA.id
        return self.kept.get(asked.encode())

    async def drop(self, caller: Caller, *asked: Ask) -> None:
        assert caller.external_id == ANA.id
        if self.is_ill:
            raise OSError
        for each in asked:
            self.kept.pop(each.encode(), None)


@dataclass
class Office:
    """The handlers, and all that they work with."""

    calls: RecordedCalls = field(default_factory=RecordedCalls)
    dispatcher: FakeDispatcher = field(default_factory=FakeDispatcher)
    forms: FakeForms = field(default_factory=FakeForms)
    painted: list[View] = field(default_factory=list[View])

    async def hears(self, interaction: Interaction) -> None:
        """Let somebody do something."""
        desk = Desk(
            dispatcher=self.dispatcher,
            replies=Replies(self.calls),
            servers=FakeServers(),
            returned=self.forms,
            paint=self._paint,
            make=make,
            today=lambda: date(2026, 1, 5),
        )
        await DiscordHandling(desk).hear(interaction)

    @property
    def answers(self) -> list[int]:
        """The kinds of the first answers that were given."""
        return [call.body["type"] for call in self.calls.made if "callback" in call.line]

    @property
    def words(self) -> str:
        """All that can be read in what was answered last."""
        return self.calls.made[-1].words

    async def _paint(self, view: View) -> Mapping[Drawing, bytes]:
        self.painted.append(view)
        drawings = (one.drawing for one in view.blocks if isinstance(one, Picture))
        return dict.fromkeys(drawings, b"\x89PNG")


def done(kind: Kind, data: Payload, **more: Any) -> Interaction:  # noqa: ANN401 - fields of any type
    """Return what Ana did in the channel of her team."""
    given: dict[str, Any] = {
        "id": "1",
        "token": "canary",
        "application": "2",
        "kind": kind,
        "server": SERVER,
        "server_name": "Riverside",
        "channel": CHANNEL,
        "by": ANA,
        "language": "en-US",
        "server_language": "en-US",
        "data": data,
    }
    return Interaction(**{**given, **more})


def said(line: str, *blocks: Block, language: str = "en") -> View:
    """Return a screen with a sentence."""
    return View("Concord", line, (Paragraph(plain(line)), *blocks), language=language)


def asking(
    *blocks: Block,
    send: Ask = SEND,
    page: tuple[int, int] | None = None,
    problems: Mapping[FieldId, str] | None = None,
    values: Raw | None = None,
) -> View:
    """Return a screen with a form of one question."""
    question = Input(id=FieldId("idea"), field_kind=FieldKind.LONG_TEXT, label="Your idea")
    form = Form(
        inputs=(question,),
        send=Button("Save", send),
        values=values or {},
        problems=problems or {},
        page=page,
    )
    return View("Ideas", "Write.", tuple(blocks), form, language="en")
