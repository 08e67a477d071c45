"""Fixtures that every test may ask for."""

from pathlib import Path

import pytest

from storage.engines import SQLITE_PRAGMAS
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


@pytest.fixture(autouse=True)
def nothing_is_to_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite not wait for the disk: no test cuts the power, and the waiting adds up."""
    monkeypatch.setitem(SQLITE_PRAGMAS, "synchronous", "OFF")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden files anew."""
    parser.addoption("--rewrite", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long walks, so that no worker is left alone with one at the end.

    Measuring coverage doubles the time. So it is not measured where it was measured already: in
    stories of the whole program, and on PostgreSQL what has just run on SQLite. Only in storage
    do the two differ in what they run.
    """
    items.sort(key=lambda item: item.get_closest_marker("no_cover") is None)
    for item in items:
        folder = item.path.relative_to(_TESTS).parts[0]
        if folder in _STORIES or ("postgres" in item.name and folder != "storage"):
            item.add_marker("no_cover")


_TESTS = Path(__file__).parent
_STORIES = {"browser", "discord", "slack"}
