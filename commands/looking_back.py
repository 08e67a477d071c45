"""What a team may look through before it looks back: all that it keeps, since the last time."""

from collections.abc import Iterator
from datetime import datetime

from commands.context import Office
from workflows import asks, continuum
from workflows.keeping import CATEGORIES
from workflows.people import Party, Team
from workflows.record_pages import CATEGORY_NAMES
from workflows.records import Decision, Norms, Record
from workflows.retros import Retro
from workflows.text import Day, plain
from workflows.views import Block, Bullets, Button, Buttons, Heading, Paragraph, Privacy, View
from workflows.wording import Wording

MOST = 10
"""Decisions that are listed: a longer list is not read."""


def pre_read_view(office: Office, wording: Wording, team: Team) -> View:
    """Return what is kept that helps to look back: norms, decisions, the last lessons."""
    words = wording.words
    records = office.work.records.of_team(team.id)
    retros = [r for r in records if isinstance(r.current.content, Retro)]
    since = retros[0].current.made_at if retros else None
    line = words.say("Here is what your team has kept since it last looked back.")
    blocks = (
        *_norms(wording, records),
        *_decisions(wording, records, since),
        *_lessons(wording, retros),
    )
    nothing = words.say("Your team keeps nothing yet, so your own memory counts all the more.")
    records_button = Button(words.say("Records"), asks.about_team("record list", team.id))
    return View(
        title=words.say("To look through before: {title}", title=wording.subject()),
        summary=line,
        blocks=(
            Paragraph(plain(line if blocks else nothing)),
            *blocks,
            Buttons((records_button,)),
        ),
        privacy=Privacy.TEAM,
    )


def _norms(wording: Wording, records: tuple[Record, ...]) -> Iterator[Block]:
    words = wording.words
    norms = next((r.current.content for r in records if isinstance(r.current.content, Norms)), None)
    if norms:
        yield Heading(words.say("Your norms"))
        yield Bullets(
            tuple(
                plain(f"{words.say(CATEGORY_NAMES[key])}: {text}")
                for key in CATEGORIES
                if (text := {str(k): v for k, v in norms.commitments.items()}.get(key))
            )
        )


def _decisions(
    wording: Wording, records: tuple[Record, ...], since: datetime | None
) -> Iterator[Block]:
    words = wording.words
    found = [
        content
        for r in records
        if isinstance(content := r.current.content, Decision)
        and (since is None or r.current.made_at >= since)
    ]
    if found:
        yield Heading(words.say("Decisions"))
        yield Bullets(
            tuple(
                words.rich(
                    "**{title}**, {day}. Agreed: {agreed}. Felt: {felt}.",
                    title=each.title,
                    day=Day(each.decided_on),
                    agreed=continuum.label(each.level, _parties(wording, each), words),
                    felt=_felt(wording, each),
                )
                for each in found[:MOST]
            )
        )


def _felt(wording: Wording, decision: Decision) -> str:
    words, parties = wording.words, _parties(wording, decision)
    names = [continuum.label(level, parties, words) for level in decision.felt]
    return words.listed(names) if names else words.say("nobody has said")


def _parties(wording: Wording, decision: Decision) -> tuple[Party, ...]:
    return tuple(p for p in wording.room.parties if p.id in decision.parties)


def _lessons(wording: Wording, retros: list[Record]) -> Iterator[Block]:
    if retros and isinstance(last := retros[0].current.content, Retro) and last.lessons:
        yield Heading(wording.words.say("What you learned last time"))
        yield Bullets(tuple(plain(lesson.text) for lesson in last.lessons))
