"""Views to show in Slack, a simple way to draw them, and what a test needs to deliver them."""

from collections.abc import Mapping

from bot.platforms.port import InChannel, InPrivate
from bot.platforms.slack.ports import Payload, SlackMessage
from tests.bot.slack.sending.installed import WORKSPACE
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
