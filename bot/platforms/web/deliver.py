"""Concord's door to the local workspace: puts views on the board and tells who is listening."""

from typing import assert_never

from bot.platforms.port import InChannel, InPrivate, Place, PlaceGoneError, TryLaterError
from bot.platforms.web.board import CONCORD, PRIVATE, BoardAwayError, BoardPort, Draft, Message
from bot.platforms.web.hub import Hub, Said
from workflows.views import Privacy, View

PAUSE_SECONDS = 1.0
"""How long to wait when the board is away; it is a local file, so it is soon back or broken."""


class WebPlatform:
    """Delivers to the local workspace (a bot.platforms.port.PlatformPort)."""

    def __init__(self, board: BoardPort, hub: Hub) -> None:
        self._board = board
        self._hub = hub

    async def deliver(
        self, place: Place, view: View, *, nonce: str, replaces: str = "", pin: bool = False
    ) -> str:
        """Show a view, and return the id of its message.

        Raises TryLaterError and PlaceGoneError as every platform does, and ValueError for what
        no caller should ask: a private view in a channel, or a form in a message.
        """
        if isinstance(place, InChannel) and view.privacy is Privacy.PRIVATE:
            raise ValueError("a private view does not belong into a channel")
        if view.form is not None:
            raise ValueError("a form opens when somebody asks for it; a message cannot hold one")
        try:
            draft = await self._draft(place, view, nonce=nonce, pin=pin)
            message = await self._put(draft, view, replaces=replaces)
        except BoardAwayError as error:
            raise TryLaterError(PAUSE_SECONDS) from error
        self._hub.tell(Said(message.channel, message.only))
        return message.id

    async def _put(self, draft: Draft, view: View, *, replaces: str) -> Message:
        """Change the message that is to be replaced; where it is gone, post anew."""
        if replaces and (changed := await self._board.edit(replaces, view, pinned=draft.pinned)):
            return changed
        return await self._board.post(draft)

    async def _draft(self, place: Place, view: View, *, nonce: str, pin: bool) -> Draft:
        match place:
            case InChannel():
                channels = await self._board.channels(CONCORD)
                if place.channel not in {channel.id for channel in channels}:
                    raise PlaceGoneError
                return Draft(
                    place.channel,
                    CONCORD,
                    view=view,
                    thread=place.thread,
                    pinned=pin,
                    nonce=nonce,
                )
            case InPrivate(external_id=reader):
                personas = await self._board.personas()
                if reader not in {persona.external_id for persona in personas}:
                    raise PlaceGoneError
                return Draft(PRIVATE, CONCORD, view=view, only=reader, pinned=pin, nonce=nonce)
            case _:
                assert_never(place)
