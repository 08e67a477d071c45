"""Views to show in Discord, a simple way to draw them, and what a test needs to deliver them."""

from collections.abc import Mapping

from bot.platforms.discord.ports import Attachment, DiscordMessage, Payload, UnknownServerError
from bot.platforms.port import InChannel
from tests.fakes.discord.state import Channel
from workflows.identifiers import WorkspaceId
from workflows.pictures.drawings import Drawing
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import flat, plain
from workflows.views import Block, Paragraph, Picture, Privacy, View

WORKSPACE = WorkspaceId("discord")
TALLY = TallyPicture(title="Norms", rows=(TallyRow(label="Be on time", counts=(3,)),))
V2 = 1 << 15


class FakeServers:
    """Knows one server (a bot.platforms.discord.ports.Servers)."""

    def __init__(self, server: str) -> None:
        self._server = server

    async def workspace(self, server: str, name: str) -> WorkspaceId:
        raise AssertionError(server, name)

    async def server(self, workspace: WorkspaceId) -> str:
        if workspace != WORKSPACE:
            raise UnknownServerError
        return self._server


def place_in(channel: Channel, thread: str = "") -> InChannel:
    """Return the place that a channel is, or a thread in it."""
    return InChannel(WORKSPACE, channel.id, thread)


def view(*parts: str, pictures: int = 0, title: str = "Our norms") -> View:
    """Return a view for a team that is drawn as one message for each part."""
    blocks: list[Block] = [Paragraph(plain(part)) for part in parts]
    blocks[1:1] = [Picture(TALLY, "3 are on time")] * pictures
    return View(title, "A card.", tuple(blocks), privacy=Privacy.TEAM)


def said(words: str, *attachments: Attachment, flags: int = V2) -> DiscordMessage:
    """Return a message with some words, which shows the files that go with it."""
    components: list[Payload] = [{"type": 10, "content": words}]
    for attachment in attachments:
        media = {"url": f"attachment://{attachment.name}"}
        item = {"media": media, "description": attachment.alt}
        components.append({"type": 12, "items": [item]})
    body = {"flags": flags, "components": components, "allowed_mentions": {"parse": []}}
    return DiscordMessage(body, attachments)


def draw(view: View, server: str, pictures: Mapping[Drawing, bytes]) -> tuple[DiscordMessage, ...]:
    """Draw each paragraph as a message that also names the server, and pictures into the first."""
    messages = list[DiscordMessage]()
    for block in view.blocks:
        match block:
            case Paragraph(text):
                messages.append(said(f"{flat(text)} @{server}" if server else flat(text)))
            case Picture(drawing=drawing, alt=alt):
                words = messages.pop().body["components"][0]["content"]
                found = pictures.get(drawing)
                file = [Attachment("picture.png", found, alt)] if found else []
                messages.append(said(words if file else f"{words} ({alt})", *file))
            case _:
                raise AssertionError(block)
    return tuple(messages)
