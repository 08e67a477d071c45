"""What could not be said to somebody in private, since they take no private messages.

In a home of their team stands a button for them. Whoever presses it sees what is their own.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import Final, assert_never

from commands.access import access_own_seats
from commands.calls import draw_call
from commands.context import Context
from commands.dashboard import show_dashboard
from commands.registry import Command
from commands.screens import row, told
from storage.errors import NotFoundError
from workflows.action_calls import ActionCall, HandoverCall
from workflows.chair_calls import DeputyCall, DrawnCall
from workflows.closed_calls import InvitationCall, SeatedCall, SharedCall
from workflows.identifiers import AccountId, MemberId, PersonId
from workflows.notices import (
    AccountCall,
    Call,
    DecideByCall,
    HomeCall,
    JoinCall,
    MishapCall,
    Prompt,
    Welcome,
    subject,
)
from workflows.record_calls import ReviewCall, SignAgain
from workflows.text import Mention, flat
from workflows.views import Ask, Button, Heading, Paragraph, Privacy, Style, View
from workflows.words import Words

KEPT_FOR: Final = timedelta(days=30)
"""How long what is unsaid can be opened: its matter is over by then."""

MOST: Final = 10
"""Unsaid words on one screen, so that it fits on every platform; the newest ones."""


def offer(person: PersonId, name: str, words: Words) -> View:
    """Return what a channel reads when somebody there takes no private messages."""
    say = words.rich(
        "{name}, I have something for you, and I cannot write to you in private here. Please press "
        "the button. Only you see what it opens.",
        name=Mention(person, name),
    )
    title = words.say("Something for {name}", name=name)
    button = Button(words.say("Open privately"), Ask("unsaid"), Style.PRIMARY)
    return View(title, flat(say), (Paragraph(say), *row(button)), privacy=Privacy.TEAM)


def show_unsaid(context: Context) -> View:
    """Show the asker what could not be said to them and still holds; else what waits for them."""
    words = context.words
    views = tuple(islice(_views(context), MOST))
    if not views:
        return show_dashboard(context)
    line = words.plural(
        "{count} message did not get through to you.",
        "{count} messages did not get through to you.",
        len(views),
    )
    said = (block for view in views for block in (Heading(view.title), *view.blocks))
    more = Button(words.say("Your teams"), Ask("dashboard"))
    return told(words.say("For you"), line, *said, *row(more))


def _views(context: Context) -> Iterator[View]:
    """Yield what still holds of all that is unsaid, the newest first, and nothing twice.

    What was for the asker once is not shown if it was for a seat or an account that they have no
    more: who links an account and lets it go again takes nothing along.
    """
    accounts = context.work.people.accounts_of(context.person.id)
    seats = (seat.member for seat in access_own_seats(context))
    own = {*(account.id for account in accounts), *(seat.id for seat in seats if seat.is_here)}
    shown = set[str]()
    for notice in context.work.outbox.unsaid_to(accounts, context.office.now - KEPT_FOR):
        if isinstance(notice, Call) and _whose(notice) in own and _about(notice) not in shown:
            shown.add(_about(notice))
            yield from _drawn(context, notice)


def _whose(call: Call) -> MemberId | AccountId:
    """Return the seat, or else the account, that a word is for."""
    match call:
        case (
            Prompt()
            | ReviewCall()
            | SignAgain()
            | DecideByCall()
            | InvitationCall()
            | SharedCall()
            | SeatedCall()
            | DrawnCall()
            | DeputyCall()
            | Welcome()
            | ActionCall()
            | HandoverCall()
        ):
            return call.member
        case JoinCall() | MishapCall() | HomeCall():
            return call.lead
        case AccountCall():
            return call.account
        case _:
            assert_never(call)


def _about(call: Call) -> str:
    """Return what is the same for two words that say the same: a prompt and its reminder."""
    return call.conversation if isinstance(call, Prompt) else subject(call)


def _drawn(context: Context, call: Call) -> Iterator[View]:
    try:
        drawn = draw_call(context.office, call)
    except NotFoundError:
        return
    if drawn:
        yield drawn.view


COMMANDS = (Command("unsaid", show_unsaid),)
