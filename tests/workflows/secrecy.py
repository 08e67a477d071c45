"""Looks over everybody's shoulder for what they should not see."""

from collections.abc import Iterator

from tests.stage import Stage
from tests.workflows.ledger import Answers, Ledger, is_signed
from workflows.cards import card_view, reveal_view
from workflows.conversations import Answer, Conversation, Participation, Status
from workflows.course import PRIVATE, open_phase
from workflows.definitions import Field, FieldKind, Source
from workflows.identifiers import MemberId
from workflows.options import options_of
from workflows.presenter import current_view, look_view
from workflows.reveals import WRITTEN
from workflows.text import Mention, flat
from workflows.views import Bullets, View
from workflows.wording import Wording

_ALIKE: tuple[tuple[Answer, ...], ...] = (
    ("agree",),
    ("note", "object"),
    ("yes",),
    ("noted", "not-yet"),
    (0, 1, 2),
    (3, 4, 5),
)
"""Answers after which the same questions follow."""


def nobody_sees_too_much(table: Stage, ledger: Ledger) -> None:
    """Assert that what a member wrote shows to others only when it may, and as it may."""
    delicate = [
        (author, question, mark)
        for author, question, mark, is_named in _written(ledger)
        if not (is_named and _is_revealed(table, question))
    ]
    for reader in (*table.conversation.people, None) if delicate else ():
        for view in _screens(table, reader):
            page = str(view)
            for author, question, mark in delicate:
                if author != reader and mark in page:
                    assert _is_revealed(table, question), f"{question.id} shows before its time"
                    assert not _has_name_beside(table, view, mark)


def nothing_shows_through(table: Stage, reader: MemberId) -> None:
    """Assert that a member's screens are the same whatever others answer in the open phase."""
    questions = _asked_in_private(table)
    if not questions:
        return
    conversation = table.conversation
    people = {
        member: place if member == reader else _scrambled(table, questions, place)
        for member, place in conversation.people.items()
    }
    other = conversation.model_copy(update={"people": people})
    assert _seen(table, conversation, reader) == _seen(table, other, reader)


def _screens(table: Stage, reader: MemberId | None) -> Iterator[View]:
    """Yield what one member can open now, or (for None) what the whole channel reads."""
    if reader is None:
        fields = open_phase(table.workflow, table.conversation).reveal
        yield card_view(table.wording)
        yield reveal_view(table.wording, fields)
        return
    now = current_view(table.workflow, table.conversation, reader, table.room)
    yield now
    if now.form:
        yield look_view(table.workflow, table.conversation, reader, table.room)


def _written(ledger: Ledger) -> Iterator[tuple[MemberId, Field, str, bool]]:
    """Yield each text that a member wrote by its first word, which stands nowhere else."""
    questions = [question for question in ledger.private() if question.kind in WRITTEN]
    for author, given in ledger.people.items():
        for answers in (*given.before, given.now):
            for question in questions:
                if question.id in answers:
                    mark = str(answers[question.id]).split()[0]
                    yield author, question, mark, is_signed(question, answers)


def _is_revealed(table: Stage, question: Field) -> bool:
    """Say whether others may read a question's answers: as such, or among the topics with dots."""
    phases = table.workflow.phase
    now = open_phase(table.workflow, table.conversation)
    is_shown = question.id in now.reveal
    fields = (*now.reveal, *(asked.id for asked in table.workflow.fields_in(now.id)))
    if any(table.workflow.find_field(id_).source is Source.TOPICS for id_ in fields):
        so_far = phases[: phases.index(now) + 1]
        is_shown = is_shown or any(question.id in phase.reveal for phase in so_far)
    return is_shown and table.conversation.status is not Status.CANCELLED


def _has_name_beside(table: Stage, view: View, mark: str) -> bool:
    """Say whether a name stands in the same line as what somebody wrote without theirs."""
    names = [seat.name for seat in table.room.seats.values()]
    return any(
        isinstance(node, Mention) or any(name in flat((node,)) for name in names)
        for block in view.blocks
        if isinstance(block, Bullets)
        for line in block.items
        if mark in flat(line)
        for node in line
    )


def _asked_in_private(table: Stage) -> tuple[Field, ...]:
    phase = open_phase(table.workflow, table.conversation)
    is_open = table.phase and phase.audience in PRIVATE
    return table.workflow.fields_in(phase.id) if is_open else ()


def _seen(table: Stage, conversation: Conversation, reader: MemberId) -> tuple[View, ...]:
    return (
        current_view(table.workflow, conversation, reader, table.room),
        look_view(table.workflow, conversation, reader, table.room),
        card_view(Wording(table.workflow, conversation, table.room)),
    )


def _scrambled(table: Stage, questions: tuple[Field, ...], place: Participation) -> Participation:
    answers: Answers = dict(place.answers)
    for question in questions:
        if question.id in answers:
            answers[question.id] = _another(table, question, answers[question.id])
    return place.model_copy(update={"answers": answers})


def _another(table: Stage, question: Field, answer: Answer) -> Answer:
    """Return another answer after which the same questions follow, if there is one."""
    if question.kind in WRITTEN:
        return "something else"
    if question.kind is FieldKind.YES_NO:
        return not answer
    options = options_of(table.workflow, question, table.conversation, table.room)
    if question.kind is FieldKind.CHOICES and isinstance(answer, tuple):
        return tuple(option.value for option in options if option.value not in answer)[:3]
    alike = next((group for group in _ALIKE if answer in group), tuple(o.value for o in options))
    return alike[(alike.index(answer) + 1) % len(alike)]
