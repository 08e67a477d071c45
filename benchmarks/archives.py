"""How long it takes to export a partnership, and whether memory grows with what it keeps."""

import asyncio
import re
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from benchmarks.databases import Ground
from benchmarks.figures import Figure
from benchmarks.program import ROOT
from benchmarks.table import PARTIES, START, TEAM, members_of, open_here, sit_down
from storage.work import Work
from workflows.contents import NamedNote
from workflows.identifiers import FieldId, PartnershipId, RecordId
from workflows.keeping import CATEGORIES
from workflows.records import (
    Decision,
    Norms,
    Record,
    RecordContent,
    RecordEdition,
    Signature,
)
from workflows.views import Privacy

PEOPLE = 8
FEW, MANY = 100, 1000
MOST_SECONDS = 20.0
MOST_GROWTH = 1.5
"""How many times the memory for few records the one for many may take."""

_PARTNERSHIP = PartnershipId(f"{TEAM}-p")
_MEMBERS = members_of(PEOPLE)
_TEXT = "We meet every other Tuesday, begin on time, and send the agenda two days before. " * 5


def measure(ground: Ground) -> tuple[Figure, Figure]:
    """Export many records and few, each by a program of its own."""
    few, many = (_export(_filled(ground.fresh(), count)) for count in (FEW, MANY))
    growth = many[1] / few[1]
    return (
        Figure(
            what=f"Export of {MANY:,} records, {ground.name}",
            measured=f"{many[0]:.1f} s",
            ratio=f"{many[0] / few[0]:.1f} times {FEW} records",
            goal=f"≤ {MOST_SECONDS:g} s",
            is_met=many[0] <= MOST_SECONDS,
        ),
        Figure(
            what=f"Memory of that export, {ground.name}",
            measured=f"{many[1]:.0f} MB at most",
            ratio=f"{growth:.2f} times {FEW} records",
            goal=f"≤ {MOST_GROWTH:g} times",
            is_met=growth <= MOST_GROWTH,
        ),
    )


def _export(url: str) -> tuple[float, float]:
    """Return the seconds and the megabytes that a program takes to export all there is."""
    with tempfile.TemporaryDirectory(prefix="concord") as folder:
        target = str(Path(folder) / "archive.zip")
        run = subprocess.run(  # noqa: S603 - the program is ours
            [sys.executable, "-m", "benchmarks.exporting", url, _PARTNERSHIP, target],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    seconds, megabytes = re.findall(r"[\d.]+", run.stdout)
    return float(seconds), float(megabytes)


def _filled(url: str, count: int) -> str:
    asyncio.run(_fill(url, count))
    return url


async def _fill(url: str, count: int) -> None:
    await sit_down(url, PEOPLE)
    database = open_here(url)
    for first in range(0, count, 10):
        await database.run(partial(_keep, numbers=range(first, first + 10)))
    await database.close()


def _keep(work: Work, *, numbers: range) -> None:
    for number in numbers:
        content = _norms() if number % 2 else _decision()
        edition = RecordEdition(1, content, START + timedelta(days=number), None)
        signatures = tuple(Signature(m.id, edition.made_at, edition.hash) for m in _MEMBERS)
        edition = RecordEdition(1, content, edition.made_at, None, signatures)
        title = content.title if isinstance(content, Decision) else ""
        id_ = RecordId(f"record-{number}")
        work.records.add(Record(id_, _PARTNERSHIP, TEAM, title, Privacy.TEAM, (edition,)))


def _norms() -> RecordContent:
    commitments = {FieldId(category): _TEXT for category in CATEGORIES}
    return Norms(commitments=commitments, stances={"agree": PEOPLE}, asked=PEOPLE, notes=_notes())


def _decision() -> RecordContent:
    return Decision(
        title="The early-release days",
        parties=tuple(f"{TEAM}-{party.id}" for party in PARTIES),
        accountable=_MEMBERS[0].id,
        decide_by=None,
        expected={"shared": 6, "heard-a": 2},
        wished={"shared": PEOPLE},
        spread=1,
        level="shared",
        reason=_TEXT,
        method="gradients",
        tally={"whole": PEOPLE},
        concerns=_notes(),
        inputs=(_TEXT, _TEXT),
        outcome=_TEXT,
        decided_on=date(2026, 9, 1),
    )


def _notes() -> tuple[NamedNote, ...]:
    return tuple(NamedNote(member=member.id, text=_TEXT) for member in _MEMBERS[:3])
