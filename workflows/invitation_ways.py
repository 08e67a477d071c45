"""What the author of an invitation can do with it, as its screen and the word about it offer it."""

from typing import assert_never

from workflows.identifiers import RecordId
from workflows.invitations import Answered, Invitation
from workflows.views import Ask, Button, Style
from workflows.words import Words


def invitation_ways(id_: RecordId, invitation: Invitation, words: Words) -> tuple[Button, ...]:
    """Return the buttons to take an invitation further, to change it, and to delete it."""
    change = Button(words.say("Change it"), Ask("invite change", {"id": id_}))
    delete = Button(
        words.say("Delete it"),
        Ask("invite delete", {"id": id_}),
        Style.DANGER,
        words.say("Delete this invitation? It cannot be brought back."),
    )
    return (*next_ways(id_, invitation, words), change, delete)


def next_ways(id_: RecordId, invitation: Invitation, words: Words) -> tuple[Button, ...]:
    """Return the buttons to say what became of an invitation, or what comes after a yes."""
    sent = Ask("invite sent", {"id": id_})
    match invitation.answered:
        case Answered.DRAFTED:
            return (Button(words.say("I have sent it"), sent, Style.PRIMARY),)
        case Answered.SENT:
            return (
                _answer(id_, Answered.ACCEPTED, words.say("They said yes")),
                _answer(id_, Answered.DECLINED, words.say("They said no")),
                _answer(id_, Answered.SILENT, words.say("No answer came")),
                Button(words.say("Ask me later"), sent),
            )
        case Answered.ACCEPTED:
            card = Ask("invite card", {"id": id_})
            return (Button(words.say("Post a join card"), card, Style.PRIMARY),)
        case Answered.DECLINED | Answered.SILENT:
            return (Button(words.say("I have sent it again"), sent),)
        case _:
            assert_never(invitation.answered)


def _answer(id_: RecordId, answered: Answered, label: str) -> Button:
    return Button(label, Ask("invite answer", {"id": id_, "answer": answered}))
