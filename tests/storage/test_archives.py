"""Tests of what goes into an archive; whoever adds a table is asked whether it belongs there."""

from dataclasses import fields, is_dataclass, replace

import pytest
from pydantic import BaseModel

from storage.archives import (
    PAGE,
    count_of,
    everything_shared,
    keep_partnership,
    links_from,
    page_of,
    partnership_of,
)
from storage.database import Database
from storage.errors import NotEmptyError, NotFoundError
from storage.tables import METADATA
from storage.work import Work
from tests.archived import actions, keep_records, records
from tests.storage.samples import (
    ANA,
    ANA_HERE,
    ASSOCIATION,
    BO_HERE,
    NORMS,
    PARTNERSHIP,
    TEAM,
    keep_norms,
)
from workflows.action_items import ActionItem
from workflows.archives.kept_actions import KeptAction
from workflows.archives.kept_records import (
    KeptEdition,
    KeptLink,
    KeptNote,
    KeptRecord,
    KeptSignature,
)
from workflows.archives.parts import Part
from workflows.archives.shape import (
    KeptMember,
    KeptPartnership,
    KeptParty,
    KeptPerson,
    KeptTeam,
    kept_partnership,
)
from workflows.contents import NamedNote
from workflows.finding import Circle
from workflows.identifiers import MemberId, PartnershipId, RecordId, TeamId
from workflows.people import Member, Partnership, Party, Person, Team
from workflows.records import Record, RecordEdition, Signature
from workflows.views import Privacy

CIRCLE = Circle(frozenset({TEAM.id}), frozenset({PARTNERSHIP.id}), frozenset())

HELD: dict[str, type[BaseModel]] = {
    "partnership": KeptPartnership,
    "party": KeptParty,
    "person": KeptPerson,
    "team": KeptTeam,
    "member": KeptMember,
    "record": KeptRecord,
    "record_edition": KeptEdition,
    "signature": KeptSignature,
    "record_note": KeptNote,
    "record_link": KeptLink,
    "action_item": KeptAction,
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
    "record_text": "made anew from the records",
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
    Record: (
        KeptRecord,
        {
            "partnership": "there is one only",
            "owner": "what is one member's alone is left out",
            "party": "what is one party's alone is left out",
        },
    ),
    RecordEdition: (KeptEdition, {"conversation": "see the table"}),
    Signature: (KeptSignature, {}),
    NamedNote: (KeptNote, {}),
    ActionItem: (KeptAction, {"partnership": "there is one only"}),
}
"""The values that an archive holds, how it writes them, and what it leaves out of them and why."""


def test_every_table_is_in_an_archive_or_left_out_for_a_reason() -> None:
    tables = {table.name for table in METADATA.sorted_tables}

    assert tables - HELD.keys() - LEFT_OUT.keys() == set()
    assert (HELD.keys() | LEFT_OUT.keys()) - tables == set()


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_field_is_in_an_archive_or_left_out_for_a_reason(value: type) -> None:
    kept, left_out = VALUES[value]

    assert names_of(value) - left_out.keys() <= kept.model_fields.keys()


def names_of(value: type) -> set[str]:
    """Return the fields of a dataclass or of a content."""
    if issubclass(value, BaseModel):
        return set(value.model_fields)
    assert is_dataclass(value)
    return {field.name for field in fields(value)}


async def test_a_partnership_comes_back_as_it_was_kept(database: Database) -> None:
    await database.run(keep_norms)

    frame = await database.run(lambda work: partnership_of(work, PARTNERSHIP.id, CIRCLE))

    members = tuple(replace(member, language=None) for member in TEAM.members)
    assert frame == kept_partnership(PARTNERSHIP, [TEAM])
    assert frame.partnership() == PARTNERSHIP
    assert frame.bodies() == (replace(TEAM, members=members, homes=()),)


async def test_somebody_who_was_forgotten_stays_nameless(database: Database) -> None:
    await database.run(keep_norms)
    await database.run(lambda work: work.people.erase(ANA.id))

    frame = await database.run(lambda work: partnership_of(work, PARTNERSHIP.id, CIRCLE))

    assert [(person.id, person.name) for person in frame.people] == [("ana", ""), ("bo", "Bo")]


