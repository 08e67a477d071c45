"""Posts in forums: each root message begins one; what may have been begun is looked for."""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.platforms.discord.ports import DiscordMessage, Payload
from bot.platforms.discord.sending.errand import Errand, id_in
from bot.platforms.port import OutcomeUnknownError

FORUM: Final = 15
MEDIA: Final = 16
_NEEDS_TAG: Final = 1 << 4

MOST_TAGS: Final = 5
MOST_DOUBTS: Final = 1_000

CLOCKS_DIFFER: Final = timedelta(minutes=1)
"""How far Discord's clock may be away from ours."""

_EPOCH: Final = datetime(2015, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that a post of a forum can have."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Forum:
    """A channel in which each message begins a post of its own."""

    tags: tuple[Tag, ...]
    needs_tag: bool = False

    def tags_for(self, title: str) -> tuple[str, ...]:
        """Return the tags that are named in a title; the first one if there has to be one."""
        named = [tag.id for tag in self.tags if _is_in(tag.name, title)]
        if not named and self.needs_tag:
            named = [tag.id for tag in self.tags]
            return tuple(named[:1])
        return tuple(named[:MOST_TAGS])


def forum_in(channel: Payload) -> Forum | None:
    """Return the forum that a channel of Discord's is, or None if it is not one.

    A tag that only moderators may set is left out.
    """
    if channel.get("type") not in {FORUM, MEDIA}:
        return None
    tags = tuple(
        Tag(str(tag["id"]), str(tag["name"]))
        for tag in channel.get("available_tags") or ()
        if not tag.get("moderated")
    )
    return Forum(tags, needs_tag=bool(channel.get("flags", 0) & _NEEDS_TAG))


class Posts:
    """Begins posts. Discord knows no nonce for them, so each doubt is remembered here."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._doubts = OrderedDict[str, datetime]()

    async def begin(
        self, errand: Errand, channel: str, message: DiscordMessage, post: Payload
    ) -> str:
        """Begin a post and return its id, which is also that of its first message.

        One that a request with the same nonce may have begun before is looked for first.
        """
        since = self._doubts.get(errand.nonce)
        if since and (found := await self._find(errand, channel, str(post["name"]), since)):
            self._doubts.pop(errand.nonce, None)
            return found
        self._doubts.setdefault(errand.nonce, self._now())
        if len(self._doubts) > MOST_DOUBTS:
            self._doubts.popitem(last=False)
        try:
            answer = await errand.call(
                "POST",
                f"/channels/{channel}/threads",
                {**post, "message": message.body},
                message.attachments,
            )
        except OutcomeUnknownError:
            raise
        except Exception:
            self._doubts.pop(errand.nonce, None)
            raise
        self._doubts.pop(errand.nonce, None)
        return id_in(answer)

    async def _find(self, errand: Errand, channel: str, name: str, since: datetime) -> str:
        """Return a post of ours that was begun since then, or nothing."""
        us = (await errand.call("GET", "/users/@me"))["id"]
        answer = await errand.call("GET", f"/guilds/{await errand.server()}/threads/active")
        return next(iter(_posts(answer["threads"], (channel, us, name), since)), "")


def _posts(threads: Iterable[Any], wanted: tuple[str, str, str], since: datetime) -> Iterable[str]:
    for thread in threads:
        found = (thread.get("parent_id"), thread.get("owner_id"), thread.get("name"))
        if found == wanted and _made_at(thread["id"]) >= since - CLOCKS_DIFFER:
            yield thread["id"]


def _made_at(snowflake: str) -> datetime:
    return _EPOCH + timedelta(milliseconds=int(snowflake) >> 22)


def _is_in(name: str, title: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.IGNORECASE) is not None
