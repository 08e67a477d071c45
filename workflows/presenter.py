"""Says what a member sees now: a pure function of workflow, conversation and reader.

Nothing that is on a screen is remembered anywhere else, so a restart, a second device or another
platform shows the same thing.
"""

from workflows import asks
from workflows.circles import is_closed
from workflows.conversations import Conversation, Status
from workflows.course import answers_of, audience, open_phase, step_of, steps_for
from workflows.definitions import Audience, Phase, Workflow
from workflows.depictions import shown
from workflows.draft_view import draft_view
from workflows.events import Target
from workflows.forms import Returned, Turn, step_view
from workflows.identifiers import FieldId, MemberId
from workflows.progress import deadline_line, facilitator_row, progress_line, sheet_so_far
from workflows.room import Room
from workflows.talking import talking_row
from workflows.text import Bold
from workflows.views import Block, Button, Buttons, Heading, Paragraph, Privacy, Style, View
from workflows.wording import Wording


def current_view(
    workflow: Workflow, conversation: Conversation, member: MemberId, room: Room
) -> View:
    """Return the screen that a member should see.

    A member who is asked something sees the form; everybody else sees where the group stands.
    """
    wording = Wording(workflow, conversation, room)
    if not _is_going_on(conversation, member):
        return _closed_view(wording)
    step = step_of(workflow, conversation, member, room)
    return step_view(Turn(wording, member, step)) if step else _standing(wording, member)


def look_view(workflow: Workflow, conversation: Conversation, member: MemberId, room: Room) -> View:
    """Return where the group stands, also to a member whose answer it waits for."""
    wording = Wording(workflow, conversation, room)
    if not _is_going_on(conversation, member):
        return _closed_view(wording)
    if conversation.privacy is Privacy.PRIVATE:
        return draft_view(wording)
    return _standing(wording, member)


def edit_view(
    workflow: Workflow,
    conversation: Conversation,
    member: MemberId,
    room: Room,
    target: Target,
    returned: Returned | None = None,
) -> View:
    """Return the form a member picked: a step of a shared sheet, a row of a table, or their own.

    What is not theirs to fill in now shows the current view instead.
    """
    if not _is_going_on(conversation, member):
        return _closed_view(Wording(workflow, conversation, room))
    phase = open_phase(workflow, conversation)
    open_steps = steps_for(workflow, phase.id, answers_of(conversation, member))
    step = next((step for step in open_steps if step.id == target.step), None)
    if step is None or member not in audience(phase, conversation, room):
        return current_view(workflow, conversation, member, room)
    wording = Wording(workflow, conversation, room)
    return step_view(Turn(wording, member, step, target.row), returned)


def ended_view(wording: Wording) -> View:
    """Return what is left to see of a conversation that has ended."""
    words = wording.words
    if wording.conversation.status is Status.CANCELLED:
        line = words.say("This conversation was called off. What was written is not shown.")
    elif is_closed(wording.conversation):
        line = words.say("This has ended. What was written is kept for those who saw it here.")
    else:
        line = words.say(
            "This conversation has ended. What you agreed is with your team's records."
        )
    home = Button(words.say("Team card"), asks.team_home(wording.conversation.team))
    return View(
        title=wording.title(),
        summary=line,
        blocks=(Paragraph(words.rich("{line}", line=line)), Buttons((home,))),
    )


def _is_going_on(conversation: Conversation, member: MemberId) -> bool:
    place = conversation.people.get(member)
    return place is not None and place.here and conversation.status is Status.OPEN


def _closed_view(wording: Wording) -> View:
    if wording.conversation.status is not Status.OPEN:
        return ended_view(wording)
    line = wording.words.say("You do not take part in this conversation.")
    return View(wording.title(), line, (Paragraph(wording.words.rich("{line}", line=line)),))


def _standing(wording: Wording, member: MemberId) -> View:
    phase = open_phase(wording.workflow, wording.conversation)
    line = progress_line(wording)
    return View(
        title=wording.title(),
        summary=f"{wording.phase_title(phase)}. {line}",
        blocks=(
            *_subject(wording),
            Heading(wording.phase_title(phase)),
            *wording.phase_say(phase),
            *shown(wording, _read_here(wording, phase)),
            *sheet_so_far(wording),
            Paragraph(wording.words.rich("{line}", line=line)),
            *deadline_line(wording),
            *_own_row(wording, member),
            *talking_row(wording),
            *facilitator_row(wording, member),
        ),
    )


def _subject(wording: Wording) -> tuple[Block, ...]:
    """Return what the conversation is about; a title has no room for it."""
    subject = wording.subject()
    return (Paragraph((Bold(subject),)),) if subject else ()


def _read_here(wording: Wording, phase: Phase) -> tuple[FieldId, ...]:
    """Return the fields revealed to all at once: on a shared sheet, those no form shows already."""
    if phase.audience is not Audience.TOGETHER:
        return phase.reveal
    in_forms = {field for step in wording.workflow.steps_in(phase.id) for field in step.shows}
    return tuple(field for field in phase.reveal if field not in in_forms)


def _own_row(wording: Wording, member: MemberId) -> tuple[Block, ...]:
    """Return the way to a member's own answers: to those still open, or to change those given."""
    workflow, conversation, words = wording.workflow, wording.conversation, wording.words
    phase = open_phase(workflow, conversation)
    if phase.audience is Audience.TOGETHER:
        return ()
    if step_of(workflow, conversation, member, wording.room):
        answer = Button(words.say("Answer"), asks.take_part(conversation.id), Style.PRIMARY)
        return (Buttons((answer,)),)
    if not conversation.people[member].path:
        return ()
    change = Button(words.say("Change my answers"), asks.back(conversation.id, conversation.round))
    return (Buttons((change,)),)
