"""Suggests which written entries say the same, so that whoever sorts them can say yes or no.

It compares words and understands none: it cannot tell who heard whom, the board or the teachers.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

CONTAINED = 0.9
"""The part of the shorter entry's words that the longer one must have, too.

A wrong suggestion costs more than a missing one. This figure and `COMMON` come from a set of our
own, thirty pairs of entries in `tests/workflows/likenesses.py`, and from later pairs that were
written to lead it astray. None of the pairs that only share words is suggested; of those that
belong together about two in three are. What tells most is whether both entries have a word of
their own, as in "the budget came late" and "the bus came late": up to nine words, the longer one
must have them all.
"""

COMMON = 0.8
"""The part of all their words that two entries must share; see `CONTAINED`."""

FEWEST = 2
"""Words that two entries must share; a single one says too little, unless it is all there is."""

_DENIALS = """
almost barely cannot fewer hardly lack lacked lacking lacks less missed missing neither never no
nobody none nor not nothing stop stopped without
apenas casi falta faltaba faltan faltar faltaron falto jamas menos nada nadie ni ningun ninguna
ninguno nunca sin tampoco
"""
"""Words that turn the sense of what stands around them, folded; as do "didn't" and its like."""

_FILLERS = """
a about again also always am an and any are as at be became because been being both but by came can
come could did do does each even every for from get got had has have he her his i if in into is it
its just many me more much my of on or our really she should so such than that the their them then
there these they this those to too us very was we were which while will with would you your
al algo asi aun cada con cual de del el ella ellas ellos en entre era es esa ese eso esta estaba
estan estar este esto fue fueron ha habia han hay haya hubo la las le les lo los mas me mi mis mucha
muchas mucho muchos muy nos nosotros o para pero por porque que se ser si siempre sobre son su sus
tambien tan tanto te tiene tu tus un una uno unos y ya yo
"""
"""Words that say little, folded. Who, when and how, before and after, all and some say much."""

_DENYING = frozenset(_DENIALS.split())
_FILLING = frozenset(_FILLERS.split())
_WORD = re.compile(r"\w+(?:'\w+)?")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_NOT = re.compile(r".+n't|(?:are|ca|did|do|does|is|was|were|wo)nt")

_ENDINGS = ("ings", "ing", "ed", "es", "as", "os", "s", "a", "e", "o")
_SHORTEST_STEM = 4
_LONGEST_STEM = 6


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is compared: all words in order, the stems of those that say much, and their sense."""

    words: tuple[str, ...]
    stems: frozenset[str]
    denies: bool


def group_alike(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Return the places of entries that seem to say the same, group by group.

    Each entry is in one group at most, and like every other in it; groups have two or more.
    """
    alike = _alike([_entry(text) for text in texts])
    groups = list[tuple[int, ...]]()
    grouped = set[int]()
    for first in range(len(texts)):
        if first in grouped:
            continue
        group = [first]
        for place in sorted(alike[first] - grouped):
            if alike[place].issuperset(group):
                group.append(place)
        if len(group) > 1:
            groups.append(tuple(group))
            grouped.update(group)
    return tuple(groups)


def _entry(text: str) -> _Entry:
    words = tuple(_WORD.findall(_folded(text)))
    denials = {word for word in words if word in _DENYING or _NOT.fullmatch(word)}
    telling = {word.partition("'")[0] for word in words if word not in denials} - _FILLING
    stems = frozenset(map(_stem, telling))
    return _Entry(words, stems or frozenset(words), bool(denials))


def _folded(text: str) -> str:
    """Return a text without case and accents, and with one kind of apostrophe."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return _ACCENT.sub("", parts).replace("’", "'")


def _stem(word: str) -> str:
    """Cut the commonest ending of either language off, then all behind the first letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)[:_LONGEST_STEM]
    return word[:_LONGEST_STEM]


def _alike(entries: Sequence[_Entry]) -> Sequence[set[int]]:
    """Return for each entry the places of those that seem to say the same.

    Stems become bits, so that counting what two entries share is quick enough to do for all of
    them. A stem that only one entry has is shared with none, and gets no bit.
    """
    uses = Counter(stem for entry in entries for stem in entry.stems)
    shared_stems = (stem for stem, count in uses.items() if count > 1)
    bit = {stem: 1 << at for at, stem in enumerate(shared_stems)}
    masks = [sum(bit.get(stem, 0) for stem in entry.stems) for entry in entries]
    alike = [set[int]() for _ in entries]
    for one, mask in enumerate(masks):
        enough = COMMON * len(entries[one].stems)
        for other in range(one):
            shared = (mask & masks[other]).bit_count()
            if shared >= enough and _say_the_same(entries[one], entries[other], shared):
                alike[one].add(other)
                alike[other].add(one)
    return alike


def _say_the_same(one: _Entry, other: _Entry, shared: int) -> bool:
    if shared < FEWEST:
        return shared > 0 and one.words == other.words
    sizes = len(one.stems), len(other.stems)
    return (
        shared >= CONTAINED * min(sizes)
        and shared >= COMMON * (sum(sizes) - shared)
        and one.denies == other.denies
    )
