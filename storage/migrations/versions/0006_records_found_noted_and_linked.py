"""Records are found by their words, noted beside, and linked with each other."""

import sqlalchemy as sa
from alembic import op

from workflows.record_words import record_text
from workflows.records import read_content

revision = "0006"
down_revision = "0005"

A_BATCH = 500

SQLITE_INDEX = (
    """
    CREATE VIRTUAL TABLE record_index USING fts5(
        title, words, content='record_text', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO record_index (record_index) VALUES ('rebuild')",
)
POSTGRES_INDEX = (
    """
    CREATE INDEX record_index ON record_text
    USING gin (array_to_tsvector(string_to_array(words, ' ')))
    """,
)


def upgrade() -> None:
    op.create_table(
        "record_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name="fk_record_text_record_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_record_text"),
        sa.UniqueConstraint("record_id", name="uq_record_text_record_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "record_note",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id", "number"],
            ["record_edition.record_id", "record_edition.number"],
            name="fk_record_note_record_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name="fk_record_note_member_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", "number", "member_id", name="pk_record_note"),
    )
    op.create_index("ix_record_note_member_id", "record_note", ["member_id"])
    op.create_table(
        "record_link",
        sa.Column("from_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_id"], ["record.id"], name="fk_record_link_from_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["to_id"], ["record.id"], name="fk_record_link_to_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("from_id", "to_id", "kind", name="pk_record_link"),
    )
    op.create_index("ix_record_link_to_id", "record_link", ["to_id"])
    index_records()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE_INDEX if is_sqlite else POSTGRES_INDEX:
        op.execute(statement)


def index_records() -> None:
    """Index what is there already, some at a time."""
    page = sa.text(
        "SELECT record.id, title, CAST(content AS TEXT) AS content FROM record"
        " JOIN record_edition ON record_id = record.id"
        " WHERE number = (SELECT MAX(number) FROM record_edition WHERE record_id = record.id)"
        " AND record.id > :last ORDER BY record.id LIMIT :most"
    )
    keep = sa.text("INSERT INTO record_text (record_id, title, words) VALUES (:id, :title, :words)")
    bind, last = op.get_bind(), ""
    while rows := bind.execute(page, {"last": last, "most": A_BATCH}).all():
        bind.execute(keep, [indexed(row) for row in rows])
        last = rows[-1].id


def indexed(row: sa.Row[tuple[str, str, str]]) -> dict[str, str]:
    text = record_text(row.title, read_content(row.content))
    return {"id": row.id, "title": " ".join(text.title), "words": " ".join(text.words)}


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE record_index")
    for table in ("record_link", "record_note", "record_text"):
        op.drop_table(table)
