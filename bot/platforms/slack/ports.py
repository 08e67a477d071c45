"""What the parts of the Slack adapter ask of each other and of the program around them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NewType, Protocol

from workflows.identifiers import WorkspaceId

Payload = Mapping[str, Any]
"""A JSON object as Slack sends or takes it. Its shape is checked where it is read."""

TeamId = NewType("TeamId", str)
"""Slack's own id of a workspace, such as T0123ABC."""

OrgId = NewType("OrgId", str)
"""Slack's own id of an Enterprise Grid organisation, such as E0123ABC; empty for none."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where something happened: a workspace, and the organisation it belongs to, if any.

    `is_org_wide` says that the organisation has installed Concord, not the workspace by itself.
    """

    team: TeamId
    org: OrgId = OrgId("")
    is_org_wide: bool = False


@dataclass(frozen=True, slots=True)
class Installation:
    """Concord in one Slack workspace, or in a whole organisation (then `team` is empty).

    The tokens are secrets and stand in no repr. `expires_at` (aware UTC) is None for a token that
    does not expire. `installer` is the Slack user who let Concord in.
    """

    team: TeamId
    org: OrgId
    name: str
    app: str
    bot_user: str
    bot: str
    installer: str
    scopes: tuple[str, ...]
    bot_token: str = field(repr=False)
    refresh_token: str = field(default="", repr=False)
    expires_at: datetime | None = None


class Installations(Protocol):
    """Where installations are kept; the tokens in it are encrypted at rest."""

    async def find(self, site: Site) -> Installation | None:
        """Return the living installation that covers a site, or None."""
        ...

    async def save(self, installation: Installation) -> None:
        """Keep an installation in place of an earlier one of the same workspace, also an ended one.

        A new workspace of Concord's is made for a workspace that is met for the first time.
        """
        ...

    async def end(self, team: TeamId, org: OrgId) -> None:
        """Note that Slack has taken the tokens back: nothing is sent there any more; data stays."""
        ...

    async def workspace(self, site: Site) -> WorkspaceId:
        """Return Concord's id of a workspace, which is kept when it is met for the first time."""
        ...

    async def site(self, workspace: WorkspaceId) -> Site:
        """Return the site of a workspace of Concord's; raise NotInstalledError if there is none."""
        ...


class NotInstalledError(Exception):
    """No living installation covers this workspace."""


class Calls(Protocol):
    """Slack's Web API, with the token of the site that is meant."""

    async def call(self, site: Site, method: str, /, **arguments: object) -> Payload:
        """Call a method such as "views.open" and return its answer, which is ok.

        Raises the errors of bot.platforms.slack.errors.
        """
        ...

    async def upload(
        self, site: Site, name: str, content: bytes, *, alt: str = "", channel: str = ""
    ) -> str:
        """Upload a file, share it into a channel or a person's messages if named; return its id."""
        ...


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """One message as chat.postMessage takes it: a sentence for whoever hears it, and blocks."""

    text: str
    blocks: Sequence[Payload] = ()


@dataclass(frozen=True, slots=True)
class Ack:
    """How a payload is answered: the body of the acknowledgement, and what is done after it.

    `body` of None is an empty answer. `after` runs when Slack has its answer; what it raises is
    logged once and changes nothing any more. `written` is the body as JSON, where that is at hand.
    """

    body: Payload | None = None
    after: Callable[[], Awaitable[None]] | None = None
    written: str = field(default="", repr=False, compare=False)


class Handling(Protocol):
    """What each kind of payload leads to. Everything that is to be kept is kept when it returns."""

    async def command(self, site: Site, payload: Payload) -> Ack:
        """Do what a slash command asks for."""
        ...

    async def action(self, site: Site, payload: Payload) -> Ack:
        """Do what a button or a menu asks for (block_actions)."""
        ...

    async def submission(self, site: Site, payload: Payload) -> Ack:
        """Take in a modal (view_submission); a closed one (view_closed) leaves no trace."""
        ...

    async def shortcut(self, site: Site, payload: Payload) -> Ack:
        """Do what a message shortcut or a global shortcut asks for."""
        ...

    async def event(self, site: Site, payload: Payload) -> Ack:
        """Hear an event: the whole envelope with `event` and `event_id`."""
        ...

    async def function(self, site: Site, payload: Payload) -> Ack:
        """Run a step of Workflow Builder (the event function_executed)."""
        ...
