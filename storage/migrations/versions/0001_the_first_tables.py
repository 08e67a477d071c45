"""The first tables."""

import sqlalchemy as sa
from alembic import op

from storage.types import JSONText, UTCDateTime

revision = "0001"
down_revision = None

TABLES = (
    "bucket",
    "channel",
    "counter",
    "edition",
    "message",
    "occurrence",
    "partnership",
    "person",
    "setting",
    "workspace",
    "account",
    "delivery",
    "party",
    "receipt",
    "schedule",
    "team",
    "conversation",
    "home",
    "member",
    "record",
    "participation",
    "record_edition",
    "signature",
)


def upgrade() -> None:
    op.create_table(
        "bucket",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("tat", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_bucket"),
    )
    op.create_table(
        "channel",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_channel"),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counter"),
    )
    op.create_table(
        "edition",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("workflow", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_edition"),
    )
    op.create_table(
        "message",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("view", JSONText(), nullable=True),
        sa.Column("only", sa.String(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=True),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_message"),
        sa.UniqueConstraint("nonce", name="uq_message_nonce"),
    )
    op.create_index("ix_message_channel", "message", ["channel", "thread", "number"])
    op.create_index("ix_message_seq", "message", ["seq"])
    op.create_table(
        "occurrence",
        sa.Column("schedule_id", sa.String(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("done_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("schedule_id", "occurrence", name="pk_occurrence"),
    )
    op.create_table(
        "partnership",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_partnership"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
    op.create_table(
        "workspace",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workspace"),
        sa.UniqueConstraint("platform", "external_id", name="uq_workspace_platform"),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("last_seen_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_account_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_account_workspace_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("workspace_id", "external_id", name="uq_account_workspace_id"),
    )
    op.create_index("ix_account_person_id", "account", ["person_id"])
    op.create_table(
        "delivery",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("address_key", sa.String(), nullable=False),
        sa.Column("address", JSONText(), nullable=False),
        sa.Column("notice", JSONText(), nullable=False),
        sa.Column("fire_at", UTCDateTime(), nullable=False),
        sa.Column("free_at", UTCDateTime(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("platform_ref", sa.String(), nullable=True),
        sa.Column("problem", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_delivery_workspace_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
    )
    op.create_index("ix_delivery_free_at", "delivery", ["free_at"])
    op.create_index("ix_delivery_subject", "delivery", ["subject", "address_key", "status"])
    op.create_index("ix_delivery_workspace_id", "delivery", ["workspace_id"])
    op.create_index(
        "uq_delivery_waiting",
        "delivery",
        ["subject", "address_key"],
        unique=True,
        postgresql_where=sa.text("status = 'pending'"),
        sqlite_where=sa.text("status = 'pending'"),
    )
    op.create_table(
        "party",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("partnership_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnership.id"],
            name="fk_party_partnership_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_party"),
    )
    op.create_index("ix_party_partnership_id", "party", ["partnership_id"])
    op.create_table(
        "receipt",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("address_key", sa.String(), nullable=False),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("platform_ref", sa.String(), nullable=False),
        sa.Column("delivery_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_receipt_workspace_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("subject", "address_key", name="pk_receipt"),
    )
    op.create_index("ix_receipt_workspace_id", "receipt", ["workspace_id"])
    op.create_table(
        "schedule",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workspace_id", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("duty", JSONText(), nullable=False),
        sa.Column("rule", JSONText(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("next_at", UTCDateTime(), nullable=True),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_schedule_workspace_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_schedule"),
    )
    op.create_index("ix_schedule_next_at", "schedule", ["next_at"])
    op.create_index("ix_schedule_subject", "schedule", ["subject"])
    op.create_index("ix_schedule_workspace_id", "schedule", ["workspace_id"])
    op.create_table(
        "team",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("partnership_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnership.id"],
            name="fk_team_partnership_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
    )
    op.create_index("ix_team_partnership_id", "team", ["partnership_id"])
    op.create_table(
        "conversation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("workflow", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", JSONText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name="fk_conversation_team_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
    )
    op.create_index("ix_conversation_team_id", "conversation", ["team_id", "status"])
    op.create_table(
        "home",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("workspace_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name="fk_home_team_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_home_workspace_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_home"),
        sa.UniqueConstraint("workspace_id", "channel", name="uq_home_workspace_id"),
    )
    op.create_index("ix_home_team_id", "home", ["team_id"])
    op.create_table(
        "member",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("party_id", sa.String(), nullable=True),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("joined_at", UTCDateTime(), nullable=True),
        sa.Column("left_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_member_party_id", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_member_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name="fk_member_team_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
    )
    op.create_index("ix_member_person_id", "member", ["person_id"])
    op.create_index("ix_member_team_id", "member", ["team_id"])
    op.create_index(
        "uq_member_seat",
        "member",
        ["team_id", "person_id"],
        unique=True,
        postgresql_where=sa.text("left_at IS NULL"),
        sqlite_where=sa.text("left_at IS NULL"),
    )
    op.create_table(
        "record",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("partnership_id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("privacy", sa.String(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partnership_id"],
            ["partnership.id"],
            name="fk_record_partnership_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name="fk_record_team_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
    )
    op.create_index("ix_record_partnership_id", "record", ["partnership_id"])
    op.create_index("ix_record_team_id", "record", ["team_id"])
    op.create_table(
        "participation",
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("place", JSONText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name="fk_participation_conversation_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name="fk_participation_member_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "member_id", name="pk_participation"),
    )
    op.create_index("ix_participation_member_id", "participation", ["member_id"])
    op.create_table(
        "record_edition",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", JSONText(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name="fk_record_edition_conversation_id",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name="fk_record_edition_record_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", "number", name="pk_record_edition"),
    )
    op.create_index("ix_record_edition_conversation_id", "record_edition", ["conversation_id"])
    op.create_table(
        "signature",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("signed_at", UTCDateTime(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name="fk_signature_member_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["record_id", "number"],
            ["record_edition.record_id", "record_edition.number"],
            name="fk_signature_record_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("record_id", "number", "member_id", name="pk_signature"),
    )
    op.create_index("ix_signature_member_id", "signature", ["member_id"])


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
