"""Says how far the group is: who is waited for, until when, what stands on the sheet so far."""

from collections.abc import Iterator
from datetime import timedelta

from workflows import asks
from workflows.course import ALONE, PRIVATE, audience, open_phase, steps_for, waited_for
from workflows.definitions import Audience, Closing, Phase, Step
from workflows.identifiers import MemberId
from workflows.phases import following, is_clocked
from workflows.text import Bold, Moment, Plain, Text, plain
from workflows.views import Ask, Block, Button, Buttons, Facts, Paragraph, Style
from workflows.wording import Wording
from workflows.words import Words

_COUNTED_IN_HOURS = 120
"""Minutes from which on nobody wants to count them."""

_A_ROW = 5
"""Buttons that fit in one row on every platform."""

_MOST_FACTS = 10
"""Facts that fit in one block on every platform."""


def progress_line(wording: Wording) -> str:
    """Return one sentence on whom the group waits for; people who owe an answer are not named."""
    conversation, words = wording.conversation, wording.words
    phase = open_phase(wording.workflow, conversation)
    if phase.audience in ALONE:
        return _waiting_line(wording, phase)
    if phase.audience is Audience.TOGETHER:
        return words.say("Anyone on the team can write here, and change what is written.")
    name = wording.room.name(conversation.facilitator)
    if not wording.workflow.steps_in(phase.id) and phase.closes is Closing.FACILITATOR:
        return words.say("{name} goes on when you have talked.", name=name)
    if not wording.workflow.steps_in(phase.id) and conversation.deadline is None:
        return words.say("It goes on when {name} says so.", name=name)
    if not wording.workflow.steps_in(phase.id):
        return words.say("It goes on when the time comes, or when {name} says so.", name=name)
    asked = audience(phase, conversation, wording.room)
    if not asked:
        return words.say("Nobody who is asked here takes part yet. {name} can go on.", name=name)
    answered = len(asked) - len(waited_for(wording.workflow, conversation, wording.room))
    return words.plural(
        "{answered} of {count} has answered.",
        "{answered} of {count} have answered.",
        len(asked),
        answered=answered,
    )


def deadline_line(wording: Wording) -> tuple[Block, ...]:
    """Return until when the open phase lasts, or how its clock stands if it does not run."""
    deadline, left = wording.conversation.deadline, wording.conversation.time_left
    if left is not None:
        return (Paragraph(plain(_left(left, wording.words))),)
    if deadline is None:
        return _time_is_up(wording)
    moment = Moment(deadline)
    if open_phase(wording.workflow, wording.conversation).until:
        return (Paragraph(wording.words.rich("It begins {moment}.", moment=moment)),)
    return (Paragraph(wording.words.rich("Open until {deadline}.", deadline=moment)),)


def _left(time: timedelta, words: Words) -> str:
    """Return what is left of a phase whose clock stands still; of a long one, in hours."""
    minutes = max(1, round(time / timedelta(minutes=1)))
    if minutes >= _COUNTED_IN_HOURS:
        return words.say(
            "The clock stands still. About {count} hours are left.", count=round(minutes / 60)
        )
    return words.plural(
        "The clock stands still. {count} minute is left.",
        "The clock stands still. {count} minutes are left.",
        minutes,
    )


