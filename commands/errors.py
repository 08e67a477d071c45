"""Why a command was not carried out.

CommandError
├── MissingError        not here, or not for you: nobody can tell which
├── NotAllowedError     you can see it, but it is not yours to do
└── BadRequestError     something else has to be asked for first

Each error carries the sentence that a person gets to read, with its slots.
"""

from typing import ClassVar

from workflows.text import Slot
from workflows.words import Words, mark


class CommandError(Exception):
    """A command was not carried out."""

    sentence: ClassVar[str] = mark("That did not work.")

    def __init__(self, sentence: str = "", **slots: Slot) -> None:
        """Take a marked sentence in place of the usual one, and what fills its slots."""
        super().__init__(type(self).__name__)
        self._sentence = sentence or self.sentence
        self._slots = slots

    def told(self, words: Words) -> str:
        """Return the sentence for a person."""
        return words.say(self._sentence, **self._slots)


class MissingError(CommandError):
    """Not here, or not for you. Both read the same, so that nothing can be found out by asking."""

    sentence = mark("I could not find that here. It may have ended, or it belongs to another team.")


class NotAllowedError(CommandError):
    """You can see it, but it is for somebody else to do."""

    sentence = mark("That is for a lead of the team to do.")


class BadRequestError(CommandError):
    """Something else has to be asked for first."""
