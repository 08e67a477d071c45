"""What the parts of the Discord adapter ask of each other and of the program around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from workflows.identifiers import WorkspaceId

Payload = Mapping[str, Any]
"""A JSON object as Discord sends or takes it. Its shape is checked where it is read."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message; `alt` is what a screen reader says of a picture."""

    name: str
    content: bytes = field(repr=False)
    alt: str = ""


@dataclass(frozen=True, slots=True)
class DiscordMessage:
    """One message in components, and the files that these show.

    `body` holds flags, components and allowed_mentions, as POST /channels/{id}/messages takes
    them; `attachments` of the body are added where the files are sent.
    """

    body: Payload
    attachments: tuple[Attachment, ...] = ()


class Calls(Protocol):
    """Discord's REST API, with the bot's token."""

    async def call(
        self,
        verb: str,
        path: str,
        body: Payload | Sequence[Payload] | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> Any:  # noqa: ANN401 - an object, a list or nothing, as each route answers
        """Ask for something, such as "POST", "/channels/1/messages"; return what Discord answers.

        The path has no `?`; it begins with a slash. Raises the errors of
        bot.platforms.discord.errors.
        """
        ...


class Kind(StrEnum):
    """What somebody did."""

    COMMAND = "command"
    """Typed a slash command, or picked a command on a message or a person."""
    COMPLETION = "completion"
    """Is typing an option of a command, and is offered what it can be."""
    PRESS = "press"
    """Pressed a button, or picked from a menu."""
    FORM = "form"
    """Sent a form."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A Discord user; `name` is what the server calls them."""

    id: str
    name: str
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class Interaction:
    """One thing that somebody did, as Discord tells it.

    `server` and `server_name` are empty in direct messages. `language` and `server_language` are
    Discord's own codes, such as es-ES. `data` is Discord's own, unchecked. Of the message that was
    pressed, or that a form was opened from, there are its `components`, and whether only one
    person sees it. `may` are the permissions that Concord has where it happened.
    """

    id: str
    token: str = field(repr=False)
    application: str
    kind: Kind
    server: str
    server_name: str
    channel: str
    by: Someone
    language: str
    server_language: str
    data: Payload = field(repr=False)
    is_ephemeral: bool = False
    has_message: bool = False
    components: Sequence[Payload] = field(default=(), repr=False)
    may: int = 0


class Servers(Protocol):
    """The Discord servers that Concord knows as workspaces."""

    async def workspace(self, server: str, name: str) -> WorkspaceId:
        """Return Concord's id of a server, which is kept when it is met for the first time."""
        ...

    async def server(self, workspace: WorkspaceId) -> str:
        """Return Discord's id of a workspace of Concord's; raise UnknownServerError if none."""
        ...


class UnknownServerError(Exception):
    """No Discord server is known as this workspace."""


class Handling(Protocol):
    """What each interaction leads to."""

    async def hear(self, interaction: Interaction) -> None:
        """Do what was asked for and answer. Everything that is to be kept is kept by then."""
        ...
