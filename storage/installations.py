"""The repository of Slack installations: one row for a workspace or an organisation."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, or_, select, update
from sqlmodel import col

from storage.statements import AnyRow, keep_rows
from storage.tables.slack import InstallationRow


@dataclass(frozen=True, slots=True)
class SealedInstallation:
    """Concord in one Slack workspace, or in a whole organisation; its tokens are sealed.

    `team` and `org` are Slack's ids; an installation of an organisation has no team, and that of a
    workspace may have no org. `expires_at` is None for a token that does not expire.
    """

    team: str
    org: str
    name: str
    app: str
    bot_user: str
    bot: str
    installer: str
    scopes: tuple[str, ...]
    bot_token: str
    refresh_token: str = ""
    expires_at: datetime | None = None

    @property
    def id(self) -> str:
        """Slack's id of whoever let Concord in: a workspace or an organisation."""
        return self.team or self.org


@dataclass(frozen=True, slots=True)
class Claim:
    """An installation whose tokens are to be replaced, and which installation it was by then."""

    generation: str
    installation: SealedInstallation


_FIELDS: Final = tuple(each.name for each in fields(SealedInstallation))
_FRESH: Final = ("generation", "installed_at", "ended_at", "leased_until")
_IS_ALIVE: Final = col(InstallationRow.ended_at).is_(None)
_HAS_GENERATION: Final = col(InstallationRow.generation) == bindparam("claimed")

_BY_ID: Final = select(InstallationRow).where(col(InstallationRow.id) == bindparam("id"), _IS_ALIVE)
_LIVING: Final = select(InstallationRow).where(_IS_ALIVE).order_by(col(InstallationRow.id))
_LOCKED: Final = _LIVING.with_for_update()
_END: Final = (
    update(InstallationRow)
    .where(col(InstallationRow.id) == bindparam("ended"), _IS_ALIVE)
    .where(col(InstallationRow.installed_at) <= bindparam("youngest"))
    .values(ended_at=bindparam("at"), bot_token="", refresh_token="", expires_at=None)
)
_DUE: Final = (
    select(InstallationRow)
    .where(_IS_ALIVE, col(InstallationRow.refresh_token) != "")
    .where(col(InstallationRow.expires_at) <= bindparam("before"))
    .where(
        or_(
            col(InstallationRow.leased_until).is_(None),
            col(InstallationRow.leased_until) <= bindparam("now"),
        )
    )
    .order_by(col(InstallationRow.expires_at), col(InstallationRow.id))
    .limit(1)
    .with_for_update(skip_locked=True)
)
_RENEW: Final = update(InstallationRow).where(_HAS_GENERATION, _IS_ALIVE)
_RESEAL: Final = update(InstallationRow).where(col(InstallationRow.id) == bindparam("resealed"))


class Installations:
    """Keeps who has let Concord in, and the sealed tokens that came with it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, installation: SealedInstallation, *, at: datetime, generation: str) -> None:
        """Keep an installation in place of an earlier one, also an ended one."""
        row = {
            **asdict(installation),
            "id": installation.id,
            "scopes": " ".join(installation.scopes),
            "generation": generation,
            "installed_at": at,
            "ended_at": None,
            "leased_until": None,
        }
        changing = (*_FIELDS, *_FRESH)
        keep_rows(self._connection, InstallationRow, [row], key=("id",), changing=changing)

    def find(self, id_: str) -> SealedInstallation | None:
        """Return the living installation of a workspace or an organisation, or None."""
        row = self._connection.execute(_BY_ID, {"id": id_}).one_or_none()
        return _installation(row) if row else None

    def living(self) -> tuple[SealedInstallation, ...]:
        """Return all that have not ended."""
        return tuple(map(_installation, self._connection.execute(_LIVING)))

    def end(self, id_: str, *, at: datetime, youngest: datetime) -> None:
        """Note that an installation is over, and forget its tokens, which are worth nothing now.

        One that was made after `youngest` goes on: what is heard late is about an earlier one.
        """
        values = {"ended": id_, "at": at, "youngest": youngest}
        self._connection.execute(_END, values)

    def claim(self, *, before: datetime, now: datetime, until: datetime) -> Claim | None:
        """Take on the next installation whose token expires before an instant, or return None.

        Nobody else gets it until the lease ends.
        """
        row = self._connection.execute(_DUE, {"before": before, "now": now}).one_or_none()
        if row is None:
            return None
        self.put_off(row.generation, until)
        return Claim(row.generation, _installation(row))

    def put_off(self, generation: str, until: datetime) -> None:
        """Let nobody take this installation on before an instant."""
        self._connection.execute(_RENEW, {"claimed": generation, "leased_until": until})

    def renew(
        self, generation: str, *, bot_token: str, refresh_token: str, expires_at: datetime | None
    ) -> bool:
        """Keep new sealed tokens, and say whether they were still wanted.

        They are not where the installation has ended, or was made anew, since it was claimed.
        """
        values = {
            "claimed": generation,
            "bot_token": bot_token,
            "refresh_token": refresh_token,
            "expires_at": expires_at,
            "leased_until": None,
        }
        return self._connection.execute(_RENEW, values).rowcount > 0

    def to_reseal(self) -> tuple[SealedInstallation, ...]:
        """Return all that have not ended; nobody else changes them until this work is done."""
        return tuple(map(_installation, self._connection.execute(_LOCKED)))

    def reseal(self, id_: str, *, bot_token: str, refresh_token: str) -> None:
        """Keep the same tokens as another key has sealed them."""
        values = {"resealed": id_, "bot_token": bot_token, "refresh_token": refresh_token}
        self._connection.execute(_RESEAL, values)


def _installation(row: AnyRow) -> SealedInstallation:
    values = {name: getattr(row, name) for name in _FIELDS}
    return SealedInstallation(**{**values, "scopes": tuple(row.scopes.split())})
