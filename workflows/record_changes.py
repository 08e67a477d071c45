"""Compares two editions of a record as people read them: what is new, gone, or different.

It works on the blocks in which a content is shown, so that every kind of record can be compared,
and each change stands under the label that people know. Pictures are left out: they show numbers
that stand below them in words, or marks that were there before anything was agreed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workflows.text import Bold, Day, Inline, Mention, Moment, Plain, Text, flat
from workflows.typed import shorten
from workflows.views import Block, Bullets, Facts, Heading, Paragraph, Quote
from workflows.words import Words

LONGEST_SIDE = 500
"""Characters of one text that are shown of what it said before, and of what it says now."""

MOST_PAIRS = 80_000
"""Words of one text times words of the other, up to which they are compared word by word.

What `SequenceMatcher` takes grows with the third power where words repeat: two texts of a thousand
words took a minute. Up to here it is well below a second.
"""

_AROUND = 8
"""Words that are shown around what differs; of what is the same no more is needed."""

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """What reads differently under one label; either side may be empty. What differs is bold."""

    label: str
    before: tuple[Text, ...]
    now: tuple[Text, ...]


def changes(before: Sequence[Block], now: Sequence[Block], words: Words) -> tuple[Change, ...]:
    """Return what differs between two editions of a content, in reading order."""
    old, new = _labelled(before, words), _labelled(now, words)
    labels = dict.fromkeys((*new, *old))
    found = (_change(label, old.get(label, []), new.get(label, [])) for label in labels)
    return tuple(change for change in found if change.before or change.now)


def _labelled(blocks: Sequence[Block], words: Words) -> Mapping[str, list[str]]:
    """Return all texts of some blocks under their labels."""
    texts: dict[str, list[str]] = {}
    label = words.say("Besides")
    for block in blocks:
        match block:
            case Heading():
                label = block.text
            case Facts():
                for name, text in block.pairs:
                    texts.setdefault(name, []).append(_read(text, words))
            case Bullets():
                texts.setdefault(label, []).extend(_read(item, words) for item in block.items)
            case Paragraph() | Quote():
                texts.setdefault(label, []).append(_read(block.text, words))
            case _:
                pass
    return texts


def _read(text: Text, words: Words) -> str:
    return "".join(_inline(node, words) for node in text)


def _inline(node: Inline, words: Words) -> str:
    match node:
        case Day():
            return words.day(node.on)
        case Moment():
            return words.moment(node.at)
        case Mention():
            return node.name
        case _:
            return flat((node,))


def _change(label: str, before: list[str], now: list[str]) -> Change:
    gone = [text for text in before if text not in now]
    new = [text for text in now if text not in before]
    if len(gone) == len(new) == 1:
        old, renewed = _marked(gone[0], new[0])
        return Change(label, (old,), (renewed,))
    return Change(label, tuple(map(_whole, gone)), tuple(map(_whole, new)))


def _whole(text: str) -> Text:
    return (Bold(shorten(text, LONGEST_SIDE)),) if text else ()


def _marked(before: str, now: str) -> tuple[Text, Text]:
    """Return both texts with the words in bold that the other one has not.

    Texts of which too much differs to be compared word by word are bold as a whole.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(now)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    one, other = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(one) * len(other) > MOST_PAIRS:
        return _whole(before), _whole(now)
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    first, last = (True, old[:head]), (True, old[len(old) - tail :])
    sides = (
        [(kind == "equal", one[i:j]) for kind, i, j, _, _ in steps],
        [(kind == "equal", other[i:j]) for kind, _, _, i, j in steps],
    )
    old_side, new_side = (_side([first, *side, last]) for side in sides)
    return old_side, new_side


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two texts have in common from their beginning on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _side(stretches: Sequence[tuple[bool, list[str]]]) -> Text:
    """Return one of two texts; a long stretch that is the same becomes "…" in its middle."""
    room, nodes = LONGEST_SIDE - 1, list[Inline]()
    for at, (is_same, tokens) in enumerate(stretches):
        first, last = at == 0, at == len(stretches) - 1
        text = _middle(tokens, first=first, last=last) if is_same else "".join(tokens)
        if text and room <= 1:
            return (*nodes, Plain("…"))
        if text:
            nodes.append(_node(shorten(text, room), is_same=is_same))
            room -= len(text)
    return tuple(nodes)


def _node(text: str, *, is_same: bool) -> Inline:
    return Plain(text) if is_same or not text.strip() else Bold(text)


def _middle(tokens: list[str], *, first: bool, last: bool) -> str:
    """Return a stretch that is the same, without what is far from what differs."""
    most = 2 * _AROUND
    if len(tokens) <= 2 * most:
        return "".join(tokens)
    head = "" if first else "".join(tokens[:most])
    tail = "" if last else "".join(tokens[-most:])
    return f"{head}…{tail}"
