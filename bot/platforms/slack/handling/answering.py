"""Answers people where they are: in a modal if there is a form, else in words for them alone."""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Final

import orjson

from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.homes import refresh_home
from bot.platforms.slack.handling.waiting import Late, finish_loading
from bot.platforms.slack.handling.whispers import (
    as_body,
    has_pictures,
    send_files,
    whisper,
    whisper_messages,
)
from bot.platforms.slack.handling.windows import open_window
from bot.platforms.slack.ports import Ack, Payload, SlackMessage
from workflows.views import View

Showing = Callable[[], Awaitable[None]]

MOST_LEAFLETS: Final = 16
"""Leaflets in memory, each ready to be sent; there are a few, in each language."""


def answer(
    desk: Desk, spot: Spot, view: View, late: Late | None = None, *, in_window: bool = False
) -> Ack:
    """Show a view once Slack has its acknowledgement."""

    async def show() -> None:
        if late is not None:
            await finish_loading(desk, spot, late, view)
        elif in_window or view.form:
            await open_window(desk, spot, view)
        else:
            await whisper(desk, spot, view)

    return afterwards(desk, spot, view, show)


def answer_at_once(desk: Desk, spot: Spot, view: View, late: Late | None) -> Ack:
    """Show a view in the acknowledgement itself, if it needs nothing but words."""
    if late is not None or view.form or has_pictures(view):
        return answer(desk, spot, view, late)
    first, *others = messages(view)

    async def show_others() -> None:
        await whisper_messages(desk, spot, tuple(others))

    ack = afterwards(desk, spot, view, show_others)
    return Ack(as_body(first), ack.after)


def answer_with_leaflet(desk: Desk, spot: Spot, view: View) -> Ack:
    """Show a leaflet, as much of it as fits in the acknowledgement itself; it changes nothing."""
    body, written, others = _printed(view)

    async def show_others() -> None:
        await whisper_messages(desk, spot, others)

    return Ack(body, show_others if others else None, written)


@lru_cache(maxsize=MOST_LEAFLETS)
def _printed(view: View) -> tuple[Payload, str, tuple[SlackMessage, ...]]:
    """Return the first message of a leaflet, the same as JSON, and the others."""
    first, *others = messages(view)
    body = as_body(first)
    return body, orjson.dumps(body).decode(), tuple(others)


def afterwards(desk: Desk, spot: Spot, view: View, show: Showing) -> Ack:
    """Return an empty answer, after which a view is shown, its files sent, and the home tab."""

    async def after() -> None:
        await show()
        await send_files(desk, spot, view)
        await refresh_home(desk, spot)

    return Ack(after=after)
