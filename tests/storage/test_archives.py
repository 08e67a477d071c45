"""Tests of what goes into an archive; whoever adds a table is asked whether it belongs there."""

from dataclasses import fields, replace

import pytest
from pydantic import BaseModel

from storage.archives import PAGE, count_of, keep_partnership, page_of, partnership_of
from storage.database import Database
from storage.errors import NotEmptyError
from storage.tables import METADATA
from storage.work import Work
from tests.archived import keep_records, records
from tests.storage.samples import ANA, NORMS, PARTNERSHIP, TEAM, keep_norms
from workflows.archives.parts import Part
from workflows.archives.shape import (
    KeptEdition,
    KeptMember,
    KeptPartnership,
    KeptParty,
    KeptPerson,
    KeptRecord,
    KeptSignature,
    KeptTeam,
    kept_partnership,
)
from workflows.identifiers import PartnershipId, RecordId
from workflows.people import Member, Partnership, Party, Person, Team
from workflows.records import Record, RecordEdition, Signature
from workflows.views import Privacy

HELD: dict[str, type[BaseModel]] = {
    "partnership": KeptPartnership,
    "party": KeptParty,
    "person": KeptPerson,
    "team": KeptTeam,
    "member": KeptMember,
    "record": KeptRecord,
    "record_edition": KeptEdition,
    "signature": KeptSignature,
}
"""The tables whose rows an archive holds, and how it writes them."""

LEFT_OUT = {
    "account": "who somebody is on a platform is theirs, and means nothing elsewhere",
    "bucket": "how often somebody may try again is for now",
    "channel": "belongs to the local workspace",
    "conversation": "what was agreed is in its record; the rest was said in private",
    "counter": "belongs to the local workspace",
    "delivery": "a message on its way is for now",
    "edition": "the wording of conversations, which are left out",
    "home": "a channel is in a workspace, which may not be there any more",
    "install_state": "an installation that is under way",
    "message": "belongs to the local workspace",
    "occurrence": "what was done on time is done",
    "participation": "who wrote what is private",
    "person_code": "a secret",
    "receipt": "where a message stands on a platform",
    "returned_form": "what somebody has not sent yet",
    "schedule": "set anew from the records",
    "setting": "about this installation",
    "slack_event": "what Slack has sent lately",
    "slack_installation": "tokens",
    "slack_team": "a workspace",
    "team_code": "a secret",
    "workspace": "where people met is not what they agreed",
}
"""The tables that an archive leaves out, and why."""

VALUES: dict[type, tuple[type[BaseModel], dict[str, str]]] = {
    Partnership: (KeptPartnership, {}),
    Party: (KeptParty, {}),
    Person: (KeptPerson, {"language": "what somebody has chosen for themselves"}),
    Team: (KeptTeam, {"partnership": "there is one only", "homes": "see the table"}),
    Member: (
        KeptMember,
        {
            "team": "it stands in its team",
            "name": "it stands with the person",
            "language": "see the person",
        },
    ),
    Record: (KeptRecord, {"partnership": "there is one only"}),
    RecordEdition: (KeptEdition, {"conversation": "see the table"}),
    Signature: (KeptSignature, {}),
}
"""The values that an archive holds, how it writes them, and what it leaves out of them and why."""


def test_every_table_is_in_an_archive_or_left_out_for_a_reason() -> None:
    tables = {table.name for table in METADATA.sorted_tables}

    assert tables - HELD.keys() - LEFT_OUT.keys() == set()
    assert (HELD.keys() | LEFT_OUT.keys()) - tables == set()


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_field_is_in_an_archive_or_left_out_for_a_reason(value: type) -> None:
    kept, left_out = VALUES[value]

    assert {field.name for field in fields(value)} - left_out.keys() <= kept.model_fields.keys()


async def test_a_partnership_comes_back_as_it_was_kept(database: Database) -> None:
    await database.run(keep_norms)

    frame = await database.run(lambda work: partnership_of(work, PARTNERSHIP.id))

    members = tuple(replace(member, language=None) for member in TEAM.members)
    assert frame == kept_partnership(PARTNERSHIP, [TEAM])
    assert frame.partnership() == PARTNERSHIP
    assert frame.bodies() == (replace(TEAM, members=members, homes=()),)


async def test_somebody_who_was_forgotten_stays_nameless(database: Database) -> None:
    await database.run(keep_norms)
    await database.run(lambda work: work.people.erase(ANA.id))

    frame = await database.run(lambda work: partnership_of(work, PARTNERSHIP.id))

    assert [(person.id, person.name) for person in frame.people] == [("ana", ""), ("bo", "Bo")]


async def test_records_come_a_page_at_a_time(database: Database) -> None:
    await database.run(keep_records(PAGE + 1))

    def pages(work: Work) -> list[list[str]]:
        first = page_of(work, Part.RECORDS, PARTNERSHIP.id)
        rest = page_of(work, Part.RECORDS, PARTNERSHIP.id, first[-1].id)
        none = page_of(work, Part.RECORDS, PARTNERSHIP.id, rest[-1].id)
        return [[thing.id for thing in page] for page in (first, rest, none)]

    everything = [record.id for record in records(PAGE + 1)]
    assert await database.run(pages) == [everything[:PAGE], everything[PAGE:], []]


async def test_only_what_is_shared_is_in_an_archive(database: Database) -> None:
    def keep(work: Work) -> None:
        keep_norms(work)
        work.records.add(replace(NORMS, id=RecordId("open"), privacy=Privacy.PARTNERS))
        work.records.add(replace(NORMS, id=RecordId("mine"), privacy=Privacy.PRIVATE))

    def found(work: Work, partnership: PartnershipId) -> tuple[int, list[str]]:
        page = page_of(work, Part.RECORDS, partnership)
        return count_of(work, Part.RECORDS, partnership), [thing.id for thing in page]

    await database.run(keep)

    assert await database.run(lambda work: found(work, PARTNERSHIP.id)) == (2, ["norms", "open"])
    assert await database.run(lambda work: found(work, PartnershipId("other"))) == (0, [])


@pytest.mark.parametrize("first", ["person", "partnership"])
async def test_an_archive_is_kept_in_an_empty_database_only(database: Database, first: str) -> None:
    frame = kept_partnership(PARTNERSHIP, [])

    def keep(work: Work) -> None:
        if first == "person":
            work.people.add(ANA)
        else:
            work.partnerships.add(PARTNERSHIP)

    await database.run(keep)

    with pytest.raises(NotEmptyError):
        await database.run(lambda work: keep_partnership(work, frame))
