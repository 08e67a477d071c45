"""Counts as bars: answers to a norm check or to fist-to-five, what a retro left behind."""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from workflows.pictures.alt_text import spoken

MOST_SEGMENTS = 3
"""As many parts of a bar as can be told apart without colour: full, hatched, hollow."""


class TallyRow(BaseModel):
    """One bar: what it stands for, and the count of each of its segments."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    counts: tuple[int, ...]


class TallyPicture(BaseModel):
    """Rows of counts.

    With two or three `segments` each row is one stacked bar (kept, partly, not kept); with none
    a row is one plain bar with one count.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["tally"] = "tally"
    title: str
    rows: tuple[TallyRow, ...]
    segments: tuple[str, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if len(self.segments) == 1 or len(self.segments) > MOST_SEGMENTS:
            raise ValueError("a bar has no segments, or two, or three")
        if any(len(row.counts) != max(1, len(self.segments)) for row in self.rows):
            raise ValueError("each row needs one count for each segment")
        if any(count < 0 for row in self.rows for count in row.counts):
            raise ValueError("a count cannot be negative")
        return self


def describe_tally(picture: TallyPicture) -> str:
    """Return the alt text."""
    return spoken([picture.title, picture.note, *_rows(picture)])


def _rows(picture: TallyPicture) -> Iterator[str]:
    for row in picture.rows:
        if picture.segments:
            pairs = zip(picture.segments, row.counts, strict=True)
            yield f"{row.label}: {', '.join(f'{name} {count}' for name, count in pairs)}"
        else:
            yield f"{row.label}: {row.counts[0]}"
