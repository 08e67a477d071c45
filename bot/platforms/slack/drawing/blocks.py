"""Draws the blocks of a view as Block Kit, the same on every surface of Slack."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Final, assert_never

from bot.platforms.measures import length, pieces, sound
from bot.platforms.slack.drawing.controls import ASK, button, menu
from bot.platforms.slack.drawing.measures import BLOCK, PIECE, grouped, plain, short
from bot.platforms.slack.drawing.mrkdwn import is_safe, link, moment
from bot.platforms.slack.drawing.richtext import bullets, lines, prose
from bot.platforms.slack.ports import Payload
from workflows.pictures.drawings import Drawing
from workflows.text import Bold, Day, Inline, Link, Moment, Plain, Text, flat
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
    Paragraph,
    Picture,
    Quote,
    Small,
    View,
)
from workflows.words import Words

Pictures = Mapping[Drawing, str]
"""The ids of the files that Slack keeps of pictures."""

NO_PICTURES: Final[Pictures] = MappingProxyType({})

LONGEST_HEADING: Final = 150
LONGEST_ALT: Final = 2000
MOST_BUTTONS: Final = 25
MOST_IN_SMALL_PRINT: Final = 10


def heading(text: str, words: Words) -> list[Payload]:
    """Return a heading; one that is too long for Slack's own stands in bold."""
    whole = " ".join(sound(text).split())
    if length(whole) > LONGEST_HEADING:
        return prose((Bold(whole),), words)
    return [{"type": "header", "text": plain(whole, LONGEST_HEADING)}] if whole else []


def problem(sentence: str, words: Words) -> list[Payload]:
    """Return a sentence that stands above everything else, if there is one."""
    return prose((Bold(sentence),), words)


def small_print(text: Text, words: Words) -> list[Payload]:
    """Return small print: moments and links of ours alone are more than plain characters in it."""
    elements = (part for run in _runs(text) for part in _small(run, words))
    return [
        {"type": "context", "elements": group} for group in grouped(elements, MOST_IN_SMALL_PRINT)
    ]


def row(elements: Sequence[Payload]) -> list[Payload]:
    """Return buttons in a row, or in several where they are too many for one."""
    starts = range(0, len(elements), MOST_BUTTONS)
    return [{"type": "actions", "elements": elements[at : at + MOST_BUTTONS]} for at in starts]


class Pen:
    """Draws the blocks of one view, in order, and numbers what can be pressed in it."""

    def __init__(self, view: View, words: Words, pictures: Pictures) -> None:
        self._words = words
        self._pictures = pictures
        self._numbers = count()
        self._labels = Counter(one.label for one in _buttons(view.blocks))
        self._about = view.title

    def draw(self, blocks: Iterable[Block]) -> list[Payload]:
        """Return blocks as Slack's; one without anything in it is left out."""
        return [drawn for block in blocks for drawn in self._draw(block)]

    def buttons(self, buttons: Iterable[Button]) -> list[Payload]:
        """Return buttons that stand in a row together."""
        return row([self.button(one) for one in buttons])

    def button(self, drawn: Button) -> Payload:
        """Return a button; what it is about is said where its label stands there twice."""
        about = self._about if self._labels[drawn.label] > 1 else ""
        return button(drawn, f"{ASK}{next(self._numbers)}", self._words, about)

    def _draw(self, block: Block) -> list[Payload]:
        match block:
            case Buttons(buttons):
                return self.buttons(buttons)
            case Menu(label, options):
                is_empty = not options
                return self._prose(label) if is_empty else [self._menu(block)]
            case Picture():
                return self._picture(block)
            case Divider():
                return [{"type": "divider"}]
            case Document(name):
                line = self._words.say("You get {name} as a file in a private message.", name=name)
                return [{"type": "section", "text": plain(line, BLOCK)}]
            case _:
                return self._words_of(block)

    def _words_of(
        self, block: Heading | Paragraph | Bullets | Quote | Facts | Small
    ) -> list[Payload]:
        self._about = _gist(block) or self._about
        match block:
            case Heading(text):
                return heading(text, self._words)
            case Paragraph(text):
                return prose(text, self._words)
            case Quote(text):
                return prose(text, self._words, "rich_text_quote")
            case Bullets(items):
                return bullets(items, self._words)
            case Facts(pairs):
                named = [(Bold(f"{name}: "), *text) for name, text in pairs]
                return lines(named, self._words)
            case Small(text):
                return small_print(text, self._words)
            case _:
                assert_never(block)

    def _prose(self, line: str) -> list[Payload]:
        return prose(typed(line), self._words)

    def _menu(self, drawn: Menu) -> Payload:
        return menu(drawn, next(self._numbers), self._words)

    def _picture(self, picture: Picture) -> list[Payload]:
        """Return a picture; the words that say the same stand there where Slack has no file."""
        file = self._pictures.get(picture.drawing)
        if file is None:
            return self._prose(picture.alt)
        image = {
            "type": "image",
            "slack_file": {"id": file},
            "alt_text": short(picture.alt, LONGEST_ALT),
        }
        is_whole = length(picture.alt) <= LONGEST_ALT
        return [image] if is_whole else [image, *self._prose(picture.alt)]


def _buttons(blocks: Iterable[Block]) -> list[Button]:
    return [one for block in blocks if isinstance(block, Buttons) for one in block.buttons]


def _gist(block: Heading | Paragraph | Bullets | Quote | Facts | Small) -> str:
    """Return what a block is about, as far as that tells the buttons below it apart."""
    match block:
        case Heading(text):
            return text
        case Paragraph(text) | Quote(text):
            return flat(text)
        case _:
            return ""


def _runs(text: Text) -> list[Text]:
    """Part a text into what is more than characters, each by itself, and all between."""
    runs = list[list[Inline]]()
    for node in text:
        if not runs or _is_live(node) or _is_live(runs[-1][-1]):
            runs.append([])
        runs[-1].append(node)
    return [tuple(run) for run in runs]


def _is_live(node: Inline) -> bool:
    match node:
        case Moment():
            return True
        case Link():
            return is_safe(node) and length(link(node)) <= BLOCK
        case _:
            return False


def _small(run: Text, words: Words) -> list[Payload]:
    match run:
        case (Moment() as node,):
            return [{"type": "mrkdwn", "text": moment(node, words), "verbatim": True}]
        case (Link() as node,) if _is_live(node):
            return [{"type": "mrkdwn", "text": link(node), "verbatim": True}]
        case _:
            shown = flat(tuple(_in_words(node, words) for node in run)).strip()
            return [plain(piece, PIECE) for piece in pieces(sound(shown), PIECE) if piece.strip()]


def _in_words(node: Inline, words: Words) -> Inline:
    match node:
        case Day():
            return Plain(words.day(node.on))
        case _:
            return node
