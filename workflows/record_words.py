"""Finds words in records, whatever their case and accents, and shows them where they stand."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from workflows.catalogue import LANGUAGES, words_for
from workflows.invitations import Invitation
from workflows.record_kinds import KIND_NAMES
from workflows.records import Decision, NormCheck, Norms, RecordContent
from workflows.relationships import PartnerMap, Relationships
from workflows.retros import Retro, SavedLesson
from workflows.text import Bold, Inline, Plain, Text
from workflows.typed import shorten

MOST_ASKED = 8
"""Words of a question that are looked at; more of them hardly ever tell more."""

MOST_KEPT = 5000
"""Different words of one record that can be found: PostgreSQL takes a megabyte of them."""

LONGEST_WORD = 40
"""Characters of a word that are compared."""

LONGEST_EXCERPT = 160
_BEFORE = 50
"""Characters that are shown before the first word that was looked for."""

_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_ACCENTS}])*")
_PART = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class RecordText:
    """By which words a record is found: those of its name, and all, each once and folded."""

    title: tuple[str, ...]
    words: tuple[str, ...]


def record_text(title: str, content: RecordContent) -> RecordText:
    """Return by which words a record is found; the name of its kind counts in every language."""
    names = (words_for(language).say(KIND_NAMES[content.kind]) for language in LANGUAGES)
    named = _once(folded(" ".join((title, *names))))
    written = folded("\n".join(texts_of(content)))
    return RecordText(named, _once((*named, *written))[:MOST_KEPT])


def texts_of(content: RecordContent) -> tuple[str, ...]:
    """Return all that people wrote in a content, without the names of who wrote it."""
    match content:
        case Norms():
            return (*content.commitments.values(), *(note.text for note in content.notes))
        case NormCheck():
            return tuple(content.commitments.values())
        case Decision():
            notes = (note.text for note in (*content.concerns, *content.dissent))
            said = (content.outcome, content.reason, content.proposal, content.changed)
            return (*said, *content.inputs, *notes)
        case Invitation():
            said = (content.invitee, content.issue, content.story, content.outcome)
            return (*said, *content.message)
        case Retro():
            heard = (entry.text for entry in content.heard)
            taken = (lesson.text for lesson in content.lessons)
            promised = (text for each in content.actions for text in (each.what, each.plan))
            return (content.celebrate, *taken, *promised, *content.notes.values(), *heard)
        case SavedLesson():
            return (content.text,)
        case PartnerMap():
            return tuple(text for each in content.partners for text in (each.name, each.common))
        case Relationships():
            return tuple(text for each in content.ratings for text in (each.partner, each.stronger))
        case _:
            assert_never(content)


def asked_words(text: str) -> tuple[str, ...]:
    """Return the words of a question, folded; signs that mean something to a database do not."""
    return _once(folded(text))[:MOST_ASKED]


def folded(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: small letters and figures, no accents."""
    return tuple(part for word in _WORD.finditer(text) for part in _folded(word[0]))


def excerpt(texts: Iterable[str], asked: tuple[str, ...]) -> Text:
    """Return a short piece of the text that holds most of the words, with them in bold."""
    best = max(texts, key=lambda text: len(set(_hits(text, asked))), default="")
    line = " ".join(best.split())
    first = next((word.start() for word in _WORD.finditer(line) if _hit(word[0], asked)), 0)
    start = line.find(" ", first - _BEFORE, first) + 1 if first > _BEFORE else 0
    start = start or (first if first > _BEFORE else 0)
    piece = shorten(line[start:], LONGEST_EXCERPT)
    return tuple(_marked(f"… {piece}" if start else piece, asked))


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _folded(word: str) -> list[str]:
    if word.isascii():
        return [word.lower()[:LONGEST_WORD]]
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [part[:LONGEST_WORD] for part in _PART.findall(bare)]


def _hits(text: str, asked: tuple[str, ...]) -> Iterator[str]:
    """Yield the words that were asked for, each as often as a word of the text begins with it."""
    for part in folded(text):
        yield from (word for word in asked if part.startswith(word))


def _hit(word: str, asked: tuple[str, ...]) -> bool:
    return any(part.startswith(asked) for part in _folded(word))


def _marked(text: str, asked: tuple[str, ...]) -> Iterator[Inline]:
    end = 0
    for word in _WORD.finditer(text):
        if _hit(word[0], asked):
            if word.start() > end:
                yield Plain(text[end : word.start()])
            yield Bold(word[0])
            end = word.end()
    if end < len(text):
        yield Plain(text[end:])
