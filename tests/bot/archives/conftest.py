"""An archive to do harm to."""

import shutil
from pathlib import Path

import pytest

from tests.archived import write_archive


@pytest.fixture(scope="session")
def good_archive(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good archive with records of several kinds, links and action items."""
    return write_archive(sqlite_template, tmp_path_factory.mktemp("archive"), 6)


@pytest.fixture
def harmed(good_archive: Path, tmp_path: Path) -> Path:
    """A copy of it, to do harm to."""
    return Path(shutil.copy(good_archive, tmp_path))
