"""Decisions: check in before they are made, list them, show one, and look back at it later."""

from dataclasses import replace

from commands.access import Seat, access_own_record, access_record, access_team_here, missing
from commands.access_open import open_to, records_open_to
from commands.beginning import Beginning, begin
from commands.context import Context
from commands.record_views import record_screen
from commands.registry import Command
from commands.screens import row, told
from workflows import asks, continuum
from workflows.conversations import Conversation
from workflows.identifiers import FieldId, RecordId, WorkflowId
from workflows.limits import LONGEST, OPTIONS_OF_ONE, Place
from workflows.people import Party
from workflows.records import Decision, Record
from workflows.reveals import WRITTEN
from workflows.text import Day, Text
from workflows.typed import fit, shorten
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Form,
    Heading,
    Menu,
    Option,
    Raw,
    Style,
    View,
)
from workflows.words import mark

DECISION = WorkflowId("decision")
DECISION_REVIEW = WorkflowId("decision-review")


def start_decision(context: Context) -> View:
    """Start a decision check-in; the first form names the decision.

    What came along, such as the words of a message, is proposed in that form and not kept yet.
    """
    view = begin(context, access_team_here(context), Beginning(DECISION))
    return _proposing(view, context.raw)


def list_decisions(context: Context) -> View:
    """Show the log: what is open, and for each decision the level expected, agreed and felt."""
    seat = access_team_here(context)
    records = records_open_to(context, seat, "decision")
    running = [c for c in open_to(context, seat) if _is_named(c)]
    words = context.words
    new = Button(
        words.say("Check in on a decision"),
        asks.about_team("decide start", seat.team.id),
        Style.PRIMARY,
    )
    if not records and not running:
        line = words.say("Your team has no decisions here yet.")
        return told(words.say("Decisions"), line, *row(new))
    line = words.plural(
        "Your team has {count} decision on record.",
        "Your team has {count} decisions on record.",
        len(records),
    )
    blocks = (*_running(context, running), *_log(context, seat, records))
    return told(words.say("Decisions"), line, *blocks, *row(new))


def show_decision(context: Context) -> View:
    """Show one decision; without saying which, show the list to pick from."""
    chosen = context.option("pick") or context.option("id")
    if not chosen:
        return list_decisions(context)
    seat, record = access_record(context, RecordId(chosen))
    if record.kind != "decision":
        raise missing(context)
    return record_screen(context, seat, record)


def review_decision(context: Context) -> View:
    """Look back at a decision: how shared it felt, and whether it is still right."""
    chosen = context.option("pick") or context.option("id")
    if not chosen:
        return list_decisions(context)
    seat, record = access_own_record(context, RecordId(chosen))
    content = record.current.content
    if not isinstance(content, Decision):
        raise missing(context)
    beginning = Beginning(
        DECISION_REVIEW,
        about=record.id,
        sheet={FieldId("parties"): content.parties},
        facts={"title": content.title, "outcome": content.outcome},
    )
    return begin(context, seat, beginning)


def decisions_here(context: Context) -> tuple[Option, ...]:
    """Return the decisions of the asker's team, the newest first."""
    return _options(records_open_to(context, access_team_here(context), "decision"))


def _options(records: tuple[Record, ...]) -> tuple[Option, ...]:
    return tuple(Option(r.id, shorten(r.title, LONGEST[Place.CHOICE])) for r in records)


def _proposing(view: View, raw: Raw) -> View:
    """Put words into the empty questions of a form, as much of them as fits."""
    return replace(view, form=view.form and replace(view.form, values=_proposed(view.form, raw)))


def _proposed(form: Form, raw: Raw) -> Raw:
    values = dict(form.values)
    for asked in form.inputs:
        text = raw.get(asked.id)
        if isinstance(text, str) and asked.field_kind in WRITTEN and not values.get(asked.id):
            values[asked.id] = fit(text, longest=asked.longest)
    return values


def _is_named(conversation: Conversation) -> bool:
    return conversation.workflow == DECISION and FieldId("title") in conversation.sheet


def _running(context: Context, running: list[Conversation]) -> tuple[Block, ...]:
    if not running:
        return ()
    buttons = (
        Button(shorten(str(c.sheet[FieldId("title")]), LONGEST[Place.BUTTON]), asks.take_part(c.id))
        for c in running
    )
    return (Heading(context.words.say("Open now")), *row(*buttons))


def _log(context: Context, seat: Seat, records: tuple[Record, ...]) -> tuple[Block, ...]:
    if not records:
        return ()
    words = context.words
    menu = Menu(
        words.say("Show a decision"),
        _options(records)[:OPTIONS_OF_ONE],
        Ask("decide show"),
    )
    contents = (record.current.content for record in records[:OPTIONS_OF_ONE])
    lines = tuple(_line(context, seat, c) for c in contents if isinstance(c, Decision))
    return (Heading(words.say("On record")), Bullets(lines), menu)


def _line(context: Context, seat: Seat, decision: Decision) -> Text:
    parties = tuple(p for p in seat.partnership.parties if p.id in decision.parties)
    return context.words.rich(
        "**{title}**, {day}. Expected: {expected}. Agreed: {agreed}. Felt: {felt}.",
        title=decision.title,
        day=Day(decision.decided_on),
        expected=_levels(context, decision.expected, parties),
        agreed=continuum.label(decision.level, parties, context.words),
        felt=_levels(context, decision.felt, parties),
    )


def _levels(context: Context, counts: dict[str, int], parties: tuple[Party, ...]) -> str:
    """Return the steps that were marked, outermost first; the middle ones need no naming."""
    words = context.words
    marked = [level for level in continuum.levels(parties) if counts.get(level)]
    if not marked:
        return words.say("nobody has said")
    first, last = (continuum.label(level, parties, words) for level in (marked[0], marked[-1]))
    return first if first == last else words.say("{first} to {last}", first=first, last=last)


COMMANDS = (
    Command("decide start", start_decision, mark("Agree how shared a decision will be")),
    Command("decide list", list_decisions, mark("List your team's decisions")),
    Command("decide show", show_decision, mark("Show one decision"), which=decisions_here),
    Command(
        "decide review", review_decision, mark("Look back at a decision"), which=decisions_here
    ),
)
