"""The repository of conversations and of each member's part in them."""

from collections import defaultdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, delete, exists, insert, select, update
from sqlmodel import col

from storage.errors import ConflictError, NotFoundError
from storage.statements import Among, AnyRow, Values, keep_rows
from storage.tables.conversations import ConversationRow, ParticipationRow
from workflows.conversations import Conversation, Participation, Status
from workflows.identifiers import ConversationId, MemberId, TeamId, WorkflowId

Seats = dict[MemberId, tuple[int, Participation]]
"""Each member's place, with its position in the order in which they came."""

_HAS_PART: Final = exists().where(
    col(ParticipationRow.conversation_id) == col(ConversationRow.id),
    col(ParticipationRow.member_id) == bindparam("member"),
)
_BY_ID: Final = (
    select(ConversationRow).where(col(ConversationRow.id) == bindparam("id")).with_for_update()
)
_LISTED: Final = select(ConversationRow).order_by(
    col(ConversationRow.started_at), col(ConversationRow.id)
)
_OF_TEAM: Final = _LISTED.where(col(ConversationRow.team_id) == bindparam("team"))
_OPEN_IN: Final = _OF_TEAM.where(col(ConversationRow.status) == Status.OPEN)
_OF_TEAM_BY_WORKFLOW: Final = _OF_TEAM.where(col(ConversationRow.workflow) == bindparam("workflow"))
_OF_MEMBER: Final = _LISTED.where(_HAS_PART)
_SEATS: Final = Among(
    select(ParticipationRow).order_by(col(ParticipationRow.position)),
    col(ParticipationRow.conversation_id),
)
_SAVE: Final = update(ConversationRow).where(
    col(ConversationRow.id) == bindparam("conversation"),
    col(ConversationRow.version) == bindparam("loaded"),
)
_DELETE_SEATS: Final = delete(ParticipationRow).where(
    col(ParticipationRow.conversation_id) == bindparam("conversation"),
    col(ParticipationRow.member_id).in_(bindparam("members", expanding=True)),
)
_OUTDATE: Final = (
    update(ConversationRow).where(_HAS_PART).values(version=col(ConversationRow.version) + 1)
)
_ERASE: Final = delete(ConversationRow).where(col(ConversationRow.id) == bindparam("conversation"))
_ERASE_MEMBER: Final = delete(ParticipationRow).where(
    col(ParticipationRow.member_id) == bindparam("member")
)


