"""A team around one table: everybody is asked the six questions about group norms at once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import product

from commands.dispatcher import Dispatcher
from commands.request import Caller, Request
from storage.database import Clock, Database, open_database
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

WORKSPACE_ID = WorkspaceId("bench")
_WORKSPACE = Workspace(WORKSPACE_ID, Platform.WEB, WORKSPACE_ID, "Benchmark")


def start_of_september() -> datetime:
    """Tell the time of a clock that stands still."""
    return START


@dataclass(frozen=True, slots=True)
class Table:
    """A conversation in which these people (their account names) are asked these steps."""

    conversation: ConversationId
    channel: str
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
        return _request(self.channel, person, ask, {step.ask[0].id: text})


def open_here(url: str, clock: Clock = start_of_september) -> Database:
    """Return a database whose clock stands still, unless there is another one."""
    return open_database(url, clock=clock, new_id=new_id)


def members_of(people: int, team: TeamId = TEAM) -> tuple[Member, ...]:
    """Return so many seats on a team, the parties taking turns."""
    return tuple(
        Member(
            id=MemberId(f"{team}-member-{n}"),
            team=team,
            person=PersonId(f"{team}-person-{n}"),
            name=f"Person {n}",
            party=PartyId(f"{team}-{PARTIES[n % 2].id}"),
            joined_at=START,
        )
        for n in range(people)
    )


async def sit_down(
    url: str,
    people: int,
    *,
    team: TeamId = TEAM,
    workspace: Workspace = _WORKSPACE,
    clock: Clock = start_of_september,
) -> Table:
    """Keep a team of so many people, and let it begin to write its norms."""
    database, members = open_here(url, clock), members_of(people, team)
    await database.run(lambda work: _keep_team(work, workspace, team, members))
    dispatcher, channel = Dispatcher(database, LIBRARY), channel_of(team)
    names = tuple(member.person for member in members)
    started = await dispatcher.ask(_request(channel, names[0], Ask("norms start")))
    pace = started.form.send.ask if started.form else Ask("")
    await dispatcher.ask(_request(channel, names[0], pace, {"pace": "two-days"}))
    steps = LIBRARY.find(WorkflowId("norms")).steps_in(PhaseId("write"))
    await database.close()
    return Table(ConversationId(pace.options["id"]), channel, names, steps)


def channel_of(team: TeamId) -> str:
    """Return the channel that a team works in."""
    return f"C-{team}"


async def conversation_of(database: Database, table: Table) -> Conversation:
    """Return the conversation as it is kept now."""
    return await database.run(lambda work: work.conversations.get(table.conversation))


def _keep_team(work: Work, workspace: Workspace, id_: TeamId, members: tuple[Member, ...]) -> None:
    work.workspaces.find_or_make(workspace)
    for member in members:
        work.people.add(Person(member.person, member.name))
        account = Account(AccountId(member.person), workspace.id, member.person, member.person)
        work.people.add_account(account)
    parties = tuple(replace(party, id=PartyId(f"{id_}-{party.id}")) for party in PARTIES)
    partnership = Partnership(PartnershipId(f"{id_}-p"), "Lincoln Schools", "en", parties)
    work.partnerships.add(partnership)
    home = Home(HomeId(f"{id_}-home"), id_, workspace.id, channel_of(id_))
    team = Team(
        id=id_,
        partnership=partnership.id,
        name="Leadership team",
        kind=TeamKind.LEADERSHIP,
        language="en",
        zone="America/New_York",
        members=members,
        homes=(home,),
    )
    work.teams.add(team)


def _request(channel: str, person: str, ask: Ask, raw: dict[str, str] | None = None) -> Request:
    return Request(Caller(WORKSPACE_ID, person, person), channel, ask, raw or {})
