"""Four partnerships in one workspace: who is on what, what is whose, and every id there is."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from commands.practice import WORKSPACE
from storage.tables import METADATA
from storage.work import Work
from tests.commands.belongings import keep_everything
from tests.databases import START
from tests.dumps import TABLES, Dump, Row
from workflows.identifiers import (
    AccountId,
    HomeId,
    MemberId,
    PartnershipId,
    PartyId,
    PersonId,
    TeamId,
)
from workflows.people import (
    Account,
    Home,
    Member,
    Partnership,
    Party,
    Person,
    Platform,
    Role,
    Team,
    TeamKind,
    Workspace,
)

SECRETS = ("kestrel", "marmot", "heron", "otter")
"""A word for each partnership, in everything that its people write and agree."""

SIGNS = {secret: f"{secret.upper()}-house" for secret in SECRETS}
"""A word for each partnership that stands on its doors: in the names of its teams."""

TEAMS = 2
SEATS = 4
WANDERERS = {"wren": ("kestrel", "heron"), "robin": ("marmot", "otter")}
"""People with a seat in two partnerships."""

_COLUMNS = {table.name: table.columns.keys() for table in METADATA.sorted_tables}
_PARENTS = {
    "party": ("partnership", "partnership_id"),
    "team": ("partnership", "partnership_id"),
    "member": ("team", "team_id"),
    "home": ("team", "team_id"),
    "conversation": ("team", "team_id"),
    "participation": ("conversation", "conversation_id"),
    "record": ("team", "team_id"),
    "record_edition": ("record", "record_id"),
    "signature": ("record", "record_id"),
    "action_item": ("team", "team_id"),
    "record_note": ("record", "record_id"),
    "record_text": ("record", "record_id"),
    "record_link": ("record", "to_id"),
    "team_code": ("team", "team_id"),
}
"""For each table of what belongs to a partnership: by what, and where that is named."""

_NAMED = {"schedule": "duty", "delivery": "notice"}
"""For tables that name what they are about in a document: the column of it."""

_ABOUT = {
    "team": "team",
    "conversation": "conversation",
    "record": "record",
    "action": "action_item",
}
"""How such a document says what it is about, and in which table that stands."""

_FIRST = ("partnership", "account", *_PARENTS)
_ORDER = (*_FIRST, *(table for table in TABLES if table not in _FIRST))
"""All tables, those first that others are named by."""

Key = tuple[str, str]


@dataclass(slots=True)
class Owners:
    """Which partnership each thing belongs to, as far as it has been seen."""

    secrets: dict[Key, str] = field(default_factory=dict[Key, str])
    people: dict[str, str] = field(default_factory=dict[str, str])
    """The account that each person has, by the id of the person."""
    homes: dict[str, str] = field(default_factory=dict[str, str])
    """The secret of the partnership that is at home in each channel."""

    def learn(self, kept: Dump) -> None:
        """Note whose everything is that is kept."""
        for table in _ORDER:
            for row in kept[table]:
                self.owner(table, row)
                self.holder(table, row)

    def owner(self, table: str, row: Row) -> str | None:
        """Return the secret of the partnership that a row belongs to, or None."""
        values = dict(zip(_COLUMNS[table], row, strict=True))
        secret = self._owner(table, values)
        if secret and "id" in values:
            self.secrets[table, str(values["id"])] = secret
        if secret and table == "home":
            self.homes[str(values["channel"])] = secret
        return secret

    def holder(self, table: str, row: Row) -> str | None:
        """Return the account whose person a row is about, or None."""
        values = dict(zip(_COLUMNS[table], row, strict=True))
        match table:
            case "account":
                person, who = str(values["person_id"]), str(values["external_id"])
                if not who.startswith("erased/"):
                    self.people[person] = who
                return self.people.get(person)
            case "person":
                return self.people.get(str(values["id"]))
            case "person_code":
                return self.people.get(str(values["person_id"]))
            case _:
                return None

    def seated(self, table: str, row: Row) -> str | None:
        """Return the account of whoever a row seats on a team, or None."""
        values = dict(zip(_COLUMNS[table], row, strict=True))
        return self.people[str(values["person_id"])] if table == "member" else None

    def _owner(self, table: str, values: Mapping[str, object]) -> str | None:
        if table == "partnership":
            return next(s for s in SECRETS if s in str(values["name"]).lower())
        if table in _PARENTS:
            parent, column = _PARENTS[table]
            return self.secrets[parent, str(values[column])]
        if table in _NAMED:
            named: dict[str, object] = json.loads(str(values[_NAMED[table]]))
            kind = next(kind for kind in _ABOUT if kind in named)
            return self.secrets[_ABOUT[kind], str(named[kind])]
        return None


def changes(before: Dump, after: Dump) -> Iterator[tuple[str, Row]]:
    """Yield the rows that are not the same as before, each with its table."""
    for table in _ORDER:
        if before[table] != after[table]:
            yield from ((table, row) for row in before[table] ^ after[table])


def build(work: Work) -> None:
    """Make four partnerships with two teams each, their people and what they keep."""
    work.workspaces.add(Workspace(WORKSPACE, Platform.WEB, WORKSPACE, "Workspace"))
    for who in WANDERERS:
        _person(work, who)
    for secret in SECRETS:
        _partnership(work, secret)


def seats() -> dict[str, list[str]]:
    """Return who has a seat in which partnerships when it begins."""
    own = {f"{secret}-{number}": [secret] for secret in SECRETS for number in range(SEATS)}
    return {**own, **{who: list(secrets) for who, secrets in WANDERERS.items()}}


def channel(secret: str, number: int) -> str:
    """Return the channel that a team is at home in."""
    return f"{secret}-channel-{number}"


def _partnership(work: Work, secret: str) -> None:
    parties = tuple(Party(PartyId(work.new_id()), f"{secret} {side}") for side in ("A", "B"))
    id_ = PartnershipId(work.new_id())
    work.partnerships.add(Partnership(id_, f"{secret} schools", "en", parties))
    people = [_person(work, f"{secret}-{number}") for number in range(SEATS)]
    people += [_known(work, who) for who, secrets in WANDERERS.items() if secret in secrets]
    for number in range(TEAMS):
        team = Team(
            id=TeamId(work.new_id()),
            partnership=id_,
            name=f"{SIGNS[secret]} {number}",
            kind=TeamKind.SCHOOL,
            language="en",
            zone="UTC",
        )
        work.teams.add(team)
        work.teams.add_home(
            Home(HomeId(work.new_id()), team.id, WORKSPACE, channel(secret, number))
        )
        members = [_seat(work, team, person, parties[at % 2]) for at, person in enumerate(people)]
        keep_everything(work, team, secret, members)


def _person(work: Work, who: str) -> Person:
    person = Person(PersonId(work.new_id()), who.title(), "en")
    work.people.add(person)
    work.people.add_account(Account(AccountId(work.new_id()), WORKSPACE, person.id, who))
    return person


def _known(work: Work, who: str) -> Person:
    known = work.people.known(WORKSPACE, who)
    assert known
    return known[1]


def _seat(work: Work, team: Team, person: Person, party: Party) -> Member:
    is_first = person.name.endswith("0")
    member = Member(
        id=MemberId(work.new_id()),
        team=team.id,
        person=person.id,
        name=person.name,
        party=party.id,
        roles=frozenset({Role.LEAD} if is_first else ()),
        joined_at=START,
    )
    work.teams.add_member(member)
    return member
