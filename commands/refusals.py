"""Says politely why nothing was changed and what can be done, and gives back what was typed."""

from collections.abc import Iterator

from commands.errors import CommandError
from commands.screens import row, told
from workflows.text import plain
from workflows.typed import fit
from workflows.views import Block, Paragraph, Quote, Raw, View
from workflows.words import Words

LONGEST_RETURNED = 3000
"""Characters of each text that is given back: as many as any question takes."""


def refused(error: CommandError, raw: Raw, words: Words) -> View:
    """Return the screen for a command that was not carried out."""
    blocks = (*row(*error.ways), *typed_back(raw, words))
    return told(words.say(error.title), error.told(words), *blocks)


def sorry(line: str, raw: Raw, words: Words) -> View:
    """Return the screen for a command that could not be carried out, with one sentence on it."""
    return told(words.say(CommandError.title), line, *typed_back(raw, words))


def outdated(words: Words) -> View:
    """Return the screen for a button that this version of Concord did not make."""
    line = words.say("This button is from an older version. Type / to see what Concord can do now.")
    return told(words.say("Out of date"), line).in_language(words.language)


def typed_back(raw: Raw, words: Words) -> tuple[Block, ...]:
    """Return what somebody wrote into a form that was not taken, so that it is not lost.

    What was picked is an id without spaces, and a single word is soon typed again: neither is
    given back.
    """
    quotes = tuple(Quote(plain(text)) for text in _texts(raw))
    if not quotes:
        return ()
    line = words.say("This is what you wrote, in case you want to copy it:")
    return (Paragraph(plain(line)), *quotes)


def _texts(raw: Raw) -> Iterator[str]:
    for value in raw.values():
        text = fit(value, longest=LONGEST_RETURNED) if isinstance(value, str) else ""
        if len(text.split()) > 1:
            yield text
