"""Puts the parts of one message where they belong: posts, changes, takes away, pins."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import structlog

from bot.platforms.discord.errors import DiscordRefusedError
from bot.platforms.discord.ports import DiscordMessage, Payload
from bot.platforms.discord.sending.answers import (
    MISSING_ACCESS,
    MISSING_PERMISSION,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
)
from bot.platforms.discord.sending.errand import WRONG_KIND, Errand, id_in
from bot.platforms.discord.sending.forums import Forum, Posts
from bot.platforms.discord.sending.refs import Ref
from bot.platforms.discord.sending.spots import ARCHIVED_AFTER, LONGEST_NAME, Spot, Spots
from bot.platforms.port import ReplacedGoneError

LONGEST_NONCE: Final = 25

ARCHIVED: Final = 50083
LOCKED: Final = 160005
NOT_OURS: Final = 50005

_UNCHANGEABLE: Final = frozenset({UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, NOT_OURS, ARCHIVED})
_THREAD_SHUT: Final = WRONG_KIND | {
    ARCHIVED,
    LOCKED,
    MISSING_ACCESS,
    MISSING_PERMISSION,
    UNKNOWN_CHANNEL,
}

_log = structlog.get_logger(__name__)


class Posting:
    """One message on its way, and its title. `ref` is what of it stands there, also half way."""

    def __init__(
        self, errand: Errand, spots: Spots, posts: Posts, title: str, ref: Ref | None
    ) -> None:
        self.ref = ref
        self._errand = errand
        self._spots = spots
        self._posts = posts
        self.title = title

    async def change(self, messages: Sequence[DiscordMessage]) -> None:
        """Show all parts in place of those that stand there.

        Raises DiscordRefusedError and the port's errors.
        """
        if not await self._change(self._shown.message, messages[0]):
            raise ReplacedGoneError
        await self._show_others(messages)

    async def post(self, messages: Sequence[DiscordMessage], spot: Spot) -> None:
        """Show all parts where nothing stands yet. Raises as `change` does."""
        self.ref = await self._begin(spot, messages[0])
        await self._show_others(messages)

    async def pin(self, *, wanted: bool) -> None:
        """Pin the message or take the pin off, unless that was done before."""
        ref = self._shown
        if ref.is_pinned == wanted:
            return
        verb = "PUT" if wanted else "DELETE"
        try:
            await self._errand.call(verb, f"/channels/{ref.channel}/messages/pins/{ref.message}")
        except DiscordRefusedError as refused:
            _log.info("discord_pin_refused", workspace=self._errand.workspace, code=refused.code)
        self.ref = replace(ref, is_pinned=wanted)

    @property
    def _shown(self) -> Ref:
        assert self.ref  # noqa: S101 - only what is shown has parts and a pin
        return self.ref

    async def _begin(self, spot: Spot, message: DiscordMessage) -> Ref:
        if spot.forum:
            return await self._begin_post(spot.channel, spot.forum, message)
        if spot.thread_of:
            return await self._reply(spot.thread_of, message)
        return await self._at(spot, message)

    async def _begin_post(self, channel: str, forum: Forum, message: DiscordMessage) -> Ref:
        post = {
            "name": self.title[:LONGEST_NAME],
            "auto_archive_duration": ARCHIVED_AFTER,
            "applied_tags": list(forum.tags_for(self.title)),
        }
        id_ = await self._posts.begin(self._errand, channel, message, post)
        return Ref(id_, id_)

    async def _reply(self, root: Ref, message: DiscordMessage) -> Ref:
        """Post in the thread of a message; in one made anew if it is gone; else beside it."""
        thread = Spot(root.message, thread_of=root)
        try:
            return await self._at(thread, message)
        except DiscordRefusedError as refused:
            if refused.code not in _THREAD_SHUT:
                raise
            aside = self._spots.without_thread(root)
            if refused.code == UNKNOWN_CHANNEL:
                aside = await self._spots.below(self._errand, root, self.title)
        try:
            return await self._at(aside, message)
        except DiscordRefusedError as refused:
            if refused.code != UNKNOWN_CHANNEL or aside.thread_of is None:
                raise
            return await self._at(self._spots.without_thread(root), message)

    async def _at(self, spot: Spot, message: DiscordMessage) -> Ref:
        return Ref(spot.channel, await self._post(spot, message, self._errand.nonce))

    async def _show_others(self, messages: Sequence[DiscordMessage]) -> None:
        others = messages[1:]
        for number, part in enumerate(others):
            await self._show_part(number, part)
        while len(self._shown.parts) > len(others):
            await self._take_away_last_part()

    async def _show_part(self, number: int, part: DiscordMessage) -> None:
        ref = self._shown
        if number < len(ref.parts) and await self._change(ref.parts[number], part):
            return
        nonce = f"{self._errand.nonce}.{number}"
        id_ = await self._post(Spot(ref.channel), part, nonce)
        self.ref = replace(ref, parts=(*ref.parts[:number], id_, *ref.parts[number + 1 :]))

    async def _post(self, spot: Spot, message: DiscordMessage, nonce: str) -> str:
        """Post a message and return its id; the same nonce makes no second one.

        Discord says that a message is unknown if it was posted with this nonce and taken away.
        """
        body = {**message.body, **_nonce(nonce), **_reference(spot.answers)}
        sent = DiscordMessage(body, message.attachments)
        path = f"/channels/{spot.channel}/messages"
        try:
            answer = await self._awake(spot.channel, "POST", path, sent)
        except DiscordRefusedError as refused:
            if refused.code != UNKNOWN_MESSAGE:
                raise
            sent = DiscordMessage({**body, **_nonce(f"{nonce}~")}, message.attachments)
            answer = await self._errand.call("POST", path, sent.body, sent.attachments)
        return id_in(answer)

    async def _change(self, id_: str, message: DiscordMessage) -> bool:
        """Change a message; return False if that one cannot be changed any more.

        The files that it showed before are left out.
        """
        channel = self._shown.channel
        sent = DiscordMessage({"attachments": [], **message.body}, message.attachments)
        try:
            await self._awake(channel, "PATCH", f"/channels/{channel}/messages/{id_}", sent)
        except DiscordRefusedError as refused:
            if refused.code not in _UNCHANGEABLE:
                raise
            return False
        return True

    async def _awake(self, channel: str, verb: str, path: str, sent: DiscordMessage) -> Any:  # noqa: ANN401 - as Errand.call
        """Send a message; if its thread has gone to the archive, take it out and send it again."""
        try:
            return await self._errand.call(verb, path, sent.body, sent.attachments)
        except DiscordRefusedError as refused:
            if refused.code != ARCHIVED:
                raise
            await self._unarchive(channel, refused)
        return await self._errand.call(verb, path, sent.body, sent.attachments)

    async def _unarchive(self, thread: str, archived: DiscordRefusedError) -> None:
        try:
            await self._errand.call("PATCH", f"/channels/{thread}", {"archived": False})
        except DiscordRefusedError:  # somebody has locked it
            raise archived from None

    async def _take_away_last_part(self) -> None:
        ref = self._shown
        *others, last = ref.parts
        try:
            await self._errand.call("DELETE", f"/channels/{ref.channel}/messages/{last}")
        except DiscordRefusedError as refused:
            _log.info("discord_part_not_deleted", code=refused.code)
        self.ref = replace(ref, parts=tuple(others))


def _nonce(nonce: str) -> Payload:
    return {"nonce": nonce[-LONGEST_NONCE:], "enforce_nonce": True}


def _reference(root: Ref | None) -> Payload:
    if root is None:
        return {}
    reference = {
        "channel_id": root.channel,
        "message_id": root.message,
        "fail_if_not_exists": False,
    }
    return {"message_reference": reference}
