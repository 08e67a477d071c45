"""What somebody reads who opens an archive: an index, and a page for each record."""

import re
from dataclasses import replace
from datetime import date, timedelta

from tests.databases import START
from tests.storage.samples import ANA, BO_HERE, NORMS, PARTNERSHIP, TEAM
from tests.workflows.samples import DECISION, NORM_CHECK
from workflows.action_items import ActionItem, ActionStatus
from workflows.archives.index import index_page
from workflows.archives.kept_actions import kept_action
from workflows.archives.kept_records import KeptLink, KeptRecord, kept_record
from workflows.archives.pages import Line, Shelf
from workflows.archives.parts import Part
from workflows.archives.shape import kept_partnership
from workflows.identifiers import ActionId, RecordId
from workflows.records import Record, RecordContent, RecordEdition, Signature

YEAR = timedelta(days=365)
SHELF = Shelf(kept_partnership(PARTNERSHIP, [TEAM]))
SIGNED = replace(
    NORMS.current, signatures=(Signature(TEAM.members[1].id, START, NORMS.current.hash),)
)


OPEN = ActionItem(
    id=ActionId("open"),
    partnership=PARTNERSHIP.id,
    team=TEAM.id,
    what="Count the buses",
    owner=None,
    due=None,
    plan="",
    status=ActionStatus.OPEN,
    source=None,
    made_at=START,
)
DONE_AND_OPEN = [
    replace(
        OPEN,
        id=ActionId("done"),
        what="Ask the drivers",
        owner=BO_HERE.id,
        due=date(2026, 3, 1),
        plan="Monday",
        status=ActionStatus.DONE,
        ended_at=START,
    ),
    replace(OPEN, what="Buy a bus", status=ActionStatus.DROPPED, ended_at=START),
    OPEN,
]


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

    wanted = {"Decision, 2027", "Decision: Early days", "Decision, 2026", "Norm check, 2026"}
    assert [line for line in lines if line in wanted] == [
        "Decision, 2027",
        "Decision: Early days",
        "Decision, 2026",
        "Norm check, 2026",
    ]
    assert lines[:1] == ["Riverside"]


def test_the_index_leads_to_the_page_of_a_record() -> None:
    line = SHELF.line(kept_record(two_editions()))

    html = index_page(SHELF, [line])

    assert line == Line(
        id="norms",
        part=Part.RECORDS,
        section="Group norms",
        title="Group norms",
        details=("Edition 2, 1 signature",),
        team="Leadership team",
        on=(START + YEAR).date(),
        page="records/norms-group-norms.html",
    )
    assert f'<a href="{line.page}">' in html
    assert "Edition 2, 1 signature" in shown(html)


def test_a_reader_of_the_index_goes_from_a_record_to_what_it_feeds() -> None:
    things = [kept("r1", NORM_CHECK), kept_record(NORMS), kept("r3", DECISION, title="Late buses")]
    links = [
        KeptLink(feeder=RecordId("norms"), fed=RecordId("r1")),
        KeptLink(feeder=RecordId("norms"), fed=RecordId("r3")),
    ]

    html = index_page(SHELF, map(SHELF.line, things), links)

    assert html.count("Feeds: ") == 1
    (small,) = re.findall("<small[^>]*>(Feeds: .*?)</small>", html)
    check, decision = (SHELF.line(things[number]).page for number in (0, 2))
    assert re.findall('href="([^"]*)"', small) == [check, decision]


def test_a_reader_of_the_index_sees_what_is_to_do_before_what_is_done() -> None:
    lines = shown(index_page(SHELF, [SHELF.line(kept_action(item)) for item in DONE_AND_OPEN]))

    at = lines.index("Action items")
    assert lines[at + 1 :] == [
        *("To do", "To do, 2026", "Title", "Team", "Day"),
        *("Count the buses", "Who: Nobody yet", "Leadership team", "Mon, Jan 5, 2026"),
        *("Done", "Done, 2026", "Title", "Team", "Day"),
        *("Ask the drivers", "Who: Bo", "By when: Sun, Mar 1, 2026"),
        *("When and where: Monday", "Done on: Mon, Jan 5, 2026"),
        *("Leadership team", "Mon, Jan 5, 2026"),
        *("No longer needed", "No longer needed, 2026", "Title", "Team", "Day"),
        *("Buy a bus", "Who: Nobody yet", "No longer needed since: Mon, Jan 5, 2026"),
        *("Leadership team", "Mon, Jan 5, 2026"),
    ]


def test_a_reader_of_an_action_item_goes_to_the_record_it_came_from() -> None:
    item = replace(OPEN, source=NORMS.id)
    lines = [SHELF.line(kept_record(NORMS)), SHELF.line(kept_action(item))]

    html = index_page(SHELF, lines)

    assert f'From: <a href="{lines[0].page}">' in html
    assert SHELF.page(kept_action(item)) == ""


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
