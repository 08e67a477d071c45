"""What installing asks of the program around it: what is kept, and for how long."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.platforms.slack.ports import Installations, OrgId, TeamId

STATE_LASTS: Final = timedelta(minutes=10)
"""How long somebody may take from the install page through Slack and back."""


class KeptAwayError(Exception):
    """What is kept cannot be reached right now; try again later."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a call is made with; `expires_at` is None for a token that does not expire."""

    bot_token: str = field(repr=False)
    refresh_token: str = field(default="", repr=False)
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """An installation whose token expires soon; `generation` tells it from those before it."""

    generation: str
    id: str
    refresh_token: str = field(repr=False)


class Renewals(Protocol):
    """Hands out installations whose tokens expire soon, each to one process at a time."""

    async def claim(self) -> Due | None:
        """Return the next one, which is nobody else's for two minutes; None if there is none."""
        ...

    async def renew(self, due: Due, tokens: Tokens) -> bool:
        """Keep new tokens; say whether the installation still wanted them.

        Raises KeptAwayError; then the tokens are not kept yet.
        """
        ...

    async def put_off(self, due: Due, pause: timedelta) -> None:
        """Let nobody take this one on for a while."""
        ...


class States(Protocol):
    """The installations that somebody has begun in a browser."""

    async def begin(self, state: str, browser: str, team: str) -> bool:
        """Keep a beginning for ten minutes; say whether there was room."""
        ...

    async def take(self, state: str, browser: str) -> str | None:
        """Return the team that a beginning was announced for, or an empty text; once.

        None if it was not begun in this browser, was used already, or is too old.
        """
        ...


class LivingInstallations(Installations, Protocol):
    """Installations of organisations, too, which let Concord into some of their workspaces."""

    async def end_by(self, team: TeamId, org: OrgId, at: datetime) -> None:
        """End an installation, unless it was made after this instant."""
        ...

    async def let_in(self, teams: Iterable[TeamId], org: OrgId) -> None:
        """Note that an organisation has let Concord into some of its workspaces."""
        ...

    async def put_out(self, teams: Iterable[TeamId], org: OrgId) -> None:
        """Note that an organisation has taken Concord out of some of its workspaces."""
        ...
