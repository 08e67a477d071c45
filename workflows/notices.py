"""What a message is about: never the text itself, which is drawn when the message is sent."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, assert_never

from workflows.action_calls import ActionCall, ActionWord, HandoverCall, subject_of_action
from workflows.chair_calls import ChairCall, DeputyCall, DrawnCall, subject_of_chair
from workflows.closed_calls import (
    ClosedCall,
    InvitationCall,
    SeatedCall,
    SharedCall,
    subject_of_closed,
)
from workflows.identifiers import (
    AccountId,
    ConversationId,
    FieldId,
    HomeId,
    MemberId,
    PersonId,
    RecordId,
    TeamId,
    WorkspaceId,
)
from workflows.record_calls import RecordCall, ReviewCall, SignAgain, subject_of_record_call


@dataclass(frozen=True, slots=True)
class ConversationCard:
    """The one card of a conversation in a home; sent again, it is edited in place."""

    conversation: ConversationId
    kind: Literal["conversation-card"] = "conversation-card"


@dataclass(frozen=True, slots=True)
class Reveal:
    """What the team wrote for some fields, posted in the thread under the conversation's card.

    `key` tells one reveal from the next of the same fields in a later round.
    """

    conversation: ConversationId
    fields: tuple[FieldId, ...]
    key: str
    kind: Literal["reveal"] = "reveal"


@dataclass(frozen=True, slots=True)
class PreRead:
    """What a team may look through before it looks back, in the thread under the card."""

    conversation: ConversationId
    kind: Literal["pre-read"] = "pre-read"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A private word to one member that a conversation waits for them."""

    conversation: ConversationId
    member: MemberId
    round: int
    reminder: bool = False
    kind: Literal["prompt"] = "prompt"


@dataclass(frozen=True, slots=True)
class RecordCard:
    """The pinned card of a record in a home; sent again, it is edited in place."""

    record: RecordId
    kind: Literal["record-card"] = "record-card"


@dataclass(frozen=True, slots=True)
class TeamCard:
    """The team's card in its home, from which everything can be reached."""

    team: TeamId
    kind: Literal["team-card"] = "team-card"


@dataclass(frozen=True, slots=True)
class OpenPrivately:
    """A word in a home to a member who takes no private messages, with a button to what waits.

    Everybody there reads it, so it says of what is unsaid nothing but that it is there.
    """

    team: TeamId
    member: MemberId
    kind: Literal["open-privately"] = "open-privately"


@dataclass(frozen=True, slots=True)
class DecideByCall:
    """A private word to whoever is accountable that the date to decide by is near."""

    conversation: ConversationId
    member: MemberId
    kind: Literal["decide-by-call"] = "decide-by-call"


@dataclass(frozen=True, slots=True)
class JoinCard:
    """The card in a home that tells whoever is new there how to join; each `day` has its own.

    It names nobody: whom somebody has invited is for nobody else to know.
    """

    team: TeamId
    day: str
    kind: Literal["join-card"] = "join-card"


@dataclass(frozen=True, slots=True)
class JoinCall:
    """A private word to the leads that somebody asks to join their team."""

    team: TeamId
    person: PersonId
    lead: MemberId
    kind: Literal["join-call"] = "join-call"


@dataclass(frozen=True, slots=True)
class Welcome:
    """A private word to a member that they are on the team now, or that they lead it now."""

    team: TeamId
    member: MemberId
    leads: bool = False
    kind: Literal["welcome"] = "welcome"


class Mishap(StrEnum):
    """What can happen to a message on its way."""

    UNSURE = "unsure"
    """It may have arrived or not."""
    PLACE_GONE = "place-gone"
    """Its channel, or the person it was for, is not there any more."""
    WORKSPACE_GONE = "workspace-gone"
    """Concord has been taken out of the workspace."""
    PRIVATE_SHUT = "private-shut"
    """The person it was for takes no private messages."""


@dataclass(frozen=True, slots=True)
class MishapCall:
    """A private word to a lead that a message of the team's met with a mishap.

    `workspace` is where it was to go, `is_private` whether it was for one person: to a lead it is
    never said for whom. `key` tells one day from the next, so that nobody is told twice a day.
    """

    team: TeamId
    lead: MemberId
    mishap: Mishap
    workspace: WorkspaceId
    is_private: bool
    key: str
    kind: Literal["mishap-call"] = "mishap-call"


@dataclass(frozen=True, slots=True)
class HomeCall:
    """A private word to a lead that the team works in one channel more, or in one less.

    `workspace` is where that channel is, and `account` whose who has linked it or let it go.
    """

    team: TeamId
    lead: MemberId
    home: HomeId
    workspace: WorkspaceId
    account: AccountId
    is_gone: bool = False
    kind: Literal["home-call"] = "home-call"


@dataclass(frozen=True, slots=True)
class AccountCall:
    """A private word to somebody that one more account is theirs now."""

    account: AccountId
    kind: Literal["account-call"] = "account-call"


Post = ConversationCard | Reveal | PreRead | RecordCard | TeamCard | JoinCard | OpenPrivately
"""What stands in the team's homes."""

Call = (
    Prompt
    | RecordCall
    | DecideByCall
    | ClosedCall
    | ChairCall
    | JoinCall
    | Welcome
    | MishapCall
    | HomeCall
    | AccountCall
    | ActionWord
)
"""What is said to one person in private."""

Notice = Post | Call


@dataclass(frozen=True, slots=True)
class ToHome:
    """Address: a team's channel; `thread` is the notice whose message starts the thread."""

    home: HomeId
    thread: str = ""
    kind: Literal["home"] = "home"


@dataclass(frozen=True, slots=True)
class ToAccount:
    """Address: one person in private, through one of their accounts."""

    account: AccountId
    kind: Literal["account"] = "account"


Address = ToHome | ToAccount


def subject(notice: Notice) -> str:
    """Return the key under which the message's receipt is kept.

    Two notices with the same subject are the same message: the second edits the first.
    """
    match notice:
        case ConversationCard():
            return f"conversation/{notice.conversation}"
        case Reveal():
            return f"reveal/{notice.conversation}/{notice.key}"
        case PreRead():
            return f"pre-read/{notice.conversation}"
        case RecordCard():
            return f"record/{notice.record}"
        case TeamCard():
            return f"team/{notice.team}"
        case JoinCard():
            return f"join-card/{notice.team}/{notice.day}"
        case OpenPrivately():
            return f"open-privately/{notice.member}"
        case _:
            return _subject_of_call(notice)


def _subject_of_call(call: Call) -> str:
    match call:
        case Prompt():
            word = "reminder" if call.reminder else "prompt"
            return f"{word}/{call.conversation}/{call.member}/{call.round}"
        case ReviewCall() | SignAgain():
            return subject_of_record_call(call)
        case DecideByCall():
            return f"decide-by/{call.conversation}/{call.member}"
        case InvitationCall() | SharedCall() | SeatedCall():
            return subject_of_closed(call)
        case DrawnCall() | DeputyCall():
            return subject_of_chair(call)
        case JoinCall():
            return f"join/{call.team}/{call.person}/{call.lead}"
        case Welcome():
            return f"{'lead' if call.leads else 'welcome'}/{call.member}"
        case MishapCall():
            return f"{call.mishap}/{call.team}/{call.workspace}/{call.lead}/{call.key}"
        case HomeCall():
            return f"{'home-gone' if call.is_gone else 'home'}/{call.home}/{call.lead}"
        case AccountCall():
            return f"account/{call.account}"
        case ActionCall() | HandoverCall():
            return subject_of_action(call)
        case _:
            assert_never(call)
