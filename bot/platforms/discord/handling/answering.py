"""Answers people where they are: with a form if one can open, else in words for them alone."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.platforms.discord.drawing.cards import Passage, form_card
from bot.platforms.discord.drawing.custom_ids import Way
from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.drawing.modals import fits_in_a_modal, modal
from bot.platforms.discord.errors import DiscordError
from bot.platforms.discord.handling.desk import Desk, Spot
from bot.platforms.discord.handling.waiting import Deferral, is_in_place
from bot.platforms.discord.ports import DiscordMessage, Interaction, Kind
from bot.platforms.discord.sending.documents import made
from commands.screens import told
from workflows import asks
from workflows.catalogue import words_for
from workflows.pictures.drawings import Drawing
from workflows.views import Ask, Document, View
from workflows.words import Words

SEND: Final = "conversation send"
EDIT: Final = "conversation edit"

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody is to see, and how its form is reached, if it has one.

    `opens` says that they asked for the form itself. `sent` is where a form was sent that came back
    for another look.
    """

    view: View
    opens: bool = False
    sent: Ask | None = None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An answer, with the pictures and the files that could be made for it."""

    given: Answer
    pictures: Mapping[Drawing, bytes] = field(default_factory=dict[Drawing, bytes])
    files: Mapping[Document, bytes] = field(default_factory=dict[Document, bytes])


async def answer(desk: Desk, spot: Spot, work: Awaitable[Answer]) -> None:
    """Do what was asked for, and show what comes of it. A bug is told of, and raised."""
    deferral = Deferral(desk, spot.interaction)
    try:
        prepared = await deferral.keep(_prepared(desk, spot, deferral, work))
    except Exception:
        await _apologise(desk, spot, deferral, _undone)
        raise
    try:
        await _show(desk, spot, deferral, prepared)
    except Exception:
        await _apologise(desk, spot, deferral, _unseen)
        raise


async def say(desk: Desk, interaction: Interaction, drawn: Sequence[DiscordMessage]) -> None:
    """Show messages to one person; the first may take the place of what they pressed."""
    await _say(desk, interaction, drawn, is_deferred=False)


async def ask_first(desk: Desk, interaction: Interaction, question: DiscordMessage) -> None:
    """Ask one person something, below what they pressed: they may want to go on there."""
    await _unless_too_late(desk.replies.respond(interaction, question))


def opening(sent: Ask) -> Ask:
    """Return what opens a form again: most commands ask for answers when they get none."""
    if sent.command != SEND:
        return sent
    passing = {"more", "seen", asks.SURE}
    kept = {name: value for name, value in sent.options.items() if name not in passing}
    return Ask(EDIT, kept)


async def _prepared(
    desk: Desk, spot: Spot, deferral: Deferral, work: Awaitable[Answer]
) -> _Prepared:
    """Return what is to be shown, with all that it takes; a form that opens takes nothing."""
    given = await work
    if not deferral.is_given and _opens(spot.interaction, given):
        return _Prepared(given)
    pictures = await desk.paint(given.view)
    return _Prepared(given, pictures, await made(given.view, desk.make))


async def _show(desk: Desk, spot: Spot, deferral: Deferral, prepared: _Prepared) -> None:
    given = prepared.given
    if not deferral.is_given and _opens(spot.interaction, given):
        drawn = modal(given.view, server=spot.server, today=desk.today())
        await _unless_too_late(desk.replies.open_form(spot.interaction, drawn))
        return
    cards = _cards(spot, prepared)
    await _say(desk, spot.interaction, cards, is_deferred=deferral.is_given)


def _opens(interaction: Interaction, given: Answer) -> bool:
    """Say whether a form opens at once: never after a form, nor if there is more to see first."""
    if given.view.form is None or interaction.kind is Kind.FORM:
        return False
    return given.opens or fits_in_a_modal(given.view)


def _cards(spot: Spot, prepared: _Prepared) -> tuple[DiscordMessage, ...]:
    given, pictures = prepared.given, prepared.pictures
    view = given.view
    if view.form is None:
        return messages(
            view, server=spot.server, is_private=True, painted=pictures, files=prepared.files
        )
    if given.sent is not None:
        passage = Passage(Way.REOPEN, given.sent)
    else:
        passage = Passage(Way.OPEN, opening(view.form.send.ask))
    return form_card(view, passage, server=spot.server, painted=pictures)


async def _say(
    desk: Desk, interaction: Interaction, drawn: Sequence[DiscordMessage], *, is_deferred: bool
) -> None:
    first, *others = drawn
    replies = desk.replies
    if is_deferred:
        await _unless_too_late(replies.edit_original(interaction, first))
    elif is_in_place(interaction):
        await _unless_too_late(replies.update(interaction, first))
    else:
        await _unless_too_late(replies.respond(interaction, first))
    for message in others:
        await _unless_too_late(replies.follow_up(interaction, message))


async def _apologise(
    desk: Desk, spot: Spot, deferral: Deferral, why: Callable[[Words], View]
) -> None:
    """Say what a bug has left as it was, for it leaves no other answer."""
    words = words_for(spot.caller.language)
    drawn = messages(why(words).in_language(words.language), is_private=True)
    await _say(desk, spot.interaction, drawn, is_deferred=deferral.is_given)


def _undone(words: Words) -> View:
    line = words.say("Something went wrong in Concord. Nothing was changed. Please try again.")
    return told(words.say("Nothing was changed"), line)


def _unseen(words: Words) -> View:
    line = words.say(
        "Something went wrong in Concord after your press. What you did may be saved, so please "
        "look before you try again."
    )
    return told(words.say("Please have a look"), line)


async def _unless_too_late(reply: Awaitable[None]) -> None:
    """Give an answer; where Discord does not take it, what was done is kept all the same."""
    try:
        await reply
    except DiscordError as error:
        _log.info("discord_not_answered", reason=type(error).__name__)
