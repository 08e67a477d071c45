"""The repository of codes that people type to link a channel to a team, or accounts to a person."""

import hashlib
import re
import secrets
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select
from sqlmodel import col

from storage.statements import keep_rows
from storage.tables.people import PersonCodeRow, TeamCodeRow
from workflows.identifiers import PersonId, TeamId

ALPHABET: Final = "34679CDFGHJKMNPQRTVWXY"
"""No two of these look alike, and without vowels they spell no words."""

GROUPS: Final = 3
LETTERS: Final = 4
"""How a code is parted: twelve letters of this alphabet are fifty-three bits."""

_LONGEST: Final = 100
_LOOSE: Final = re.compile(r"[\W_]+")
_CODE: Final = re.compile(f"[{ALPHABET}]{{{GROUPS * LETTERS}}}")

_TEAM: Final = select(col(TeamCodeRow.team_id)).where(
    col(TeamCodeRow.hash) == bindparam("hash"), col(TeamCodeRow.ends_at) > bindparam("now")
)
_PERSON: Final = select(col(PersonCodeRow.person_id)).where(
    col(PersonCodeRow.hash) == bindparam("hash"), col(PersonCodeRow.ends_at) > bindparam("now")
)
_DROP_TEAM: Final = (
    delete(TeamCodeRow)
    .where(col(TeamCodeRow.team_id) == bindparam("team"))
    .returning(col(TeamCodeRow.team_id))
)
_DROP_PERSON: Final = (
    delete(PersonCodeRow)
    .where(col(PersonCodeRow.person_id) == bindparam("person"))
    .returning(col(PersonCodeRow.person_id))
)
_PRUNE: Final = tuple(
    delete(table).where(col(table.ends_at) <= bindparam("now"))
    for table in (TeamCodeRow, PersonCodeRow)
)


class LinkCodes:
    """Keeps codes as hashes: a team and a person have at most one each, the newest.

    A code is handed out once, when it is made, and is written down nowhere.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def new_for_team(self, team: TeamId, *, until: datetime) -> str:
        """Return a new code of a team; the former one is good for nothing from now on."""
        code = _new_code()
        row = {"team_id": team, "hash": _hash(code), "ends_at": until}
        changing = ("hash", "ends_at")
        keep_rows(self._connection, TeamCodeRow, [row], key=("team_id",), changing=changing)
        return code

    def new_for_person(self, person: PersonId, *, until: datetime) -> str:
        """Return a new code of a person; the former one is good for nothing from now on."""
        code = _new_code()
        row = {"person_id": person, "hash": _hash(code), "ends_at": until}
        changing = ("hash", "ends_at")
        keep_rows(self._connection, PersonCodeRow, [row], key=("person_id",), changing=changing)
        return code

    def team_of(self, code: str) -> TeamId | None:
        """Return the team that a typed code is of, or None."""
        values = {"hash": _hash(code), "now": self._now}
        found = self._connection.execute(_TEAM, values).scalar_one_or_none()
        return TeamId(found) if found else None

    def person_of(self, code: str) -> PersonId | None:
        """Return the person that a typed code is of, or None."""
        values = {"hash": _hash(code), "now": self._now}
        found = self._connection.execute(_PERSON, values).scalar_one_or_none()
        return PersonId(found) if found else None

    def drop_of_team(self, team: TeamId) -> bool:
        """Let a team have no code any more; say whether it had one, for only one user gets it."""
        dropped = self._connection.execute(_DROP_TEAM, {"team": team})
        return dropped.scalar_one_or_none() is not None

    def drop_of_person(self, person: PersonId) -> bool:
        """Let a person have no code any more; say whether they had one."""
        dropped = self._connection.execute(_DROP_PERSON, {"person": person})
        return dropped.scalar_one_or_none() is not None

    def prune(self) -> None:
        """Delete the codes that are too old to be used."""
        for statement in _PRUNE:
            self._connection.execute(statement, {"now": self._now})


def looks_like_code(text: str) -> bool:
    """Say whether a typed text could be a code, however it is parted and cased."""
    return _CODE.fullmatch(_bare(text)) is not None


def _new_code() -> str:
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
    return "-".join(groups)


def _bare(text: str) -> str:
    return _LOOSE.sub("", text[:_LONGEST]).upper()


def _hash(code: str) -> str:
    return hashlib.sha256(_bare(code).encode("utf-8", "surrogatepass")).hexdigest()
