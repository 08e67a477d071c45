"""What somebody reads who opens an archive: an index, and a page for each record."""

import re
from dataclasses import replace
from datetime import timedelta

from tests.databases import START
from tests.storage.samples import ANA, NORMS, PARTNERSHIP, TEAM
from tests.workflows.samples import DECISION, NORM_CHECK
from workflows.archives.index import index_page
from workflows.archives.pages import Line, Shelf
from workflows.archives.shape import KeptRecord, kept_partnership, kept_record
from workflows.identifiers import RecordId
from workflows.records import Record, RecordContent, RecordEdition, Signature

YEAR = timedelta(days=365)
SHELF = Shelf(kept_partnership(PARTNERSHIP, [TEAM]))
SIGNED = replace(
    NORMS.current, signatures=(Signature(TEAM.members[1].id, START, NORMS.current.hash),)
)


def kept(id_: str, content: RecordContent, *, years: int = 0, title: str = "") -> KeptRecord:
    edition = RecordEdition(1, content, START + years * YEAR, None)
    return kept_record(replace(NORMS, id=RecordId(id_), title=title, editions=(edition,)))


def shown(html: str) -> list[str]:
    """Return the words of a page, a line for each element that has some."""
    body = html.partition("<main>")[2]
    return [
        line for line in re.sub(r"<(?!/?bdi)[^>]*>|</?bdi[^>]*>", "\n", body).split("\n") if line
    ]


def two_editions() -> Record:
    later = replace(SIGNED, number=2, made_at=START + YEAR)
    return replace(NORMS, editions=(NORMS.current, later))


def test_a_reader_of_the_index_finds_every_record_by_kind_and_year() -> None:
    things = [
        kept("r1", NORM_CHECK),
        kept("r2", DECISION, title="Early days", years=1),
        kept("r3", DECISION, title="Late buses"),
    ]

    lines = shown(index_page(SHELF, map(SHELF.line, things)))

    wanted = {"Decisions, 2027", "Decision: Early days", "Decisions, 2026", "Norm checks, 2026"}
    assert [line for line in lines if line in wanted] == [
        "Decisions, 2027",
        "Decision: Early days",
        "Decisions, 2026",
        "Norm checks, 2026",
    ]
    assert lines[:1] == ["Riverside"]


def test_the_index_leads_to_the_page_of_a_record() -> None:
    line = SHELF.line(kept_record(two_editions()))

    html = index_page(SHELF, [line])

    assert line == Line(
        section="Group norms",
        title="Group norms",
        team="Leadership team",
        on=(START + YEAR).date(),
        edition=2,
        signed=1,
        page="records/norms-group-norms.html",
    )
    assert f'<a href="{line.page}">' in html
    assert "Edition 2, 1 signature" in shown(html)


def test_the_index_of_a_new_partnership_says_that_nothing_is_kept_yet() -> None:
    lines = shown(index_page(SHELF, []))

    assert lines[-3:] == ["Ana", "Records", "Nothing is kept yet."]


def test_a_reader_of_a_record_sees_its_earlier_editions_below() -> None:
    lines = shown(SHELF.page(kept_record(two_editions())))

    assert lines[:3] == ["Back to the list", "Group norms", "Riverside · Leadership team"]
    at = lines.index("Earlier editions")
    assert "Ana" in lines[:at]
    assert "Ana" not in lines[at:]
    assert lines[at + 1] == "Edition 1"


def test_the_page_of_a_record_leads_to_its_data() -> None:
    html = SHELF.page(kept_record(NORMS))

    assert '<a href="norms.json">' in html


def test_the_pages_are_in_the_language_of_the_partnership() -> None:
    spanish = Shelf(kept_partnership(replace(PARTNERSHIP, language="es"), [TEAM]))

    html = index_page(spanish, [])

    assert '<html lang="es">' in html
    assert "Equipos" in shown(html)


def test_somebody_who_was_forgotten_has_no_name_in_it() -> None:
    members = tuple(
        replace(member, name="") if member.person == ANA.id else member for member in TEAM.members
    )
    shelf = Shelf(kept_partnership(PARTNERSHIP, [replace(TEAM, members=members)]))

    lines = shown(shelf.page(kept_record(replace(NORMS, editions=(SIGNED,)))))

    assert "a former member for Educators" in " ".join(lines)
    assert "Ana" not in " ".join(lines)
