"""Says who can see an answer, worked out from the rules that the presenter itself follows."""

from enum import StrEnum
from typing import assert_never

from workflows.course import PRIVATE
from workflows.definitions import Field, Phase, Workflow
from workflows.room import Room
from workflows.text import Text


class Seen(StrEnum):
    """How an answer is shown to others."""

    OPENLY = "openly"
    """It goes to the group's sheet; everyone sees it at once."""
    SIGNED = "signed"
    """With the author's name, when the phase has ended."""
    BY_CHOICE = "by-choice"
    """With the name only if the author says so."""
    UNSIGNED = "unsigned"
    """Without a name, when the phase has ended."""
    COUNTED = "counted"
    """Only in totals."""


def seen(workflow: Workflow, phase: Phase, field: Field) -> Seen:
    """Return how the answers to a field are shown to others."""
    if phase.audience not in PRIVATE:
        return Seen.OPENLY
    if field.signed:
        return Seen.SIGNED
    if field.signed_if:
        return Seen.BY_CHOICE
    if any(field.id in later.reveal for later in workflow.phase):
        return Seen.UNSIGNED
    return Seen.COUNTED


def promise(workflow: Workflow, phase: Phase, fields: tuple[Field, ...], room: Room) -> Text:
    """Return the line that stands under a form: who can see what is written there."""
    ways = {seen(workflow, phase, field) for field in fields}
    widest = next((way for way in Seen if way in ways), Seen.OPENLY)
    words = room.words
    match widest:
        case Seen.OPENLY:
            return words.rich("Who can see this: everyone on your team, as soon as you send it.")
        case Seen.SIGNED:
            return words.rich(
                "Who can see this: everyone on your team, with your name, when this part ends."
            )
        case Seen.BY_CHOICE:
            return words.rich(
                "Who can see this: everyone on your team, when this part ends. "
                "Your name goes with it only if you say so."
            )
        case Seen.UNSIGNED:
            return words.rich(
                "Who can see this: your team, without your name, when this part ends. In a small "
                "team your words may still give you away. Concord drops your name when the "
                "conversation ends; until then the person who runs it could look."
            )
        case Seen.COUNTED:
            return words.rich(
                "Who can see this: nobody on your team. They see only how many chose each answer, "
                "when this part ends. Concord drops your name when the conversation ends; until "
                "then the person who runs it could look."
            )
        case _:
            assert_never(widest)
