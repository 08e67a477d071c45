"""What an invitation looks like to its author: the message, and what it leans on."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from workflows.evidence import READING, finding
from workflows.invitations import Answered, Invitation
from workflows.text import Code, Day, Text, plain
from workflows.views import Bullets, Facts, Heading, Paragraph, Quote, Small, Written
from workflows.words import Words, mark

ANSWERED: Mapping[Answered, str] = {
    Answered.DRAFTED: mark("A draft"),
    Answered.SENT: mark("Sent, no answer yet"),
    Answered.ACCEPTED: mark("They said yes"),
    Answered.DECLINED: mark("They said no"),
    Answered.SILENT: mark("No answer came"),
}


def invitation_blocks(invitation: Invitation, words: Words) -> tuple[Written, ...]:
    """Return an invitation as blocks, with the message as it would be sent."""
    return (
        Facts(tuple(_facts(invitation, words))),
        *_next(invitation, words),
        Heading(words.say("Your message")),
        *(Quote(plain(passage)) for passage in invitation.message),
        Small(
            words.rich(
                "Copy it and send it yourself, in the way you like best: in person, by phone, by "
                "mail. Concord sends it to nobody."
            )
        ),
        *_leans_on(invitation, words),
    )


def _next(invitation: Invitation, words: Words) -> tuple[Written, ...]:
    """Return a kind word on the answer, and after a yes how the person comes to the table."""
    match invitation.answered:
        case Answered.ACCEPTED:
            say = words.rich(
                "Good news. To bring **{name}** to the table: once they are in the team's channel, "
                "they press “Ask to join”, or type {join}, and a lead lets them in. A join card "
                "shows that button in the channel. It does not say whom you have invited.",
                name=invitation.invitee,
                join=Code("/concord team join"),
            )
        case Answered.DECLINED:
            say = words.rich("Thank you for asking. A no today need not be a no for good.")
        case Answered.SILENT:
            say = words.rich("People are busy. You can ask once more, perhaps in another way.")
        case Answered.DRAFTED | Answered.SENT:
            return ()
        case _:
            assert_never(invitation.answered)
    return (Paragraph(say),)


def _facts(invitation: Invitation, words: Words) -> Iterator[tuple[str, Text]]:
    yield words.say("Where it stands"), plain(words.say(ANSWERED[invitation.answered]))
    yield words.say("For"), plain(invitation.invitee)
    yield words.say("What matters to them"), plain(invitation.issue)
    yield words.say("What you hope for"), plain(invitation.outcome)
    if invitation.ask_by:
        yield words.say("The day you ask for"), (Day(invitation.ask_by),)
    if invitation.follow_up:
        yield words.say("Ask again on"), (Day(invitation.follow_up),)


def _leans_on(invitation: Invitation, words: Words) -> tuple[Written, ...]:
    """Return what can be told when they ask: findings with their sources, and the author's own."""
    found = [each for id_ in invitation.findings if (each := finding(id_))]
    lines = [plain(f"{words.say(each.claim)} ({each.source})") for each in found]
    own = [plain(invitation.story)] if invitation.story else []
    reading = READING.get(invitation.topic, "")
    return (
        *((Heading(words.say("If they ask for more")),) if lines or own or reading else ()),
        *((Bullets((*lines, *own)),) if lines or own else ()),
        *((Paragraph(plain(words.say(reading))),) if reading else ()),
    )
