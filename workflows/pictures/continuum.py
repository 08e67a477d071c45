"""What the picture of a decision check-in shows, and the same in words.

Each member marks the step they expect and the step they wish; only counts come in here.
"""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from workflows.pictures.alt_text import spoken
from workflows.text import fill, flat

TALK_FIRST = 2
"""Steps between two expectations from which on a team talks before it decides."""


class ContinuumWords(BaseModel):
    """The words of a continuum picture, in the reader's language.

    `apart` is a whole phrase for `widest_gap`, such as "3 steps apart" or "All at one step".
    `marks_at` is a template with the slots {count}, {step} and {label}, such as
    "{count} at step {step} ({label})"; `agreed_at` one with {step} and {label}.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    expected: str
    wished: str
    agreed: str
    apart: str
    marks_at: str
    agreed_at: str


class ContinuumPicture(BaseModel):
    """How many people marked each step of a continuum.

    `labels` name the steps from first to last; `expected` and `wished` count people for each.
    `agreed` is the number of the agreed step, from 1, once there is one. A continuum of depths
    (more than two parties) is not `numbered`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["continuum"] = "continuum"
    title: str
    labels: tuple[str, ...]
    expected: tuple[int, ...]
    wished: tuple[int, ...]
    words: ContinuumWords
    agreed: int | None = None
    numbered: bool = True
    note: str = ""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.labels:
            raise ValueError("a continuum needs a step")
        if not len(self.labels) == len(self.expected) == len(self.wished):
            raise ValueError("there must be one count of each kind for each step")
        if min((0, *self.expected, *self.wished)) < 0:
            raise ValueError("a count of people cannot be negative")
        if self.agreed is not None and not 1 <= self.agreed <= len(self.labels):
            raise ValueError("the agreed step must be one of the steps")
        return self


def widest_gap(counts: tuple[int, ...]) -> int:
    """Return how many steps lie between the lowest and the highest mark."""
    marked = [step for step, count in enumerate(counts) if count]
    return max(marked) - min(marked) if marked else 0


def describe_continuum(picture: ContinuumPicture) -> str:
    """Return the alt text."""
    words = picture.words
    agreed = _place(picture, words.agreed_at, picture.agreed) if picture.agreed else ""
    return spoken(
        [
            picture.title,
            picture.note,
            agreed,
            words.apart if any(picture.expected) else "",
            _spread(picture, words.expected, picture.expected),
            _spread(picture, words.wished, picture.wished),
        ]
    )


def _spread(picture: ContinuumPicture, caption: str, counts: tuple[int, ...]) -> str:
    marked = [(step, count) for step, count in enumerate(counts, start=1) if count]
    places = (_place(picture, picture.words.marks_at, step, count=count) for step, count in marked)
    return f"{caption}: {'; '.join(places)}" if marked else ""


def _place(picture: ContinuumPicture, template: str, step: int, *, count: int = 0) -> str:
    label = picture.labels[step - 1]
    return flat(fill(template, {"count": count, "step": step, "label": label}))
