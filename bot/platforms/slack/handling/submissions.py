"""Takes in the form of a modal, and answers in the same modal."""

from bot.platforms.slack.drawing.answers import errors_for, read_metadata
from bot.platforms.slack.drawing.modals import modal
from bot.platforms.slack.handling.answering import afterwards
from bot.platforms.slack.handling.asking import send
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.payloads import Shown, read_submission, text_at
from bot.platforms.slack.handling.windows import complete_window
from bot.platforms.slack.ports import Ack, Payload, Site
from commands.refusals import outdated
from workflows.catalogue import words_for
from workflows.views import Ask, View


async def on_submission(desk: Desk, site: Site, payload: Payload) -> Ack:
    """Keep what was sent; show what needs another look, the next page, or the result."""
    if text_at(payload, "type") == "view_closed":
        return Ack()
    sent = read_submission(payload)
    asked, channel = read_metadata(sent.shown.metadata)
    asker = await desk.people.asker(site, sent.by)
    spot = Spot(site, asker, channel, way=sent.way)
    if asked is None:
        view = outdated(words_for(asker.caller.language))
    else:
        view = await send(desk, spot, asked, sent.shown.values)
    if errors := _errors(asked, view, sent.shown):
        return Ack({"response_action": "errors", "errors": errors})
    return _updated(desk, spot, view, sent.shown)


def _errors(asked: Ask | None, view: View, shown: Shown) -> Payload | None:
    """Return what stands at the fields of the form that was sent, if that is all there is."""
    is_same = view.form is not None and view.form.send.ask == asked
    return errors_for(view, shown.values) if is_same else None


def _updated(desk: Desk, spot: Spot, view: View, shown: Shown) -> Ack:
    async def complete() -> None:
        await complete_window(desk, spot, shown, view)

    body = {"response_action": "update", "view": modal(view, spot.channel)}
    return Ack(body, afterwards(desk, spot, view, complete).after)
