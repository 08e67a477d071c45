"""Watches one request go out and its answer come in, before discord.py makes up its mind."""

import asyncio
from typing import Any, Final

import aiohttp
import discord
from typing_extensions import override

from bot.platforms.discord.errors import (
    DiscordAwayError,
    DiscordBusyError,
    DiscordError,
    UnknownOutcomeError,
)
from bot.platforms.discord.sending.answers import Answer, error_in

TRY_SECONDS: Final = 5.0
"""How long a request may wait for its turn on its route, and then for its answer."""

LINGER_SECONDS: Final = 0.5
"""How long discord.py may go on after the answer has come: it likes to wait within a request until
the limit of its route begins anew."""


class Watch(discord.File):
    """One try of a request.

    To discord.py this is a file that it rewinds whenever it sends: the only way to be told that a
    request is about to leave. `is_repeatable` says that asking again would do no harm, and
    `is_harmless` that asking never has an effect.
    """

    __slots__ = ("answer", "deadline", "is_harmless", "is_repeatable", "is_sent")

    def __init__(self, *, is_repeatable: bool, is_harmless: bool) -> None:  # no file is opened
        self.is_repeatable = is_repeatable
        self.is_harmless = is_harmless
        self.is_sent = False
        self.answer: Answer | None = None
        self.deadline = asyncio.timeout(None)

    @override
    def reset(self, **_: object) -> None:
        self.is_sent = True
        self._give(TRY_SECONDS)

    async def see(self, response: aiohttp.ClientResponse) -> None:
        """Keep an answer; raise the error that it stands for."""
        headers = {name.lower(): text for name, text in response.headers.items()}
        self.answer = Answer(response.status, await response.read(), headers)
        self._give(LINGER_SECONDS)
        if error := self._error():
            raise error

    def outcome(self) -> Any:  # noqa: ANN401 - an object, a list or nothing, as each route answers
        """Return what was answered, or raise what its absence means."""
        if self.answer is None:
            raise self._silence()
        if error := self._error():
            raise error
        try:
            return self.answer.value()
        except (ValueError, RecursionError):
            raise self._lost() from None

    def _error(self) -> DiscordError | None:
        assert self.answer  # noqa: S101 - asked only about an answer
        return error_in(self.answer, is_repeatable=self.is_repeatable)

    def _silence(self) -> DiscordError:
        return self._lost() if self.is_sent else DiscordBusyError(TRY_SECONDS)

    def _lost(self) -> DiscordError:
        return DiscordAwayError() if self.is_harmless else UnknownOutcomeError()

    def _give(self, seconds: float) -> None:
        if not self.deadline.expired():
            self.deadline.reschedule(asyncio.get_running_loop().time() + seconds)
