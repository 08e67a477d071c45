"""The repository of messages on their way: put in with the change that caused them, sent later."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import (
    Connection,
    bindparam,
    case,
    delete,
    func,
    null,
    select,
    text,
    update,
)
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import col
from uuid_utils.compat import uuid7

from storage.addresses import address_key
from storage.claims import CLAIM, DeliveryStatus, another
from storage.receipts import drop_receipt, keep_receipt
from storage.statements import AnyRow, earlier_of, insert_into, later_of
from storage.tables.clockwork import DeliveryRow
from storage.types import UTCDateTime
from workflows.deliveries import Delivery
from workflows.identifiers import DeliveryId, WorkspaceId
from workflows.notices import Address, Notice, ToAccount, subject
from workflows.people import Account, Platform

_NOTICE: Final = TypeAdapter[Notice](Notice)
_ADDRESS: Final = TypeAdapter[Address](Address)
_UNTIL: Final = bindparam("until", type_=UTCDateTime)


UNANSWERED: Final = "unanswered"
"""The problem of a message that a platform was asked to post, until its answer is noted."""


_FREE_ALL: Final = update(DeliveryRow).where(col(DeliveryRow.status) == DeliveryStatus.SENDING)
_HELD: Final = (
    update(DeliveryRow)
    .where(
        col(DeliveryRow.id) == bindparam("delivery"),
        col(DeliveryRow.owner) == bindparam("by"),
        col(DeliveryRow.status) == DeliveryStatus.SENDING,
    )
    .returning(DeliveryRow)
)
_ASK: Final = _HELD.values(problem=UNANSWERED)
_STAND: Final = _HELD.values(platform_ref=bindparam("ref"))
_FINISH: Final = _HELD.values(owner=None)
_LATER: Final = _FINISH.values(
    attempts=col(DeliveryRow.attempts) - bindparam("given_back"),
    status=case(
        (another(DeliveryStatus.PENDING), DeliveryStatus.SKIPPED), else_=DeliveryStatus.PENDING
    ),
    free_at=case((another(DeliveryStatus.PENDING), null()), else_=_UNTIL),
)
_PUT_OFF: Final = (
    update(DeliveryRow)
    .where(
        col(DeliveryRow.subject) == bindparam("about"),
        col(DeliveryRow.address_key) == bindparam("place"),
        col(DeliveryRow.status) == DeliveryStatus.PENDING,
    )
    .values(free_at=later_of(col(DeliveryRow.free_at), _UNTIL))
)
_UNSAID: Final = (
    select(col(DeliveryRow.notice))
    .where(
        col(DeliveryRow.workspace_id).in_(bindparam("workspaces", expanding=True)),
        col(DeliveryRow.address_key).in_(bindparam("places", expanding=True)),
        col(DeliveryRow.status) == DeliveryStatus.UNSAID,
        col(DeliveryRow.fire_at) >= bindparam("since", type_=UTCDateTime),
    )
    .order_by(col(DeliveryRow.id).desc())
)
_NEXT_AT: Final = select(func.min(col(DeliveryRow.free_at)))
_PRUNE: Final = delete(DeliveryRow).where(
    col(DeliveryRow.free_at).is_(None), col(DeliveryRow.fire_at) < bindparam("before")
)


class Outbox:
    """Keeps deliveries. Whoever claims one owns it for a while, and says what came of it.

    At most one delivery of a message is under way to a place at a time, so that edits stay in
    order.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.has_mail = False
        self.has_later_mail = False
        self._put: dict[tuple[str, str], tuple[datetime, DeliveryId]] = {}

    def put(
        self,
        address: Address,
        notice: Notice,
        *,
        workspace_id: WorkspaceId,
        fire_at: datetime | None = None,
    ) -> DeliveryId:
        """Have a message sent, now or at `fire_at` (aware), and return its delivery.

        A message that waits already is not put in twice: what it says is drawn when it is sent.
        One that is being sent does not count, for it was drawn before this change.
        """
        wanted = fire_at or self._now
        self.has_mail |= wanted <= self._now
        self.has_later_mail |= wanted > self._now
        key = subject(notice), address_key(address)
        put = self._put.get(key)
        if put is None or wanted < put[0]:
            put = self._put[key] = wanted, self._keep(address, notice, workspace_id, wanted)
        return put[1]

    def _keep(
        self, address: Address, notice: Notice, workspace_id: WorkspaceId, wanted: datetime
    ) -> DeliveryId:
        kept = self._connection.execute(
            _putting(self._connection.dialect.name),
            {
                "id": uuid7().hex,
                "workspace_id": workspace_id,
                "subject": subject(notice),
                "address_key": address_key(address),
                "address": _ADDRESS.dump_json(address).decode(),
                "notice": _NOTICE.dump_json(notice).decode(),
                "fire_at": wanted,
                "free_at": wanted,
                "status": DeliveryStatus.PENDING,
                "attempts": 0,
            },
        )
        return DeliveryId(kept.scalar_one())

    def claim(
        self,
        owner: str,
        limit: int,
        lease: timedelta,
        platforms: Collection[Platform] = tuple(Platform),
    ) -> tuple[Delivery, ...]:
        """Take on up to `limit` deliveries whose time has come, longest waiting first.

        They belong to `owner`, who can reach these platforms, until the lease ends; then somebody
        else may take them on.
        """
        self._put.clear()
        asked = {"by": owner, "platforms": list(platforms), "limit": limit}
        times = {"now": self._now, "until": self._now + lease}
        rows = self._connection.execute(CLAIM, {**asked, **times}).all()
        return tuple(_delivery(row) for row in sorted(rows, key=lambda row: (row.fire_at, row.id)))

    def free_all(self) -> None:
        """Let go of what a program that died had taken on; only right while no other is at work."""
        self._connection.execute(_FREE_ALL, {"free_at": self._now})

    def ask(self, id_: DeliveryId, owner: str) -> None:
        """Note that a platform is about to be asked to post a message.

        If nobody comes back to say what it answered, whoever claims the message next is told so.
        """
        self._connection.execute(_ASK, {"delivery": id_, "by": owner})

    def sent(self, id_: DeliveryId, owner: str, ref: str) -> bool:
        """Note that a message was sent and stands as `ref`; return whether it was the owner's."""
        done = self._finish(id_, owner, status=DeliveryStatus.SENT, platform_ref=ref, problem=None)
        if done is None:
            return False
        keep_receipt(self._connection, done, ref)
        return True

    def stand(self, id_: DeliveryId, owner: str, ref: str) -> None:
        """Note that a part of a message stands as `ref`, so that the next attempt goes on there."""
        held = {"delivery": id_, "by": owner, "ref": ref}
        if row := self._connection.execute(_STAND, held).one_or_none():
            keep_receipt(self._connection, row, ref)

    def later(
        self, id_: DeliveryId, owner: str, at: datetime, problem: str, *, counts: bool = True
    ) -> bool:
        """Let a message wait until `at`; return whether it was the owner's.

        If a newer one of the same message waits by now, that one waits in its place. An attempt
        that does not count is one in which nobody was asked.
        """
        given_back = 0 if counts else 1
        done = self._connection.execute(
            _LATER,
            {
                "delivery": id_,
                "by": owner,
                "until": at,
                "problem": problem,
                "given_back": given_back,
            },
        ).one_or_none()
        if done is None:
            return False
        if done.status == DeliveryStatus.SKIPPED:
            self._connection.execute(
                _PUT_OFF, {"about": done.subject, "place": done.address_key, "until": at}
            )
        return True

    def anew(self, id_: DeliveryId, owner: str) -> None:
        """Have a message posted anew, since what it was to replace is not there any more."""
        held = {"delivery": id_, "by": owner, "ref": None}
        if row := self._connection.execute(_STAND, held).one_or_none():
            drop_receipt(self._connection, row)
            self.later(id_, owner, self._now, "replaced-gone")

    def unknown(self, id_: DeliveryId, owner: str) -> bool:
        """Give a message up that may have arrived or not; return whether it was the owner's."""
        done = self._finish(id_, owner, status=DeliveryStatus.UNKNOWN)
        return done is not None

    def unsaid(self, id_: DeliveryId, owner: str) -> bool:
        """Give a private word up that did not get through; return whether it was the owner's."""
        return self._finish(id_, owner, status=DeliveryStatus.UNSAID) is not None

    def unsaid_to(self, accounts: Collection[Account], since: datetime) -> tuple[Notice, ...]:
        """Return what was wanted since an instant and did not get through, the newest first."""
        rows = self._connection.execute(
            _UNSAID,
            {
                "workspaces": [account.workspace for account in accounts],
                "places": [address_key(ToAccount(account.id)) for account in accounts],
                "since": since,
            },
        )
        return tuple(_NOTICE.validate_json(row.notice) for row in rows)

    def dead(self, id_: DeliveryId, owner: str, problem: str) -> bool:
        """Give a message up, with a code that says why; return whether it was the owner's."""
        done = self._finish(id_, owner, status=DeliveryStatus.DEAD, problem=problem)
        return done is not None

    def skip(self, id_: DeliveryId, owner: str) -> bool:
        """Drop a message that nobody wants any more; return whether it was the owner's."""
        return self._finish(id_, owner, status=DeliveryStatus.SKIPPED) is not None

    def next_at(self) -> datetime | None:
        """Return when a delivery is free to be taken on next, or None."""
        return self._connection.execute(_NEXT_AT).scalar_one()

    def prune(self, before: datetime) -> int:
        """Delete what is over and was wanted before an instant; return how many."""
        return self._connection.execute(_PRUNE, {"before": before}).rowcount

    def _finish(self, id_: DeliveryId, owner: str, **values: object) -> AnyRow | None:
        """End an owner's hold on a delivery; None if it has been somebody else's meanwhile."""
        return self._connection.execute(
            _FINISH, {"delivery": id_, "by": owner, "free_at": None, **values}
        ).one_or_none()


@cache
def _putting(dialect: str) -> ReturningInsert[str]:
    statement = insert_into(dialect, DeliveryRow)
    sooner = earlier_of(col(DeliveryRow.fire_at), statement.excluded.fire_at)
    put_off = col(DeliveryRow.free_at) != col(DeliveryRow.fire_at)
    return statement.on_conflict_do_update(
        index_elements=["subject", "address_key"],
        index_where=text("status = 'pending'"),
        set_={
            "fire_at": sooner,
            "free_at": case((put_off, col(DeliveryRow.free_at)), else_=sooner),
        },
    ).returning(col(DeliveryRow.id))


def _delivery(row: AnyRow) -> Delivery:
    return Delivery(
        id=row.id,
        workspace=row.workspace_id,
        address=_ADDRESS.validate_json(row.address),
        notice=_NOTICE.validate_json(row.notice),
        subject=row.subject,
        fire_at=row.fire_at,
        attempts=row.attempts,
        is_unanswered=row.problem == UNANSWERED,
    )
