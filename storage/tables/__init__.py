"""The tables, and METADATA, which knows them all."""

from storage.tables import (
    actions,
    board,
    clockwork,
    conversations,
    people,
    records,
    returned,
    slack,
)
from storage.tables.schema import METADATA

__all__ = [
    "METADATA",
    "actions",
    "board",
    "clockwork",
    "conversations",
    "people",
    "records",
    "returned",
    "slack",
]
