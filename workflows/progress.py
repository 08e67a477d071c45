"""Says how far the group is: who is waited for, until when, what stands on the sheet so far."""

from workflows import asks
from workflows.conversations import Status
from workflows.course import ALONE, audience, open_phase, steps_for, waited_for
from workflows.definitions import Audience, Closing
from workflows.identifiers import MemberId
from workflows.phases import following
from workflows.text import Bold, Moment, Plain
from workflows.views import Block, Button, Buttons, Facts, Paragraph, Style
from workflows.wording import Wording

_A_ROW = 5
"""Buttons that fit in one row on every platform."""


def progress_line(wording: Wording) -> str:
    """Return one sentence on whom the group waits for; people who owe an answer are not named."""
    conversation, words = wording.conversation, wording.words
    phase = open_phase(wording.workflow, conversation)
    asked = audience(phase, conversation, wording.room)
    if phase.audience in ALONE:
        return words.say("Waiting for {name}.", name=wording.room.name(asked[0]))
    if phase.audience is Audience.TOGETHER:
        return words.say("Anyone on the team can write here.")
    if phase.closes is Closing.FACILITATOR and not wording.workflow.steps_in(phase.id):
        return words.say(
            "{name} goes on when you have talked.", name=wording.room.name(conversation.facilitator)
        )
    answered = len(asked) - len(waited_for(wording.workflow, conversation, wording.room))
    return words.plural(
        "{answered} of {count} has answered.",
        "{answered} of {count} have answered.",
        len(asked),
        answered=answered,
    )


def deadline_line(wording: Wording) -> tuple[Block, ...]:
    """Return until when the open phase lasts, if it has a clock."""
    deadline = wording.conversation.deadline
    if deadline is None or wording.conversation.status is not Status.OPEN:
        return ()
    return (Paragraph(wording.words.rich("Open until {deadline}.", deadline=Moment(deadline))),)


def sheet_so_far(wording: Wording) -> tuple[Block, ...]:
    """Return what the group has on its sheet in a phase it fills in together."""
    conversation = wording.conversation
    phase = open_phase(wording.workflow, conversation)
    if phase.audience is not Audience.TOGETHER:
        return ()
    steps = steps_for(wording.workflow, phase.id, conversation.sheet)
    empty = (Plain(wording.words.say("Nothing yet.")),)
    pairs = tuple(
        (
            wording.step_title(step),
            wording.sheet_answer(step.ask[0].id) or empty,
        )
        for step in steps
        if step.ask
    )
    buttons = [
        Button(wording.step_title(step), asks.edit(conversation.id, step.id, conversation.round))
        for step in steps
    ]
    rows = [tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW)]
    lead = Paragraph((Bold(wording.words.say("Write or change")),))
    return (Facts(pairs), lead, *(Buttons(row) for row in rows))


def go_on_button(wording: Wording) -> Button | None:
    """Return the button that ends the open phase, named after what comes next."""
    conversation, words = wording.conversation, wording.words
    phase = open_phase(wording.workflow, conversation)
    if phase.audience in ALONE:
        return None
    _, after = following(wording.workflow, conversation)
    label = (
        words.say("Go on: {part}", part=wording.phase_title(after))
        if after
        else words.say("Finish this conversation")
    )
    return Button(label, asks.go_on(conversation.id, conversation.round), Style.PRIMARY)


def facilitator_row(wording: Wording, member: MemberId) -> tuple[Block, ...]:
    """Return what the facilitator can do now; others can take the chair."""
    conversation, words = wording.conversation, wording.words
    if member != conversation.facilitator:
        chair = Button(
            words.say("Facilitate"),
            asks.facilitate(conversation.id),
            confirm=words.say(
                "{name} facilitates now. Do you want to take over?",
                name=wording.room.name(conversation.facilitator),
            ),
        )
        return (Buttons((chair,)),)
    go_on = go_on_button(wording)
    time = Button(words.say("More time"), asks.more_time(conversation.id, conversation.round))
    stop = Button(
        words.say("Call it off"),
        asks.call_off(conversation.id),
        Style.DANGER,
        words.say("Call this conversation off for everybody? It cannot be opened again."),
    )
    clocked = (time,) if conversation.deadline else ()
    return (Buttons((*((go_on,) if go_on else ()), *clocked, stop)),)
