"""Takes in a form; what needs another look is kept as it was typed, and can be opened again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.platforms.discord.drawing.answers import read_form, read_people
from bot.platforms.discord.drawing.custom_ids import Way, read
from bot.platforms.discord.handling.answering import Answer, answer
from bot.platforms.discord.handling.desk import Desk, Spot, spot_of
from bot.platforms.discord.handling.presses import let_go, text_of
from bot.platforms.discord.ports import Interaction, Someone
from commands.refusals import outdated, typed_back
from commands.request import Caller, Request
from workflows.catalogue import words_for
from workflows.views import Ask, Raw, View

MOST_PEOPLE: Final = 25


async def on_form(desk: Desk, interaction: Interaction) -> None:
    """Keep what was sent; show what needs another look, the way to the next page, or the result."""
    handle = read(text_of(interaction.data, "custom_id"))
    spot = await spot_of(desk, interaction, handle)
    asked = handle.ask if handle and handle.way is Way.FORM else None
    await answer(desk, spot, _answered(desk, spot, asked))


async def _answered(desk: Desk, spot: Spot, sent: Ask | None) -> Answer:
    if sent is None:
        return Answer(_outdated(spot))
    people = read_people(spot.interaction.data)
    raw = _without_bots(read_form(spot.interaction.data), people)
    request = Request(spot.caller, spot.place, sent, raw, _newcomers(spot, people))
    view = await desk.dispatcher.ask(request)
    if view.form is None or not view.form.problems:
        await let_go(desk, spot, sent)
        return Answer(view)
    # What may be about a student is written down nowhere before its author says so.
    is_written_down = view.form.anyway is None
    known = _known(raw, view.form.values)
    await desk.returned.keep(spot.caller, sent, known, is_written_down=is_written_down)
    return Answer(view, sent=sent)


def _outdated(spot: Spot) -> View:
    """Say that a form cannot be taken any more, and give back what was typed into it."""
    words = words_for(spot.caller.language)
    view = outdated(words)
    return replace(
        view, blocks=(*view.blocks, *typed_back(read_form(spot.interaction.data), words))
    )


def _known(raw: Raw, shown: Raw) -> Raw:
    """Return what was typed, with the people who were met meanwhile under the ids they have now."""
    return {**raw, **{name: shown[name] for name in raw if name in shown}}


def _without_bots(raw: Raw, people: Sequence[Someone]) -> Raw:
    """Return what was sent without the bots that were picked beside people."""
    bots = {each.id for each in people if each.is_bot}
    return {
        name: tuple(one for one in value if one not in bots) if isinstance(value, tuple) else value
        for name, value in raw.items()
    }


def _newcomers(spot: Spot, people: Sequence[Someone]) -> tuple[Caller, ...]:
    """Return who was picked from Discord's own list of people; bots are nobody."""
    nobody = replace(spot.caller, language=None)
    persons = [each for each in people if not each.is_bot]
    return tuple(
        replace(nobody, external_id=each.id, name=each.name) for each in persons[:MOST_PEOPLE]
    )
