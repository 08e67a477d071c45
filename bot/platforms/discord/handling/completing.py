"""Offers what an option of a command can be, while somebody types it."""

from typing import Final

from bot.platforms.discord.drawing.measures import short
from bot.platforms.discord.errors import DiscordError
from bot.platforms.discord.gateway.choosing import line_of, typing_of
from bot.platforms.discord.handling.desk import Desk, spot_of
from bot.platforms.discord.ports import Interaction
from commands.request import Request
from workflows.views import Ask

LONGEST_CHOICE: Final = 100


async def on_completion(desk: Desk, interaction: Interaction) -> None:
    """Offer what fits so far; it is no harm if that comes too late."""
    typing = typing_of(interaction.data)
    spot = await spot_of(desk, interaction)
    asked = Ask(line_of(interaction.data))
    request = Request(spot.caller, spot.place, asked)
    offered = await desk.dispatcher.completions(request, typing.text if typing else "")
    choices = [{"name": short(each.label, LONGEST_CHOICE), "value": each.value} for each in offered]
    try:
        await desk.replies.complete(interaction, choices)
    except DiscordError:
        return  # they have typed on, or sent what they have
