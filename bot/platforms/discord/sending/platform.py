"""Concord's way to Discord: shows a view in a channel or in a direct message, or changes it."""

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, assert_never

from bot.platforms.discord.errors import DiscordRefusedError
from bot.platforms.discord.ports import Calls, DiscordMessage, Servers
from bot.platforms.discord.sending.answers import MISSING_PERMISSION
from bot.platforms.discord.sending.breaker import Breaker, Edits, Shut
from bot.platforms.discord.sending.errand import WRONG_KIND, Errand
from bot.platforms.discord.sending.forums import Posts
from bot.platforms.discord.sending.pictures import Paint, painted
from bot.platforms.discord.sending.posting import Posting
from bot.platforms.discord.sending.refs import Ref
from bot.platforms.discord.sending.spots import Spot, Spots
from bot.platforms.port import (
    DeliveryError,
    InChannel,
    InPrivate,
    NotYetError,
    OutcomeUnknownError,
    Place,
    PlaceGoneError,
    WorkspaceGoneError,
)
from workflows.pictures.drawings import Drawing
from workflows.views import Privacy, View

Draw = Callable[[View, str, Mapping[Drawing, bytes]], tuple[DiscordMessage, ...]]
"""Draws a view as messages: with the id of the server that its buttons are about, which only a
direct message needs, and with the pictures that there are."""

PREPARE_SECONDS: Final = 4.0
SHOW_SECONDS: Final = 7.0
"""How long it may take until a message can be posted, and then until all of it is there; together
less than an attempt of bot.delivery, so that nothing is cut off whose end we could know."""

PAUSE_SECONDS: Final = 5.0
"""How long to wait when Discord, or our own database, was too slow with what comes first."""

TOO_BIG: Final = 40005
FILES_REFUSED: Final = frozenset({MISSING_PERMISSION, TOO_BIG})
"""Concord may not attach files there, or not such big ones: the words do without pictures."""


@dataclass(frozen=True, slots=True)
class _Going:
    """What goes out and where, if anything new: the messages, and these without pictures.

    `wordy` is None where there are no pictures anyway.
    """

    messages: tuple[DiscordMessage, ...]
    wordy: tuple[DiscordMessage, ...] | None
    spot: Spot | None


class DiscordPlatform:
    """Delivers to Discord (a bot.platforms.port.PlatformPort)."""

    def __init__(
        self,
        calls: Calls,
        servers: Servers,
        *,
        draw: Draw,
        paint: Paint,
        now: Callable[[], datetime],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._calls = calls
        self._servers = servers
        self._draw = draw
        self._paint = paint
        self._breaker = Breaker(now, chance)
        self._shut = Shut(now)
        self._edits = Edits(now)
        self._spots = Spots(now)
        self._posts = Posts(now)

    async def deliver(
        self, place: Place, view: View, *, nonce: str, replaces: str = "", pin: bool = False
    ) -> str:
        """Show a view, and return the reference of its message (see `refs`).

        Raises DeliveryError and its kinds, and ValueError for what no caller should ask: a private
        view in a channel, or a form in a message.
        """
        if isinstance(place, InChannel) and view.privacy is Privacy.PRIVATE:
            raise ValueError("a private view does not belong into a channel")
        ref = Ref.read(replaces) if replaces else None
        if ref and (seconds := self._edits.seconds_until(ref.message)):
            raise NotYetError(seconds)
        self._shut.check(place.workspace)
        self._shut.check(_key(place))
        errand = Errand(self._calls, self._servers, self._breaker, place.workspace, nonce)
        posting = Posting(errand, self._spots, self._posts, view.title, ref)
        try:
            await self._deliver(errand, posting, place, view, pin=pin)
        except DeliveryError as error:
            self._remember(place, error)
            error.ref = str(posting.ref or "")
            raise
        return str(posting.ref)

    async def _deliver(
        self, errand: Errand, posting: Posting, place: Place, view: View, *, pin: bool
    ) -> None:
        try:
            async with asyncio.timeout(PREPARE_SECONDS):
                going = await errand.in_words(self._going(errand, posting, place, view))
        except TimeoutError:
            raise NotYetError(PAUSE_SECONDS) from None
        try:
            async with asyncio.timeout(SHOW_SECONDS):
                await errand.in_words(self._show(errand, posting, place, going))
                await posting.pin(wanted=pin)
        except TimeoutError:
            raise OutcomeUnknownError from None

    async def _going(self, errand: Errand, posting: Posting, place: Place, view: View) -> _Going:
        """Do all that nobody reads: what is asked again is done again."""
        server = await errand.server() if isinstance(place, InPrivate) else ""
        spot = None if posting.ref else await self._spots.of(errand, place, view.title)
        pictures = await painted(view, self._paint)
        messages = self._draw(view, server, pictures)
        wordy = self._draw(view, server, {}) if pictures else None
        return _Going(messages, wordy, spot)

    async def _show(self, errand: Errand, posting: Posting, place: Place, going: _Going) -> None:
        """Show it; once more without its pictures, or elsewhere, if that is what was refused."""
        try:
            await self._put(posting, going.messages, going.spot)
        except DiscordRefusedError as refused:
            spot, messages = going.spot, going.messages
            if refused.code in FILES_REFUSED and going.wordy:
                messages = going.wordy
            elif refused.code in WRONG_KIND and spot:
                self._spots.forget(spot)
                spot = await self._spots.of(errand, place, posting.title)
            else:
                raise
            await self._put(posting, messages, spot)

    async def _put(
        self, posting: Posting, messages: Sequence[DiscordMessage], spot: Spot | None
    ) -> None:
        if posting.ref:
            self._edits.note(posting.ref.message)
            await posting.change(messages)
        else:
            assert spot  # noqa: S101 - found wherever nothing stands yet
            await posting.post(messages, spot)

    def _remember(self, place: Place, error: DeliveryError) -> None:
        """Leave in peace for a while what is gone; look somebody's chat up anew."""
        if isinstance(error, WorkspaceGoneError):
            self._shut.close(place.workspace, WorkspaceGoneError)
        if isinstance(error, PlaceGoneError):
            self._shut.close(_key(place), type(error))
            if isinstance(place, InPrivate):
                self._spots.forget_chat(place.external_id)


def _key(place: Place) -> str:
    match place:
        case InChannel(workspace=workspace, channel=channel):
            return f"{workspace}/{channel}"
        case InPrivate(workspace=workspace, external_id=reader):
            return f"{workspace}/{reader}"
        case _:
            assert_never(place)