class Conversations:
    """Keeps conversations. What is saved must have been loaded or added by the same work."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._versions: dict[ConversationId, int] = {}
        self._seats: dict[ConversationId, Seats] = {}
        self._held: dict[ConversationId, Conversation] = {}

    def get(self, id_: ConversationId) -> Conversation:
        """Return a conversation that nobody else may save meanwhile, or raise NotFoundError.

        Since nobody else may, it is read once.
        """
        if id_ in self._held:
            return self._held[id_]
        found = self._load(_BY_ID, {"id": id_})
        if not found:
            raise NotFoundError("conversation")
        self._held[id_] = found[0]
        return found[0]

    def open_in(self, team: TeamId) -> tuple[Conversation, ...]:
        """Return the conversations that go on in a team, the oldest first."""
        return self._load(_OPEN_IN, {"team": team})

    def of_team(self, team: TeamId, workflow: WorkflowId | None = None) -> tuple[Conversation, ...]:
        """Return all conversations of a team, or those of one workflow, the oldest first."""
        if workflow is None:
            return self._load(_OF_TEAM, {"team": team})
        return self._load(_OF_TEAM_BY_WORKFLOW, {"team": team, "workflow": workflow})

    def of_member(self, member: MemberId) -> tuple[Conversation, ...]:
        """Return the conversations that a member takes or took part in, the oldest first."""
        return self._load(_OF_MEMBER, {"member": member})

    def add(self, conversation: Conversation) -> None:
        """Keep a new conversation."""
        self._connection.execute(
            insert(ConversationRow),
            {
                "id": conversation.id,
                "team_id": conversation.team,
                "workflow": conversation.workflow,
                "started_at": self._now,
                "version": 1,
                **_changing_values(conversation),
            },
        )
        self._versions[conversation.id] = 1
        self._seats[conversation.id] = {}
        self._keep_people(conversation)

    def save(self, conversation: Conversation) -> None:
        """Keep a conversation as it is now; raise ConflictError if somebody else was first.

        Only the participations that changed are written, and those no longer there are deleted.
        """
        version = self._versions[conversation.id]
        changed = self._connection.execute(
            _SAVE,
            {
                "conversation": conversation.id,
                "loaded": version,
                "version": version + 1,
                **_changing_values(conversation),
            },
        )
        if changed.rowcount == 0:
            raise ConflictError("conversation")
        self._versions[conversation.id] = version + 1
        self._keep_people(conversation)
        if conversation.id in self._held:
            self._held[conversation.id] = conversation

    def erase(self, id_: ConversationId) -> None:
        """Delete a conversation with everything that was answered in it."""
        self._held.pop(id_, None)
        self._connection.execute(_ERASE, {"conversation": id_})

    def erase_member(self, member: MemberId) -> None:
        """Delete a member's part in every conversation.

        The conversations get a new version, so that no work under way writes it back.
        """
        self._held.clear()
        self._connection.execute(_OUTDATE, {"member": member})
        self._connection.execute(_ERASE_MEMBER, {"member": member})

    def _load(self, statement: Select[Any], values: Values) -> tuple[Conversation, ...]:
        rows = self._connection.execute(statement, values).all()
        seats = self._load_seats([row.id for row in rows])
        for row in rows:
            self._versions[row.id] = row.version
            self._seats[row.id] = seats[row.id]
        return tuple(_conversation(row, seats[row.id]) for row in rows)

    def _load_seats(self, conversations: list[ConversationId]) -> dict[ConversationId, Seats]:
        seats = defaultdict[ConversationId, Seats](dict)
        for row in _SEATS.rows(self._connection, conversations):
            place = Participation.model_validate_json(row.place)
            seats[row.conversation_id][row.member_id] = (row.position, place)
        return seats

    def _keep_people(self, conversation: Conversation) -> None:
        before = self._seats[conversation.id]
        after = {
            member: (position, place)
            for position, (member, place) in enumerate(conversation.people.items())
        }
        changed = {
            member: seat for member, seat in after.items() if _differs(seat, before.get(member))
        }
        if changed:
            self._write_seats(conversation.id, changed)
        if gone := before.keys() - after.keys():
            self._connection.execute(
                _DELETE_SEATS, {"conversation": conversation.id, "members": gone}
            )
        self._seats[conversation.id] = after

    def _write_seats(self, conversation: ConversationId, seats: Seats) -> None:
        rows = [
            {
                "conversation_id": conversation,
                "member_id": member,
                "position": position,
                "place": place.model_dump_json(),
            }
            for member, (position, place) in seats.items()
        ]
        key, changing = ("conversation_id", "member_id"), ("position", "place")
        keep_rows(self._connection, ParticipationRow, rows, key=key, changing=changing)


def _changing_values(conversation: Conversation) -> dict[str, object]:
    return {
        "status": conversation.status,
        "state": conversation.model_dump_json(exclude={"people"}),
    }


def _conversation(row: AnyRow, seats: Seats) -> Conversation:
    state = Conversation.model_validate_json(row.state)
    people = {member: place for member, (_, place) in seats.items()}
    return state.model_copy(update={"people": people})


def _differs(seat: tuple[int, Participation], kept: tuple[int, Participation] | None) -> bool:
    """Return whether a seat is to be written.

    Places are compared by identity: an answer of 1 equals True and 1.0 in Python, but not in what
    is kept.
    """
    return kept is None or seat[0] != kept[0] or seat[1] is not kept[1]
