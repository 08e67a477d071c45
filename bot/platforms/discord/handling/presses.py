"""Does what a button or a menu asks for; its id says all there is to know."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, assert_never

import structlog

from bot.platforms.discord.drawing.answers import picked
from bot.platforms.discord.drawing.cards import confirm_card, label_of, question_of
from bot.platforms.discord.drawing.custom_ids import Handle, Way, read
from bot.platforms.discord.handling.answering import Answer, answer, ask_first, opening
from bot.platforms.discord.handling.desk import Desk, Spot, spot_of
from bot.platforms.discord.ports import Interaction
from commands.refusals import outdated
from commands.request import Request
from workflows import asks
from workflows.catalogue import words_for
from workflows.views import Ask, Raw, View

NOTHING: Final[Raw] = {}

_log = structlog.get_logger(__name__)


async def on_press(desk: Desk, interaction: Interaction) -> None:
    """Answer what was pressed or picked from."""
    custom_id = text_of(interaction.data, "custom_id")
    handle = read(custom_id)
    spot = await spot_of(desk, interaction, handle)
    if handle is not None and handle.way is Way.CONFIRM:
        await _confirm(desk, spot, handle, custom_id)
    else:
        await answer(desk, spot, _answered(desk, spot, handle))


async def _answered(desk: Desk, spot: Spot, handle: Handle | None) -> Answer:
    if handle is None:
        return Answer(outdated(words_for(spot.caller.language)))
    asked = handle.ask
    match handle.way:
        case Way.BUTTON:
            return Answer(await _done(desk, spot, asked))
        case Way.OPEN:
            return Answer(await _done(desk, spot, asked), opens=True)
        case Way.YES | Way.EMPTY:
            return Answer(await _asked(desk, spot, asked))
        case Way.MENU:
            pick = picked(spot.interaction.data)
            chosen = replace(asked, options={**asked.options, "pick": pick})
            return Answer(await _asked(desk, spot, chosen))
        case Way.REOPEN:
            return await _reopened(desk, spot, asked)
        case Way.ANYWAY:
            return await _sent_anyway(desk, spot, asked)
        case Way.NO:
            return Answer(_nothing_changed(spot))
        case Way.CONFIRM | Way.FORM:
            return Answer(outdated(words_for(spot.caller.language)))
        case _:
            assert_never(handle.way)


async def _done(desk: Desk, spot: Spot, asked: Ask) -> View:
    """Do what a button asks for; a form has in it what was typed or proposed and not sent yet."""
    view = await _asked(desk, spot, asked)
    if view.form is None or view.form.problems:
        return view
    sent = view.form.send.ask
    unsent = await desk.returned.typed(spot.caller, sent)
    if unsent is None and opening(sent) != sent:
        unsent = await desk.returned.typed(spot.caller, opening(sent))
    values = {**view.form.values, **(unsent or {})}
    return replace(view, form=replace(view.form, values=values))


async def _reopened(desk: Desk, spot: Spot, sent: Ask) -> Answer:
    """Open a form as it was typed: what is sent again comes back with the same problems."""
    raw = await desk.returned.typed(spot.caller, sent)
    if raw is None:
        return Answer(await _asked(desk, spot, opening(sent)), opens=True)
    view = await _asked(desk, spot, sent, raw)
    if view.form is None or not view.form.problems:
        await let_go(desk, spot, sent)
    return Answer(view, opens=True)


async def _sent_anyway(desk: Desk, spot: Spot, asked: Ask) -> Answer:
    """Send a form as it was typed; where that is not kept any more, open it anew."""
    sent = asks.send_with_care(asked)
    raw = await desk.returned.typed(spot.caller, sent)
    if raw is None:
        return Answer(await _asked(desk, spot, opening(sent)), opens=True)
    view = await _asked(desk, spot, asked, raw)
    if view.form is not None and view.form.problems:
        return Answer(view, sent=sent)
    await let_go(desk, spot, sent)
    return Answer(view)


async def let_go(desk: Desk, spot: Spot, sent: Ask) -> None:
    """Let go of what was kept for a form. What was sent is saved by now, and stays so."""
    try:
        await desk.returned.drop(spot.caller, sent, opening(sent))
    except Exception:  # noqa: BLE001 - it goes by itself within a day
        _log.exception("discord_form_not_dropped")


async def _asked(desk: Desk, spot: Spot, asked: Ask, raw: Raw = NOTHING) -> View:
    return await desk.dispatcher.ask(Request(spot.caller, spot.place, asked, raw))


async def _confirm(desk: Desk, spot: Spot, handle: Handle, custom_id: str) -> None:
    """Ask once more, in the words that stand beside the button."""
    components = spot.interaction.components
    question, label = question_of(components, custom_id), label_of(components, custom_id)
    words = words_for(spot.caller.language)
    card = confirm_card(question, handle, words, label=label)
    await ask_first(desk, spot.interaction, card)


def _nothing_changed(spot: Spot) -> View:
    words = words_for(spot.caller.language)
    line = words.say("All right. Nothing was changed.")
    return View(line, line, language=words.language)


def text_of(data: Mapping[str, object], name: str) -> str:
    """Return a text that Discord sent, or an empty one if it is none."""
    value = data.get(name)
    return value if isinstance(value, str) else ""
