"""The named hooks: what content cannot say, worked out for the sheet when a phase ends."""

from collections import Counter
from collections.abc import Callable, Mapping

from workflows import continuum
from workflows.conversations import Answer, Conversation
from workflows.identifiers import FieldId

Hook = Callable[[Conversation], Mapping[FieldId, Answer]]

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
    yes = sum(conversation.sheet.get(FieldId(weight)) is True for weight in _WEIGHTS)
    wanted = "high" if yes >= 4 else "medium" if yes >= 2 else "low"  # noqa: PLR2004 - of five
    return {FieldId("threshold"): wanted}


HOOKS: Mapping[str, Hook] = {"spread": _spread, "threshold": _threshold}
