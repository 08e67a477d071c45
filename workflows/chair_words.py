"""How the words about the facilitator's chair read that go to one person in private."""

from workflows import asks
from workflows.private_words import open_button, private_view
from workflows.progress import hand_over_buttons
from workflows.views import Button, Style, View
from workflows.wording import Wording


def drawn_call(wording: Wording) -> View:
    """Return a word to whoever facilitates now that they do, and what they can do about it."""
    words = wording.words
    say = words.rich(
        "You facilitate **{title}** in the team {team}. You need not prepare: I show you what to "
        "say at each step.",
        title=wording.subject() or wording.title(),
        team=wording.room.team,
    )
    return private_view(
        wording.title(),
        say,
        open_button(wording),
        *hand_over_buttons(wording),
    )


def deputy_call(wording: Wording) -> View:
    """Return a word to somebody that a conversation waits, and that they could go on with it."""
    conversation, words = wording.conversation, wording.words
    say = words.rich(
        "**{title}** in the team {team} waits for {name}, who may be away. Will you go on instead?",
        title=wording.subject() or wording.title(),
        team=wording.room.team,
        name=wording.room.name(conversation.facilitator),
    )
    take = Button(words.say("Facilitate"), asks.facilitate(conversation.id), Style.PRIMARY)
    return private_view(wording.title(), say, take)
