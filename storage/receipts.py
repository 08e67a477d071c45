"""The repository of receipts: where each message stands on its platform."""

from typing import Final

from sqlalchemy import Connection, bindparam, select
from sqlmodel import col

from storage.addresses import address_key
from storage.tables.clockwork import ReceiptRow
from workflows.notices import Address

_REF: Final = select(col(ReceiptRow.platform_ref)).where(
    col(ReceiptRow.subject) == bindparam("subject"),
    col(ReceiptRow.address_key) == bindparam("address_key"),
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
