"""Fixtures that every test may ask for."""

from tests.databases import (
    bare_url,
    clock,
    database,
    database_url,
    postgres_database,
    postgres_server,
    postgres_url,
    sqlite_database,
    sqlite_template,
    sqlite_url,
)

__all__ = [
    "bare_url",
    "clock",
    "database",
    "database_url",
    "postgres_database",
    "postgres_server",
    "postgres_url",
    "sqlite_database",
    "sqlite_template",
    "sqlite_url",
]
