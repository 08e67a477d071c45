"""Group norms: agree them, show them, and check in a minute how they are kept."""

from commands.access import Seat, access_team_here
from commands.access_open import records_open_to
from commands.beginning import Beginning, begin
from commands.context import Context
from commands.record_views import record_screen
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.conversations import Answer
from workflows.identifiers import FieldId, WorkflowId
from workflows.keeping import CATEGORIES
from workflows.records import Norms, Record
from workflows.views import Button, Style, View
from workflows.words import mark

NORMS = WorkflowId("norms")
NORM_CHECK = WorkflowId("norm-check")


def start_norms(context: Context) -> View:
    """Start the conversation; norms agreed before are where it begins."""
    seat = access_team_here(context)
    record = norms_of(context, seat)
    if record is None:
        return begin(context, seat, Beginning(NORMS))
    return begin(context, seat, Beginning(NORMS, about=record.id, sheet=_sheet(record)))


def show_norms(context: Context) -> View:
    """Show the norms in force, or offer to agree some."""
    seat = access_team_here(context)
    record = norms_of(context, seat)
    return record_screen(context, seat, record) if record else _none_yet(context, seat)


def check_norms(context: Context) -> View:
    """Start the one-minute check of the norms in force."""
    seat = access_team_here(context)
    record = norms_of(context, seat)
    if record is None:
        return _none_yet(context, seat)
    facts = {f"norm-{category}": text for category, text in _commitments(record).items()}
    return begin(context, seat, Beginning(NORM_CHECK, about=record.id, facts=facts))


def norms_of(context: Context, seat: Seat) -> Record | None:
    """Return the record of a team's norms, or None."""
    return next(iter(records_open_to(context, seat, "norms")), None)


def _none_yet(context: Context, seat: Seat) -> View:
    words = context.words
    agree = Button(
        words.say("Agree our norms"), asks.about_team("norms start", seat.team.id), Style.PRIMARY
    )
    line = words.say("Your team has no norms yet. Agreeing some takes about half an hour.")
    return told(words.say("Group norms"), line, *row(agree))


def _sheet(record: Record) -> dict[FieldId, Answer]:
    return {FieldId(f"commit-{key}"): text for key, text in _commitments(record).items()}


def _commitments(record: Record) -> dict[str, str]:
    content = record.current.content
    texts = content.commitments if isinstance(content, Norms) else {}
    return {category: texts.get(FieldId(category), "") for category in CATEGORIES}


COMMANDS = (
    Command("norms start", start_norms, mark("Agree how your team works together")),
    Command("norms show", show_norms, mark("Show your team's norms")),
    Command("norms check", check_norms, mark("Check in one minute how the norms are kept")),
)
