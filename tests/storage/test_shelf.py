"""Tests of what one person can find among the records, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.database import Database
from storage.shelf import MOST_LINKS
from storage.wipe import wipe
from storage.work import Work
from tests.databases import START
from tests.storage.samples import ANA_HERE, BO_HERE, NORMS, PARTNERSHIP, TEAM, keep_people
from workflows.contents import NamedNote
from workflows.finding import Circle, Found, Linked, Wanted
from workflows.identifiers import FieldId, PartnershipId, RecordId, TeamId
from workflows.people import Team
from workflows.record_words import asked_words
from workflows.records import NormCheck, Norms, Record, RecordEdition, Signature
from workflows.views import Privacy

NEIGHBOURS = replace(TEAM, id=TeamId("neighbours"), name="Neighbours", members=(), homes=())
FAR = replace(PARTNERSHIP, id=PartnershipId("far"), parties=())
FAR_TEAM = replace(NEIGHBOURS, id=TeamId("far-team"), partnership=FAR.id)

HERE = Circle(frozenset({TEAM.id}), frozenset({PARTNERSHIP.id}), frozenset({ANA_HERE.id}))
NOWHERE = Circle(frozenset(), frozenset(), frozenset())


def norms(name: str, text: str, team: Team = TEAM, *, day: int = 0, title: str = "") -> Record:
    """Return a record of a team in which a text stands."""
    content = Norms(commitments={FieldId("time"): text})
    edition = RecordEdition(1, content, START + timedelta(days=day), conversation=None)
    privacy = Privacy.PARTNERS if name.startswith("shared") else Privacy.TEAM
    return Record(RecordId(name), team.partnership, team.id, title, privacy, (edition,))


RECORDS = (
    norms("old", "The bus comes late.", title="Mornings"),
    norms("new", "Búses and trains", day=9),
    norms("named", "It comes late.", day=3, title="The bus"),
    norms("theirs", "Their bus", NEIGHBOURS),
    norms("shared-near", "Our bus for all", NEIGHBOURS, day=1),
    norms("shared-far", "Another bus for all", FAR_TEAM),
    norms("far", "A far bus", FAR_TEAM),
)


def keep_records(work: Work) -> None:
    keep_people(work)
    work.teams.add(NEIGHBOURS)
    work.partnerships.add(FAR)
    work.teams.add(FAR_TEAM)
    for record in RECORDS:
        work.records.add(record)


async def find(database: Database, wanted: Wanted, circle: Circle = HERE) -> list[str]:
    """Return the ids of what somebody finds; the count fits it."""
    found = await database.run(lambda work: work.shelf.find(circle, wanted))
    assert found.count == len(found.records)
    return [record.id for record in found.records]


@pytest.fixture(autouse=True)
async def kept(database: Database) -> None:
    await database.run(keep_records)


async def test_a_person_sees_what_is_their_teams_and_what_is_open_to_partners(
    database: Database,
) -> None:
    assert await find(database, Wanted()) == ["new", "named", "shared-near", "old"]
    assert await find(database, Wanted(), NOWHERE) == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
async def test_a_record_outside_of_the_circle_is_not_there(
    database: Database, record: Record
) -> None:
    is_seen = record.id in {"old", "new", "named", "shared-near"}

    found = await database.run(lambda work: work.shelf.record(HERE, record.id))

    assert found == (record if is_seen else None)
    assert await database.run(lambda work: work.shelf.record(NOWHERE, record.id)) is None


async def test_the_name_of_a_record_counts_most_and_then_what_is_new(database: Database) -> None:
    assert await find(database, Wanted(words=("bus",))) == ["named", "new", "shared-near", "old"]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("BÚS", ["named", "new", "shared-near", "old"]),
        ("bus late", ["named", "old"]),
        ("late bus", ["named", "old"]),
        ("tra", ["new"]),
        ("rain", []),
        ("bus nowhere", []),
        ("normas", ["new", "named", "shared-near", "old"]),
        ("far", []),
        ("ana", []),
    ],
)
async def test_all_words_have_to_be_there_each_as_a_beginning(
    database: Database, typed: str, ids: list[str]
) -> None:
    assert await find(database, Wanted(words=asked_words(typed))) == ids


HOSTILE = [
    '"',
    "bus OR far",
    "bus NOT late",
    "bus NEAR late",
    "words : bus",
    "title:far",
    "bus* -late",
    "^bus",
    "bus) OR (far",
    "bus' OR '1'='1",
    "bus; DROP TABLE record",
    "bus & !late | far",
    "bus:*A <-> far",
    "{title} : bus",
    "bus\\",
    "%_",
    "b\x00us",
    "\U0001d41b\U0001d42e\U0001d42c far",
]
"""What means something to one database or the other, or to a shell of one."""


@pytest.mark.parametrize("typed", HOSTILE)
async def test_signs_that_mean_something_to_a_database_are_only_text(
    database: Database, typed: str
) -> None:
    asked = asked_words(typed)

    found = await find(database, Wanted(words=asked)) if asked else []

    assert set(found) <= {"old", "new", "named", "shared-near"}
    assert "far" not in found
    assert len(await find(database, Wanted())) == 4


async def test_only_one_page_is_loaded_and_all_are_counted(database: Database) -> None:
    page = await database.run(lambda work: work.shelf.find(HERE, Wanted(start=1, most=2)))

    assert page == Found((RECORDS[2], RECORDS[4]), 4)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(kind="norms", team=TEAM.id), ["new", "named", "old"]),
        (Wanted(kind="decision"), []),
        (Wanted(team=NEIGHBOURS.id), ["shared-near"]),
        (Wanted(team=FAR_TEAM.id), []),
        (Wanted(privacy=Privacy.PARTNERS), ["shared-near"]),
        (Wanted(since=START + timedelta(days=1), until=START + timedelta(days=9)), ["named"]),
        (Wanted(words=("bus",), since=START + timedelta(days=9)), ["new"]),
    ],
)
async def test_a_list_is_narrowed(database: Database, wanted: Wanted, ids: list[str]) -> None:
    found = await find(database, wanted)

    assert [one for one in found if one != "shared-near" or wanted.since is None] == ids


async def test_what_waits_for_a_signature_is_of_the_own_teams_and_can_be_signed(
    database: Database,
) -> None:
    check = NormCheck(counts={}, answered=1, commitments={})

    def sign(work: Work) -> None:
        edition = replace(NORMS.current, content=check, conversation=None)
        work.records.add(replace(NORMS, id=RecordId("check"), editions=(edition,)))
        for record, member in (("old", ANA_HERE.id), ("new", BO_HERE.id), ("named", ANA_HERE.id)):
            work.records.sign(RecordId(record), 1, Signature(member, START, "hash"))
        again = replace(RECORDS[2].current, number=2)
        work.records.add_edition(RecordId("named"), again)

    await database.run(sign)

    assert await find(database, Wanted(unsigned=True)) == ["new", "named"]


async def test_a_new_edition_is_found_by_its_words_and_not_by_the_old_ones(
    database: Database,
) -> None:
    renewed = Norms(commitments={FieldId("time"): "We walk."})
    edition = RecordEdition(2, renewed, START, conversation=None)

    await database.run(lambda work: work.records.add_edition(RecordId("named"), edition))

    assert await find(database, Wanted(words=("walk",))) == ["named"]
    assert await find(database, Wanted(words=("comes",))) == ["old"]
    assert await find(database, Wanted(words=("bus",))) == ["named", "new", "shared-near", "old"]


async def test_the_oldest_record_tells_how_far_back_one_can_look(database: Database) -> None:
    assert await database.run(lambda work: work.shelf.oldest(HERE)) == START
    assert await database.run(lambda work: work.shelf.oldest(NOWHERE)) is None


async def test_a_link_is_seen_from_both_ends_by_who_sees_both(database: Database) -> None:
    def link(work: Work) -> None:
        for _ in range(2):
            work.record_links.link(RecordId("old"), RecordId("new"))
            work.record_links.link(RecordId("theirs"), RecordId("new"))

    await database.run(link)

    new = await database.run(lambda work: work.shelf.linked(HERE, RecordId("new")))
    old = await database.run(lambda work: work.shelf.linked(HERE, RecordId("old")))
    assert (new, old) == (Linked((RECORDS[0],), ()), Linked((), (RECORDS[1],)))
    assert (new.is_empty, Linked((), ()).is_empty) == (False, True)


async def test_a_link_goes_whichever_end_it_is_dropped_from(database: Database) -> None:
    def link(work: Work) -> Linked:
        work.record_links.link(RecordId("old"), RecordId("new"))
        work.record_links.unlink(RecordId("new"), RecordId("old"))
        return work.shelf.linked(HERE, RecordId("new"))

    assert await database.run(link) == Linked((), ())


async def test_of_many_links_the_newest_are_shown(database: Database) -> None:
    many = [norms(f"many-{n}", "One", day=20 + n) for n in range(MOST_LINKS + 2)]

    def link(work: Work) -> Linked:
        for record in many:
            work.records.add(record)
            work.record_links.link(RecordId("old"), record.id)
        return work.shelf.linked(HERE, RecordId("old"))

    linked = await database.run(link)

    assert linked.feeds == tuple(many[::-1][:MOST_LINKS])


async def test_a_member_has_one_note_beside_an_edition_and_can_change_it(
    database: Database,
) -> None:
    def note(work: Work) -> Record:
        for text in ("Too soon.", "Too late."):
            kept = NamedNote(member=ANA_HERE.id, text=text)
            work.record_notes.keep(RecordId("old"), 1, kept)
        return work.records.get(RecordId("old"))

    current = (await database.run(note)).current

    assert current.notes == (NamedNote(member=ANA_HERE.id, text="Too late."),)
    assert (current.note_of(ANA_HERE.id), current.note_of(BO_HERE.id)) == ("Too late.", "")
    assert current.named == {ANA_HERE.id}


async def test_the_notes_of_two_seats_become_those_of_one_and_can_be_erased(
    database: Database,
) -> None:
    def unite(work: Work) -> dict[RecordId, str]:
        keep = work.record_notes.keep
        keep(RecordId("old"), 1, NamedNote(member=ANA_HERE.id, text="Ana's"))
        keep(RecordId("old"), 1, NamedNote(member=BO_HERE.id, text="Bo's"))
        keep(RecordId("new"), 1, NamedNote(member=BO_HERE.id, text="Bo's own"))
        work.record_notes.move(BO_HERE.id, ANA_HERE.id)
        assert work.record_notes.of_member(BO_HERE.id) == {}
        return work.record_notes.of_member(ANA_HERE.id)

    assert await database.run(unite) == {"old": "Ana's", "new": "Bo's own"}
    await database.run(lambda work: work.record_notes.erase(ANA_HERE.id))
    assert await database.run(lambda work: work.record_notes.of_member(ANA_HERE.id)) == {}


async def test_nothing_of_a_wiped_workspace_is_found_again(database: Database) -> None:
    def start_afresh(work: Work) -> None:
        wipe(work)
        keep_people(work)
        work.records.add(norms("fresh", "We walk."))

    await database.run(start_afresh)

    assert await find(database, Wanted(words=("bus",))) == []
    assert await find(database, Wanted(words=("walk",))) == ["fresh"]
