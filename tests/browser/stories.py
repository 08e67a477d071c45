"""What four people do and write in the browser tests; see the files in the folder beside."""

import tomllib
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


class Story(_Part):
    """Who sits at the table, and what they write; `ideas` and `commitments` are by question."""

    partnership: str
    parties: tuple[str, str]
    team: str
    channel: str
    people: tuple[str, str, str, str]
    ideas: tuple[tuple[str, str, str, str], ...]
    commitments: tuple[str, ...]
    objection: str
    mended: str
    decision: DecisionStory


def story(language: str) -> Story:
    """Return the story as it goes in a language."""
    return Story.model_validate(tomllib.loads((FOLDER / f"{language}.toml").read_text()))
