"""Moves a conversation on, and keeps it with everything that follows."""

from dataclasses import dataclass

from commands.access import Part, access_conversation, access_facilitated
from commands.carrying import carry_out
from commands.context import Context, Office
from commands.drawing_lots import with_facilitator
from commands.promises_kept import with_promises
from workflows.conversations import Conversation
from workflows.definitions import Workflow
from workflows.engine import advance
from workflows.events import Event
from workflows.identifiers import ConversationId, MemberId
from workflows.people import Team
from workflows.presenter import current_view
from workflows.room import Room
from workflows.transitions import Transition
from workflows.views import View


@dataclass(frozen=True, slots=True)
class Running:
    """A conversation with all that it takes to move it on."""

    team: Team
    workflow: Workflow
    conversation: Conversation
    room: Room


def attempt(office: Office, running: Running, event: Event) -> Transition:
    """Return what an event would do to a conversation; nothing is kept."""
    team, workflow, room = running.team, running.workflow, running.room
    told = with_promises(office, team, workflow, running.conversation, room)
    return advance(workflow, told, event, room)


def keep(
    office: Office, running: Running, transition: Transition, *, actor: MemberId | None = None
) -> Transition:
    """Keep what an event has done to a conversation, and carry out what it leads to.

    Return the transition with whoever was drawn meanwhile. The actor sees the result at once.
    """
    if transition.conversation == running.conversation:
        return transition
    team, workflow = running.team, running.workflow
    settled = with_facilitator(office, team, workflow, transition, running.room)
    office.work.conversations.save(settled.conversation)
    carry_out(office, team, workflow, settled, actor=actor)
    return settled


def move(office: Office, running: Running, event: Event) -> Transition:
    """Let something happen to a conversation, and carry out what it leads to."""
    return keep(office, running, attempt(office, running, event))


def moved(context: Context, part: Part, event: Event) -> Transition:
    """Let something happen to a conversation that the asker has a part in."""
    return kept(context, part, tried(context, part, event))


def tried(context: Context, part: Part, event: Event) -> Transition:
    """Return what an event would do to a conversation of the asker's; nothing is kept."""
    return attempt(context.office, _running(context, part), event)


def kept(context: Context, part: Part, transition: Transition) -> Transition:
    """Keep what an event has done to a conversation of the asker's.

    Whoever asked sees the result at once; a member whom a lead has just added does not.
    """
    member = part.seat.member
    actor = member.id if member.person == context.person.id else None
    return keep(context.office, _running(context, part), transition, actor=actor)


def _running(context: Context, part: Part) -> Running:
    room = part.seat.room(context.words)
    return Running(part.seat.team, part.workflow, part.conversation, room)


def after(context: Context, part: Part, transition: Transition) -> View:
    """Return the member's screen after a button, with a word if nothing was changed."""
    room = part.seat.room(context.words)
    view = current_view(part.workflow, transition.conversation, part.seat.member.id, room)
    if transition.stale:
        line = context.words.say("The group has moved on since. This is where it stands now.")
        return view.with_problem(line)
    return view.with_problem(transition.problem) if transition.problem else view


def part_of(context: Context) -> Part:
    """Return the asker's part in the conversation that a request is about."""
    return access_conversation(context, ConversationId(context.option("id")))


def facilitated(context: Context) -> Part:
    """Return the conversation that a request is about, if the asker facilitates it."""
    return access_facilitated(context, ConversationId(context.option("id")))


def round_of(context: Context) -> int:
    """Return the round a button belongs to; -1, which never was, where it names none."""
    number = context.number("round")
    return -1 if number is None else number
