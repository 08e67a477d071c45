"""The practice partnership of the local workspace: two parties and a leadership team of eight."""

from dataclasses import replace

from commands.announcing import announce_team
from commands.context import Office
from storage.work import Work
from workflows.catalogue import words_for
from workflows.identifiers import (
    AccountId,
    HomeId,
    MemberId,
    PartnershipId,
    PartyId,
    PersonId,
    TeamId,
    WorkspaceId,
)
from workflows.library import Library
from workflows.people import (
    Account,
    Home,
    Member,
    Partnership,
    Party,
    PartyKind,
    Person,
    Platform,
    Role,
    Team,
    TeamKind,
    Workspace,
)
from workflows.words import DEFAULT_LANGUAGE, mark

WORKSPACE = WorkspaceId("local")
CHANNEL = "leadership-team"

ADMINISTRATION = Party(
    PartyId("practice-adm"), mark("District administration"), PartyKind.ADMINISTRATION
)
ASSOCIATION = Party(PartyId("practice-asc"), mark("Educators' association"), PartyKind.ASSOCIATION)

PEOPLE: tuple[tuple[str, str, Party, str], ...] = (
    ("maria", "María Ortega", ADMINISTRATION, "en"),
    ("joan", "Joan Fields", ASSOCIATION, "en"),
    ("dev", "Dev Patel", ADMINISTRATION, "en"),
    ("lucia", "Lucía Ramos", ASSOCIATION, "es"),
    ("sam", "Sam Whitaker", ADMINISTRATION, "en"),
    ("amara", "Amara Obi", ASSOCIATION, "en"),
    ("grace", "Grace Lin", ADMINISTRATION, "en"),
    ("tomas", "Tomás Vega", ASSOCIATION, "es"),
)
"""Account, name, party and language of the people to practise with; the first two lead together.

Where the partnership speaks another language than English, they all speak that one.
"""

_LEADS = ("maria", "joan")


def seed(work: Work, library: Library, *, language: str = "en", zone: str = "UTC") -> bool:
    """Make the practice partnership in an empty local workspace; say whether it was made.

    Doing it twice makes it once.
    """
    words, is_english = words_for(language), language == DEFAULT_LANGUAGE
    if work.workspaces.find(Platform.WEB, WORKSPACE) is not None:
        return False
    work.workspaces.add(Workspace(WORKSPACE, Platform.WEB, WORKSPACE, "Practice workspace"))
    partnership = Partnership(
        id=PartnershipId(work.new_id()),
        name=words.say("Lincoln Schools Partnership"),
        language=language,
        parties=tuple(
            replace(party, name=words.say(party.name)) for party in (ADMINISTRATION, ASSOCIATION)
        ),
        practice=True,
    )
    work.partnerships.add(partnership)
    team = Team(
        id=TeamId(work.new_id()),
        partnership=partnership.id,
        name=words.say("Leadership team"),
        kind=TeamKind.LEADERSHIP,
        language=language,
        zone=zone,
    )
    work.teams.add(team)
    work.board.add_channel(CHANNEL, CHANNEL, topic=f"{team.name}, {partnership.name}")
    work.teams.add_home(Home(HomeId(work.new_id()), team.id, WORKSPACE, CHANNEL))
    for external_id, name, party, speaks in PEOPLE:
        person = _person(work, external_id, name, speaks if is_english else language)
        work.teams.add_member(_member(work, team, person, party, external_id))
    announce_team(Office(work, library), work.teams.get(team.id))
    return True


def _person(work: Work, external_id: str, name: str, language: str) -> Person:
    person = Person(PersonId(work.new_id()), name, language)
    work.people.add(person)
    work.people.add_account(Account(AccountId(work.new_id()), WORKSPACE, person.id, external_id))
    return person


def _member(work: Work, team: Team, person: Person, party: Party, external_id: str) -> Member:
    return Member(
        id=MemberId(work.new_id()),
        team=team.id,
        person=person.id,
        name=person.name,
        party=party.id,
        roles=frozenset({Role.LEAD}) if external_id in _LEADS else frozenset(),
        joined_at=work.now,
        language=person.language,
    )
