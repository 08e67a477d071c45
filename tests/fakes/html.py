"""Reads HTML as a flat list of elements, so that a test can compare what matters of a page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from typing_extensions import override

VOID = {"img", "input", "link", "meta", "hr", "br", "path", "circle", "rect"}


@dataclass
class Element:
    """An element with its attributes and all the text in it; each run of spaces counts as one."""

    tag: str
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())

    def __getitem__(self, name: str) -> str | None:
        return self.attributes.get(name)


class Page(HTMLParser):
    """The elements of a page, in the order of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements with this tag and these attributes; `class_` asks for one class."""
        return list(self._matching(tag, attributes))

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the one element with this tag and these attributes."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of {tag} {attributes}"
        return found[0]

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    @override
    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    @override
    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.parts.append(data)

    def _matching(self, tag: str, attributes: dict[str, str]) -> Iterator[Element]:
        wanted = dict(attributes)
        name = wanted.pop("class_", None)
        for element in self.elements:
            if element.tag != tag or (name and name not in (element["class"] or "").split()):
                continue
            if all(element[key.replace("_", "-")] == value for key, value in wanted.items()):
                yield element
