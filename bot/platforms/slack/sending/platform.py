"""Concord's way to Slack: shows a view in a channel or in somebody's messages, or changes it."""

import asyncio
import random
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count
from typing import Final, assert_never

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
from bot.platforms.slack.installing.ports import KeptAwayError
from bot.platforms.slack.ports import Calls, Installations, NotInstalledError, Site, SlackMessage
from bot.platforms.slack.sending.breaker import Breaker
from bot.platforms.slack.sending.calls import channel_of
from bot.platforms.slack.sending.errand import Errand
from bot.platforms.slack.sending.pacing import Pacing
from bot.platforms.slack.sending.pictures import Paint, Pictures
from bot.platforms.slack.sending.posting import Posting
from bot.platforms.slack.sending.refs import Ref
from workflows.identifiers import WorkspaceId
from workflows.pictures.drawings import Drawing
from workflows.views import Privacy, View

Draw = Callable[[View, Mapping[Drawing, str]], tuple[SlackMessage, ...]]
"""Draws a view as messages, with the files that Slack has of its pictures."""

PREPARE_SECONDS: Final = 4.0
SHOW_SECONDS: Final = 7.0
"""How long it may take until a message can be posted, and then until all of it is there; together
less than an attempt of bot.delivery, so that nothing is cut off whose end we could know."""

PAUSE_SECONDS: Final = 5.0
"""How long to wait when Slack, or our own database, was too slow with what comes first."""

MOST_CHATS: Final = 20_000


class SlackPlatform:
    """Delivers to Slack (a bot.platforms.port.PlatformPort)."""

    def __init__(
        self,
        calls: Calls,
        installations: Installations,
        *,
        draw: Draw,
        paint: Paint,
        now: Callable[[], datetime],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._calls = calls
        self._installations = installations
        self._draw = draw
        self._pictures = Pictures(paint, now)
        self._pacing = Pacing(now)
        self._breaker = Breaker(now, chance)
        self._waiting = map(str, count())
        self._chats = OrderedDict[tuple[WorkspaceId, str], str]()

    async def deliver(
        self, place: Place, view: View, *, nonce: str, replaces: str = "", pin: bool = False
    ) -> str:
        """Show a view, and return the reference of its message (see `refs`).

        Raises DeliveryError and its kinds, and ValueError for what no caller should ask: a private
        view in a channel, or a form in a message.
        """
        if isinstance(place, InChannel) and view.privacy is Privacy.PRIVATE:
            raise ValueError("a private view does not belong into a channel")
        posting, messages = await self._prepared(place, view, nonce, replaces)
        thread = Ref.read(place.thread).ts if isinstance(place, InChannel) and place.thread else ""
        try:
            async with asyncio.timeout(SHOW_SECONDS):
                await posting.show(messages, thread=thread)
                await posting.pin(wanted=pin)
        except TimeoutError:
            raise _so_far(posting, OutcomeUnknownError()) from None
        except DeliveryError as error:
            self._forget_chat(place, error)
            raise _so_far(posting, error) from None
        return str(posting.ref)

    async def pictures(self, site: Site, view: View) -> Mapping[Drawing, str]:
        """Return the file of each picture in a view that somebody waits for.

        Raises DeliveryError and its kinds.
        """
        workspace = await self._installations.workspace(site)
        errand = Errand(
            self._calls, self._pacing, self._breaker, site, workspace, who=next(self._waiting)
        )
        return await self._pictures.of(errand, view)

    async def _prepared(
        self, place: Place, view: View, nonce: str, replaces: str
    ) -> tuple[Posting, tuple[SlackMessage, ...]]:
        """Do all that nobody sees: what is asked again is done again."""
        ref = Ref.read(replaces) if replaces else None
        try:
            async with asyncio.timeout(PREPARE_SECONDS):
                errand = await self._errand(place.workspace, nonce)
                await errand.open()
                pictures = await self._pictures.of(errand, view)
                channel = ref.channel if ref else await self._channel(errand, place)
        except TimeoutError:
            raise NotYetError(PAUSE_SECONDS) from None
        is_settling = self._pictures.are_settling(errand, view)
        return Posting(errand, channel, ref, is_settling=is_settling), self._draw(view, pictures)

    async def _errand(self, workspace: WorkspaceId, nonce: str) -> Errand:
        try:
            site = await self._installations.site(workspace)
        except NotInstalledError:
            raise WorkspaceGoneError from None
        except KeptAwayError:
            raise NotYetError(PAUSE_SECONDS) from None
        return Errand(self._calls, self._pacing, self._breaker, site, workspace, nonce)

    async def _channel(self, errand: Errand, place: Place) -> str:
        match place:
            case InChannel(channel=channel):
                return channel
            case InPrivate(external_id=reader):
                return await self._chat_with(errand, reader)
            case _:
                assert_never(place)

    async def _chat_with(self, errand: Errand, reader: str) -> str:
        """Return the channel of a person's private messages; it stays the same for good."""
        key = (errand.workspace, reader)
        if key not in self._chats:
            self._chats[key] = channel_of(await errand.call("conversations.open", users=reader))
            if len(self._chats) > MOST_CHATS:
                self._chats.popitem(last=False)
        return self._chats[key]

    def _forget_chat(self, place: Place, error: DeliveryError) -> None:
        """Look somebody's private messages up anew when they were not there any more."""
        if isinstance(place, InPrivate) and isinstance(error, PlaceGoneError):
            self._chats.pop((place.workspace, place.external_id), None)


def _so_far(posting: Posting, error: DeliveryError) -> DeliveryError:
    """Return an error that says what stands there all the same."""
    error.ref = str(posting.ref or "")
    return error
