"""The buttons and forms of a conversation: take part, answer, go back, go on, call off."""

from dataclasses import replace

from commands.access import Part
from commands.access_open import record_left_by
from commands.cautions import Caution, caution, with_caution
from commands.context import Context
from commands.moving import after, facilitated, kept, moved, part_of, round_of, tried
from commands.record_views import record_screen
from commands.refusals import typed_back
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.circles import is_closed
from workflows.conversations import Conversation, Status
from workflows.events import (
    Cancelled,
    MemberJoined,
    PhaseClosed,
    Submitted,
    Target,
    WentBack,
)
from workflows.forms import Returned
from workflows.identifiers import StepId
from workflows.presenter import current_view, edit_view, look_view
from workflows.repeats import was_taken
from workflows.views import Button, Privacy, Raw, View
from workflows.wording import Wording


def open_conversation(context: Context) -> View:
    """Show a member what a conversation has for them."""
    part = _joined(context)
    me = part.seat.member.id
    return current_view(part.workflow, part.conversation, me, part.seat.room(context.words))


def look(context: Context) -> View:
    """Show where the group stands, also to whoever it waits for."""
    part = _joined(context)
    me = part.seat.member.id
    return look_view(part.workflow, part.conversation, me, part.seat.room(context.words))


def send_answers(context: Context) -> View:
    """Take in the form of one step; show what comes next, or what needs another look."""
    part = part_of(context)
    me = part.seat.member.id
    event = Submitted(
        member=me,
        target=_target(context),
        raw=context.raw,
        at=context.office.now,
        more=bool(context.option("more")),
    )
    room = part.seat.room(context.words)
    if was_taken(part.workflow, part.conversation, event, room):
        return _after_sending(context, part, part.conversation)
    transition = tried(context, part, event)
    if transition.stale:
        return _too_late(context, part, context.raw)
    careful = _caution(context, part, event)
    if transition.problems or careful:
        returned = Returned(context.raw, transition.problems)
        view = edit_view(part.workflow, part.conversation, me, room, event.target, returned)
        return with_caution(context, view, careful)
    transition = kept(context, part, transition)
    if event.more and transition.conversation.status is Status.OPEN:
        another = replace(event.target, row=None)
        return edit_view(part.workflow, transition.conversation, me, room, another)
    return _after_sending(context, part, transition.conversation)


def edit_step(context: Context) -> View:
    """Open the form of one step that the member picked, or of one row of a table."""
    part = _joined(context)
    me = part.seat.member.id
    room = part.seat.room(context.words)
    return edit_view(part.workflow, part.conversation, me, room, _target(context))


def go_back(context: Context) -> View:
    """Show the step before again, with what was answered."""
    part = part_of(context)
    event = WentBack(part.seat.member.id, round_of(context), context.office.now)
    return after(context, part, moved(context, part, event))


def go_on(context: Context) -> View:
    """End the open phase."""
    part = facilitated(context)
    event = PhaseClosed(part.conversation.phase, round_of(context), context.office.now)
    return after(context, part, moved(context, part, event))


def call_off(context: Context) -> View:
    """Cancel a conversation for everybody; of one that is the asker's alone nothing is kept."""
    part = facilitated(context)
    transition = moved(context, part, Cancelled(context.office.now))
    if part.conversation.privacy is not Privacy.PRIVATE:
        return after(context, part, transition)
    context.work.conversations.erase(part.conversation.id)
    title = Wording(part.workflow, part.conversation, part.seat.room(context.words)).title()
    return told(title, context.words.say("The draft is deleted."))


def _joined(context: Context) -> Part:
    """Return the asker's part; whoever joined the team late takes part from now on."""
    part = part_of(context)
    me = part.seat.member.id
    place = part.conversation.people.get(me)
    if part.conversation.status is not Status.OPEN or (place and place.here):
        return part
    transition = moved(context, part, MemberJoined(me, context.office.now))
    return Part(part.seat, transition.conversation, part.workflow)


def _caution(context: Context, part: Part, event: Submitted) -> Caution | None:
    """Return what to ask about a form; what stands in it already has been asked about."""
    me, room = part.seat.member.id, part.seat.room(context.words)
    form = edit_view(part.workflow, part.conversation, me, room, event.target).form
    return caution(context, form.inputs, form.values) if form else None


def _after_sending(context: Context, part: Part, conversation: Conversation) -> View:
    """Show what comes next; of what the channel hears nothing, what it has left behind."""
    record = record_left_by(context, part.seat, conversation) if is_closed(conversation) else None
    if record:
        return record_screen(context, part.seat, record)
    room = part.seat.room(context.words)
    return current_view(part.workflow, conversation, part.seat.member.id, room)


def _too_late(context: Context, part: Part, raw: Raw) -> View:
    """Give back what somebody typed for a part that has ended, so that it is not lost."""
    words = context.words
    wording = Wording(part.workflow, part.conversation, part.seat.room(words))
    line = words.say("The group has moved on, so this was not taken in.")
    stand = Button(words.say("Where we stand"), asks.look(part.conversation.id))
    return View(
        title=wording.title(),
        summary=line,
        blocks=(*typed_back(raw, words), *row(stand)),
        problem=line,
    )


def _target(context: Context) -> Target:
    return Target(
        step=StepId(context.option("step")),
        round=round_of(context),
        row=context.number("pick" if context.option("pick") else "row"),
        seen=context.option("seen"),
    )


COMMANDS = (
    Command("conversation open", open_conversation),
    Command("conversation look", look),
    Command("conversation send", send_answers, shared=True),
    Command("conversation edit", edit_step),
    Command("conversation back", go_back),
    Command("conversation next", go_on),
    Command("conversation cancel", call_off),
)
