"""Codes that link a channel to a team, or an account to a person."""

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0003"
down_revision = "0002"

OWNERS = ("person", "team")


def upgrade() -> None:
    for owner in OWNERS:
        table = f"{owner}_code"
        op.create_table(
            table,
            sa.Column(f"{owner}_id", sa.String(), nullable=False),
            sa.Column("hash", sa.String(), nullable=False),
            sa.Column("ends_at", UTCDateTime(), nullable=False),
            sa.ForeignKeyConstraint(
                [f"{owner}_id"],
                [f"{owner}.id"],
                name=f"fk_{table}_{owner}_id",
                ondelete="CASCADE",
            ),
            sa.PrimaryKeyConstraint(f"{owner}_id", name=f"pk_{table}"),
            sa.UniqueConstraint("hash", name=f"uq_{table}_hash"),
        )


def downgrade() -> None:
    for owner in reversed(OWNERS):
        op.drop_table(f"{owner}_code")
