"""The named hooks: what content cannot say, worked out for the sheet when a phase ends."""

from collections import Counter
from collections.abc import Callable, Mapping

from workflows import continuum
from workflows.conversations import Answer, Conversation
from workflows.entries import lines_in
from workflows.evidence import READING
from workflows.identifiers import FieldId
from workflows.retro_questions import QUESTIONS
from workflows.words import Words, mark

Hook = Callable[[Conversation], Mapping[FieldId, Answer]]

PROMISED = "promised"
"""The fact under which a conversation finds what is still open, a line each."""

_EXPECTED = FieldId("expected")

_WEIGHTS = ("important", "lasting", "hard", "buy-in", "initiative")
"""Five things that say how much support is enough: importance, duration, difficulty, need for
buy-in, need for own initiative (Kaner, *Facilitator's Guide to Participatory Decision-Making*)."""


def _spread(conversation: Conversation) -> Mapping[FieldId, Answer]:
    """Work out how far apart the expected steps lie."""
    marks = Counter(
        str(place.answers[_EXPECTED])
        for place in conversation.people.values()
        if _EXPECTED in place.answers
    )
    return {FieldId("spread"): continuum.spread(marks)}


def _threshold(conversation: Conversation) -> Mapping[FieldId, Answer]:
    """Suggest how much support a proposal needs, from the five things it is weighed by."""
    weighed = [conversation.sheet.get(FieldId(weight)) for weight in _WEIGHTS]
    if None in weighed:
        return {}
    yes = weighed.count(True)
    wanted = "strong" if yes >= 4 else "broad" if yes >= 2 else "light"  # noqa: PLR2004 - of five
    return {FieldId("threshold"): wanted}


def _reading(conversation: Conversation) -> Mapping[FieldId, Answer]:
    """Pick where to read on, by the issue an invitation is about."""
    return {FieldId("reading"): conversation.sheet[FieldId("topic")]}


def _carried(conversation: Conversation) -> Mapping[FieldId, Answer]:
    """Count what was promised last time and is still open, as the conversation was told."""
    lines = conversation.facts.get(PROMISED, "").splitlines()
    return {FieldId("carried"): len(lines)}


def _written(conversation: Conversation) -> Mapping[FieldId, Answer]:
    """Count what was written in a retro: without any of it there is nothing to put dots on."""
    answers = [
        str(place.answers[FieldId(question)])
        for place in conversation.people.values()
        for question in QUESTIONS
        if FieldId(question) in place.answers
    ]
    return {FieldId("written"): sum(len(lines_in(answer)) for answer in answers)}


def said(name: str, value: Answer, words: Words) -> str:
    """Return what a hook has worked out as people read it."""
    text = _SAID.get((name, str(value)))
    return words.say(text) if text else str(value)


_SAID: Mapping[tuple[str, str], str] = {
    ("threshold", "light"): mark("light support: nobody at one of the last two steps"),
    ("threshold", "broad"): mark("broad support: most people at one of the first three steps"),
    ("threshold", "strong"): mark("strong support: most people at one of the first two steps"),
    **{("reading", topic): text for topic, text in READING.items()},
}
"""The words for a result that is not a number; how much is enough at each is our own reading."""

HOOKS: Mapping[str, Hook] = {
    "spread": _spread,
    "threshold": _threshold,
    "reading": _reading,
    "carried": _carried,
    "written": _written,
}
