"""Where Slack has let Concord in, and what it has sent lately."""

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0002"
down_revision = "0001"

TABLES = ("install_state", "slack_event", "slack_installation", "slack_team")


def upgrade() -> None:
    op.create_table(
        "install_state",
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("browser", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("state", name="pk_install_state"),
    )
    op.create_index("ix_install_state_ends_at", "install_state", ["ends_at"])
    op.create_table(
        "slack_event",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_slack_event"),
    )
    op.create_index("ix_slack_event_at", "slack_event", ["at"])
    op.create_table(
        "slack_installation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("org", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("app", sa.String(), nullable=False),
        sa.Column("bot_user", sa.String(), nullable=False),
        sa.Column("bot", sa.String(), nullable=False),
        sa.Column("installer", sa.String(), nullable=False),
        sa.Column("scopes", sa.String(), nullable=False),
        sa.Column("bot_token", sa.Text(), nullable=False),
        sa.Column("refresh_token", sa.Text(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=True),
        sa.Column("generation", sa.String(), nullable=False),
        sa.Column("installed_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("leased_until", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_slack_installation"),
        sa.UniqueConstraint("generation", name="uq_slack_installation_generation"),
    )
    op.create_index("ix_slack_installation_expires_at", "slack_installation", ["expires_at"])
    op.create_table(
        "slack_team",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("org", sa.String(), nullable=False),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("left_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name="fk_slack_team_workspace_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("team", name="pk_slack_team"),
        sa.UniqueConstraint("workspace_id", name="uq_slack_team_workspace_id"),
    )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
