"""One delivery's way to Slack: waits for its turn, and says in the port's words what went wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from bot.platforms.port import (
    NotYetError,
    OutcomeUnknownError,
    PlaceGoneError,
    WorkspaceGoneError,
)
from bot.platforms.slack.errors import (
    GoneError,
    RevokedError,
    SlackAwayError,
    SlackBusyError,
    SlackRefusedError,
    UnknownOutcomeError,
)
from bot.platforms.slack.ports import Calls, Payload, Site
from bot.platforms.slack.sending.breaker import Breaker
from bot.platforms.slack.sending.pacing import Pacing
from workflows.identifiers import WorkspaceId

LAYOUT: Final = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "invalid_attachments", "msg_blocks_too_long"}
)
"""Slack does not take the blocks of a message."""

UNCHANGEABLE: Final = frozenset({"cant_update_message", "edit_window_closed", "message_not_found"})
"""A message that is not there any more, or may not be edited any more."""

THREADS: Final = frozenset({"cannot_reply_to_message", "thread_locked", "thread_not_found"})
"""The message whose thread is meant takes no replies, or none any more."""

_PINS: Final = frozenset({"already_pinned", "no_pin", "not_pinnable", "too_many_pins"})

_EXPECTED: Final = LAYOUT | UNCHANGEABLE | THREADS | _PINS | {"msg_too_long", "no_text"}
"""Reasons that lie in one message; any other one makes us doubt whether Slack is well."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Calls Slack for one delivery to a workspace. `who` is the same whenever it is tried again."""

    calls: Calls
    pacing: Pacing
    breaker: Breaker
    site: Site
    workspace: WorkspaceId
    who: str

    async def call(self, method: str, /, **arguments: object) -> Payload:
        """Call a method when it is its turn. Raises SlackRefusedError and the port's errors."""
        self._wait(method, str(arguments.get("channel", "")), str(arguments.get("ts", "")))
        return await self.call_at_once(method, **arguments)

    async def call_at_once(self, method: str, /, **arguments: object) -> Payload:
        """Call a method without a turn: for what follows a refusal of the same."""
        with self._told(method, str(arguments.get("channel", ""))):
            answer = await self.calls.call(self.site, method, **arguments)
        self.breaker.worked(self.workspace)
        return answer

    async def upload(self, name: str, content: bytes, *, alt: str) -> str:
        """Upload a file that nobody sees yet, and return its id. Raises as `call` does."""
        method = "files.getUploadURLExternal"
        self._wait(method)
        try:
            with self._told(method):
                return await self.calls.upload(self.site, name, content, alt=alt)
        except OutcomeUnknownError:
            # Nobody sees a file before a message shows it.
            raise NotYetError(self.breaker.failed(self.workspace)) from None

    async def open(self) -> None:
        """Raise NotYetError while Slack is away; when it may be back, be the one who tries."""
        if seconds := self.breaker.seconds_left(self.workspace):
            raise NotYetError(seconds)
        if self.breaker.begin_trial(self.workspace):
            with self._told("auth.test"):
                await self.calls.call(self.site, "auth.test")

    def _wait(self, method: str, channel: str = "", message: str = "") -> None:
        seconds = self.pacing.seconds_until(
            self.workspace, method, who=self.who, channel=channel, message=message
        )
        if seconds:
            raise NotYetError(seconds)

    @contextmanager
    def _told(self, method: str, channel: str = "") -> Iterator[None]:
        try:
            yield
        except SlackBusyError as busy:
            self.pacing.hold(self.workspace, method, busy.seconds, who=self.who, channel=channel)
            raise NotYetError(busy.seconds) from None
        except SlackAwayError:
            raise NotYetError(self.breaker.failed(self.workspace)) from None
        except UnknownOutcomeError:
            self.breaker.failed(self.workspace)
            raise OutcomeUnknownError from None
        except RevokedError:
            raise WorkspaceGoneError from None
        except GoneError:
            raise PlaceGoneError from None
        except SlackRefusedError as refused:
            if refused.code not in _EXPECTED:
                self.breaker.doubted(self.workspace, self.who)
            raise
