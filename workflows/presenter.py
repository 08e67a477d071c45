"""Says what a member sees now: a pure function of workflow, conversation and reader.

Nothing that is on a screen is remembered anywhere else, so a restart, a second device or another
platform shows the same thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workflows import asks
from workflows.conversations import Conversation, Status
from workflows.course import audience, open_phase, step_of, steps_for
from workflows.definitions import Audience, Workflow
from workflows.depictions import depict
from workflows.forms import step_view
from workflows.identifiers import FieldId, MemberId, StepId
from workflows.progress import deadline_line, facilitator_row, progress_line, sheet_so_far
from workflows.reveals import revealed
from workflows.room import Room
from workflows.views import Block, Button, Buttons, Heading, Paragraph, Raw, View
from workflows.wording import Wording


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that needs another look: what was typed, and what is wrong with it."""

    typed: Raw
    problems: Mapping[FieldId, str] = field(default_factory=dict[FieldId, str])


def current_view(
    workflow: Workflow,
    conversation: Conversation,
    member: MemberId,
    room: Room,
    returned: Returned | None = None,
) -> View:
    """Return the screen that a member should see.

    A member who is asked something sees the form; everybody else sees where the group stands.
    """
    wording = Wording(workflow, conversation, room)
    place = conversation.people.get(member)
    if place is None or not place.here:
        return _outside(wording)
    if conversation.status is not Status.OPEN:
        return ended_view(wording)
    step = step_of(workflow, conversation, member, room)
    if step is None:
        return _standing(wording, member)
    if returned is None:
        return step_view(wording, member, step)
    return step_view(wording, member, step, problems=returned.problems, typed=returned.typed)


def edit_view(
    workflow: Workflow,
    conversation: Conversation,
    member: MemberId,
    room: Room,
    step_id: StepId,
    returned: Returned | None = None,
) -> View:
    """Return the form of one step that a member picked: on a shared sheet, or to change an answer.

    What is not theirs to fill in now shows the current view instead.
    """
    phase = open_phase(workflow, conversation)
    wording = Wording(workflow, conversation, room)
    answers = {**conversation.sheet, **conversation.people[member].answers}
    step = next((s for s in steps_for(workflow, phase.id, answers) if s.id == step_id), None)
    is_open = conversation.status is Status.OPEN and member in audience(phase, conversation, room)
    if step is None or not is_open:
        return current_view(workflow, conversation, member, room)
    if returned is None:
        return step_view(wording, member, step)
    return step_view(wording, member, step, problems=returned.problems, typed=returned.typed)


def ended_view(wording: Wording) -> View:
    """Return what is left to see of a conversation that has ended."""
    words = wording.words
    if wording.conversation.status is Status.CANCELLED:
        line = words.say("This conversation was called off. What was written is not shown.")
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


def _outside(wording: Wording) -> View:
    line = wording.words.say("You do not take part in this conversation.")
    return View(wording.title(), line, (Paragraph(wording.words.rich("{line}", line=line)),))


def _standing(wording: Wording, member: MemberId) -> View:
    """Return where the group stands, for somebody who has nothing to answer now."""
    conversation = wording.conversation
    phase = open_phase(wording.workflow, conversation)
    line = progress_line(wording)
    return View(
        title=wording.title(),
        summary=f"{wording.phase_title(phase)}. {line}",
        blocks=(
            Heading(wording.phase_title(phase)),
            *wording.phase_say(phase),
            *_shown(wording),
            *sheet_so_far(wording),
            Paragraph(wording.words.rich("{line}", line=line)),
            *deadline_line(wording),
            *_own_row(wording, member),
            *facilitator_row(wording, member),
        ),
    )


def _shown(wording: Wording) -> tuple[Block, ...]:
    phase = open_phase(wording.workflow, wording.conversation)
    return (*depict(wording, phase.picture), *revealed(wording, phase.reveal))


def _own_row(wording: Wording, member: MemberId) -> tuple[Block, ...]:
    conversation = wording.conversation
    phase = open_phase(wording.workflow, conversation)
    if phase.audience is Audience.TOGETHER or not conversation.people[member].path:
        return ()
    change = Button(
        wording.words.say("Change my answers"), asks.back(conversation.id, conversation.round)
    )
    return (Buttons((change,)),)
