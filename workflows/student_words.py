"""Finds what looks like information about one student: a name, a number or a day of birth.

No list of names stands behind it: a word counts as a name by its capital letter and by the words
around it. So it is a reminder, and misses what is put otherwise. A lone name is never found, and
neither are the names that are known to belong to adults in the room.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workflows.word_marks import CUES, bare, mark_words

_WORD: Final = re.compile(r"[\w'’-]+")

_PARTS: Final = re.compile(r"\n|(?<=[a-z]{5}[.!?])\s")
"""Where a text is parted: after a line, and a sentence whose last word is no abbreviation."""

_SIGN: Final = re.compile(r"\d{5}|\bNEE\b")

_HINTS: Final = tuple(cue for cue in CUES if not any(o in cue for o in CUES if o != cue))
"""The shortest of them, for a part without any is passed over at once."""

_WHO: Final = "(?:[NW]|n(?=['bg]))"
"""A name; a single word in an s counts only before what is said of one person."""

_FIRST: Final = f"(?<![oid]){_WHO}"
"""A name that is not after of, for, in, at: that may be a place."""

_LOOKS: Final = re.compile(
    "|".join(
        f"(?:{pattern.format(who=_WHO, first=_FIRST)})"
        for pattern in (
            # the student (named) Ana; our student, Ana
            "P[wb,:]?{who}",
            # Student Ana Vega; Student: Ana; but no title such as Student Voice
            "U(?:W|w{who}|[,:]{who}(?=[.,bg]|$))",
            # the students Ana and Leo; students named Ana
            "Q(?:w{who}|{who}c{who})",
            # Ana, a student; Ana is one of ...; but no student teacher, no student and a parent
            "{first}(?:,[ahjOGY]{{0,4}}(?!.c)|,?[wb]{{1,3}}[ahjOGY]{{0,4}})[PU]j?(?![xXRNWnQ])",
            "{first}c{who}p[ahj]?Q(?![xXRNWn])",
            # Ana, grade 4; Ana is in third grade; but not Ana, third grade teacher
            "{first}(?:,w?b?[id]?|w?b[id]?|[id])[ahj]?(?:OG|GO|Y)(?!Q|[xX]?R)",
            # Ana in Ms. Lopez's class; Ana, de la clase de la maestra López
            "{who},?b?[id][ahj]?A?[TNW]'C",
            "{who},?b?[id][ahj]?Cd[ahj]?[AR]?T",
            # Ana's IEP; Ana has an IEP; the IEP for Ana; but not the suspension rate of a school
            "{who}'[ahjO]{{0,2}}E(?!q)",
            "{first}(?:c{who})?[bgp]{{1,2}}[ahjidO]{{0,3}}(?:E(?!q)|S(?![xXRNW]))",
            "E[od][ah]?{who}(?!')",
            "M[od]W",
            # Ana was suspended; they suspended Ana
            "{first}(?:c{who})?[bgp]{{1,3}}j?V",
            "V[ahj]?{who}(?=[.,oidclbwe]|$)",
            # Ana's mother; the mother of Ana
            "{who}'j?(?:F|f(?!c))",
            "F[od]{who}|f[od]W",
            # student 4471023; her ID is 4471023
            "[PUME][,:]?#(?!Q)|Q#|#,[PU](?=,)",
            "[PUQME][,:wodah]{{0,3}}[Kk]{{1,3}}[,:b]{{0,2}}#(?!Q)",
            "(?:h|{who}')Kk?[,:b]{{0,2}}#",
            # DOB 3/14/2015; Ana, born on 3/14/2015
            "B[,:b]{{0,2}}[ia]?D",
            "(?:{who}|[PU])[,wb]{{0,3}}Zi?[ah]?D",
        )
    )
)
"""What speaks of one student. All repeats have an end, so a long text is read in one go."""


def about_students(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the pieces of a text that look like information about a student, as they stand there.

    `known` are the names of people, parties and teams that are no students.
    """
    no_students = frozenset(bare(w) for name in known for w in _WORD.findall(name))
    parts = (part for part in _PARTS.split(text) if _may_hold_some(part))
    return tuple(piece for part in parts for piece in _pieces(part, no_students))


def _may_hold_some(part: str) -> bool:
    small = part.lower()
    return any(hint in small for hint in _HINTS) or _SIGN.search(part) is not None


def _pieces(text: str, known: frozenset[str]) -> Iterator[str]:
    marked = mark_words(text, known)
    for found in _LOOKS.finditer(marked.marks):
        begin, end = marked.spans[found.start()][0], marked.spans[found.end() - 1][1]
        yield text[begin:end]
