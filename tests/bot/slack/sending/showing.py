"""Views to show in Slack, a simple way to draw them, and what a test needs to deliver them."""

from collections.abc import Mapping
from datetime import timedelta

from bot.platforms.port import InChannel, InPrivate, NotYetError, Place
from bot.platforms.slack.ports import Payload, SlackMessage
from bot.platforms.slack.sending.platform import SlackPlatform
from tests.bot.slack.sending.installed import WORKSPACE
from tests.databases import StoppedClock
from workflows.pictures.drawings import Drawing
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import flat, plain
from workflows.views import Block, Paragraph, Picture, Privacy, View

CHANNEL = InChannel(WORKSPACE, "C1")
ANA = InPrivate(WORKSPACE, "U1")
TALLY = TallyPicture(title="Norms", rows=(TallyRow(label="Be on time", counts=(3,)),))


def view(*parts: str, pictures: int = 0) -> View:
    """Return a view for a team that is drawn as one message for each part."""
    blocks: list[Block] = [Paragraph(plain(part)) for part in parts]
    blocks[1:1] = [Picture(TALLY, "3 are on time")] * pictures
    return View("Card", "A card.", tuple(blocks), privacy=Privacy.TEAM)


def draw(view: View, pictures: Mapping[Drawing, str]) -> tuple[SlackMessage, ...]:
    """Draw each paragraph as a message, and a picture into the one before it."""
    drawn = list[tuple[str, list[Payload]]]()
    for block in view.blocks:
        match block:
            case Paragraph(text):
                words = {"type": "plain_text", "text": flat(text)}
                drawn.append((flat(text), [{"type": "section", "text": words}]))
            case Picture(drawing=drawing, alt=alt) if drawing in pictures:
                file = {"id": pictures[drawing]}
                drawn[-1][1].append({"type": "image", "slack_file": file, "alt_text": alt})
            case _:
                words = {"type": "plain_text", "text": "3 are on time"}
                drawn[-1][1].append({"type": "section", "text": words})
    return tuple(SlackMessage(text, blocks) for text, blocks in drawn)


async def paint(_drawing: Drawing) -> bytes:
    """Return a picture."""
    return b"\x89PNG"


async def deliver_patiently(  # noqa: PLR0913 - as many as it takes to deliver
    platform: SlackPlatform,
    clock: StoppedClock,
    place: Place,
    shown: View,
    *,
    nonce: str = "n1",
    replaces: str = "",
    pin: bool = False,
) -> str:
    """Deliver as the outbox does: wait as long as is asked, and go on from what stands there."""
    while True:
        try:
            return await platform.deliver(place, shown, nonce=nonce, replaces=replaces, pin=pin)
        except NotYetError as error:
            clock.time += timedelta(seconds=error.seconds)
            replaces = error.ref or replaces
