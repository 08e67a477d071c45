"""The doors to what a team has, as far as it is open to the asker."""

from collections.abc import Iterator
from dataclasses import dataclass

from commands.access import Seat, missing
from commands.context import Context
from storage.errors import NotFoundError
from workflows.circles import admits, is_closed
from workflows.conversations import Conversation
from workflows.identifiers import RecordId
from workflows.records import Record
from workflows.retros import Lesson, Retro, SavedLesson, Share


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


def record_named(context: Context, seat: Seat) -> tuple[RecordId, Record | None]:
    """Return the id that a form gives to its record, and the record if it was sent before.

    What is kept under the id for others looks as if it were not there.
    """
    id_ = RecordId(context.new_id())
    try:
        found = context.work.records.get(id_)
    except NotFoundError:
        return id_, None
    if found.team != seat.team.id or not admits(found, seat.member):
        raise missing(context)
    return id_, found


def lessons_open_to(
    context: Context, seat: Seat
) -> tuple[tuple[OpenLesson, ...], tuple[OpenLesson, ...]]:
    """Return the lessons of the asker's team, and those that other teams let everybody read.

    What somebody has saved along the way comes first.
    """
    teams = context.work.teams.of_partnership(seat.partnership.id)
    names = {team.id: team.name for team in teams}
    own, others = list(_saved(context, seat)), list[OpenLesson]()
    for record in context.work.records.of_partnership(seat.partnership.id, "retro"):
        is_own = record.team == seat.team.id
        lessons = _lessons(record, seat) if is_own else _shared_lessons(record)
        found = (OpenLesson(lesson, names[record.team]) for lesson in lessons)
        (own if is_own else others).extend(found)
    return tuple(own), tuple(others)


def _saved(context: Context, seat: Seat) -> Iterator[OpenLesson]:
    contents = (record.current.content for record in records_open_to(context, seat, "lesson"))
    for saved in (content for content in contents if isinstance(content, SavedLesson)):
        lesson = Lesson(text=saved.text, kind=saved.about, share=Share.TEAM)
        yield OpenLesson(lesson, seat.team.name)


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
