"""Puts the parts of one message where they belong: posts, changes, takes away, pins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import structlog

from bot.platforms.port import (
    DeliveryError,
    NotYetError,
    OutcomeUnknownError,
    PlaceGoneError,
    ReplacedGoneError,
)
from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.ports import Payload, SlackMessage
from bot.platforms.slack.sending.errand import LAYOUT, THREADS, UNCHANGEABLE, Errand
from bot.platforms.slack.sending.plainly import plainly
from bot.platforms.slack.sending.refs import UNKNOWN, Ref

SETTLE_SECONDS: Final = 3.0
"""How long to wait before a message is tried again whose picture Slack was still busy with."""

_AS_WRITTEN: Final = {"parse": "none", "link_names": False}
_WITHOUT_PREVIEWS: Final = {"unfurl_links": False, "unfurl_media": False}
"""No name becomes a mention, no address a link or a preview."""

_log = structlog.get_logger(__name__)


class Posting:
    """One message on its way into a channel. `ref` is what of it stands there, also half way.

    The first part stands by itself or in the thread it belongs to, the others in its thread.
    `is_settling` says that a refusal may be due to a picture which Slack has only just been given.
    """

    def __init__(self, errand: Errand, channel: str, ref: Ref | None, *, is_settling: bool) -> None:
        self.ref = ref
        self._errand = errand
        self._channel = channel
        self._is_settling = is_settling

    async def show(self, messages: Sequence[SlackMessage], *, thread: str) -> None:
        """Show all parts, in place of those that stand there."""
        first, *others = messages
        ref = self.ref
        if ref is None:
            ref = self.ref = Ref(self._channel, await self._post(first, thread))
        elif not await self._change(ref.ts, first):
            raise ReplacedGoneError
        for number, part in enumerate(others):
            await self._show_part(thread or ref.ts, number, part)
        while len(self._shown.parts) > len(others):
            await self._take_away_last_part()

    async def pin(self, *, wanted: bool) -> None:
        """Pin the message or take the pin off, unless that was done before."""
        ref = self._shown
        if ref.is_pinned == wanted:
            return
        method = "pins.add" if wanted else "pins.remove"
        try:
            await self._errand.call(method, channel=ref.channel, timestamp=ref.ts)
        except (PlaceGoneError, SlackRefusedError) as refused:
            _log.info("slack_pin_refused", workspace=self._errand.workspace, code=str(refused))
        self.ref = replace(ref, is_pinned=wanted)

    @property
    def _shown(self) -> Ref:
        assert self.ref  # noqa: S101 - only `show` comes before this
        return self.ref

    async def _show_part(self, thread: str, number: int, part: SlackMessage) -> None:
        """Change a further part, or post it; one that may be there already stays as it is."""
        before = self._shown
        ts = before.parts[number] if number < len(before.parts) else ""
        if ts == UNKNOWN or (ts and await self._change(ts, part)):
            return
        self.ref = _with_part(before, number, UNKNOWN)  # until Slack has answered
        try:
            ts = await self._post(part, thread)
        except OutcomeUnknownError:
            raise
        except DeliveryError:
            self.ref = before
            raise
        self.ref = _with_part(before, number, ts)

    async def _post(self, message: SlackMessage, thread: str) -> str:
        try:
            answer = await self._say("chat.postMessage", message, thread_ts=thread or None)
        except SlackRefusedError as refused:
            if refused.code not in THREADS or not thread:
                raise
            answer = await self._say("chat.postMessage", message, is_second=True)
        ts = answer.get("ts")
        if not isinstance(ts, str) or not ts:
            raise OutcomeUnknownError
        return ts

    async def _change(self, ts: str, message: SlackMessage) -> bool:
        """Change a message; return False if that one cannot be changed any more."""
        try:
            await self._say("chat.update", message, ts=ts)
        except SlackRefusedError as refused:
            if refused.code not in UNCHANGEABLE:
                raise
            return False
        return True

    async def _take_away_last_part(self) -> None:
        ref = self._shown
        *others, last = ref.parts
        try:
            if last != UNKNOWN:
                await self._errand.call("chat.delete", channel=self._channel, ts=last)
        except SlackRefusedError as refused:
            _log.info("slack_part_not_deleted", code=refused.code)
        self.ref = replace(ref, parts=tuple(others))

    async def _say(
        self, method: str, message: SlackMessage, *, is_second: bool = False, **more: object
    ) -> Payload:
        """Send a message, and once more in plain sections if Slack does not take its blocks.

        Whatever follows a refusal at once does not wait for another turn.
        """
        call = self._errand.call_at_once if is_second else self._errand.call
        try:
            return await call(method, **self._written(method, message), **more)
        except SlackRefusedError as refused:
            if refused.code not in LAYOUT:
                raise
            if self._is_settling:
                raise NotYetError(SETTLE_SECONDS) from None
            _log.warning("slack_layout_refused", code=refused.code)
            written = self._written(method, plainly(message))
            return await self._errand.call_at_once(method, **written, **more)

    def _written(self, method: str, message: SlackMessage) -> Mapping[str, object]:
        return {
            "channel": self._channel,
            "text": message.text,
            "blocks": list(message.blocks),
            **_AS_WRITTEN,
            **(_WITHOUT_PREVIEWS if method == "chat.postMessage" else {}),
        }


def _with_part(ref: Ref, number: int, ts: str) -> Ref:
    return replace(ref, parts=(*ref.parts[:number], ts, *ref.parts[number + 1 :]))
