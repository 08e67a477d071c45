"""Publishes the dashboard of a person as their home tab, and again whenever it has changed."""

import hashlib
import json
from typing import Final

from bot.platforms.slack.drawing.home import home_tab
from bot.platforms.slack.handling.asking import ask
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.ports import Payload
from workflows.views import Ask

DASHBOARD: Final = Ask("dashboard")


async def publish_home(desk: Desk, spot: Spot) -> None:
    """Show somebody their dashboard: they have just opened the tab."""
    await _show(desk, spot, await _draw(desk, spot))


async def refresh_home(desk: Desk, spot: Spot) -> None:
    """Bring a home tab that was opened lately up to date, if what it shows has changed."""
    before = desk.tabs.shown(spot.site, spot.asker.user)
    if before is None:
        return
    drawn = await _draw(desk, spot)
    if _fingerprint(drawn) != before:
        await _show(desk, spot, drawn)


async def _draw(desk: Desk, spot: Spot) -> Payload:
    at_home = Spot(spot.site, spot.asker)
    return home_tab(await ask(desk, at_home, DASHBOARD))


async def _show(desk: Desk, spot: Spot, drawn: Payload) -> None:
    await desk.calls.call(spot.site, "views.publish", user_id=spot.asker.user, view=drawn)
    desk.tabs.note(spot.site, spot.asker.user, _fingerprint(drawn))


def _fingerprint(drawn: Payload) -> str:
    return hashlib.sha256(json.dumps(drawn, default=str).encode()).hexdigest()
