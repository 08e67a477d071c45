"""Finds where in Discord a message goes: a channel, a thread, a post of a forum, or a chat."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar, assert_never

from bot.platforms.discord.errors import DiscordRefusedError, GoneError
from bot.platforms.discord.sending.answers import UNKNOWN_CHANNEL
from bot.platforms.discord.sending.errand import Errand, id_in
from bot.platforms.discord.sending.forums import Forum, forum_in
from bot.platforms.discord.sending.refs import Ref
from bot.platforms.port import InChannel, InPrivate, Place

LONGEST_NAME: Final = 100
ARCHIVED_AFTER: Final = 10_080
"""Minutes without a message until a thread leaves the list: a week, the longest there is."""

THREAD_EXISTS: Final = 160004

KNOWN_FOR: Final = timedelta(minutes=10)
"""How long it is remembered what a channel is, and that no threads can be made in it."""

MOST_KNOWN: Final = 20_000

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Spot:
    """A channel to post in.

    `thread_of` says that it is the thread of that message, and `answers` that what is posted is a
    reply to that message. With a `forum`, each message begins a post of its own.
    """

    channel: str
    thread_of: Ref | None = None
    answers: Ref | None = None
    forum: Forum | None = None


class Spots:
    """Finds spots, and remembers what it found."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._forums = OrderedDict[str, tuple[datetime, Forum | None]]()
        self._threads = OrderedDict[str, bool]()
        self._threadless = OrderedDict[str, datetime]()
        self._chats = OrderedDict[str, str]()

    async def of(self, errand: Errand, place: Place, title: str) -> Spot:
        """Return where a new message goes. Raises DiscordRefusedError and the port's errors."""
        match place:
            case InPrivate(external_id=reader):
                return Spot(await self._chat_with(errand, reader))
            case InChannel(thread="", channel=channel):
                return Spot(channel, forum=await self._forum(errand, channel))
            case InChannel(thread=thread):
                return await self.below(errand, Ref.read(thread), title)
            case _:
                assert_never(place)

    def forget(self, spot: Spot) -> None:
        """Look a spot up anew when it is needed next: it was not what it seemed to be."""
        self._forums.pop(spot.channel, None)
        self._threads.pop(spot.channel, None)

    def forget_chat(self, reader: str) -> None:
        """Look somebody's chat up anew when it is needed next."""
        self._chats.pop(reader, None)

    def without_thread(self, root: Ref) -> Spot:
        """Return the spot for a reply that cannot stand in the thread of its root."""
        self._threads.pop(root.message, None)
        return Spot(root.channel, answers=root)

    async def below(self, errand: Errand, root: Ref, title: str) -> Spot:
        """Return where a reply to a message goes: its thread, its post, or beside it."""
        if root.opens_channel:
            return Spot(root.channel)
        since = self._threadless.get(root.channel)
        if since and self._now() - since < KNOWN_FOR:
            return self.without_thread(root)
        try:
            await self._open_thread(errand, root, title)
        except DiscordRefusedError as refused:
            if isinstance(refused, GoneError) and refused.code == UNKNOWN_CHANNEL:
                raise
            if refused.status == 403:  # noqa: PLR2004 - that is Forbidden, and is counted (see budget)
                _keep(self._threadless, root.channel, self._now())
            return self.without_thread(root)
        return Spot(root.message, thread_of=root)

    async def _open_thread(self, errand: Errand, root: Ref, title: str) -> None:
        """Make the thread of a message, which has the id of that message, unless there is one."""
        if root.message in self._threads:
            return
        path = f"/channels/{root.channel}/messages/{root.message}/threads"
        body = {"name": title[:LONGEST_NAME], "auto_archive_duration": ARCHIVED_AFTER}
        try:
            await errand.call("POST", path, body)
        except DiscordRefusedError as refused:
            if refused.code != THREAD_EXISTS:
                raise
        _keep(self._threads, root.message, value=True)

    async def _forum(self, errand: Errand, channel: str) -> Forum | None:
        """Return the forum that a channel is, or None if people write in it directly."""
        since, forum = self._forums.get(channel, (None, None))
        if since is None or self._now() - since >= KNOWN_FOR:
            forum = forum_in(await errand.call("GET", f"/channels/{channel}"))
            _keep(self._forums, channel, (self._now(), forum))
        return forum

    async def _chat_with(self, errand: Errand, reader: str) -> str:
        """Return the channel of a person's private messages; it stays the same for good."""
        if reader not in self._chats:
            opened = await errand.call("POST", "/users/@me/channels", {"recipient_id": reader})
            _keep(self._chats, reader, id_in(opened))
        return self._chats[reader]


def _keep(known: OrderedDict[K, V], key: K, value: V) -> None:
    known[key] = value
    if len(known) > MOST_KNOWN:
        known.popitem(last=False)
