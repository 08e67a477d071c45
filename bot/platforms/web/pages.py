"""What can be looked at: channels, threads, what is pinned, pictures and files."""

import re
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from bot.platforms.web.desk import Desk
from bot.platforms.web.handing_out import handed_out
from bot.platforms.web.render import Screen
from bot.platforms.web.stream import Stream
from bot.platforms.web.visits import Visit, block_of, page_of, visit
from workflows.views import Document, Picture

_NUMBER: Final = re.compile(r"[0-9]{1,15}", re.ASCII)


class Pages:
    """The handlers of everything that is read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def first(self, _request: Request) -> Response:
        """Lead to the first person in the first channel."""
        everyone = await self._desk.board.personas()
        if not everyone:
            raise HTTPException(404)
        persona = everyone[0].external_id
        channel = (await self._desk.board.channels(persona))[0]
        return RedirectResponse(page_of(persona, channel.id), 303)

    async def channel(self, request: Request) -> Response:
        """Show a channel, or one person's own with Concord."""
        return await self._page(await self._visit(request))

    async def thread(self, request: Request) -> Response:
        """Show a message and the answers to it."""
        return await self._page(await self._visit(request, thread=request.path_params["thread"]))

    async def stream(self, request: Request) -> Response:
        """Tell an open page what is new, for as long as it is open."""
        here = await self._visit(request, thread=request.query_params.get("thread", ""))
        after = request.headers.get("last-event-id") or request.query_params.get("after", "")
        events = Stream(self._desk, here, after=_number(after)).events()
        return StreamingResponse(events, media_type="text/event-stream")

    async def pinned(self, request: Request) -> Response:
        """Show what is pinned in a channel."""
        here = await self._visit(request)
        pinned = await self._desk.board.pinned(here.place.channel.id, here.persona.external_id)
        return HTMLResponse(Screen(here).pinned(pinned))

    async def picture(self, request: Request) -> Response:
        """Draw a picture of a message, for whoever may see the message."""
        picture = await block_of(self._desk, request, Picture)
        png = await self._desk.draw(picture.drawing)
        return Response(png, media_type="image/png")

    async def document(self, request: Request) -> Response:
        """Hand out a file of a message, to whoever may see the message."""
        return await handed_out(self._desk, await block_of(self._desk, request, Document))

    async def _visit(self, request: Request, *, thread: str = "") -> Visit:
        channel = request.path_params["channel"]
        return await visit(self._desk, request, channel=channel, thread=thread)

    async def _page(self, here: Visit) -> Response:
        # The number first: what is posted meanwhile then comes twice, and shows once.
        seq = await self._desk.board.last_seq()
        channel, persona = here.place.channel.id, here.persona.external_id
        messages = await self._desk.board.messages(channel, persona, thread=here.place.thread)
        pinned = await self._desk.board.pinned(channel, persona)
        page = Screen(here).page(
            messages,
            seq=seq,
            pinned=len(pinned),
            now=self._desk.workshop.now(),
            is_fixed=self._desk.workshop.is_fixed,
            offers=self._desk.dispatcher.offers(here.words.language),
        )
        return HTMLResponse(page)


def _number(text: str) -> int:
    """Return the number a browser was left with; 0, so everything, where it makes no sense."""
    return int(text) if _NUMBER.fullmatch(text) else 0
