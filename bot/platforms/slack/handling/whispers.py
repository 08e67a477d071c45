"""Tells one person something that only they see, where they are: ephemeral messages, and files."""

import structlog

from bot.platforms.port import DeliveryError
from bot.platforms.slack.drawing.blocks import Pictures
from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.errors import SlackError, SlackRefusedError
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.payloads import text_at
from bot.platforms.slack.ports import Payload, SlackMessage
from commands.screens import told
from workflows.catalogue import words_for
from workflows.views import Document, Picture, View

_log = structlog.get_logger()


def as_body(message: SlackMessage) -> Payload:
    """Return a message as the answer to a slash command, for the person alone."""
    return {"response_type": "ephemeral", "text": message.text, "blocks": list(message.blocks)}


def has_pictures(view: View) -> bool:
    """Say whether something has to be uploaded before a view can be shown whole."""
    return any(isinstance(block, Picture) for block in view.blocks)


async def whisper(desk: Desk, spot: Spot, view: View) -> None:
    """Show a view without a form to one person, below what they did or in place of it."""
    pictures = await pictures_of(desk, spot, view)
    try:
        await whisper_messages(desk, spot, messages(view, pictures))
    except SlackRefusedError:
        if not pictures:
            raise
        await whisper_messages(desk, spot, messages(view, {}))


async def pictures_of(desk: Desk, spot: Spot, view: View) -> Pictures:
    """Upload the pictures of a view; what cannot be uploaded stays words."""
    if not has_pictures(view):
        return {}
    try:
        return await desk.pictures(spot.site, view)
    except DeliveryError as error:
        _log.warning("pictures_not_sent", team=spot.site.team, reason=type(error).__name__)
        return {}


async def whisper_messages(desk: Desk, spot: Spot, drawn: tuple[SlackMessage, ...]) -> None:
    """Show messages to one person; the first may take the place of what they pressed.

    The address that came along needs no membership in the channel, but knows no threads.
    """
    for number, message in enumerate(drawn):
        replaces = spot.replaces and number == 0
        if spot.way.response_url and (replaces or not spot.thread):
            body = {**as_body(message), "replace_original": replaces}
            await desk.respond(spot.way.response_url, body)
        else:
            await _post(desk, spot, message)


async def send_files(desk: Desk, spot: Spot, view: View) -> None:
    """Send the documents of a view into the person's own messages; say so if that fails."""
    for document in view.blocks:
        if not isinstance(document, Document):
            continue
        try:
            content, reader = await desk.make(document), spot.asker.user
            await desk.calls.upload(spot.site, document.name, content, channel=reader)
        except SlackError as error:
            _log.warning("file_not_sent", team=spot.site.team, reason=type(error).__name__)
            await _apologise(desk, spot, view, document)
        except Exception:  # noqa: BLE001 - whoever waits for a file hears of it, come what may
            _log.exception("file_not_made", team=spot.site.team)
            await _apologise(desk, spot, view, document)


async def _apologise(desk: Desk, spot: Spot, view: View, document: Document) -> None:
    """Say that a file will not come."""
    words = words_for(view.language)
    line = words.say(
        "I could not send you {name}. Please try again in a moment.", name=document.name
    )
    await whisper(desk, spot, told(view.title, line).in_language(words.language))


async def _post(desk: Desk, spot: Spot, message: SlackMessage) -> None:
    await desk.calls.call(
        spot.site,
        "chat.postEphemeral",
        channel=spot.channel or await _own_channel(desk, spot),
        user=spot.asker.user,
        text=message.text,
        blocks=list(message.blocks),
        **({"thread_ts": spot.thread} if spot.thread else {}),
    )


async def _own_channel(desk: Desk, spot: Spot) -> str:
    """Return the channel of Concord's own messages to a person."""
    opened = await desk.calls.call(spot.site, "conversations.open", users=spot.asker.user)
    return text_at(opened, "channel", "id")
