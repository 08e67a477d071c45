"""How a connection to Discord stands: what it tells about itself, and how long it may be down."""

import asyncio

from typing_extensions import override

from bot.platforms.discord.gateway.pace import Pace


class Standing:
    """What a connection tells about itself. This one does not listen."""

    def identifies(self) -> None:
        """Note that a new session is asked for."""

    def is_up(self) -> None:
        """Note that people can be heard."""

    def is_down(self) -> None:
        """Note that nobody can be heard for now."""


class Watch(Standing):
    """Listens to one connection, and gives it only so many seconds in which it does not stand.

    discord.py notices when nothing comes from Discord any more. It does not notice when Discord
    takes a session and never says that it is ready, or sends us away each time we come.
    """

    def __init__(self, pace: Pace, limit: asyncio.Timeout, seconds: float) -> None:
        self._pace = pace
        self._limit = limit
        self._seconds = seconds
        self._is_over = False
        self.stands = False

    def end(self) -> None:
        """Listen no more: what discord.py still tells later is about a connection that is gone."""
        self._is_over = True
        self.stands = False

    @override
    def identifies(self) -> None:
        """Count the session. Raises TooManySessionsError."""
        self._pace.identifies()

    @override
    def is_up(self) -> None:
        """Let the connection stand for as long as it likes."""
        if self._may_change():
            self.stands = True
            self._pace.is_up()
            self._limit.reschedule(None)

    @override
    def is_down(self) -> None:
        """Begin to count the seconds, unless they are counted already."""
        if self.stands and self._may_change():
            self.stands = False
            self._pace.is_down()
            self._limit.reschedule(asyncio.get_running_loop().time() + self._seconds)

    def _may_change(self) -> bool:
        return not self._is_over and not self._limit.expired()
