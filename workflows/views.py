"""What a person sees: one screen, written once and drawn by each platform in its own way.

A view is a value without behaviour. Platforms may draw it differently; they never add to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal
from urllib.parse import parse_qsl, urlencode

from workflows.archive_file import ArchiveFile
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.pictures.drawings import Drawing
from workflows.text import Text

Raw = Mapping[str, str | tuple[str, ...]]
"""What came out of a form, unchecked: a text a field, or several where many can be picked."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a button or a form asks for: a command of the registry and its options.

    `encode` gives the one text that a platform keeps in a button; it starts with a version, so
    that a button from an old card is recognised as such.
    """

    command: str
    options: Mapping[str, str] = field(default_factory=dict[str, str])

    def encode(self) -> str:
        """Return the ask as one line of at most 100 characters."""
        return f"1/{self.command.replace(' ', '.')}?{urlencode(self.options)}"

    @classmethod
    def decode(cls, line: str) -> "Ask | None":
        """Return the ask that a line stands for, or None if it is from another version."""
        version, _, rest = line.partition("/")
        name, _, query = rest.partition("?")
        if version != "1" or not name:
            return None
        return cls(name.replace(".", " "), dict(parse_qsl(query)))


class Style(StrEnum):
    """How much a button stands out."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """Something a person can do now; `confirm` is asked first where it cannot be undone."""

    label: str
    ask: Ask
    style: Style = Style.PLAIN
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked; `value` is kept, `label` is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names what follows."""

    text: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[Text, ...]
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words."""

    text: Text
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of a name and what it is, at most ten."""

    pairs: tuple[tuple[str, Text], ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True)
class Divider:
    """A line between two parts."""

    kind: Literal["divider"] = "divider"


@dataclass(frozen=True, slots=True)
class Small:
    """Small print, such as who can see this."""

    text: Text
    kind: Literal["small"] = "small"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, with the words that say the same to whoever does not see it."""

    drawing: Drawing
    alt: str
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Buttons:
    """A row of at most five buttons."""

    buttons: tuple[Button, ...]
    kind: Literal["buttons"] = "buttons"


@dataclass(frozen=True, slots=True)
class Menu:
    """A select: picking an option asks for what belongs to it, with the option as `pick`."""

    label: str
    options: tuple[Option, ...]
    ask: Ask
    kind: Literal["menu"] = "menu"


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under a header; it stands in files only, since no chat has a table."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: Literal["grid"] = "grid"


Written = Heading | Paragraph | Bullets | Quote | Facts | Divider | Small | Picture
"""What can be read on paper as well as on a screen."""


class PageFormat(StrEnum):
    """Which program opens a file with pages; it is also how the name of such a file ends."""

    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that holds nothing but text."""

    text: str
    kind: Literal["text-file"] = "text-file"


@dataclass(frozen=True, slots=True)
class Pages:
    """A file with pages, which is made when somebody is given it.

    `foot` stands at the foot of every page, before its number. `made_at` is the only time that the
    file knows, so that the same pages are the same file.
    """

    title: str
    blocks: tuple[Written | Grid, ...]
    foot: str
    language: str
    zone: str
    made_at: datetime
    format: PageFormat
    kind: Literal["pages"] = "pages"


@dataclass(frozen=True, slots=True)
class Document:
    """A file to take away."""

    name: str
    file: TextFile | Pages | ArchiveFile
    kind: Literal["document"] = "document"


Block = Written | Buttons | Menu | Document


@dataclass(frozen=True, slots=True)
class Input:
    """One question of a form, in the reader's language.

    `anybody` says that people may be picked who have not met Concord yet, where a platform lists
    everybody.
    """

    id: FieldId
    field_kind: FieldKind
    label: str
    hint: str = ""
    required: bool = True
    options: tuple[Option, ...] = ()
    longest: int = 3000
    anybody: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Questions to be answered together, at most five, and where the answers go.

    `values` are shown in the inputs (what was kept, or what was typed and needs another look);
    `problems` stand at their fields. `also` are further ways to send the same form, such as
    "save and add another". Where a text may be about a student, `anyway` sends what stands in
    `values` all the same. `page` is (this page, pages in all).
    """

    inputs: tuple[Input, ...]
    send: Button
    also: tuple[Button, ...] = ()
    values: Raw = field(default_factory=dict[str, str | tuple[str, ...]])
    problems: Mapping[FieldId, str] = field(default_factory=dict[FieldId, str])
    page: tuple[int, int] | None = None
    anyway: Button | None = None

    @property
    def ways(self) -> tuple[Button, ...]:
        """All the buttons that send what stands in the form."""
        return (self.send, *self.also, *((self.anyway,) if self.anyway else ()))


class Privacy(StrEnum):
    """Who may see a view or a record. A platform refuses to show a private view in a channel."""

    PRIVATE = "private"
    CAUCUS = "caucus"
    """The members of a team who are there for one party."""
    TEAM = "team"
    PARTNERS = "partners"


@dataclass(frozen=True, slots=True)
class View:
    """One screen.

    `summary` is one full sentence that says the same as the screen to somebody who only hears it
    or sees a notification. `problem` is a sentence about the whole screen, shown first. `language`
    is the language it is written in, as two letters, or empty where only Concord's own page knows.
    A `secret` view is shown once and kept nowhere, since it holds a code.
    """

    title: str
    summary: str
    blocks: tuple[Block, ...] = field(default=(), hash=False)  # the rest tells screens well apart
    form: Form | None = None
    privacy: Privacy = Privacy.PRIVATE
    problem: str = ""
    language: str = ""
    secret: bool = False

    def with_problem(self, problem: str) -> "View":
        """Return the same screen with a sentence about the whole of it, shown first."""
        return replace(self, problem=problem)

    def in_language(self, language: str) -> "View":
        """Return the same screen with the language that it is written in."""
        return replace(self, language=language)

    def in_secret(self) -> "View":
        """Return the same screen, to be shown once and kept nowhere."""
        return replace(self, secret=True)
