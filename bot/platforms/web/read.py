"""Reads what a browser sends into what the dispatcher takes."""

from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from workflows.identifiers import FieldId
from workflows.views import Ask, Raw

ONE: Final = "one."
"""Begins the name of an input that takes one answer; the id of the field follows."""

MANY: Final = "many."
"""Begins the names of check boxes that belong together."""

LARGEST_BODY_BYTES: Final = 256 * 1024
"""The longest form, five texts of 3,000 characters, is a quarter of that in any script."""

MOST_FIELDS: Final = 500
"""Names and values in one form; the longest list of people is far shorter."""


@dataclass(frozen=True, slots=True)
class Posted:
    """The names and values of a form, in the order of the page."""

    pairs: tuple[tuple[str, str], ...]

    def one(self, name: str) -> str:
        """Return the last value of a name, or an empty text."""
        return next((value for key, value in reversed(self.pairs) if key == name), "")

    def many(self, name: str) -> tuple[str, ...]:
        """Return all values of a name but the empty one, which says that the name was there."""
        return tuple(value for key, value in self.pairs if key == name and value)

    @property
    def raw(self) -> Raw:
        """What was put into the inputs of a form of Concord's, by the ids of its fields."""
        raw: dict[str, str | tuple[str, ...]] = {}
        for name, value in self.pairs:
            if name.startswith(ONE):
                raw[FieldId(name.removeprefix(ONE))] = value
            elif name.startswith(MANY):
                raw[FieldId(name.removeprefix(MANY))] = self.many(name)
        return raw

    @property
    def ask(self) -> Ask | None:
        """What the pressed button asks for, with what was picked in its menu; None if outdated."""
        ask = Ask.decode(self.one("ask"))
        if ask is None or not (pick := self.one("pick")):
            return ask
        return replace(ask, options={**ask.options, "pick": pick})


async def read_form(request: Request) -> Posted:
    """Return the form of a request; bytes that are no text become replacement characters.

    Raises HTTPException for one that is too large, or has too many fields.
    """
    body = (await _body(request)).decode("utf-8", "replace")
    try:
        pairs = parse_qsl(
            body, keep_blank_values=True, errors="replace", max_num_fields=MOST_FIELDS
        )
    except ValueError as error:
        raise HTTPException(400) from error
    return Posted(tuple((name, _line_feeds(value)) for name, value in pairs))


def command_line(typed: str) -> str:
    """Return a typed command as it is typed everywhere else.

    Nobody but Concord takes commands here, so "/norms start" is as good as "/concord norms start".
    """
    words = typed.removeprefix("/").split()
    return " ".join(["/concord", *(words[1:] if words[:1] == ["concord"] else words)])


async def _body(request: Request) -> bytes:
    """Return the body. One that is too large is read on, but not kept.

    A browser that is cut off while it still sends would never show our sentence.
    """
    body, size = bytearray(), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= LARGEST_BODY_BYTES:
            body += chunk
    if size > LARGEST_BODY_BYTES:
        raise HTTPException(413)
    return bytes(body)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
