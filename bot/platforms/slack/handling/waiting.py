"""Waits for a view; when it takes long, a modal says meanwhile that we are at it."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass

from bot.platforms.slack.drawing.modals import loading
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.windows import Window, fill_window, offer, open_drawn
from commands.screens import told
from workflows.catalogue import words_for
from workflows.views import View


@dataclass(frozen=True, slots=True)
class Late:
    """A modal was to say that we are at it; it has used up the trigger. None: it did not open."""

    window: Window | None


async def patiently(desk: Desk, spot: Spot, work: Awaitable[View]) -> tuple[View, Late | None]:
    """Wait for a view; when it takes long, open a modal meanwhile that says so.

    What goes wrong in the work goes wrong here, too, after the modal has said so.
    """
    meanwhile = _Meanwhile(desk, spot)
    async with asyncio.TaskGroup() as group:
        timer = asyncio.get_running_loop().call_later(desk.patience, meanwhile.begin, group)
        try:
            view = await _outcome(work)
        finally:
            timer.cancel()
    if meanwhile.fault:
        raise meanwhile.fault
    if isinstance(view, Exception):
        if meanwhile.late and meanwhile.late.window:
            await fill_window(desk, spot, meanwhile.late.window, _fault(spot))
        raise view
    return view, meanwhile.late


async def finish_loading(desk: Desk, spot: Spot, late: Late, view: View) -> None:
    """Show a view in the modal that said that we are at it."""
    if late.window is None:
        await offer(desk, spot, view)
        return
    await fill_window(desk, spot, late.window, view)


class _Meanwhile:
    """Opens a modal for somebody who waits for long; mostly nobody does, and nothing begins."""

    def __init__(self, desk: Desk, spot: Spot) -> None:
        self._desk = desk
        self._spot = spot
        self.late: Late | None = None
        self.fault: Exception | None = None

    def begin(self, group: asyncio.TaskGroup) -> None:
        """Open the modal, if there is something to open it with."""
        if self._spot.way.trigger:
            group.create_task(self._open())

    async def _open(self) -> None:
        try:
            self.late = await _open_loading(self._desk, self._spot)
        except Exception as fault:  # noqa: BLE001 - what was waited for is finished first
            self.fault = fault


async def _outcome(work: Awaitable[View]) -> View | Exception:
    try:
        return await work
    except Exception as fault:  # noqa: BLE001 - it is raised after the modal has said so
        return fault


async def _open_loading(desk: Desk, spot: Spot) -> Late:
    drawn = loading(words_for(spot.asker.caller.language).language)
    return Late(await open_drawn(desk, spot, drawn))


def _fault(spot: Spot) -> View:
    words = words_for(spot.asker.caller.language)
    line = words.say("Something went wrong in Concord. Nothing was changed. Please try again.")
    return told(words.say("Nothing was changed"), line).in_language(words.language)