async def test_records_come_a_page_at_a_time(database: Database) -> None:
    await database.run(keep_records(PAGE + 1))

    def pages(work: Work) -> list[list[str]]:
        first = page_of(work, Part.RECORDS, CIRCLE)
        rest = page_of(work, Part.RECORDS, CIRCLE, first[-1].id)
        none = page_of(work, Part.RECORDS, CIRCLE, rest[-1].id)
        return [[thing.id for thing in page] for page in (first, rest, none)]

    everything = [record.id for record in records(PAGE + 1)]
    assert await database.run(pages) == [everything[:PAGE], everything[PAGE:], []]


def keep_closed(work: Work) -> None:
    """Keep norms of a team, of all partners, of one member alone, and of one party alone."""
    keep_norms(work)
    work.records.add(replace(NORMS, id=RecordId("open"), privacy=Privacy.PARTNERS))
    mine = replace(NORMS, id=RecordId("mine"), privacy=Privacy.PRIVATE, owner=ANA_HERE.id)
    ours = replace(NORMS, id=RecordId("ours"), privacy=Privacy.CAUCUS, party=ASSOCIATION.id)
    work.records.add(mine)
    work.records.add(ours)


def ids(work: Work, circle: Circle) -> list[str]:
    page = page_of(work, Part.RECORDS, circle)
    assert count_of(work, Part.RECORDS, circle) == len(page)
    return [thing.id for thing in page]


async def test_what_is_one_members_or_one_partys_alone_is_in_no_archive(database: Database) -> None:
    await database.run(keep_closed)

    found = await database.run(lambda work: ids(work, everything_shared(work, PARTNERSHIP.id)))

    assert found == ["norms", "open"]
    assert await database.run(lambda work: work.records.count_closed(PARTNERSHIP.id)) == 2


async def test_an_archive_reaches_to_every_team_of_its_partnership_and_no_further(
    database: Database,
) -> None:
    await database.run(keep_closed)

    def other_team(work: Work) -> Circle:
        seat = replace(BO_HERE, id=MemberId("bo-too"), team=TeamId("other"))
        team = replace(TEAM, id=TeamId("other"), name="Other team", members=(seat,), homes=())
        work.teams.add(team)
        return everything_shared(work, PARTNERSHIP.id)

    circle = await database.run(other_team)

    assert circle == replace(CIRCLE, teams=frozenset({TEAM.id, TeamId("other")}))
    with pytest.raises(NotFoundError):
        await database.run(lambda work: everything_shared(work, PartnershipId("other")))


async def test_an_archive_of_one_team_holds_nothing_of_another(database: Database) -> None:
    await database.run(keep_records(9))
    nowhere = replace(CIRCLE, teams=frozenset({TeamId("other")}), partnerships=frozenset())

    def found(work: Work) -> list[object]:
        frame = partnership_of(work, PARTNERSHIP.id, nowhere)
        counts = [count_of(work, part, nowhere) for part in Part]
        return [frame.people, frame.teams, *(page_of(work, part, nowhere) for part in Part), counts]

    assert await database.run(found) == [(), (), (), (), [0, 0]]


async def test_action_items_come_with_all_that_is_kept_of_them(database: Database) -> None:
    await database.run(keep_records(9))

    page = await database.run(lambda work: page_of(work, Part.ACTIONS, CIRCLE))

    kept = [thing.action(PARTNERSHIP.id) for thing in page if isinstance(thing, KeptAction)]
    assert kept == list(actions(9))


async def test_links_come_with_what_they_lead_from(database: Database) -> None:
    await database.run(keep_records(9))

    def found(work: Work) -> list[tuple[KeptLink, ...]]:
        return [links_from(work, page_of(work, part, CIRCLE)) for part in Part]

    links = [
        KeptLink(feeder=RecordId("r0001"), fed=RecordId("r0000")),
        KeptLink(feeder=RecordId("r0006"), fed=RecordId("r0005")),
    ]
    assert await database.run(found) == [tuple(links), ()]


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
