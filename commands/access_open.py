"""The doors to what a team has, as far as it is open to the asker."""

from commands.access import Seat
from commands.context import Context
from workflows.circles import admits
from workflows.conversations import Conversation
from workflows.records import Record


def open_to(context: Context, seat: Seat) -> tuple[Conversation, ...]:
    """Return the conversations of a team that go on, as far as they are open to the asker."""
    running = context.work.conversations.open_in(seat.team.id)
    return tuple(each for each in running if admits(each, seat.member))


def records_open_to(context: Context, seat: Seat, kind: str | None = None) -> tuple[Record, ...]:
    """Return a team's records, or those of one kind, as far as they are open to the asker."""
    records = context.work.records.of_team(seat.team.id, kind)
    return tuple(record for record in records if admits(record, seat.member))


def record_left_by(context: Context, seat: Seat, conversation: Conversation) -> Record | None:
    """Return the record that a conversation of the asker's has left, if they may see it."""
    record = context.work.records.of_conversation(conversation.id)
    return record if record and admits(record, seat.member) else None
