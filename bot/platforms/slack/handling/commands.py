"""Does what a slash command asks for."""

from bot.platforms.slack.handling.answering import answer_at_once, answer_with_leaflet
from bot.platforms.slack.handling.asking import typed
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.payloads import read_command
from bot.platforms.slack.handling.waiting import patiently
from bot.platforms.slack.ports import Ack, Payload, Site


async def on_command(desk: Desk, site: Site, payload: Payload) -> Ack:
    """Answer in the acknowledgement, or open the form that the command leads to."""
    command = read_command(payload)
    asker = await desk.people.asker(site, command.by)
    spot = Spot(site, asker, command.channel, way=command.way)
    leaflet = desk.dispatcher.leaflet(asker.caller, command.line)
    if leaflet and not asker.is_visitor:
        return answer_with_leaflet(desk, spot, leaflet)
    view, late = await patiently(desk, spot, typed(desk, spot, command.line))
    return answer_at_once(desk, spot, view, late)
