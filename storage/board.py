"""The repository of the local web workspace: its channels, and what was said in them."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, func, insert, or_, select, update
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import col

from storage.statements import Values, insert_into
from storage.tables.board import ChannelRow, CounterRow, MessageRow

MOST_MESSAGES: Final = 200
"""How many messages are handed out at once unless told: more than a screen ever shows."""

_CHANGES: Final = "board"
"""The counter of changes on the board."""


@dataclass(frozen=True, slots=True)
class BoardChannel:
    """A channel; the id is its slug."""

    id: str
    name: str
    topic: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class BoardPost:
    """Something to be put up. The same `nonce` never makes a second message.

    `author` is the external id of an account, or `concord`. `view` is JSON. `thread` is the id of
    the message that is answered; `only` is the one account that may see it.
    """

    channel: str
    author: str
    text: str = ""
    view: str | None = None
    thread: str | None = None
    only: str | None = None
    pinned: bool = False
    nonce: str | None = None


@dataclass(frozen=True, slots=True)
class BoardMessage:
    """What was put up, as it stands now.

    `number` is its place in the order of posting. `seq` grows with every change on the board, so
    that whoever has seen all up to a number can ask for the rest. `replies` counts the answers
    that everybody may see.
    """

    id: str
    channel: str
    thread: str | None
    author: str
    text: str
    view: str | None
    only: str | None
    at: datetime
    number: int
    seq: int
    pinned: bool
    replies: int = 0


_ANSWER: Final = aliased(MessageRow)
_REPLIES: Final = (
    select(func.count())
    .where(col(_ANSWER.channel) == col(MessageRow.channel))
    .where(col(_ANSWER.thread) == col(MessageRow.id), col(_ANSWER.only).is_(None))
    .scalar_subquery()
)
_MESSAGES: Final = select(MessageRow, _REPLIES.label("replies"))
_BY_ID: Final = _MESSAGES.where(col(MessageRow.id) == bindparam("id"))
_BY_NONCE: Final = _MESSAGES.where(col(MessageRow.nonce) == bindparam("nonce"))
_MAY_BE_SEEN: Final = or_(
    col(MessageRow.only).is_(None), col(MessageRow.only) == bindparam("persona")
)
_NEWEST: Final = (
    _MESSAGES.where(col(MessageRow.channel) == bindparam("channel"), _MAY_BE_SEEN)
    .where(col(MessageRow.seq) > bindparam("after_seq"))
    .order_by(col(MessageRow.number).desc())
    .limit(bindparam("limit"))
)
_IN_CHANNEL: Final = _NEWEST.where(col(MessageRow.thread).is_(None))
_IN_THREAD: Final = _NEWEST.where(
    or_(col(MessageRow.id) == bindparam("thread"), col(MessageRow.thread) == bindparam("thread"))
)
_LATEST: Final = (
    select(col(MessageRow.channel), func.max(col(MessageRow.number)).label("newest"))
    .where(_MAY_BE_SEEN)
    .group_by(col(MessageRow.channel))
)
_CHANGE: Final = update(MessageRow).where(col(MessageRow.id) == bindparam("message"))
_CHANNELS: Final = select(ChannelRow).order_by(col(ChannelRow.position))
_ADD_CHANNEL: Final = insert(ChannelRow).values(
    position=select(func.count()).select_from(ChannelRow).scalar_subquery()
)
_LAST_SEQ: Final = select(col(CounterRow.value)).where(col(CounterRow.name) == _CHANGES)


class Board:
    """Keeps the local web workspace, so that a restart loses nothing."""

    def __init__(self, connection: Connection, now: datetime, new_id: Callable[[], str]) -> None:
        self._connection = connection
        self._now = now
        self._new_id = new_id

    def channels(self) -> tuple[BoardChannel, ...]:
        """Return the channels in the order they were made."""
        rows = self._connection.execute(_CHANNELS)
        return tuple(
            BoardChannel(id=row.id, name=row.name, topic=row.topic, created_at=row.created_at)
            for row in rows
        )

    def add_channel(self, id_: str, name: str, *, topic: str = "") -> BoardChannel:
        """Make a channel with a slug of its own, and return it."""
        channel = BoardChannel(id=id_, name=name, topic=topic, created_at=self._now)
        self._connection.execute(_ADD_CHANNEL, asdict(channel))
        return channel

    def post(self, post: BoardPost) -> BoardMessage:
        """Put a message up, or return the one that came with the same nonce.

        An answer in a thread counts as a change of the message it answers.
        """
        if post.nonce and (first := self._one(_BY_NONCE, {"nonce": post.nonce})):
            return first
        seq = self._next_seq()
        row = {"id": self._new_id(), "at": self._now, "number": seq, "seq": seq, **asdict(post)}
        self._connection.execute(insert(MessageRow), row)
        if post.thread is not None:
            self._connection.execute(_CHANGE, {"message": post.thread, "seq": seq})
        return _message({**row, "replies": 0})

    def edit(self, id_: str, view: str, *, pinned: bool) -> BoardMessage | None:
        """Change what a message shows; return it, or None if there is none with this id."""
        self._connection.execute(
            _CHANGE, {"message": id_, "seq": self._next_seq(), "view": view, "pinned": pinned}
        )
        return self.get(id_)

    def get(self, id_: str) -> BoardMessage | None:
        """Return one message, whoever may see it, or None."""
        return self._one(_BY_ID, {"id": id_})

    def messages(
        self,
        channel: str,
        persona: str,
        *,
        thread: str | None = None,
        after_seq: int = 0,
        limit: int = MOST_MESSAGES,
    ) -> tuple[BoardMessage, ...]:
        """Return the newest that a person may see, in the order of posting.

        Without `thread` that is what stands in the channel itself; with it, the message that
        starts the thread and its answers. With `after_seq`, only what was changed since.
        """
        values = {
            "channel": channel,
            "persona": persona,
            "after_seq": after_seq,
            "limit": limit,
        }
        if thread is None:
            rows = self._connection.execute(_IN_CHANNEL, values)
        else:
            rows = self._connection.execute(_IN_THREAD, {**values, "thread": thread})
        return tuple(_message(row) for row in reversed(rows.mappings().all()))

    def newest_numbers(self, persona: str) -> Mapping[str, int]:
        """Return, for each channel, the number of the newest message that a person may see."""
        rows = self._connection.execute(_LATEST, {"persona": persona})
        return {row.channel: row.newest for row in rows}

    def last_seq(self) -> int:
        """Return the number of the newest change, 0 where nothing was ever posted."""
        return self._connection.execute(_LAST_SEQ).scalar_one_or_none() or 0

    def _next_seq(self) -> int:
        """Return the next number; whoever wants one after it waits for this work to end."""
        return self._connection.execute(_counting(self._connection.dialect.name)).scalar_one()

    def _one(self, statement: Select[Any], values: Values) -> BoardMessage | None:
        row = self._connection.execute(statement, values).mappings().one_or_none()
        return _message(row) if row else None


@cache
def _counting(dialect: str) -> ReturningInsert[int]:
    return (
        insert_into(dialect, CounterRow)
        .values(name=_CHANGES, value=1)
        .on_conflict_do_update(index_elements=["name"], set_={"value": col(CounterRow.value) + 1})
        .returning(col(CounterRow.value))
    )


def _message(row: Mapping[Any, Any]) -> BoardMessage:
    return BoardMessage(**{field.name: row[field.name] for field in fields(BoardMessage)})
