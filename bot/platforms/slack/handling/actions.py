"""Does what a button or a menu asks for: in a message, in a modal, on the home tab."""

from typing import assert_never

from bot.platforms.slack.drawing.answers import pressed, read_metadata
from bot.platforms.slack.handling.answering import afterwards, answer
from bot.platforms.slack.handling.asking import ask, send
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.payloads import Pressed, Surface, read_press
from bot.platforms.slack.handling.waiting import patiently
from bot.platforms.slack.handling.windows import change_window
from bot.platforms.slack.ports import Ack, Payload, Site
from commands.refusals import outdated
from workflows.catalogue import words_for
from workflows.views import View


async def on_press(desk: Desk, site: Site, payload: Payload) -> Ack:
    """Answer where the button stands; what is asked for is done before Slack has its answer."""
    press = read_press(payload)
    spot = await _spot(desk, site, press)
    match press.surface:
        case Surface.MODAL:
            return await _in_modal(desk, spot, press)
        case Surface.HOME:
            view, late = await patiently(desk, spot, _ask(desk, spot, press))
            return answer(desk, spot, view, late, in_window=True)
        case Surface.MESSAGE | Surface.EPHEMERAL:
            view, late = await patiently(desk, spot, _ask(desk, spot, press))
            return answer(desk, spot, view, late)
        case _:
            assert_never(press.surface)


async def _in_modal(desk: Desk, spot: Spot, press: Pressed) -> Ack:
    view = await _ask(desk, spot, press)

    async def show() -> None:
        await change_window(desk, spot, press.shown, view)

    return afterwards(desk, spot, view, show)


async def _ask(desk: Desk, spot: Spot, press: Pressed) -> View:
    asked = pressed(press.action)
    if asked is None:
        return outdated(words_for(spot.asker.caller.language))
    if press.sends_form:
        return await send(desk, spot, asked, press.shown.values)
    return await ask(desk, spot, asked)


async def _spot(desk: Desk, site: Site, press: Pressed) -> Spot:
    """Return where a button was pressed; a modal knows in which channel it was opened."""
    _, opened_in = read_metadata(press.shown.metadata)
    return Spot(
        site,
        await desk.people.asker(site, press.by),
        press.channel or opened_in,
        press.thread,
        press.way,
        replaces=press.surface is Surface.EPHEMERAL,
    )
