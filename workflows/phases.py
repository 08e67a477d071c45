"""How one phase follows another: what is worked out, whether the group returns, what opens next."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workflows.conversations import Conversation, Participation
from workflows.course import PRIVATE, given, meets, open_phase
from workflows.definitions import MinutesBy, Phase, Workflow
from workflows.hooks import HOOKS
from workflows.identifiers import FieldId

A_DAY = timedelta(days=1)
A_WHILE = timedelta(minutes=5)
A_MORNING = time(9)
"""When something begins on a day for which no time was named."""


def first_phase(workflow: Workflow, conversation: Conversation) -> Phase:
    """Return the first phase whose condition holds."""
    return next(phase for phase in workflow.phase if meets(phase.when, conversation.sheet))


def following(workflow: Workflow, conversation: Conversation) -> tuple[Conversation, Phase | None]:
    """Return the conversation with its open phase wound up, and the phase to open; None at the end.

    The phase's hook puts what it works out on the sheet. Then the group returns to an earlier
    phase if an answer asks for that and it has not returned too often; else it goes on.
    """
    phase = open_phase(workflow, conversation)
    if phase.then:
        conversation = conversation.with_sheet(HOOKS[phase.then](conversation))
    if _goes_back(conversation, phase) and phase.returns:
        count = conversation.returned.get(phase.id, 0) + 1
        returned = {**conversation.returned, phase.id: count}
        conversation = conversation.model_copy(update={"returned": returned})
        return conversation, workflow.find_phase(phase.returns.to)
    later = workflow.phase[workflow.phase.index(phase) + 1 :]
    return conversation, next((p for p in later if meets(p.when, conversation.sheet)), None)


def enter(
    workflow: Workflow, conversation: Conversation, phase: Phase, at: datetime, zone: str
) -> Conversation:
    """Return the conversation at the beginning of a phase.

    Answers that members gave in an earlier round of the same phase are laid by, so that they are
    asked afresh; what stands on the group's sheet stays and is offered for changing.
    """
    people = {
        member: _afresh(workflow, phase, place) for member, place in conversation.people.items()
    }
    return conversation.model_copy(
        update={
            "phase": phase.id,
            "round": conversation.round + 1,
            "opened_at": at,
            "deadline": _ends_at(phase, conversation, at, zone),
            "time_left": None,
            "people": people,
        }
    )


def times_asked(workflow: Workflow, conversation: Conversation, field: FieldId) -> int:
    """Return how often the group has gone through the phase that asks for a field."""
    order = [phase.id for phase in workflow.phase]
    at = order.index(workflow.phase_asking(field))
    returns = sum(
        conversation.returned.get(later.id, 0)
        for number, later in enumerate(workflow.phase)
        if later.returns and order.index(later.returns.to) <= at <= number
    )
    return returns + (at < order.index(conversation.phase))


def is_clocked(workflow: Workflow, conversation: Conversation) -> bool:
    """Say whether the open phase has a clock."""
    phase = open_phase(workflow, conversation)
    return _minutes(phase, conversation) > 0 or _named_end(phase, conversation, "UTC") is not None


def extension(workflow: Workflow, conversation: Conversation) -> timedelta:
    """Return how much time is added to the open phase when its facilitator asks for more.

    A day; but five minutes where the phase is shorter, since people sit together then.
    """
    lasts = timedelta(minutes=_minutes(open_phase(workflow, conversation), conversation))
    return A_DAY if lasts >= A_DAY else A_WHILE


def _ends_at(phase: Phase, conversation: Conversation, at: datetime, zone: str) -> datetime | None:
    minutes = _minutes(phase, conversation)
    if minutes:
        return at + timedelta(minutes=minutes)
    named = _named_end(phase, conversation, zone)
    return named if named and named > at else None  # a day that has passed names no end


def _named_end(phase: Phase, conversation: Conversation, zone: str) -> datetime | None:
    """Return the moment that earlier answers name, in the morning where they name no time."""
    day = conversation.sheet.get(phase.until.day) if phase.until else None
    if phase.until is None or day is None:
        return None
    at = conversation.sheet.get(phase.until.time) if phase.until.time else None
    moment = time.fromisoformat(str(at)) if at else A_MORNING
    local = datetime.combine(date.fromisoformat(str(day)), moment, ZoneInfo(zone))
    return local.astimezone(UTC)


def _goes_back(conversation: Conversation, phase: Phase) -> bool:
    way = phase.returns
    if way is None or conversation.returned.get(phase.id, 0) >= way.times:
        return False
    return any(meets(way.when, answers) for answers in given(conversation, phase))


def _afresh(workflow: Workflow, phase: Phase, place: Participation) -> Participation:
    if phase.audience not in PRIVATE:
        return place.model_copy(update={"path": ()})
    asked = {field.id for field in workflow.fields_in(phase.id)}
    old = {field: answer for field, answer in place.answers.items() if field in asked}
    if not old:
        return place.model_copy(update={"path": ()})
    kept = {field: answer for field, answer in place.answers.items() if field not in asked}
    return place.model_copy(update={"path": (), "answers": kept, "earlier": (*place.earlier, old)})


def _minutes(phase: Phase, conversation: Conversation) -> int:
    match phase.minutes:
        case MinutesBy():
            picked = conversation.sheet.get(phase.minutes.field)
            return phase.minutes.minutes.get(str(picked), 0)
        case None:
            return 0
        case _:
            return phase.minutes
