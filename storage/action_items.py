"""The repository of action items."""

from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update
from sqlmodel import col

from storage.errors import NotFoundError
from storage.statements import AnyRow, Values
from storage.tables.actions import ActionItemRow
from storage.tables.people import MemberRow
from workflows.action_items import ActionItem, ActionStatus
from workflows.identifiers import ActionId, MemberId, PersonId, RecordId, TeamId

_LISTED: Final = select(ActionItemRow).order_by(
    col(ActionItemRow.due).nulls_last(), col(ActionItemRow.made_at), col(ActionItemRow.id)
)
_BY_ID: Final = select(ActionItemRow).where(col(ActionItemRow.id) == bindparam("id"))
_HELD: Final = _BY_ID.with_for_update()
_OF_TEAM: Final = _LISTED.where(col(ActionItemRow.team_id) == bindparam("team"))
_IS_OPEN: Final = col(ActionItemRow.status) == ActionStatus.OPEN
_OPEN_OF_TEAM: Final = _OF_TEAM.where(_IS_OPEN)
_OPEN_OF_PERSON: Final = (
    _LISTED.join(MemberRow, col(MemberRow.id) == col(ActionItemRow.owner_id))
    .where(col(MemberRow.person_id) == bindparam("person"), col(MemberRow.left_at).is_(None))
    .where(_IS_OPEN)
)
_OF_OWNER: Final = _LISTED.where(col(ActionItemRow.owner_id) == bindparam("owner"))
_OF_SOURCE: Final = _LISTED.where(col(ActionItemRow.source_id) == bindparam("source"))
_OF_TEAMS: Final = col(ActionItemRow.team_id).in_(bindparam("teams", expanding=True))
_PAGE: Final = (
    select(ActionItemRow)
    .where(_OF_TEAMS, col(ActionItemRow.id) > bindparam("after"))
    .order_by(col(ActionItemRow.id))
    .limit(bindparam("most"))
)
_COUNT: Final = select(func.count()).select_from(ActionItemRow).where(_OF_TEAMS)
_SAVE: Final = update(ActionItemRow).where(col(ActionItemRow.id) == bindparam("action"))
_MOVE: Final = update(ActionItemRow).where(col(ActionItemRow.owner_id) == bindparam("former"))


class ActionItems:
    """Keeps what people have taken on. Lists have the soonest date first, and no date last."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: ActionId) -> ActionItem:
        """Return an action item, or raise NotFoundError."""
        return self._one(_BY_ID, id_)

    def hold(self, id_: ActionId) -> ActionItem:
        """Return an item that nobody else may change until this work ends, or NotFoundError."""
        return self._one(_HELD, id_)

    def of_team(self, team: TeamId) -> tuple[ActionItem, ...]:
        """Return all that a team has or had to do."""
        return self._load(_OF_TEAM, {"team": team})

    def open_of_team(self, team: TeamId) -> tuple[ActionItem, ...]:
        """Return what a team has to do."""
        return self._load(_OPEN_OF_TEAM, {"team": team})

    def open_of_person(self, person: PersonId) -> tuple[ActionItem, ...]:
        """Return what a person has to do, from all seats that they have now."""
        return self._load(_OPEN_OF_PERSON, {"person": person})

    def of_owner(self, owner: MemberId) -> tuple[ActionItem, ...]:
        """Return all that a member has or had to do."""
        return self._load(_OF_OWNER, {"owner": owner})

    def of_source(self, record: RecordId) -> tuple[ActionItem, ...]:
        """Return the items that came from a record."""
        return self._load(_OF_SOURCE, {"source": record})

    def page(
        self, teams: Collection[TeamId], *, after: ActionId, most: int
    ) -> tuple[ActionItem, ...]:
        """Return the next of all that some teams have or had to do, by their ids."""
        return self._load(_PAGE, {"teams": sorted(teams), "after": after, "most": most})

    def count(self, teams: Collection[TeamId]) -> int:
        """Return how much some teams have or had to do."""
        return self._connection.execute(_COUNT, {"teams": sorted(teams)}).scalar_one()

    def add(self, item: ActionItem) -> None:
        """Keep a new item; an id that is taken raises ConflictError at the end."""
        self._connection.execute(
            insert(ActionItemRow),
            {
                "id": item.id,
                "partnership_id": item.partnership,
                "team_id": item.team,
                "source_id": item.source,
                "made_at": item.made_at,
                **_changing(item),
            },
        )

    def save(self, item: ActionItem) -> None:
        """Keep what can be changed of an item as it is now."""
        self._connection.execute(_SAVE, {"action": item.id, **_changing(item)})

    def move(self, former: MemberId, owner: MemberId) -> None:
        """Let all that one member has or had to do be another's."""
        self._connection.execute(_MOVE, {"former": former, "owner_id": owner})

    def _one(self, statement: Select[Any], id_: ActionId) -> ActionItem:
        items = self._load(statement, {"id": id_})
        if not items:
            raise NotFoundError("action item")
        return items[0]

    def _load(self, statement: Select[Any], values: Values) -> tuple[ActionItem, ...]:
        return tuple(_item(row) for row in self._connection.execute(statement, values))


def _changing(item: ActionItem) -> dict[str, object]:
    return {
        "what": item.what,
        "owner_id": item.owner,
        "due": item.due,
        "plan": item.plan,
        "status": item.status,
        "ended_at": item.ended_at,
    }


def _item(row: AnyRow) -> ActionItem:
    return ActionItem(
        id=row.id,
        partnership=row.partnership_id,
        team=row.team_id,
        what=row.what,
        owner=row.owner_id,
        due=row.due,
        plan=row.plan,
        status=ActionStatus(row.status),
        source=row.source_id,
        made_at=row.made_at,
        ended_at=row.ended_at,
    )
