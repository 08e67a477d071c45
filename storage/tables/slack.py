"""Tables of where Slack has let Concord in, with which tokens, and what it has sent lately."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field

from storage.tables.schema import Table
from storage.types import UTCDateTime


class InstallationRow(Table, table=True):
    """Concord in one Slack workspace, or in a whole organisation (then `team` is empty).

    `id` is Slack's id of the one or the other. The tokens are sealed (see storage.secrets).
    `generation` is another one after each installation, so that nothing that began with an earlier
    one changes its tokens. `leased_until` is set while somebody fetches new tokens.
    """

    __tablename__ = "slack_installation"

    id: str = Field(primary_key=True)
    team: str
    org: str
    name: str
    app: str
    bot_user: str
    bot: str
    installer: str
    scopes: str
    bot_token: str = Field(sa_type=Text)
    refresh_token: str = Field(sa_type=Text)
    expires_at: datetime | None = Field(default=None, sa_type=UTCDateTime, index=True)
    generation: str = Field(unique=True)
    installed_at: datetime = Field(sa_type=UTCDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    leased_until: datetime | None = Field(default=None, sa_type=UTCDateTime)


class SlackTeamRow(Table, table=True):
    """Which workspace of ours is which of Slack's; `left_at`: its organisation took Concord out."""

    __tablename__ = "slack_team"

    team: str = Field(primary_key=True)
    org: str
    workspace_id: str = Field(foreign_key="workspace.id", ondelete="CASCADE", unique=True)
    left_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class InstallStateRow(Table, table=True):
    """An installation that somebody has begun in a browser: hashes only, and gone once used."""

    __tablename__ = "install_state"

    state: str = Field(primary_key=True)
    browser: str
    team: str
    ends_at: datetime = Field(sa_type=UTCDateTime, index=True)


class SlackEventRow(Table, table=True):
    """An event of Slack's that was done: a hash of its id, and when; gone a while later."""

    __tablename__ = "slack_event"

    key: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime, index=True)
