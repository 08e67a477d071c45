"""What only a local workspace can do: add people and channels, move its clock, start over."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.platforms.web.desk import Desk
from bot.platforms.web.hub import ClockMoved, StartedOver
from bot.platforms.web.read import read_form
from bot.platforms.web.render import Screen
from bot.platforms.web.visits import Visit, page_of, visit
from workflows.catalogue import LANGUAGE_NAMES
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.limits import LONGEST_NAME
from workflows.typed import clean, explain
from workflows.views import Ask, Button, Form, Input, Option, Raw, Style, View
from workflows.words import Words

MOVES: Final = {
    "10m": timedelta(minutes=10),
    "1h": timedelta(hours=1),
    "1d": timedelta(days=1),
    "1w": timedelta(weeks=1),
}

_NAME = FieldId("name")
_LANGUAGE = FieldId("language")

Problems = Mapping[FieldId, str]


class WorkshopPages:
    """The handlers of the side of the page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def new_channel(self, request: Request) -> Response:
        """Ask what a new channel is called."""
        return _ask_channel(await self._visit(request), {}, {})

    async def add_channel(self, request: Request) -> Response:
        """Open a channel, and go there."""
        here = await self._visit(request)
        raw = (await read_form(request)).raw
        name, problems = _read_name(raw, here.words)
        if problems:
            return _ask_channel(here, raw, problems)
        channel = await self._desk.board.add_channel(name)
        return _go_to(here.persona.external_id, channel.id)

    async def new_person(self, request: Request) -> Response:
        """Ask who is to come in."""
        here = await self._visit(request)
        return _ask_person(here, {_LANGUAGE: here.words.language}, {})

    async def add_person(self, request: Request) -> Response:
        """Let somebody in, and go on as them."""
        here = await self._visit(request)
        raw = (await read_form(request)).raw
        name, problems = _read_name(raw, here.words)
        language = str(raw.get(_LANGUAGE, ""))
        if language not in LANGUAGE_NAMES:
            problems[_LANGUAGE] = here.words.say("Please pick a language.")
        if problems:
            return _ask_person(here, raw, problems)
        persona = await self._desk.board.add_persona(name, language)
        return _go_to(persona.external_id, here.place.channel.id)

    async def move_clock(self, request: Request) -> Response:
        """Move the clock forward; whatever falls due on the way happens."""
        await self._may_change(request)
        delta = MOVES.get((await read_form(request)).one("by"))
        if delta is None:
            raise HTTPException(400)
        await self._desk.workshop.move(delta)
        self._desk.hub.tell(ClockMoved())
        return Response(status_code=204)

    async def start_over(self, request: Request) -> Response:
        """Empty the workspace and set it up again."""
        await self._may_change(request)
        await self._desk.workshop.reset()
        self._desk.hub.tell(StartedOver())
        return Response(status_code=204, headers={"HX-Refresh": "true"})

    async def _may_change(self, request: Request) -> None:
        """Refuse whoever is no visitor, and everybody where other platforms share the workspace."""
        await visit(self._desk, request)
        if self._desk.workshop.is_fixed:
            raise HTTPException(404)

    async def _visit(self, request: Request) -> Visit:
        return await visit(self._desk, request, channel=request.path_params["channel"])


def _go_to(persona: str, channel: str) -> Response:
    return Response(status_code=204, headers={"HX-Redirect": page_of(persona, channel)})


def _read_name(raw: Raw, words: Words) -> tuple[str, dict[FieldId, str]]:
    """Return a name on one line, or what is wrong with it."""
    name = clean(str(raw.get(_NAME, "")), longest=LONGEST_NAME)
    if not isinstance(name, str):
        return "", {_NAME: explain(name, words)}
    return " ".join(name.split()), {} if name else {_NAME: words.say("Please write a name.")}


def _ask_channel(here: Visit, values: Raw, problems: Problems) -> Response:
    words = here.words
    hint = words.say("Short and plain, such as school-team.")
    name = Input(_NAME, FieldKind.TEXT, words.say("Name"), hint, longest=LONGEST_NAME)
    send = Button(words.say("Add this channel"), Ask("add-channel"), Style.PRIMARY)
    title = words.say("A new channel")
    form = Form((name,), send, values=values, problems=problems)
    return _dialog(here, View(title, title, form=form), "channels")


def _ask_person(here: Visit, values: Raw, problems: Problems) -> Response:
    words = here.words
    languages = tuple(Option(code, name) for code, name in LANGUAGE_NAMES.items())
    name = Input(_NAME, FieldKind.TEXT, words.say("Name"), longest=LONGEST_NAME)
    hint = words.say("Concord speaks it with this person.")
    speaks = Input(_LANGUAGE, FieldKind.CHOICE, words.say("Language"), hint, options=languages)
    send = Button(words.say("Add this person"), Ask("add-person"), Style.PRIMARY)
    title = words.say("Who is coming in?")
    form = Form((name, speaks), send, values=values, problems=problems)
    return _dialog(here, View(title, title, form=form), "people")


def _dialog(here: Visit, view: View, action: str) -> Response:
    return HTMLResponse(Screen(here).dialog(view, f"c/{here.place.channel.id}/{action}"))
