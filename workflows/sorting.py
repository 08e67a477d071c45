"""Puts entries together that mean the same, as the group says, and suggests which could."""

import hashlib

from workflows.conversations import Conversation
from workflows.course import open_phase
from workflows.definitions import Workflow
from workflows.entries import Entry, entries_of, topics_of
from workflows.errors import NotTakingPartError
from workflows.events import Sorted
from workflows.likeness import group_alike
from workflows.transitions import Transition


def sort(workflow: Workflow, conversation: Conversation, event: Sorted) -> Transition:
    """Put entries together, or apart; what belongs to another phase changes nothing."""
    place = conversation.people.get(event.member)
    if place is None or not place.here:
        raise NotTakingPartError
    known = {entry.key for entry in sortable(workflow, conversation)}
    keys = tuple(key for key in dict.fromkeys(event.keys) if key in known)
    if event.round != conversation.round or not keys:
        return Transition(conversation, stale=True)
    if event.alike:
        return Transition(_together(conversation, keys))
    return Transition(_apart(conversation, keys))


def sortable(workflow: Workflow, conversation: Conversation) -> tuple[Entry, ...]:
    """Return the entries that can be put together in the open phase."""
    fields = map(workflow.find_field, open_phase(workflow, conversation).sorts)
    return tuple(entry for field in fields for entry in entries_of(conversation, field))


def suggested(workflow: Workflow, conversation: Conversation) -> tuple[Entry, ...]:
    """Return entries that may mean the same and that nobody has decided on; empty for none."""
    fields = open_phase(workflow, conversation).sorts
    topics = topics_of(workflow, conversation, fields)
    for group in group_alike(tuple(topic.text for topic in topics)):
        found = tuple(entry for at in group for entry in topics[at].entries)
        if not any({entry.key for entry in found} <= set(apart) for apart in conversation.apart):
            return found
    return ()


def mark_of(keys: tuple[str, ...]) -> str:
    """Return a short mark of some entries, by which a press on a button tells them from others."""
    return hashlib.sha256("/".join(keys).encode()).hexdigest()[:8]


def _together(conversation: Conversation, keys: tuple[str, ...]) -> Conversation:
    """Make one pile of these entries, with everything that lay with one of them already."""
    touched = [pile for pile in conversation.together if set(pile) & set(keys)]
    pile = tuple(dict.fromkeys(key for each in (*touched, keys) for key in each))
    others = tuple(each for each in conversation.together if each not in touched)
    return conversation.model_copy(update={"together": (*others, pile)} if len(pile) > 1 else {})


def _apart(conversation: Conversation, keys: tuple[str, ...]) -> Conversation:
    """Take entries of one pile out of it, and remember that they are to stay apart.

    Entries of several piles lay apart already: what is said of them leaves each pile as it is.
    """
    piles = (
        tuple(k for k in pile if k not in keys) if set(keys) <= set(pile) else pile
        for pile in conversation.together
    )
    together = tuple(pile for pile in piles if len(pile) > 1)
    apart = tuple(dict.fromkeys((*conversation.apart, tuple(sorted(keys)))))
    return conversation.model_copy(update={"together": together, "apart": apart})
