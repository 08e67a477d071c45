"""The doors to what a team has, as far as it is open to the asker."""

from dataclasses import dataclass

from commands.access import Seat
from commands.context import Context
from workflows.circles import admits, is_closed
from workflows.conversations import Conversation
from workflows.records import Record
from workflows.retros import Lesson, Retro, Share


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """A lesson that somebody may read, and the team that has learned it."""

    lesson: Lesson
    team: str


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


def lessons_open_to(
    context: Context, seat: Seat
) -> tuple[tuple[OpenLesson, ...], tuple[OpenLesson, ...]]:
    """Return the lessons of the asker's team, and those that other teams let everybody read."""
    teams = context.work.teams.of_partnership(seat.partnership.id)
    names = {team.id: team.name for team in teams}
    own, others = list[OpenLesson](), list[OpenLesson]()
    for record in context.work.records.of_partnership(seat.partnership.id, "retro"):
        is_own = record.team == seat.team.id
        lessons = _lessons(record, seat) if is_own else _shared_lessons(record)
        found = (OpenLesson(lesson, names[record.team]) for lesson in lessons)
        (own if is_own else others).extend(found)
    return tuple(own), tuple(others)


def _lessons(record: Record, seat: Seat) -> tuple[Lesson, ...]:
    content = record.current.content
    if not isinstance(content, Retro) or not admits(record, seat.member):
        return ()
    return content.lessons


def _shared_lessons(record: Record) -> tuple[Lesson, ...]:
    """Return what may leave a team: all who took part agreed to it, and meant it to."""
    content = record.current.content
    if is_closed(record) or not isinstance(content, Retro) or not content.is_shared:
        return ()
    return tuple(lesson for lesson in content.lessons if lesson.share is not Share.TEAM)
