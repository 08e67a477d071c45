"""What people do and write in the browser tests; see the files in the folder beside."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FOLDER = Path(__file__).parent / "written"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DecisionStory(_Part):
    """What is written while a decision is made; the concern changes the proposal."""

    title: str
    why: str
    reason: str
    proposal: str
    concern: str
    second_proposal: str
    outcome: str
    signed_dissent: str
    unsigned_dissent: str


class RetroStory(_Part):
    """What is written while a team looks back; the second and third of `aims` mean the same."""

    topic: str
    next_topic: str
    aims: tuple[str, str, str, str]
    signed: str
    note: str
    result: str
    nearer: str
    ahead: str
    together: str
    lessons: tuple[str, str]
    actions: tuple[str, str]
    plan: str
    celebrate: str


class Story(_Part):
    """Who sits at the table, and what they write; `ideas` and `commitments` are by question."""

    partnership: str
    parties: tuple[str, str]
    team: str
    channel: str
    people: tuple[str, str, str, str]
    more_people: tuple[str, str, str, str]
    ideas: tuple[tuple[str, str, str, str], ...]
    commitments: tuple[str, ...]
    objection: str
    mended: str
    decision: DecisionStory
    retro: RetroStory

    def seated(self, seats: int) -> tuple[str, ...]:
        """Return who sits at a table with so many seats, two of each party in turn."""
        return (*self.people, *self.more_people)[:seats]

    def joining(self, seats: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each party with those who join the first person at such a table."""
        for number, party in enumerate(self.parties):
            names = [n for at, n in enumerate(self.seated(seats)) if at // 2 % 2 == number and at]
            yield party, tuple(names)


def story(language: str) -> Story:
    """Return the story as it goes in a language."""
    return Story.model_validate(tomllib.loads((FOLDER / f"{language}.toml").read_text()))
