"""Records: list them, show one in any edition, sign it."""

from commands.access import Seat, access_own_record, access_record, access_team_here
from commands.access_open import records_open_to
from commands.announcing import announce_record
from commands.context import Context
from commands.errors import BadRequestError
from commands.record_lines import short_title
from commands.record_lists import list_records
from commands.record_views import record_screen
from commands.registry import Command
from workflows.circles import is_closed
from workflows.identifiers import RecordId
from workflows.records import Record, Signature, may_be_signed
from workflows.views import Option, View
from workflows.words import mark


def show_record(context: Context) -> View:
    """Show one record; without saying which, show the list to pick from."""
    chosen = context.option("pick") or context.option("id")
    if not chosen:
        return list_records(context)
    seat, record = access_record(context, RecordId(chosen))
    return record_screen(context, seat, record, context.number("edition"))


def records_here(context: Context) -> tuple[Option, ...]:
    """Return what the whole team of the asker may see, the newest first."""
    seat = access_team_here(context)
    words = seat.room(context.words).words
    records = (each for each in records_open_to(context, seat) if not is_closed(each))
    return tuple(Option(each.id, short_title(each, words)) for each in records)


def sign_record(context: Context) -> View:
    """Put the asker's name under the edition in force; signing twice signs once."""
    seat, record = access_own_record(context, RecordId(context.option("id")))
    refuse_unsigned_kinds(record)
    if context.number("edition") != record.current.number:
        return newer_edition(context, seat, record)
    put_name(context, seat, record)
    announce_record(context.office, seat.team, record.id)
    _, signed = access_own_record(context, record.id)
    return record_screen(context, seat, signed)


def put_name(context: Context, seat: Seat, record: Record) -> None:
    """Keep the asker's signature under the edition in force."""
    signature = Signature(seat.member.id, context.office.now, record.current.hash)
    context.work.records.sign(record.id, record.current.number, signature)


def newer_edition(context: Context, seat: Seat, record: Record) -> View:
    """Return the edition in force to somebody who has read another one."""
    line = context.words.say("This is a newer edition. Please read it before you sign.")
    return record_screen(context, seat, record).with_problem(line)


def refuse_unsigned_kinds(record: Record) -> None:
    """Raise BadRequestError where there is nothing to put a name under."""
    if not may_be_signed(record.current.content):
        raise BadRequestError(mark("There is nothing to sign here."))


COMMANDS = (
    Command("record list", list_records, mark("List what your team keeps")),
    Command("record show", show_record, mark("Show a record"), which=records_here),
    Command("record sign", sign_record),
)
