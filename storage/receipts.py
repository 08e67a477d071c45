"""The repository of receipts: where each message stands on its platform."""

from typing import Final

from sqlalchemy import Connection, bindparam, delete, select
from sqlmodel import col

from storage.addresses import address_key
from storage.statements import AnyRow, keep_rows
from storage.tables.clockwork import ReceiptRow
from workflows.notices import Address

_REF: Final = select(col(ReceiptRow.platform_ref)).where(
    col(ReceiptRow.subject) == bindparam("subject"),
    col(ReceiptRow.address_key) == bindparam("address_key"),
)
_DROP: Final = delete(ReceiptRow).where(
    col(ReceiptRow.subject) == bindparam("about"),
    col(ReceiptRow.address_key) == bindparam("place"),
)


class Receipts:
    """Tells which message a new one of the same subject is to replace; the outbox writes them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ref_of(self, subject: str, address: Address) -> str | None:
        """Return the platform's reference of a message that was sent, or None."""
        return self._connection.execute(
            _REF, {"subject": subject, "address_key": address_key(address)}
        ).scalar_one_or_none()

    def forget(self, subject: str, address: Address) -> None:
        """Forget where a message stands, so that the next one of its subject is posted anew."""
        self._connection.execute(_DROP, {"about": subject, "place": address_key(address)})


def keep_receipt(connection: Connection, delivery: AnyRow, ref: str) -> None:
    """Note where the message of a delivery stands, in place of an earlier one."""
    row = {
        "subject": delivery.subject,
        "address_key": delivery.address_key,
        "workspace_id": delivery.workspace_id,
        "platform_ref": ref,
        "delivery_id": delivery.id,
    }
    key, changing = ("subject", "address_key"), ("platform_ref", "delivery_id")
    keep_rows(connection, ReceiptRow, [row], key=key, changing=changing)


def drop_receipt(connection: Connection, delivery: AnyRow) -> None:
    """Forget where the message of a delivery stood, for it does not stand there any more."""
    connection.execute(_DROP, {"about": delivery.subject, "place": delivery.address_key})