def sheet_so_far(wording: Wording) -> tuple[Block, ...]:
    """Return what the group has on its sheet in a phase it fills in together."""
    conversation = wording.conversation
    phase = open_phase(wording.workflow, conversation)
    if phase.audience is not Audience.TOGETHER:
        return ()
    steps = steps_for(wording.workflow, phase.id, conversation.sheet)
    pairs = tuple(pair for step in steps for pair in _written(wording, step))
    facts = (Facts(pairs[at : at + _MOST_FACTS]) for at in range(0, len(pairs), _MOST_FACTS))
    buttons = tuple(
        Button(wording.step_title(step), asks.edit(conversation.id, step.id, conversation.round))
        for step in steps
    )
    rows = (Buttons(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
    return (*facts, Paragraph((Bold(wording.words.say("Write or change")),)), *rows)


def go_on_button(wording: Wording) -> Button | None:
    """Return the button that ends the open phase; None where it waits for one person alone.

    It is named after what comes next, but not while members answer or before a group has begun:
    what comes next can follow from their answers, and from what they still have to do.
    """
    conversation, words = wording.conversation, wording.words
    phase = open_phase(wording.workflow, conversation)
    if phase.audience in ALONE:
        return None
    ask = asks.go_on(conversation.id, conversation.round)
    if phase.audience in PRIVATE and wording.workflow.steps_in(phase.id):
        return Button(words.say("End this part"), ask, Style.PRIMARY, _still_out(wording))
    if phase.until:
        return Button(words.say("Begin now"), ask, Style.PRIMARY)
    _, after = following(wording.workflow, conversation)
    label = (
        words.say("Go on: {part}", part=wording.phase_title(after))
        if after
        else words.say("Finish this conversation")
    )
    return Button(label, ask, Style.PRIMARY)


def facilitator_row(wording: Wording, member: MemberId) -> tuple[Block, ...]:
    """Return what the facilitator can do now; others can take the chair."""
    conversation, words = wording.conversation, wording.words
    if member != conversation.facilitator:
        return (Buttons((_chair(wording),)),)
    go_on = go_on_button(wording)
    time = Button(words.say("More time"), asks.more_time(conversation.id, conversation.round))
    stop = Button(
        words.say("Call it off"),
        asks.call_off(conversation.id),
        Style.DANGER,
        words.say("Call this conversation off for everybody? It cannot be opened again."),
    )
    clocked = (time,) if is_clocked(wording.workflow, conversation) else ()
    drawn = open_phase(wording.workflow, conversation).drawn
    own = hand_over_buttons(wording) if drawn else _pause_button(wording)
    return (*_aside(wording), Buttons((*((go_on,) if go_on else ()), *clocked, *own, stop)))


def hand_over_buttons(wording: Wording) -> tuple[Button, ...]:
    """Return what lets whoever was drawn to facilitate leave it to somebody else."""
    words, here = wording.words, {"id": wording.conversation.id}
    return (
        Button(words.say("Swap with somebody"), Ask("conversation swap", here)),
        Button(words.say("Not this time"), Ask("conversation decline", here)),
    )


def _pause_button(wording: Wording) -> tuple[Button, ...]:
    """Return the button that stops the clock or lets it run again, while there is one."""
    conversation, words = wording.conversation, wording.words
    ask = (conversation.id, conversation.round)
    if conversation.time_left is not None:
        return (Button(words.say("Go on with the clock"), asks.resume(*ask)),)
    if conversation.deadline is not None:
        return (Button(words.say("Stop the clock"), asks.pause(*ask)),)
    return ()


def _time_is_up(wording: Wording) -> tuple[Block, ...]:
    """Return a word where only the facilitator ends a phase whose time is over."""
    phase = open_phase(wording.workflow, wording.conversation)
    if phase.closes is not Closing.FACILITATOR or not is_clocked(
        wording.workflow, wording.conversation
    ):
        return ()
    return (Paragraph(plain(wording.words.say("The time for this part is up."))),)


def _aside(wording: Wording) -> tuple[Block, ...]:
    """Return what the facilitator alone reads: a word that helps at this point."""
    said = wording.phase_aside(open_phase(wording.workflow, wording.conversation))
    if not said:
        return ()
    return (Paragraph((Bold(wording.words.say("For you as facilitator")),)), *said)


def _waiting_line(wording: Wording, phase: Phase) -> str:
    """Say whom the group waits for; if they stand in for somebody who has left, say so."""
    conversation, room, words = wording.conversation, wording.room, wording.words
    (alone,) = audience(phase, conversation, room)
    named = conversation.sheet.get(phase.named) if phase.named else None
    if named is None or named == alone:
        return words.say("Waiting for {name}.", name=room.name(alone))
    return words.say(
        "Waiting for {name}, in place of {other}.",
        name=room.name(alone),
        other=room.name(MemberId(str(named))),
    )


def _written(wording: Wording, step: Step) -> Iterator[tuple[str, Text]]:
    """Yield what stands on the sheet for a step: under its title, or a question at a time."""
    empty = (Plain(wording.words.say("Nothing yet.")),)
    for asked in step.ask:
        name = wording.step_title(step) if len(step.ask) == 1 else wording.label(asked)
        yield name, wording.sheet_answer(asked.id) or empty


def _still_out(wording: Wording) -> str:
    """Return what to ask before a phase is ended that some have not answered."""
    waiting = waited_for(wording.workflow, wording.conversation, wording.room)
    if not waiting:
        return ""
    return wording.words.plural(
        "{count} person has not answered yet. End this part all the same?",
        "{count} people have not answered yet. End this part all the same?",
        len(waiting),
    )


def _chair(wording: Wording) -> Button:
    conversation, words = wording.conversation, wording.words
    name = wording.room.name(conversation.facilitator)
    return Button(
        words.say("Facilitate"),
        asks.facilitate(conversation.id),
        confirm=words.say("{name} facilitates now. Do you want to take over?", name=name),
    )
