"""A team around one table: everybody is asked the six questions about group norms at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product

from commands.dispatcher import Dispatcher
from commands.request import Caller, Request
from storage.database import Database, open_database
from storage.fresh_ids import new_id
from storage.work import Work
from workflows import asks
from workflows.conversations import Conversation
from workflows.definitions import Step
from workflows.identifiers import (
    AccountId,
    ConversationId,
    HomeId,
    MemberId,
    PartnershipId,
    PartyId,
    PersonId,
    PhaseId,
    TeamId,
    WorkflowId,
    WorkspaceId,
)
from workflows.library import Library, read_library
from workflows.people import (
    Account,
    Home,
    Member,
    Partnership,
    Party,
    Person,
    Platform,
    Team,
    TeamKind,
    Workspace,
)
from workflows.views import Ask

START = datetime(2026, 9, 1, 15, tzinfo=UTC)
LIBRARY: Library = read_library()
TEAM = TeamId("team")
PARTIES = (
    Party(PartyId("administration"), "District administration"),
    Party(PartyId("association"), "Educators' association"),
)

_WORKSPACE = WorkspaceId("bench")
_CHANNEL = "leadership-team"


@dataclass(frozen=True, slots=True)
class Table:
    """A conversation in which these people (their account names) are asked these steps."""

    conversation: ConversationId
    people: tuple[str, ...]
    steps: tuple[Step, ...]

    def submissions(self, times: int = 1) -> Iterator[Request]:
        """Yield each person's answer to each step, over and over.

        The last person leaves out the last step, so that the phase never ends.
        """
        everything = list(product(self.people, self.steps))[:-1]
        for round_ in range(times):
            for person, step in everything:
                yield self.submission(person, step, f"Start on time.\nTake turns. {round_}")

    def submission(self, person: str, step: Step, text: str) -> Request:
        """Return one person's answer to one step."""
        ask = asks.send(self.conversation, step.id, round="2")
        return _request(person, ask, {step.ask[0].id: text})


def open_here(url: str) -> Database:
    """Return a database whose clock stands still."""
    return open_database(url, clock=lambda: START, new_id=new_id)


def members_of(people: int) -> tuple[Member, ...]:
    """Return so many seats, the parties taking turns."""
    return tuple(
        Member(
            id=MemberId(f"member-{n}"),
            team=TEAM,
            person=PersonId(f"person-{n}"),
            name=f"Person {n}",
            party=PARTIES[n % 2].id,
            joined_at=START,
        )
        for n in range(people)
    )


async def sit_down(url: str, people: int) -> Table:
    """Keep a team of so many people, and let it begin to write its norms."""
    database = open_here(url)
    await database.run(lambda work: _keep_team(work, members_of(people)))
    dispatcher = Dispatcher(database, LIBRARY)
    started = await dispatcher.ask(_request("person-0", Ask("norms start")))
    pace = started.form.send.ask if started.form else Ask("")
    await dispatcher.ask(_request("person-0", pace, {"pace": "two-days"}))
    steps = LIBRARY.find(WorkflowId("norms")).steps_in(PhaseId("write"))
    names = tuple(f"person-{n}" for n in range(people))
    await database.close()
    return Table(ConversationId(pace.options["id"]), names, steps)


async def conversation_of(database: Database, table: Table) -> Conversation:
    """Return the conversation as it is kept now."""
    return await database.run(lambda work: work.conversations.get(table.conversation))


def _keep_team(work: Work, members: tuple[Member, ...]) -> None:
    work.workspaces.add(Workspace(_WORKSPACE, Platform.WEB, _WORKSPACE, "Benchmark"))
    for member in members:
        work.people.add(Person(member.person, member.name))
        account = Account(AccountId(member.person), _WORKSPACE, member.person, member.person)
        work.people.add_account(account)
    partnership = Partnership(PartnershipId("partnership"), "Lincoln Schools", "en", PARTIES)
    work.partnerships.add(partnership)
    home = Home(HomeId("home"), TEAM, _WORKSPACE, _CHANNEL)
    team = Team(
        id=TEAM,
        partnership=partnership.id,
        name="Leadership team",
        kind=TeamKind.LEADERSHIP,
        language="en",
        zone="America/New_York",
        members=members,
        homes=(home,),
    )
    work.teams.add(team)


def _request(person: str, ask: Ask, raw: dict[str, str] | None = None) -> Request:
    return Request(Caller(_WORKSPACE, person, person), _CHANNEL, ask, raw or {})
