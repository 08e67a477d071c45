"""Something to read in the place of characters that no bundled typeface can write."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from workflows.pictures.typeface import can_write

OTHER_SCRIPT: Final = "[…]"
"""Stands for words in a script that cannot be written."""

STEERING: Final = frozenset({"Cc", "Cf"})
"""Unicode categories of what has no shape, such as line feeds and where a long word may break."""

UNKNOWN: Final = frozenset({"Cn", "Co"})
"""Categories of what is younger than this Python, and of what people agree on among themselves."""

_REFUSED: Final = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
"""How typst says of which characters it has no picture."""

_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]{1,6})\}")


def refused_in(complaint: str) -> frozenset[str]:
    """Return the characters that typst complains of, but for those that our typeface can write.

    It names what belongs together, such as a letter with the accents on it.
    """
    named = "".join(_REFUSED.findall(complaint))
    spelled = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), named)
    return frozenset(character for character in spelled if not can_write(character))


def beyond_typeface(text: str) -> frozenset[str]:
    """Return all characters of a text that our typeface cannot write, but for what steers."""
    return frozenset(
        one for one in set(text) if not can_write(one) and unicodedata.category(one) not in STEERING
    )


def with_substitutes(text: str, characters: Iterable[str]) -> str:
    """Return a text in which words stand for these characters: the name of a picture, or […]."""
    listed = "".join(map(re.escape, sorted(characters)))
    if not listed:
        return text
    return re.sub(f"[{listed}]+", lambda found: "".join(_stand_in(found[0])), text)


def _stand_in(found: str) -> Iterator[str]:
    """Yield what stands for characters in a row; marks that change another one are left out."""
    plainer = "".join(filter(can_write, unicodedata.normalize("NFKD", found)))
    if plainer:
        yield plainer
    elif any(one.isalnum() or unicodedata.category(one) in UNKNOWN for one in found):
        yield OTHER_SCRIPT
    else:
        names = (unicodedata.name(c, "") for c in found if unicodedata.category(c)[0] in "SP")
        yield from (f"[{name.lower()}]" for name in names if not name.startswith("EMOJI MODIFIER"))
