"""Does what a command asks for: a typed one, or one that was picked on a message or a person."""

from typing import Final

from bot.platforms.discord.gateway.choosing import (
    ADMIN_LINE,
    Quoted,
    chosen_name,
    line_of,
    message_of,
    options_of,
    person_of,
)
from bot.platforms.discord.gateway.options import PERSON, WHICH
from bot.platforms.discord.gateway.tree import INVITE, LOG_DECISION, MAKE_ACTION, SAVE_LESSON
from bot.platforms.discord.handling.answering import Answer, answer, opening
from bot.platforms.discord.handling.checking import check_view
from bot.platforms.discord.handling.desk import Desk, Spot, spot_of
from bot.platforms.discord.ports import Interaction, Someone
from commands.proposals import ACTION, DECISION, LESSON, Proposal
from commands.refusals import outdated
from commands.request import Caller, Request
from commands.screens import told
from workflows.catalogue import words_for
from workflows.views import Ask, View

ADD: Final = "team add"

_PROPOSALS: Final = {LOG_DECISION: DECISION, MAKE_ACTION: ACTION, SAVE_LESSON: LESSON}
"""What is picked from the menu of a message, by the name it has there."""


async def on_command(desk: Desk, interaction: Interaction) -> None:
    """Answer a command, with the form that it leads to or with words."""
    spot = await spot_of(desk, interaction)
    await answer(desk, spot, _answered(desk, spot))


async def _answered(desk: Desk, spot: Spot) -> Answer:
    return Answer(await _view(desk, spot))


async def _view(desk: Desk, spot: Spot) -> View:
    data = spot.interaction.data
    line, options = line_of(data), options_of(data)
    match line.split():
        case []:
            return await _picked(desk, spot)
        case [first, *_] if first == ADMIN_LINE:
            return check_view(spot.interaction)
        case _ if PERSON in options:
            return await _invited(desk, spot, person_of(data, options[PERSON]))
        case _ if WHICH in options:
            return await desk.dispatcher.typed(spot.caller, spot.place, f"{line} {options[WHICH]}")
        case _:
            return await desk.dispatcher.typed(spot.caller, spot.place, line)


async def _picked(desk: Desk, spot: Spot) -> View:
    """Do what was picked from the menu of a message or of a person."""
    data = spot.interaction.data
    match chosen_name(data):
        case name if name in _PROPOSALS:
            return await _proposed(desk, spot, _PROPOSALS[name], _text(message_of(data)))
        case name if name == INVITE:
            return await _invited(desk, spot, person_of(data))
        case _:
            return outdated(words_for(spot.caller.language))


def _text(quoted: Quoted | None) -> str:
    return quoted.text if quoted else ""


async def _proposed(desk: Desk, spot: Spot, proposal: Proposal, text: str) -> View:
    """Open a form with a message as what is proposed.

    The proposal is kept meanwhile, for the way to that form may lead over a card.
    """
    raw = proposal.form(text)
    view = await desk.dispatcher.ask(Request(spot.caller, spot.place, proposal.ask, raw))
    if view.form is not None:
        await desk.returned.keep(spot.caller, opening(view.form.send.ask), raw)
    return view


async def _invited(desk: Desk, spot: Spot, person: Someone | None) -> View:
    """Open the form that adds people, with somebody picked already."""
    words = words_for(spot.caller.language)
    if person is None:
        return outdated(words)
    if person.is_bot:
        line = words.say("This is a bot. Please pick a person.")
        return told(words.say("Add people"), line).in_language(words.language)
    newcomer = Caller(spot.caller.workspace, person.id, person.name)
    asked = Ask(ADD, {"person": person.id})
    return await desk.dispatcher.ask(Request(spot.caller, spot.place, asked, newcomers=(newcomer,)))
