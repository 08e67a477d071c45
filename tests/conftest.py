"""Fixtures that every test may ask for."""

import pytest

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


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the database as long as a busy computer takes; tests about waiting set their own."""
    for module in ("database", "engines"):
        monkeypatch.setattr(f"storage.{module}.PATIENCE_SECONDS", 60.0)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden files anew."""
    parser.addoption("--rewrite", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long walks, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("no_cover") is None)
