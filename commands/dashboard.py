"""The dashboard: what waits for one person across all their teams, and ways to everything else."""

from collections.abc import Iterator

from commands.access import Seat, access_own_seats, with_code
from commands.access_actions import access_own_actions
from commands.access_open import open_to, records_open_to
from commands.context import Context
from commands.home import conversation_label
from commands.record_lines import short_title
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.action_items import ActionItem, action_line
from workflows.catalogue import LANGUAGE_NAMES
from workflows.course import open_phase, step_of
from workflows.definitions import Closing
from workflows.limits import Place
from workflows.records import Decision, Norms, Record
from workflows.retros import Retro
from workflows.text import Code, plain
from workflows.views import Ask, Block, Bullets, Button, Heading, Paragraph, Small, Style, View
from workflows.words import mark

MOST_WAITING = 10
"""Buttons of each kind: who has more to do finds the rest on the cards of their teams."""

MOST_TO_DO = 5
"""Action items in lines of their own, the soonest; the rest is one press away."""

MOST_TEAMS = 10
"""Teams with buttons of their own, so that the dashboard fits on every platform."""

_LED = (Closing.FACILITATOR, Closing.DEADLINE)
"""What ends a part that nobody's answers end."""


def show_dashboard(context: Context) -> View:
    """Show what waits for the asker, their teams, and what is kept about them."""
    words = context.words
    seats = tuple(seat for seat in access_own_seats(context) if seat.member.is_here)
    if not seats:
        return _empty(context)
    answers = [button for seat in seats for button in _to_answer(context, seat)]
    chairs = [button for seat in seats for button in _to_lead(context, seat)]
    records = [button for seat in seats for button in _to_sign(context, seat)]
    to_do = access_own_actions(context, seats)
    waiting = len(answers) + len(chairs) + len(records) + len(to_do)
    line = (
        words.plural("{count} thing waits for you.", "{count} things wait for you.", waiting)
        if waiting
        else words.say("Nothing waits for you just now.")
    )
    return told(
        words.say("Your teams"),
        line,
        *_buttons(words.say("Asks you something"), answers),
        *_buttons(words.say("Goes on when you say so"), chairs),
        *_buttons(words.say("To read and sign"), records),
        *_to_do(context, seats, to_do),
        *(block for seat in seats[:MOST_TEAMS] for block in _team(context, seat)),
        *_more_teams(context, len(seats) - MOST_TEAMS),
        *_about_me(context),
    )


def _empty(context: Context) -> View:
    """Say what Concord is good for, and the one step to begin with."""
    words = context.words
    line = words.say(
        "I help people who share a table to agree how they work together, to keep what they "
        "agreed, and to decide without surprises."
    )
    start = Button(words.say("Set up Concord"), Ask("start"), Style.PRIMARY)
    step = words.rich(
        "To begin, type {command} in the channel your team works in.",
        command=Code("/concord start"),
    )
    begin = row(start, with_code(words)) if context.request.channel else (Paragraph(step),)
    return told(words.say("Welcome"), line, *begin, *_about_me(context))


def _buttons(title: str, buttons: list[Button]) -> tuple[Block, ...]:
    return (Heading(title), *row(*buttons[:MOST_WAITING])) if buttons else ()


def _to_answer(context: Context, seat: Seat) -> Iterator[Button]:
    """Yield the open conversations of a team that ask the member something."""
    room = seat.room(context.words)
    for running in open_to(context, seat):
        workflow = context.office.workflow_of(running.workflow, running.edition)
        if step_of(workflow, running, seat.member.id, room):
            label = conversation_label(context, running)
            yield Button(label, asks.take_part(running.id), Style.PRIMARY)


def _to_lead(context: Context, seat: Seat) -> Iterator[Button]:
    """Yield the open conversations of a team that do not go on before the member says so."""
    for running in open_to(context, seat):
        workflow = context.office.workflow_of(running.workflow, running.edition)
        closes = open_phase(workflow, running).closes
        waits = closes in _LED and running.deadline is None
        if waits and running.facilitator == seat.member.id:
            yield Button(conversation_label(context, running), asks.look(running.id))


def _to_sign(context: Context, seat: Seat) -> Iterator[Button]:
    words = context.words
    for record in records_open_to(context, seat):
        if _waits_for_name(record, seat):
            label = short_title(record, words, Place.BUTTON)
            yield Button(label, asks.show_record(record.id))


def _to_do(
    context: Context, seats: tuple[Seat, ...], items: tuple[ActionItem, ...]
) -> tuple[Block, ...]:
    """Return what the asker has to do, each by its day where its team lives."""
    if not items:
        return ()
    words = {seat.team.id: seat.room(context.words).words for seat in seats}
    today = {team: said.day_of(context.office.now) for team, said in words.items()}
    lines = (action_line(item, today[item.team], context.words) for item in items[:MOST_TO_DO])
    mine = Button(context.words.say("My action items"), Ask("action mine"))
    return Heading(context.words.say("Yours to do")), Bullets(tuple(lines)), *row(mine)


def _waits_for_name(record: Record, seat: Seat) -> bool:
    """Say whether a member's name is missing: under the norms, or what was decided with them."""
    me, edition = seat.member, record.current
    if any(signature.member == me.id for signature in edition.signatures):
        return False
    match edition.content:
        case Norms():
            return True
        case Decision() | Retro():
            return me.joined_at is None or edition.made_at >= me.joined_at
        case _:
            return False


def _team(context: Context, seat: Seat) -> tuple[Block, ...]:
    words, team = context.words, seat.team.id
    has_norms = bool(records_open_to(context, seat, "norms"))
    norms = Button(words.say("Our norms"), asks.about_team("norms show", team))
    return (
        Heading(f"{seat.team.name} · {seat.partnership.name}"),
        *row(
            Button(words.say("Team card"), asks.team_home(team)),
            norms if has_norms else None,
            Button(words.say("Decisions"), asks.about_team("decide list", team)),
            Button(words.say("Action items"), asks.about_team("action list", team)),
            Button(words.say("Records"), asks.about_team("record list", team)),
        ),
    )


def _more_teams(context: Context, count: int) -> tuple[Block, ...]:
    if count <= 0:
        return ()
    line = context.words.rich_plural(
        "You are on {count} more team. Type {command} in its channel.",
        "You are on {count} more teams. Type {command} in their channels.",
        count,
        command=Code("/concord home"),
    )
    return (Small(line),)


def _about_me(context: Context) -> tuple[Block, ...]:
    words = context.words
    language = LANGUAGE_NAMES[words.language]
    return (
        Heading(words.say("About you")),
        Paragraph(words.rich("Your language: **{language}**", language=language)),
        *row(
            Button(words.say("My language"), Ask("me language")),
            Button(words.say("What is kept about me"), Ask("me kept")),
        ),
        Small(plain(words.say("Who can see this: only you."))),
    )


COMMANDS = (Command("dashboard", show_dashboard, mark("See what waits for you in all your teams")),)
