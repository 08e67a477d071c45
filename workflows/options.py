"""What can be picked as an answer to a field, in the reader's language."""

from typing import assert_never

from workflows import continuum
from workflows.conversations import Conversation
from workflows.definitions import Field, FieldKind, Source, Workflow
from workflows.entries import Topic, topics_for
from workflows.evidence import FINDINGS
from workflows.identifiers import FieldId
from workflows.limits import LONGEST, Place
from workflows.people import Party
from workflows.room import Room
from workflows.typed import shorten
from workflows.views import Option

PARTIES = FieldId("parties")
"""The field in which a group says whose decision it is; the continuum lies between them."""


def options_of(
    workflow: Workflow, field: Field, conversation: Conversation, room: Room
) -> tuple[Option, ...]:
    """Return the options of a field; none where people write freely."""
    match field.kind:
        case FieldKind.CHOICE | FieldKind.CHOICES:
            return _listed(workflow, field, conversation, room)
        case FieldKind.SCALE:
            return tuple(
                _step(workflow, field, n, room) for n in range(field.lowest, field.highest + 1)
            )
        case FieldKind.YES_NO:
            return (Option("yes", room.words.say("Yes")), Option("no", room.words.say("No")))
        case FieldKind.PERSON | FieldKind.PEOPLE:
            return tuple(Option(seat.id, seat.name) for seat in room.present())
        case _:
            return ()


def parties_of(conversation: Conversation, room: Room) -> tuple[Party, ...]:
    """Return the parties a conversation is about; all at the table where it does not say."""
    chosen = conversation.sheet.get(PARTIES)
    if not isinstance(chosen, tuple):
        return room.parties
    return tuple(party for party in room.parties if party.id in chosen)


def _listed(
    workflow: Workflow, field: Field, conversation: Conversation, room: Room
) -> tuple[Option, ...]:
    match field.source:
        case None:
            return tuple(
                Option(
                    choice.id,
                    room.words.content(
                        f"{workflow.id}.field.{field.id}.choice.{choice.id}", choice.label
                    ),
                )
                for choice in field.choice
            )
        case Source.PARTIES:
            return tuple(Option(party.id, party.name) for party in room.parties)
        case Source.CONTINUUM:
            return continuum.options(parties_of(conversation, room), room.words)
        case Source.EVIDENCE:
            return tuple(Option(each.id, room.words.say(each.name)) for each in FINDINGS)
        case Source.TOPICS:
            topics = topics_for(workflow, conversation, field)
            return tuple(Option(each.key, topic_name(each)) for each in topics)
        case _:
            assert_never(field.source)


def topic_name(topic: Topic) -> str:
    """Return a topic as one line: the entry that stands for it, and how many lie with it."""
    more = f" (+{len(topic.entries) - 1})" if len(topic.entries) > 1 else ""
    return f"{shorten(topic.text, LONGEST[Place.CHOICE] - len(more))}{more}"


def _step(workflow: Workflow, field: Field, number: int, room: Room) -> Option:
    named = next((choice for choice in field.choice if choice.id == f"n{number}"), None)
    if named is None:
        return Option(str(number), str(number))
    context = f"{workflow.id}.field.{field.id}.choice.{named.id}"
    return Option(str(number), f"{number} · {room.words.content(context, named.label)}")
