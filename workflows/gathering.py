"""Lets go of who wrote what: at the end, unsigned answers are kept without their authors."""

import hashlib
import json

from workflows.conversations import Answer, Answers, Conversation, Participation
from workflows.course import PRIVATE
from workflows.definitions import Field, FieldKind, Workflow
from workflows.identifiers import FieldId


def gather(workflow: Workflow, conversation: Conversation) -> Conversation:
    """Move unsigned answers from the members to the conversation, in an order that tells nothing.

    Each field is put in order by itself, so that two answers of one member cannot be matched by
    their place. What was written in an earlier round is gathered too; what was counted is not,
    since a later count took its place.
    """
    private = [
        field
        for phase in workflow.phase
        if phase.audience in PRIVATE
        for field in workflow.fields_in(phase.id)
    ]
    gathered = {
        field.id: (*_from_earlier(conversation, field), *unsigned(conversation, field))
        for field in private
    }
    people = {m: _without(private, place) for m, place in conversation.people.items()}
    return conversation.model_copy(
        update={
            "people": people,
            "gathered": {field: answers for field, answers in gathered.items() if answers},
        }
    )


def is_signed(field: Field, answers: Answers) -> bool:
    """Say whether an answer is shown with its author's name."""
    return field.signed or (field.signed_if is not None and answers.get(field.signed_if) is True)


def unsigned(conversation: Conversation, field: Field) -> tuple[Answer, ...]:
    """Return what members answered without their name, in an order that tells nothing."""
    if field.id in conversation.gathered:
        return conversation.gathered[field.id]
    answers = [
        place.answers[field.id]
        for place in conversation.people.values()
        if field.id in place.answers and not is_signed(field, place.answers)
    ]
    return tuple(sorted(answers, key=lambda answer: shuffle(conversation, field.id, answer)))


def shuffle(conversation: Conversation, field: FieldId, answer: Answer) -> str:
    """Return a key that puts answers in an order which tells nothing, yet is always the same."""
    return hashlib.sha256(json.dumps([conversation.id, field, answer]).encode()).hexdigest()


def _from_earlier(conversation: Conversation, field: Field) -> tuple[Answer, ...]:
    if field.kind not in (FieldKind.TEXT, FieldKind.LONG_TEXT):
        return ()
    answers = [
        old[field.id]
        for place in conversation.people.values()
        for old in place.earlier
        if field.id in old and not is_signed(field, old)
    ]
    return tuple(sorted(answers, key=lambda answer: shuffle(conversation, field.id, answer)))


def _without(private: list[Field], place: Participation) -> Participation:
    earlier = (_signed_part(private, old) for old in place.earlier)
    return place.model_copy(
        update={
            "path": (),
            "answers": _signed_part(private, place.answers),
            "earlier": tuple(old for old in earlier if old),
        }
    )


def _signed_part(private: list[Field], answers: Answers) -> dict[FieldId, Answer]:
    """Return the signed answers, with the yes by which each of them was signed."""
    signed = [field for field in private if field.id in answers and is_signed(field, answers)]
    kept = {id_ for field in signed for id_ in (field.id, field.signed_if)}
    return {id_: answer for id_, answer in answers.items() if id_ in kept}
