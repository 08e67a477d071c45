"""Hands a request on to the commands, and tells visitors who keeps what they write."""

from dataclasses import replace

from bot.platforms.slack.drawing.answers import read_people, read_state
from bot.platforms.slack.drawing.inputs import MOST_AT_ONCE
from bot.platforms.slack.handling.desk import Desk, Spot
from commands.request import Request
from workflows.catalogue import words_for
from workflows.text import plain
from workflows.views import Ask, Raw, Small, View


async def ask(desk: Desk, spot: Spot, asked: Ask, raw: Raw | None = None) -> View:
    """Do what a button or a shortcut asks for; return what the person sees then."""
    return await _asked(desk, spot, Request(spot.asker.caller, spot.place, asked, raw or {}))


async def send(desk: Desk, spot: Spot, asked: Ask, values: object) -> View:
    """Do what a form asks for; `values` are those of its modal's state, as they came."""
    raw, people = read_state(values), read_people(values)[:MOST_AT_ONCE]
    newcomers = await desk.people.newcomers(spot.site, people)
    request = Request(spot.asker.caller, spot.place, asked, raw, newcomers)
    return await _asked(desk, spot, request)


async def _asked(desk: Desk, spot: Spot, request: Request) -> View:
    return await _for_visitors(desk, spot, await desk.dispatcher.ask(request))


async def typed(desk: Desk, spot: Spot, line: str) -> View:
    """Do what a typed command asks for; return what the person sees then."""
    view = await desk.dispatcher.typed(spot.asker.caller, spot.place, line)
    return await _for_visitors(desk, spot, view)


async def _for_visitors(desk: Desk, spot: Spot, view: View) -> View:
    """Add the organisation that keeps the answers, for somebody who is not at home in it."""
    if not spot.asker.is_visitor:
        return view
    installation = await desk.installations.find(spot.site)
    if installation is None:
        return view
    words = words_for(view.language)
    line = words.say(
        "You are a guest here. What you write is kept for {name}, not for your own organization.",
        name=installation.name,
    )
    return replace(view, blocks=(*view.blocks, Small(plain(line))))
