"""Lets what one person did from two seats of a team count once."""

from workflows.conversations import Answer, Conversation, Participation
from workflows.identifiers import MemberId


def united(conversation: Conversation, former: MemberId, member: MemberId) -> Conversation:
    """Return a conversation in which a person who has two seats has done everything from one.

    What `member` has answered counts; where that is nothing, what `former` has answered does. The
    place of `former` is left empty, so that nothing counts twice, and is still to be left.
    """
    theirs = conversation.people.get(former)
    if theirs is None:
        return conversation
    own = conversation.people.get(member, Participation())
    place = own if _has_begun(own) else theirs
    mine = {member: place.model_copy(update={"here": True})}
    people = {**conversation.people, former: Participation(), **mine}
    if conversation.owner == former:
        people = mine  # what is one member's alone has nobody else in it
    return conversation.model_copy(
        update={
            "people": people,
            "owner": _renamed(conversation.owner, former, member),
            "facilitator": _renamed(conversation.facilitator, former, member),
            "scribe": _renamed(conversation.scribe, former, member),
            "declined": tuple(
                dict.fromkeys(member if each == former else each for each in conversation.declined)
            ),
            "sheet": {
                field: _renamed_in(answer, former, member)
                for field, answer in conversation.sheet.items()
            },
        }
    )


def _has_begun(place: Participation) -> bool:
    return bool(place.path or place.answers or place.earlier)


def _renamed(named: MemberId | None, former: MemberId, member: MemberId) -> MemberId | None:
    return member if named == former else named


def _renamed_in(answer: Answer, former: MemberId, member: MemberId) -> Answer:
    """Return what the group holds, such as who is accountable, with the seat that stays."""
    if answer == former:
        return member
    if not isinstance(answer, tuple):
        return answer
    rows = tuple(each for each in answer if isinstance(each, dict))
    if rows:
        return tuple(
            {key: member if cell == former else cell for key, cell in row.items()} for row in rows
        )
    picked = (each for each in answer if isinstance(each, str))
    return tuple(dict.fromkeys(member if each == former else each for each in picked))
