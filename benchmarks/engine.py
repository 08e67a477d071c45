"""How long the pure engine and presenter take for one answer: `advance`, then `current_view`."""

from collections.abc import Iterator
from time import perf_counter

from benchmarks.figures import Figure, percentile
from benchmarks.table import LIBRARY, PARTIES, START, TEAM, members_of
from workflows.catalogue import words_for
from workflows.conversations import Conversation, Status
from workflows.definitions import FieldKind, Workflow
from workflows.engine import advance, start
from workflows.events import Submitted, Target
from workflows.identifiers import ConversationId, MemberId, StepId, WorkflowId
from workflows.presenter import current_view
from workflows.room import Room
from workflows.transitions import Opening
from workflows.views import Form, Input

PEOPLE = 8
TIMES = 20
WORKFLOWS = ("norms", "decision")
MOST_MICROSECONDS = 200


def measure() -> Figure:
    """Play the forms of both conversations; compare with reading a conversation from JSON."""
    timed = [times for _ in range(TIMES) for name in WORKFLOWS for times in _play(name)]
    moved = [microseconds for microseconds, _ in timed]
    typical, slow = percentile(moved, 50), percentile(moved, 99)
    ratio = typical / percentile([read for _, read in timed], 50)
    return Figure(
        what="Engine, one answer to next view",
        measured=f"p50 {typical:.0f} µs, p99 {slow:.0f} µs",
        ratio=f"{ratio:.1f} times reading the conversation from JSON",
        goal=f"≤ {MOST_MICROSECONDS} µs",
        is_met=typical <= MOST_MICROSECONDS,
    )


def _play(name: str) -> Iterator[tuple[float, float]]:
    """Yield, for each form sent, the microseconds to move on and those to read the conversation."""
    workflow = LIBRARY.find(WorkflowId(name))
    seats = {member.id: member for member in members_of(PEOPLE)}
    room = Room(words_for("en"), seats, PARTIES)
    members = tuple(seats)
    opening = Opening(ConversationId("talk"), TEAM, members[0], members, START)
    conversation = start(workflow, opening, room).conversation
    while waiting := _waiting(workflow, conversation, room):
        event = _filled_in(*waiting)
        begun = perf_counter()
        moved = advance(workflow, conversation, event, room)
        current_view(workflow, moved.conversation, event.member, room)
        done = perf_counter()
        conversation = moved.conversation
        yield (done - begun) * 1e6, _microseconds_to_read(conversation)


def _waiting(
    workflow: Workflow, conversation: Conversation, room: Room
) -> tuple[MemberId, Form] | None:
    """Return the first member who has a form to fill in, with that form."""
    if conversation.status is not Status.OPEN:
        return None
    views = ((m, current_view(workflow, conversation, m, room)) for m in conversation.people)
    return next(((member, view.form) for member, view in views if view.form), None)


def _filled_in(member: MemberId, form: Form) -> Submitted:
    place = form.send.ask.options
    target = Target(StepId(place["step"]), int(place["round"]))
    return Submitted(member, target, {asked.id: _answer(asked) for asked in form.inputs}, START)


def _answer(asked: Input) -> str | tuple[str, ...]:
    match asked.field_kind:
        case FieldKind.CHOICES:
            return tuple(option.value for option in asked.options)
        case FieldKind.DATE:
            return "2026-11-03"
        case _ if asked.options:
            return asked.options[0].value
        case _:
            return "Start on time.\nTake turns."


def _microseconds_to_read(conversation: Conversation) -> float:
    text = conversation.model_dump_json()
    begun = perf_counter()
    Conversation.model_validate_json(text)
    return (perf_counter() - begun) * 1e6
