"""Draws the blocks of a view as components of a message."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import Final, assert_never

from bot.platforms.discord.drawing.controls import (
    LONGEST_SPOKEN,
    Keys,
    rows,
    text_display,
)
from bot.platforms.discord.drawing.custom_ids import Way
from bot.platforms.discord.drawing.fitting import Drawn
from bot.platforms.discord.drawing.markdown import (
    Nodes,
    begun,
    halves,
    heading,
    markdown,
    simple,
)
from bot.platforms.discord.drawing.measures import is_blank, is_short, one_line, short
from bot.platforms.discord.ports import Attachment, Payload
from bot.platforms.measures import length, sound
from workflows.archive_file import ArchiveFile
from workflows.pictures.drawings import Drawing
from workflows.text import Bold, Text, flat
from workflows.text import plain as typed
from workflows.views import (
    Block,
    Bullets,
    Button,
    Buttons,
    Divider,
    Document,
    Facts,
    Heading,
    Menu,
    Pages,
    Paragraph,
    Picture,
    Quote,
    Small,
    TextFile,
    View,
)
from workflows.words import Words

Pictures = Mapping[Drawing, bytes]
"""Drawings as PNG."""

Files = Mapping[Document, bytes]
"""What stands in each file of a view that could be made."""

PIECE: Final = 2000
"""Characters of one text as it is drawn; half of what fits into a message."""

LONGEST_HEADING: Final = 250
"""Characters of a heading; a longer one stands in bold."""

LONGEST_ALT: Final = 1024
LONGEST_FILE_NAME: Final = 100

LARGEST_FILE: Final = 10 * 1000 * 1000
"""Bytes of one file; Discord takes ten mebibytes, in all that goes out with it."""

_IN_A_FILE_NAME: Final = re.compile(r"[^0-9A-Za-z._-]+")


def written_out(block: Block, words: Words) -> list[str]:
    """Return what a block says in words, in pieces that each fit into a text; maybe in none."""
    match block:
        case Heading(text):
            return title(text, "###", words)
        case Paragraph(text):
            return prose(text, words)
        case Quote(text):
            return prose(text, words, lambda drawn: begun(drawn, "> "))
        case Small(text):
            return prose(text, words, lambda drawn: begun(drawn, "-# "))
        case Bullets(items):
            return _grouped(line for item in items for line in _item(item, words))
        case Facts(pairs):
            named = ((Bold(f"{name}: "), *text) for name, text in pairs)
            return _grouped(line for fact in named for line in prose(fact, words))
        case Menu(label):
            return prose(typed(label), words)
        case Picture():
            return prose(typed(block.alt), words)
        case Buttons() | Divider() | Document():
            return []
        case _:
            assert_never(block)


def title(text: str, sign: str, words: Words) -> list[str]:
    """Return a heading; one that is too long stands in bold."""
    whole = one_line(text)
    if length(whole) > LONGEST_HEADING:
        return prose((Bold(whole),), words)
    line = heading(whole, sign)
    return [line] if line else []


def prose(text: Text, words: Words, within: Callable[[str], str] = str) -> list[str]:
    """Return a text in as many pieces as it needs; `within` makes a list or a quote of each."""
    return list(_portions(simple(text, words), within))


class Pen:
    """Draws the blocks of one view, in order."""

    def __init__(
        self,
        view: View,
        words: Words,
        keys: Keys,
        painted: Pictures | None,
        files: Files | None = None,
    ) -> None:
        self.view = view
        self.words = words
        self._keys = keys
        self._painted = {} if painted is None else painted
        self._made = {} if files is None else files
        self._names = set[str]()
        rows = (one.buttons for one in view.blocks if isinstance(one, Buttons))
        self._labels = Counter(button.label for row in rows for button in row)
        self._about = view.title

    def top(self) -> Iterator[Drawn]:
        """Yield what comes first: a problem, and the title."""
        yield from self.text((Bold(self.view.problem),))
        yield from (Drawn(text_display(said), leads=True) for said in self._title())

    def text(self, text: Text) -> list[Drawn]:
        """Return running text."""
        return [Drawn(text_display(said)) for said in prose(text, self.words)]

    def draw(self, blocks: Iterable[Block]) -> list[Drawn]:
        """Return blocks as components; one without anything in it is left out."""
        return [drawn for block in blocks for drawn in self._draw(block)]

    def _title(self) -> list[str]:
        return title(self.view.title, "##", self.words)

    def _draw(self, block: Block) -> Iterator[Drawn]:
        said = [text_display(text) for text in written_out(block, self.words)]
        self._about = _gist(block) or self._about
        match block:
            case Buttons(buttons):
                yield from self._buttons(buttons)
            case Menu():
                yield from (Drawn(one, leads=bool(block.options)) for one in said)
                yield from map(Drawn, self._keys.menu(block))
            case Divider():
                yield Drawn({"type": 14, "divider": True, "spacing": 1})
            case Picture():
                yield from self._picture(block, said)
            case Document():
                yield from self._document(block)
            case _:
                yield from (Drawn(one, leads=isinstance(block, Heading)) for one in said)

    def _buttons(self, buttons: Iterable[Button]) -> Iterator[Drawn]:
        """Yield the buttons of a row; those that are asked twice come below the others."""
        plain, guarded = list[Payload](), list[Payload]()
        for one in buttons:
            if is_blank(one.confirm):
                plain.append(self._keys.button(self._label(one), Way.BUTTON, one.ask, one.style))
            else:
                guarded.append(self._keys.guarded(one, self._label(one)))
        yield from map(Drawn, (*rows(plain), *guarded))

    def _label(self, button: Button) -> str:
        """Return a label; where it stands there twice, with what it is about."""
        if self._labels[button.label] == 1:
            return button.label
        return short(f"{button.label}: {self._about}", LONGEST_SPOKEN)

    def _picture(self, picture: Picture, said: list[Payload]) -> Iterator[Drawn]:
        """Yield a picture; the words that say the same stand there where it is not painted."""
        png = self._painted.get(picture.drawing)
        if png is None:
            yield from map(Drawn, said)
            return
        name = self._named("picture.png")
        alt = "" if is_blank(picture.alt) else short(picture.alt, LONGEST_ALT)
        item = {"media": {"url": f"attachment://{name}"}, **({"description": alt} if alt else {})}
        yield Drawn({"type": 12, "items": [item]}, Attachment(name, png, alt))
        if not is_short(picture.alt, LONGEST_ALT):
            yield from map(Drawn, said)

    def _document(self, document: Document) -> Iterator[Drawn]:
        """Yield a file; a sentence stands there where Discord would not take it."""
        content = self._content(document)
        if content is None or len(content) > LARGEST_FILE:
            yield from self.text(typed(_not_sent(document, content, self.words)))
            return
        name = self._named(_file_name(document.name))
        file = {"type": 13, "file": {"url": f"attachment://{name}"}}
        yield Drawn(file, Attachment(name, content))

    def _content(self, document: Document) -> bytes | None:
        match document.file:
            case TextFile(text):
                return (sound(text) or "\n").encode()
            case Pages() | ArchiveFile():
                return self._made.get(document)
            case _:
                assert_never(document.file)

    def _named(self, name: str) -> str:
        """Return a name that no other file of the view has."""
        names = (name if number == 1 else f"{number}-{name}" for number in count(1))
        free = next(each for each in names if each not in self._names)
        self._names.add(free)
        return free


def _portions(nodes: Nodes, within: Callable[[str], str]) -> Iterator[str]:
    said = markdown(nodes)
    if is_blank(said):
        return
    drawn = within(said)
    one, other = halves(nodes) if length(drawn) > PIECE else (nodes, ())
    if other:
        yield from _portions(one, within)
        yield from _portions(other, within)
    else:
        yield drawn


def _item(item: Text, words: Words) -> Iterator[str]:
    """Yield an item of a list; what does not fit into one text goes on below."""
    first, *rest = prose(item, words, lambda drawn: begun(drawn, "  ")) or [""]
    if first:
        yield f"- {first.removeprefix('  ')}"
    yield from rest


def _grouped(lines: Iterable[str]) -> list[str]:
    """Return lines in as few texts as they fit into."""
    texts = list[str]()
    for line in lines:
        if texts and length(texts[-1]) + 1 + length(line) <= PIECE:
            texts[-1] = f"{texts[-1]}\n{line}"
        else:
            texts.append(line)
    return texts


def _not_sent(document: Document, content: bytes | None, words: Words) -> str:
    name = document.name
    if content is None:
        return words.say("I could not send you {name}. Please try again in a moment.", name=name)
    return words.say(
        "{name} is larger than Discord takes. Please pick another kind of file.", name=name
    )


def _file_name(name: str) -> str:
    """Return a name that Discord leaves as it is, with its ending."""
    kept = _IN_A_FILE_NAME.sub("-", name).strip("-.")
    return kept[-LONGEST_FILE_NAME:].lstrip("-.") or "file.txt"


def _gist(block: Block) -> str:
    """Return what a block is about, as far as that tells the buttons below it apart."""
    match block:
        case Heading(text):
            return text
        case Paragraph(text) | Quote(text):
            return flat(text)
        case _:
            return ""
