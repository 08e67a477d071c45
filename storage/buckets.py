"""The repository of rate limits: one time line each, from which slots are taken."""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final

from sqlalchemy import BigInteger, Connection, bindparam, delete, func, select
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import col

from storage.statements import Insert, insert_into, later_of
from storage.tables.clockwork import BucketRow

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)

_LATEST: Final = select(func.max(col(BucketRow.tat))).where(
    col(BucketRow.key).in_(bindparam("keys", expanding=True))
)
_CLEAR: Final = delete(BucketRow).where(col(BucketRow.key).in_(bindparam("keys", expanding=True)))


class Buckets:
    """Keeps rate limits (generic cell rate algorithm): a row says when the next slot is free."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def reserve(self, key: str, *, now: datetime, interval: timedelta, count: int = 1) -> datetime:
        """Take the next free slots, one an interval, and return when the first of them is."""
        wanted = (interval // _MICROSECOND) * count
        tat = self._connection.execute(
            _reserving(self._connection.dialect.name),
            {"key": key, "start": _microseconds(now), "wanted": wanted},
        ).scalar_one()
        return _instant(tat - wanted)

    def free_at(self, *keys: str) -> datetime:
        """Return when the next slot is free under all of these; long ago if none was ever met."""
        return _instant(self._connection.execute(_LATEST, {"keys": keys}).scalar_one() or 0)

    def is_met(self, key: str) -> bool:
        """Return whether a limit was ever met, and has not been cleared since."""
        return self.free_at(key) > _EPOCH

    def clear(self, *keys: str) -> None:
        """Forget that these limits were ever met."""
        self._connection.execute(_CLEAR, {"keys": keys})

    def push(self, key: str, until: datetime) -> None:
        """Leave no slot free before an instant, as a platform that was asked too often demands."""
        self._connection.execute(
            _pushing(self._connection.dialect.name), {"key": key, "tat": _microseconds(until)}
        )


@cache
def _reserving(dialect: str) -> ReturningInsert[int]:
    start, wanted = bindparam("start", type_=BigInteger), bindparam("wanted", type_=BigInteger)
    return (
        insert_into(dialect, BucketRow)
        .values(tat=start + wanted)
        .on_conflict_do_update(
            index_elements=["key"], set_={"tat": later_of(col(BucketRow.tat), start) + wanted}
        )
        .returning(col(BucketRow.tat))
    )


@cache
def _pushing(dialect: str) -> Insert:
    statement = insert_into(dialect, BucketRow)
    later = later_of(col(BucketRow.tat), statement.excluded.tat)
    return statement.on_conflict_do_update(index_elements=["key"], set_={"tat": later})


def _microseconds(instant: datetime) -> int:
    return (instant - _EPOCH) // _MICROSECOND


def _instant(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)
