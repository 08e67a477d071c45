"""Asks once more before a text is kept that looks as if it were about a student."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from commands.access import access_own_seats
from commands.context import Context
from workflows.asks import SURE, send_anyway
from workflows.identifiers import FieldId
from workflows.reveals import WRITTEN
from workflows.student_words import about_students
from workflows.typed import fit, shorten
from workflows.views import Button, Input, Raw, View

_READ: Final = 10_000
"""Characters of a text that are looked at: more than any question takes."""

_SHOWN: Final = 60
"""Characters of the words in question that fit beside the question."""


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence at each field that may tell of a student, and the way to keep all as it is."""

    problems: Mapping[FieldId, str]
    anyway: Button


def caution(context: Context, inputs: Sequence[Input], kept: Raw) -> Caution | None:
    """Return what to ask about the texts of a form before they are kept, if there is anything.

    A text that stands in `kept` already is not asked about again, and neither is one that its
    author has just said to keep: the option `ok` is the mark of exactly these words.
    """
    texts = {
        asked.id: fit(text, longest=_READ)
        for asked in inputs
        if asked.field_kind in WRITTEN and isinstance(text := context.raw.get(asked.id), str)
    }
    new = {field: text for field, text in texts.items() if not _is_same(text, kept.get(field))}
    found = {field: pieces[0] for field, text in new.items() if (pieces := _found(context, text))}
    text_mark = _mark({field: new[field] for field in found})
    if not found or context.option(SURE) == text_mark:
        return None
    say = context.words.say
    return Caution(
        {
            field: say("This may be about a student: “{words}”.", words=shorten(piece, _SHOWN))
            for field, piece in found.items()
        },
        Button(say("Keep it as it is"), send_anyway(context.request.ask, text_mark)),
    )


def with_caution(context: Context, view: View, careful: Caution | None) -> View:
    """Return a form that came back, with what is asked about its texts and the way to keep them."""
    if careful is None or view.form is None:
        return view
    problems = {**careful.problems, **view.form.problems}
    line = context.words.say(
        "Please leave out names and numbers of students. You could write “a student”. If this is "
        "not about a student, press “Keep it as it is”."
    )
    form = replace(view.form, problems=problems, anyway=careful.anyway)
    return replace(view, problem=line, form=form)


def _is_same(text: str, kept: object) -> bool:
    return isinstance(kept, str) and kept.split() == text.split()


def _found(context: Context, text: str) -> tuple[str, ...]:
    """Return what may be about a student; whom the asker's teams know is looked up if need be."""
    return about_students(text, _known(context)) if about_students(text) else ()


def _known(context: Context) -> Iterator[str]:
    yield context.person.name
    for seat in access_own_seats(context):
        yield seat.team.name
        yield seat.partnership.name
        yield from (party.name for party in seat.partnership.parties)
        yield from (member.name for member in seat.team.members)


def _mark(texts: Mapping[FieldId, str]) -> str:
    """Return a short mark of texts; how they are spaced does not matter."""
    spaced = sorted((field, text.split()) for field, text in texts.items())
    return hashlib.sha256(json.dumps(spaced).encode()).hexdigest()[:4]
