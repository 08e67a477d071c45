"""The buttons and forms of a conversation: take part, answer, go back, go on, call off."""

import re
from datetime import timedelta

from commands.access import Part, access_conversation, access_facilitated
from commands.carrying import carry_out
from commands.context import Context
from commands.registry import Command
from workflows.conversations import Status
from workflows.engine import Transition, advance
from workflows.events import (
    Cancelled,
    Chair,
    Event,
    MemberJoined,
    MoreTime,
    PhaseClosed,
    RoleTaken,
    Submitted,
    Target,
    WentBack,
)
from workflows.identifiers import ConversationId, StepId
from workflows.presenter import Returned, current_view, edit_view
from workflows.text import plain
from workflows.views import Block, Paragraph, Quote, Raw, View

SHORT_PHASE = timedelta(days=1)
"""A phase shorter than this gets minutes when more time is asked for; a longer one gets a day."""


def open_conversation(context: Context) -> View:
    """Show a member what a conversation has for them; whoever joined the team late takes part."""
    part = _part(context)
    me = part.seat.member.id
    place = part.conversation.people.get(me)
    if part.conversation.status is Status.OPEN and (place is None or not place.here):
        transition = _advance(context, part, MemberJoined(me, context.office.now))
        part = Part(part.seat, transition.conversation, part.workflow)
    return current_view(part.workflow, part.conversation, me, part.seat.room(context.words))


def send_answers(context: Context) -> View:
    """Take in the form of one step; show what comes next, or what needs another look."""
    part = _part(context)
    me = part.seat.member.id
    event = Submitted(
        member=me,
        target=_target(context),
        raw=context.raw,
        at=context.office.now,
        more=bool(context.option("more")),
    )
    transition = _advance(context, part, event)
    room = part.seat.room(context.words)
    if transition.stale:
        return _too_late(context, part, context.raw)
    if transition.problems:
        returned = Returned(context.raw, transition.problems)
        step = event.target.step
        return edit_view(part.workflow, transition.conversation, me, room, step, returned)
    return current_view(part.workflow, transition.conversation, me, room)


def edit_step(context: Context) -> View:
    """Open the form of one step that the member picked."""
    part = _part(context)
    step = StepId(context.option("step"))
    room = part.seat.room(context.words)
    return edit_view(part.workflow, part.conversation, part.seat.member.id, room, step)


def go_back(context: Context) -> View:
    """Show the step before again, with what was answered."""
    part = _part(context)
    event = WentBack(part.seat.member.id, _round(context), context.office.now)
    return _after(context, part, _advance(context, part, event))


def go_on(context: Context) -> View:
    """End the open phase."""
    part = _facilitated(context)
    event = PhaseClosed(part.conversation.phase, _round(context), context.office.now)
    return _after(context, part, _advance(context, part, event))


def give_time(context: Context) -> View:
    """Give the open phase more time."""
    part = _facilitated(context)
    conversation = part.conversation
    lasts = (conversation.deadline or conversation.opened_at) - conversation.opened_at
    extra = timedelta(minutes=5) if lasts < SHORT_PHASE else timedelta(days=1)
    event = MoreTime(_round(context), extra, context.office.now)
    return _after(context, part, _advance(context, part, event))


def facilitate(context: Context) -> View:
    """Take the facilitator's chair."""
    part = _part(context)
    event = RoleTaken(part.seat.member.id, Chair.FACILITATOR, context.office.now)
    return _after(context, part, _advance(context, part, event))


def call_off(context: Context) -> View:
    """Cancel a conversation for everybody."""
    part = _facilitated(context)
    return _after(context, part, _advance(context, part, Cancelled(context.office.now)))


def move_member(context: Context, part: Part, event: Event) -> None:
    """Let a member's joining or leaving of the team reach one of its conversations."""
    _advance(context, part, event)


def _part(context: Context) -> Part:
    return access_conversation(context, ConversationId(context.option("id")))


def _facilitated(context: Context) -> Part:
    return access_facilitated(context, ConversationId(context.option("id")))


def _advance(context: Context, part: Part, event: Event) -> Transition:
    """Move a conversation on, and keep it with everything that follows."""
    room = part.seat.room(context.words)
    transition = advance(part.workflow, part.conversation, event, room)
    if transition.conversation != part.conversation:
        context.work.conversations.save(transition.conversation)
        me = part.seat.member.id
        carry_out(context.office, part.seat.team, part.workflow, transition, actor=me)
    return transition


def _after(context: Context, part: Part, transition: Transition) -> View:
    """Return the member's screen after a button, with a word if nothing was changed."""
    room = part.seat.room(context.words)
    view = current_view(part.workflow, transition.conversation, part.seat.member.id, room)
    if transition.stale:
        line = context.words.say("The group has moved on since. This is where it stands now.")
        return view.with_problem(line)
    return view.with_problem(transition.problem) if transition.problem else view


def _too_late(context: Context, part: Part, raw: Raw) -> View:
    """Give back what somebody typed for a part that has ended, so that it is not lost."""
    typed: tuple[Block, ...] = tuple(
        Quote(plain(text)) for texts in raw.values() for text in _texts(texts) if text.strip()
    )
    line = context.words.say("The group has moved on, so this was not taken in.")
    keep = context.words.rich("This is what you wrote, in case you want to copy it:")
    return View(
        title=part.workflow.title,
        summary=line,
        blocks=(Paragraph(keep), *typed) if typed else (),
        problem=line,
    )


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _target(context: Context) -> Target:
    return Target(
        step=StepId(context.option("step")),
        round=_round(context),
        row=_number(context, "row", otherwise=0),
        seen=context.option("seen"),
    )


def _round(context: Context) -> int:
    """Return the round a button belongs to; -1, which never was, where it names none."""
    return _number(context, "round", otherwise=-1)


def _number(context: Context, option: str, *, otherwise: int) -> int:
    text = context.option(option)
    return int(text) if re.fullmatch("[0-9]{1,6}", text) else otherwise


COMMANDS = (
    Command("conversation open", open_conversation),
    Command("conversation send", send_answers),
    Command("conversation edit", edit_step),
    Command("conversation back", go_back),
    Command("conversation next", go_on),
    Command("conversation time", give_time),
    Command("conversation facilitate", facilitate),
    Command("conversation cancel", call_off),
)
