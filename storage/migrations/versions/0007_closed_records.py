"""Records that are one member's alone, or open to one party's members only."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

OWNERS = {"owner_id": "member", "party_id": "party"}


def upgrade() -> None:
    with op.batch_alter_table("record") as record:
        for column, table in OWNERS.items():
            record.add_column(sa.Column(column, sa.String(), nullable=True))
            record.create_foreign_key(
                f"fk_record_{column}", table, [column], ["id"], ondelete="CASCADE"
            )
        record.create_index("ix_record_owner_id", ["owner_id"])


def downgrade() -> None:
    with op.batch_alter_table("record") as record:
        record.drop_index("ix_record_owner_id")
        for column in OWNERS:
            record.drop_constraint(f"fk_record_{column}", type_="foreignkey")
            record.drop_column(column)
