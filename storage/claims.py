"""How far a message on its way has come, and the statement that takes on those whose time it is."""

from enum import StrEnum
from typing import Final

from sqlalchemy import Exists, bindparam, exists, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.tables.clockwork import DeliveryRow
from storage.tables.people import WorkspaceRow


class DeliveryStatus(StrEnum):
    """How far a message has come; `unknown` is over, and may have arrived or not.

    `unsaid` is over, too: whom it was for takes no private messages.
    """

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"
    DEAD = "dead"
    UNKNOWN = "unknown"
    UNSAID = "unsaid"


def another(status: DeliveryStatus) -> Exists:
    """Return whether there is a delivery of the same message to the same place."""
    other = aliased(DeliveryRow)
    return exists().where(
        col(other.subject) == col(DeliveryRow.subject),
        col(other.address_key) == col(DeliveryRow.address_key),
        col(other.status) == status,
    )


_CHOSEN: Final = (
    select(col(DeliveryRow.id))
    .where(col(DeliveryRow.free_at) <= bindparam("now"))
    .where(
        col(DeliveryRow.workspace_id).in_(
            select(col(WorkspaceRow.id)).where(
                col(WorkspaceRow.platform).in_(bindparam("platforms", expanding=True))
            )
        )
    )
    .where(
        or_(
            col(DeliveryRow.status) == DeliveryStatus.SENDING,
            ~another(DeliveryStatus.SENDING),
        )
    )
    .order_by(col(DeliveryRow.free_at), col(DeliveryRow.id))
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("chosen")
)
CLAIM: Final = (
    update(DeliveryRow)
    .where(col(DeliveryRow.id).in_(select(_CHOSEN.c.id)))
    .values(
        status=DeliveryStatus.SENDING,
        attempts=col(DeliveryRow.attempts) + 1,
        free_at=bindparam("until"),
        owner=bindparam("by"),
    )
    .returning(DeliveryRow)
)
