"""Opens a modal and changes what stands in it, also when Slack does not let us."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import structlog

from bot.platforms.slack.drawing.modals import modal
from bot.platforms.slack.errors import SlackError, SlackRefusedError
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.payloads import Shown, text_at
from bot.platforms.slack.handling.whispers import pictures_of, whisper
from bot.platforms.slack.ports import Payload
from commands.screens import row, told
from workflows import asks
from workflows.catalogue import words_for
from workflows.identifiers import ConversationId
from workflows.views import Ask, Button, Style, View

CHANGED_MEANWHILE = "hash_conflict"
CLOSED = frozenset({"not_found", "view_not_found"})
"""What Slack says of a modal that its reader has closed."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Window:
    """A modal that stands open; `hash` is empty where nothing can have changed it."""

    id: str
    hash: str = ""


async def open_window(desk: Desk, spot: Spot, view: View) -> None:
    """Show a view in a new modal; where it cannot open any more, offer to start again."""
    window = await open_drawn(desk, spot, modal(view, spot.channel))
    if window is None:
        await offer(desk, spot, view)
    else:
        await _add_pictures(desk, spot, window, view)


async def open_drawn(desk: Desk, spot: Spot, drawn: Payload) -> Window | None:
    """Open a modal; return None where Slack does not let us any more."""
    try:
        return _window(await _call(desk, spot, "views.open", drawn))
    except SlackError as error:
        _log.info("modal_not_opened", team=spot.site.team, reason=_reason(error))
        return None


async def fill_window(desk: Desk, spot: Spot, window: Window, view: View) -> None:
    """Show a view in a modal, unless its reader has closed it."""
    with _unless_closed():
        changed = _window(await _update(desk, spot, window, modal(view, spot.channel)))
        await _add_pictures(desk, spot, changed, view)


async def change_window(desk: Desk, spot: Spot, shown: Shown, view: View) -> None:
    """Show a view in the modal in which a button was pressed.

    If it shows something else by now, it stays as it is, with what was typed there.
    """
    try:
        await fill_window(desk, spot, Window(shown.id, shown.hash), view)
    except SlackRefusedError as error:
        if error.code != CHANGED_MEANWHILE:
            raise
        await _tell_on_top(desk, spot, view)


async def complete_window(desk: Desk, spot: Spot, shown: Shown, view: View) -> None:
    """Put the pictures into a modal that shows a view without them, unless somebody types there."""
    if view.form is None:
        await _add_pictures(desk, spot, Window(shown.id), view)


async def _add_pictures(desk: Desk, spot: Spot, window: Window, view: View) -> None:
    """Put in the pictures, which take longer than anybody should wait for the words."""
    if pictures := await pictures_of(desk, spot, view):
        drawn = modal(view, spot.channel, pictures)
        with suppress(SlackRefusedError):  # the reader is further on, and has read the words
            await _update(desk, spot, window, drawn)


async def _update(desk: Desk, spot: Spot, window: Window, drawn: Payload) -> Payload:
    condition = {"hash": window.hash} if window.hash else {}
    return await desk.calls.call(
        spot.site, "views.update", view_id=window.id, view=drawn, **condition
    )


async def _call(desk: Desk, spot: Spot, method: str, drawn: Payload) -> Payload:
    return await desk.calls.call(spot.site, method, trigger_id=spot.way.trigger, view=drawn)


async def offer(desk: Desk, spot: Spot, view: View) -> None:
    """Show a view as a message; a form stays behind a button that opens it again."""
    if view.form is None:
        await whisper(desk, spot, view)
        return
    words = words_for(view.language)
    line = words.say("Slack took too long to open the form. Press the button, and it opens.")
    again = Button(words.say("Open the form"), _again(view.form.send.ask), Style.PRIMARY)
    offer = told(view.title, line, *row(again))
    await whisper(desk, spot, offer.in_language(words.language))


def _again(sent: Ask) -> Ask:
    """Return what opens a form again: a command that gets no answers asks for them."""
    if sent.command == "conversation send":
        return asks.take_part(ConversationId(sent.options.get("id", "")))
    return sent


async def _tell_on_top(desk: Desk, spot: Spot, view: View) -> None:
    """Lay a note over a modal that had changed, so that nothing typed in it is touched."""
    words = words_for(view.language)
    line = words.say(
        "This window had just changed when you pressed. What you typed is still there. Close "
        "this note to go on."
    )
    note = told(view.title, line).in_language(words.language)
    try:
        await _call(desk, spot, "views.push", modal(note, spot.channel))
    except SlackError as error:
        _log.info("note_not_shown", team=spot.site.team, reason=_reason(error))
        await whisper(desk, spot, note)


@contextmanager
def _unless_closed() -> Iterator[None]:
    try:
        yield
    except SlackRefusedError as error:
        if error.code not in CLOSED:
            raise


def _window(answer: Payload) -> Window:
    return Window(text_at(answer, "view", "id"), text_at(answer, "view", "hash"))


def _reason(error: SlackError) -> str:
    return error.code if isinstance(error, SlackRefusedError) else type(error).__name__
