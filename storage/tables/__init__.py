"""The tables, and METADATA, which knows them all."""

from storage.tables import board, clockwork, conversations, people, returned, slack
from storage.tables.schema import METADATA

__all__ = ["METADATA", "board", "clockwork", "conversations", "people", "returned", "slack"]
