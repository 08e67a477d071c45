"""Says who can see an answer, worked out from the rules that the presenter itself follows."""

from enum import StrEnum
from typing import assert_never

from workflows.course import PRIVATE
from workflows.definitions import Field, Phase
from workflows.reveals import WRITTEN
from workflows.text import Text
from workflows.views import Privacy
from workflows.wording import Wording
from workflows.words import Words


class Seen(StrEnum):
    """How an answer is shown to others, the widest first."""

    OPENLY = "openly"
    """It goes to the group's sheet; everyone sees it at once."""
    SIGNED = "signed"
    """With the author's name, when the phase has ended."""
    BY_CHOICE = "by-choice"
    """With the name only if the author says so."""
    UNSIGNED = "unsigned"
    """In the author's words, without a name, when the phase has ended."""
    COUNTED = "counted"
    """Only in totals."""


def seen(phase: Phase, field: Field) -> Seen:
    """Return how the answers to a field are shown to others."""
    if phase.audience not in PRIVATE:
        return Seen.OPENLY
    if field.signed:
        return Seen.SIGNED
    if field.signed_if:
        return Seen.BY_CHOICE
    return Seen.UNSIGNED if field.kind in WRITTEN else Seen.COUNTED


def promise(wording: Wording, phase: Phase, fields: tuple[Field, ...]) -> Text:
    """Return the line that stands under a form: who can see what is written there.

    It speaks of the field that is seen most widely, and of those that the conversation, and the
    record it leaves, are open to.
    """
    if wording.conversation.privacy is Privacy.PRIVATE:
        return wording.words.rich(
            "Who can see this: only you. The person who runs Concord could look at what is kept."
        )
    ways = {seen(phase, field) for field in fields}
    widest = next(way for way in Seen if way in ways)
    return _line(widest, _who(wording), wording.words)


def _who(wording: Wording) -> str:
    conversation, words = wording.conversation, wording.words
    if conversation.privacy is Privacy.CAUCUS:
        party = next((p.name for p in wording.room.parties if p.id == conversation.party), "")
        return words.say("everyone on your team who is there for {party}", party=party)
    if conversation.privacy is Privacy.PARTNERS:
        return words.say("everyone in your partnership")
    return words.say("everyone in your team's channel")


def _line(way: Seen, who: str, words: Words) -> Text:
    match way:
        case Seen.OPENLY:
            return words.rich("Who can see this: {who}, as soon as you send it.", who=who)
        case Seen.SIGNED:
            return words.rich(
                "Who can see this: {who}, with your name, when this part ends.", who=who
            )
        case Seen.BY_CHOICE:
            return words.rich(
                "Who can see this: {who}, when this part ends. Your name goes with it only if you "
                "say so.",
                who=who,
            )
        case Seen.UNSIGNED:
            return words.rich(
                "Who can see this: {who}, without your name, when this part ends. In a small team "
                "your words may still give you away. Concord drops your name when the "
                "conversation ends; until then the person who runs it could look.",
                who=who,
            )
        case Seen.COUNTED:
            return words.rich(
                "Who can see this: nobody. Others see only how many chose each answer, when this "
                "part ends. Concord drops your name when the conversation ends; until then the "
                "person who runs it could look."
            )
        case _:
            assert_never(way)
