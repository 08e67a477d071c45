"""Brings the translations up to date with the texts in the sources, or says what they lack.

python -m scripts.words            adds new texts to the catalogues, drops what is gone
python -m scripts.words --check    changes nothing; lists what is missing or does not fit
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from scripts.extraction import ROOT, Key, places, template
from workflows.catalogue import LANGUAGES
from workflows.limits import LONGEST, Place
from workflows.words import DEFAULT_LANGUAGE

TRANSLATED = tuple(language for language in LANGUAGES if language != DEFAULT_LANGUAGE)

_MARKS = re.compile(r"\{[a-z][a-z0-9_-]*\}|\*\*|`|^- |\n\n", re.MULTILINE)
"""What a translation has to keep: slots, formatting, and how lines and lists are parted."""

_NOISE = re.compile(
    rb'^"(Project|Report|POT-|PO-Rev|Last-|Language-T|Generated)[^\n]*\n',
    re.MULTILINE,
)
_COMMENT = "Concord's words in another language. `python -m scripts.words` adds what is new."


def main() -> int:
    """Update the catalogues, or check them; return the exit code."""
    texts = template()
    if "--check" in sys.argv:
        problems = [line for language in TRANSLATED for line in problems_of(language, texts)]
        print("\n".join(problems) or "All texts are translated.")
        return 1 if problems else 0
    for language in TRANSLATED:
        update(language, texts)
        print(f"{language}: {sum(1 for _ in problems_of(language, texts))} texts need a look.")
    return 0


def update(language: str, texts: Catalog) -> None:
    """Write a catalogue with the texts of the sources and the translations there are."""
    _file(language).write_bytes(updated(language, texts))


def updated(language: str, texts: Catalog) -> bytes:
    """Return a catalogue as `update` writes it; the same texts give the same bytes."""
    known = read(language)
    fresh = Catalog(locale=language, header_comment=f"# {_COMMENT}", fuzzy=False)
    for message in sorted(_messages(texts), key=_order):
        old = known.get(message.id, message.context)
        string = old.string if old else None
        fresh.add(message.id, string, message.locations, context=message.context)
    written = BytesIO()
    write_po(written, fresh, width=100, include_lineno=False)
    return _NOISE.sub(b"", written.getvalue())


def read(language: str) -> Catalog:
    """Return the translations there are; none where there is no catalogue yet."""
    file = _file(language)
    source = file.read_bytes() if file.exists() else b""
    return read_po(BytesIO(source), locale=language)


def problems_of(language: str, texts: Catalog) -> Iterator[str]:
    """Yield what the catalogue of a language lacks, one line each."""
    known = read(language)
    room = places()
    wanted = {_key(message) for message in _messages(texts)}
    for message in _messages(known):
        if _key(message) not in wanted:
            yield f"{language}: no source has this text any more: {_shown(message)}"
    for message in _messages(texts):
        found = known.get(message.id, message.context)
        problem = _problem(found, room.get(_key(message)))
        if problem:
            yield f"{language}: {problem}: {_shown(message)}"


def _problem(message: Message | None, place: Place | None) -> str:
    if message is None or not all(_forms(message)):
        return "not translated"
    if message.fuzzy:
        return "marked as unsure"
    if isinstance(message.id, str) and _marks(message.id) != _marks(str(message.string)):
        return "slots or formatting differ"
    slots = {slot for text in _english(message) for slot in _marks(text)}
    if not all(slots >= set(_marks(form)) for form in _forms(message)):
        return "slots or formatting differ"
    longest = LONGEST[place] if place else sys.maxsize
    if any(len(text) > longest for text in (*_english(message), *_forms(message))):
        return f"too long for {place}"
    return ""


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _forms(message: Message) -> tuple[str, ...]:
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def _marks(text: str) -> Counter[str]:
    return Counter(_MARKS.findall(text))


def _key(message: Message) -> Key:
    return message.context or "", _english(message)[0]


def _order(message: Message) -> tuple[str, str, str]:
    """Sort by the first file, so that what belongs together stands together."""
    return min(file for file, _ in message.locations), message.context or "", _key(message)[1]


def _shown(message: Message) -> str:
    context, text = _key(message)
    return f"{context} “{text}”".strip().replace("\n", " ")


def _file(language: str) -> Path:
    return ROOT / "workflows" / "locales" / language / "messages.po"


if __name__ == "__main__":
    sys.exit(main())
