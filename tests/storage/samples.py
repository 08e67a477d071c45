"""A small partnership with one team, as values, and a way to keep it all."""

from storage.work import Work
from tests.databases import START
from workflows.conversations import Conversation, Participation
from workflows.identifiers import (
    AccountId,
    ConversationId,
    Edition,
    FieldId,
    HomeId,
    MemberId,
    PartnershipId,
    PartyId,
    PersonId,
    PhaseId,
    RecordId,
    StepId,
    TeamId,
    WorkflowId,
    WorkspaceId,
)
from workflows.notices import ConversationCard, ToHome
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
from workflows.records import Norms, Record, RecordEdition
from workflows.views import Privacy

WORKSPACE = Workspace(WorkspaceId("work"), Platform.WEB, "local", "Local workspace")
ANA = Person(PersonId("ana"), "Ana", "es")
BO = Person(PersonId("bo"), "Bo")
ANAS_ACCOUNT = Account(AccountId("ana-web"), WORKSPACE.id, ANA.id, "ana")

ADMINISTRATION = Party(PartyId("admin"), "Administration", PartyKind.ADMINISTRATION)
ASSOCIATION = Party(PartyId("assoc"), "Educators", PartyKind.ASSOCIATION)
PARTNERSHIP = Partnership(
    PartnershipId("ship"), "Riverside", "en", parties=(ASSOCIATION, ADMINISTRATION)
)

ANA_HERE = Member(
    MemberId("ana-seat"),
    TeamId("team"),
    ANA.id,
    ANA.name,
    party=ASSOCIATION.id,
    roles=frozenset({Role.LEAD, Role.SCRIBE}),
    joined_at=START,
    language=ANA.language,
)
BO_HERE = Member(MemberId("bo-seat"), TeamId("team"), BO.id, BO.name, party=None, joined_at=START)
HOME = Home(HomeId("home"), TeamId("team"), WORKSPACE.id, "general")
TEAM = Team(
    TeamId("team"),
    PARTNERSHIP.id,
    "Leadership team",
    TeamKind.LEADERSHIP,
    "en",
    "America/New_York",
    members=(BO_HERE, ANA_HERE),
    homes=(HOME,),
)

KEEP = FieldId("keep")
CONVERSATION = Conversation(
    id=ConversationId("talk"),
    workflow=WorkflowId("group-norms"),
    edition=Edition("e1"),
    team=TEAM.id,
    facilitator=ANA_HERE.id,
    phase=PhaseId("write"),
    opened_at=START,
    sheet={FieldId("zeal"): "high", FieldId("aim"): 3},
    people={
        BO_HERE.id: Participation(path=(StepId("first"),)),
        ANA_HERE.id: Participation(path=(StepId("first"),), answers={KEEP: "the Monday call"}),
    },
)

NORMS = Record(
    RecordId("norms"),
    PARTNERSHIP.id,
    TEAM.id,
    "How we work",
    Privacy.TEAM,
    editions=(
        RecordEdition(
            1,
            Norms(commitments={FieldId("time"): "We end on time.", FieldId("air"): "All speak."}),
            made_at=START,
            conversation=CONVERSATION.id,
        ),
    ),
)

TO_HOME = ToHome(HOME.id)
CARD = ConversationCard(CONVERSATION.id)


def keep_people(work: Work) -> None:
    """Keep the workspace, the people, the partnership and the team."""
    work.workspaces.add(WORKSPACE)
    work.people.add(ANA)
    work.people.add(BO)
    work.people.add_account(ANAS_ACCOUNT)
    work.partnerships.add(PARTNERSHIP)
    work.teams.add(TEAM)


def keep_conversation(work: Work) -> None:
    """Keep the people and a conversation of their team."""
    keep_people(work)
    work.conversations.add(CONVERSATION)


def keep_norms(work: Work, norms: Record = NORMS) -> None:
    """Keep the people, their conversation and the record it left."""
    keep_conversation(work)
    work.records.add(norms)
