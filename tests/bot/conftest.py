"""Fixtures for tests of the program as its operator sees it."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with no settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name in {"DATABASE_URL", "PORT"} or name.startswith("CONCORD_"):
            monkeypatch.delenv(name)
    return tmp_path
