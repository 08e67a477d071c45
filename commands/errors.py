"""Why a command was not carried out.

CommandError
├── MissingError        not here, or not for you: nobody can tell which
├── OutsiderError       asked in the channel of a team that you are not on
├── WhichTeamError      it could be about several teams, or there is none yet
├── NotAllowedError     you can see it, but it is somebody else's to do
└── BadRequestError     something else has to be asked for first

Each of these carries the sentence that a person gets to read, with its slots, and the ways on.
TooEarlyError stands apart: it is about a message, and nobody gets to read it.
"""

from typing import ClassVar

from workflows.text import Slot
from workflows.views import Button
from workflows.words import Words, mark


class CommandError(Exception):
    """A command was not carried out."""

    title: ClassVar[str] = mark("Nothing was changed")
    sentence: ClassVar[str] = mark("That did not work.")

    def __init__(self, sentence: str = "", *ways: Button, **slots: Slot) -> None:
        """Take a marked sentence in place of the usual one, ways on, and what fills its slots."""
        super().__init__(type(self).__name__)
        self._sentence = sentence or self.sentence
        self._slots = slots
        self.ways = ways

    def told(self, words: Words) -> str:
        """Return the sentence for a person."""
        return words.say(self._sentence, **self._slots)


class MissingError(CommandError):
    """Not here, or not for you. Both read the same, so that nothing can be found out by asking."""

    title = mark("Not found")
    sentence = mark("I could not find that here. It may have ended, or it belongs to another team.")


class OutsiderError(CommandError):
    """Asked in the channel of a team that the asker is not on."""

    title = mark("Not on this team yet")
    sentence = mark("You are not on the team “{team}” yet. Its leads can let you in.")


class WhichTeamError(CommandError):
    """It could be about several of the asker's teams, or they are on none."""

    title = mark("Which team?")
    sentence = mark("You are on more than one team. Which one do you mean?")


class NotAllowedError(CommandError):
    """You can see it, but it is for somebody else to do."""

    sentence = mark("That is for a lead of the team to do. The leads are: {names}.")


class BadRequestError(CommandError):
    """Something else has to be asked for first."""


class TooEarlyError(Exception):
    """A reply cannot be sent yet, because the message whose thread it belongs to is not out."""
