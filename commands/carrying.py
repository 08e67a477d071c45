"""Carries out what an event in a conversation leads to, in the transaction that keeps the event."""

from datetime import timedelta
from typing import assert_never

from commands.announcing import announce_card, announce_prompt, announce_reveals
from commands.context import Office
from commands.dates import decide_by_subject, set_decide_by
from commands.keeping import keep_record
from commands.pre_reads import set_pre_read
from workflows.conversations import Conversation
from workflows.course import open_phase
from workflows.definitions import Audience, Closing, Workflow
from workflows.effects import (
    CalledOff,
    Completed,
    DeadlineMoved,
    Effect,
    FacilitatorWanted,
    PhaseOpened,
    Prompt,
)
from workflows.identifiers import MemberId, ScheduleId
from workflows.people import Team
from workflows.phases import A_DAY
from workflows.schedules import CallDeputy, ClosePhase, Duty, Once, RemindPhase, Schedule
from workflows.transitions import Transition

DEPUTY_AFTER = timedelta(minutes=5)
DEPUTY_AFTER_LONG = timedelta(hours=8)
"""How long the facilitator has to go on before somebody else is asked; longer in long phases."""

REMIND_FROM = timedelta(hours=1)
"""Shorter phases get no reminder: people sit together, and the clock on the card is enough."""

REMIND_AT = 0.75
"""Share of a phase's time after which those it waits for are reminded, once."""


def carry_out(
    office: Office,
    team: Team,
    workflow: Workflow,
    transition: Transition,
    *,
    actor: MemberId | None = None,
) -> None:
    """Do what a transition asks for. Whoever acted sees the result at once and gets no message."""
    conversation = transition.conversation
    for effect in transition.effects:
        _carry_out(office, team, workflow, conversation, effect, actor=actor)
    if not is_being_prepared(workflow, conversation):
        announce_card(office, team, conversation)


def is_being_prepared(workflow: Workflow, conversation: Conversation) -> bool:
    """Say whether its starter still prepares a conversation; the team hears of it afterwards."""
    phase = open_phase(workflow, conversation)
    return conversation.round == 1 and phase.audience is Audience.FACILITATOR


def call_next_deputy(
    office: Office, conversation: Conversation, asked: tuple[MemberId, ...]
) -> None:
    """Set the time at which somebody else is asked to go on, should nobody do so until then."""
    start = conversation.deadline or office.now
    wait = DEPUTY_AFTER_LONG if start - conversation.opened_at >= A_DAY else DEPUTY_AFTER
    duty = CallDeputy(conversation.id, conversation.round, asked)
    _schedule(office, conversation, duty, Once(start + wait))


def clock_subject(conversation: Conversation) -> str:
    """Return what the schedules of a conversation's phases belong to."""
    return f"phase/{conversation.id}"


def _carry_out(
    office: Office,
    team: Team,
    workflow: Workflow,
    conversation: Conversation,
    effect: Effect,
    *,
    actor: MemberId | None,
) -> None:
    match effect:
        case PhaseOpened():
            _set_clock(office, workflow, conversation)
            set_pre_read(office, team, workflow, conversation)
            set_decide_by(office, team, conversation)
            announce_reveals(office, team, workflow, conversation)
        case DeadlineMoved():
            _set_clock(office, workflow, conversation)
        case FacilitatorWanted():
            pass  # drawn already, before the conversation was kept (see commands.moving)
        case Prompt():
            if effect.member != actor:
                announce_prompt(office, team, conversation, effect.member)
        case Completed():
            _stop_clocks(office, conversation)
            keep_record(office, team, workflow, conversation)
        case CalledOff():
            _stop_clocks(office, conversation)
        case _:
            assert_never(effect)


def _stop_clocks(office: Office, conversation: Conversation) -> None:
    office.work.schedules.call_off(clock_subject(conversation))
    office.work.schedules.call_off(decide_by_subject(conversation))


def _set_clock(office: Office, workflow: Workflow, conversation: Conversation) -> None:
    """Set the clock of the open phase anew: its end, and one reminder on the way."""
    office.work.schedules.call_off(clock_subject(conversation))
    deadline = conversation.deadline
    if deadline is None:
        return
    if open_phase(workflow, conversation).closes is Closing.FACILITATOR:
        call_next_deputy(office, conversation, ())
    place = (conversation.id, conversation.phase, conversation.round)
    _schedule(office, conversation, ClosePhase(*place), Once(deadline))
    lasts = deadline - conversation.opened_at
    if lasts >= REMIND_FROM:
        at = conversation.opened_at + lasts * REMIND_AT
        _schedule(office, conversation, RemindPhase(*place), Once(at))


def _schedule(office: Office, conversation: Conversation, duty: Duty, rule: Once) -> None:
    office.work.schedules.add(
        Schedule(
            id=ScheduleId(office.work.new_id()),
            workspace=None,
            subject=clock_subject(conversation),
            duty=duty,
            rule=rule,
            zone="UTC",
            next_at=rule.at,
        )
    )
