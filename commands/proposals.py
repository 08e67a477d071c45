"""Makes a message that somebody wrote in a channel into the form of what it is to become."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from workflows.action_items import LONGEST_WHAT
from workflows.retros import LONGEST_LESSON
from workflows.typed import fit
from workflows.views import Ask, Raw

LONGEST_TITLE: Final = 100
"""Characters of a line that still names something; a longer one is a reason as well."""


def proposal(text: str) -> Raw:
    """Return a message as a decision to check in on: its first line, and the whole of it."""
    title, _, more = text.strip().partition("\n")
    is_name = not more and len(title) <= LONGEST_TITLE
    return {"title": title} if is_name else {"title": title, "why": text.strip()}


def lesson(text: str) -> Raw:
    """Return a message as a lesson: as much of it as fits."""
    return {"lesson": fit(text.strip(), longest=LONGEST_LESSON)}


def to_do(text: str) -> Raw:
    """Return a message as an action item: as much of it as fits, in one line."""
    return {"what": fit(" ".join(text.split()), longest=LONGEST_WHAT)}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a message can become: what is asked for, and how the message fills in its form."""

    ask: Ask
    form: Callable[[str], Raw]


DECISION: Final = Proposal(Ask("decide start"), proposal)
ACTION: Final = Proposal(Ask("action propose"), to_do)
LESSON: Final = Proposal(Ask("lesson propose"), lesson)
