"""Forms that came back for another look, as they were typed."""

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "returned_form",
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("ask", sa.String(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspace.id"],
            name="fk_returned_form_workspace_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workspace_id", "external_id", "ask", name="pk_returned_form"),
    )
    op.create_index("ix_returned_form_at", "returned_form", ["at"])


def downgrade() -> None:
    op.drop_index("ix_returned_form_at", "returned_form")
    op.drop_table("returned_form")
