"""The card of a conversation in its team's home: where the group stands, and how to take part."""

from workflows import asks
from workflows.conversations import Status
from workflows.course import ALONE, PRIVATE, open_phase
from workflows.definitions import Closing
from workflows.depictions import depict
from workflows.identifiers import FieldId
from workflows.presenter import ended_view
from workflows.progress import deadline_line, go_on_button, progress_line, sheet_so_far
from workflows.reveals import revealed
from workflows.text import Bold, Text
from workflows.views import Block, Button, Buttons, Heading, Paragraph, Privacy, Small, Style, View
from workflows.wording import Wording


def card_view(wording: Wording) -> View:
    """Return the card of a conversation, the same for everyone who can see the home."""
    if wording.conversation.status is not Status.OPEN:
        ended = ended_view(wording)
        return View(_title(wording), ended.summary, ended.blocks[:1], privacy=Privacy.TEAM)
    phase = open_phase(wording.workflow, wording.conversation)
    line = progress_line(wording)
    return View(
        title=_title(wording),
        summary=f"{_title(wording)}: {wording.phase_title(phase)}. {line}",
        blocks=(
            Heading(wording.phase_title(phase)),
            *wording.phase_say(phase),
            *depict(wording, phase.picture),
            *sheet_so_far(wording),
            *deadline_line(wording),
            Paragraph((Bold(line),)),
            *_buttons(wording),
            Small(_chairs(wording)),
        ),
        privacy=Privacy.TEAM,
    )


def reveal_view(wording: Wording, fields: tuple[FieldId, ...]) -> View:
    """Return what the team wrote for some fields, for the thread under the card."""
    blocks = revealed(wording, fields)
    labels = [wording.label(wording.workflow.find_field(field)) for field in fields]
    return View(
        title=_title(wording),
        summary=wording.words.say(
            "What the team wrote: {parts}.", parts=wording.words.listed(labels)
        ),
        blocks=blocks,
        privacy=Privacy.TEAM,
    )


def _title(wording: Wording) -> str:
    subject = wording.subject()
    return f"{wording.title()}: {subject}" if subject else wording.title()


def _chairs(wording: Wording) -> Text:
    """Return who facilitates, and who takes the notes if somebody does."""
    conversation, words = wording.conversation, wording.words
    facilitator = wording.room.mention(conversation.facilitator)
    if conversation.scribe is None:
        return words.rich("{name} facilitates.", name=facilitator)
    return words.rich(
        "{name} facilitates. {scribe} takes the notes.",
        name=facilitator,
        scribe=wording.room.mention(conversation.scribe),
    )


def _buttons(wording: Wording) -> tuple[Block, ...]:
    conversation, words = wording.conversation, wording.words
    phase = open_phase(wording.workflow, conversation)
    is_asked = bool(wording.workflow.steps_in(phase.id)) and phase.audience in PRIVATE
    opening = Button(
        words.say("Answer in private") if is_asked else words.say("Open"),
        asks.take_part(conversation.id),
        Style.PRIMARY if is_asked or phase.audience in ALONE else Style.PLAIN,
    )
    go_on = go_on_button(wording) if phase.closes is Closing.FACILITATOR else None
    return (Buttons((opening, *((go_on,) if go_on else ()))),)
