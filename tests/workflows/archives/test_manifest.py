"""The manifest of an archive tells what is in it, and not when it was made."""

import tomllib
from pathlib import Path

from tests.storage.samples import PARTNERSHIP
from workflows.archives.manifest import CONCORD, listed, manifest_of, read_manifest
from workflows.archives.shape import kept_partnership

PROJECT = Path(__file__).parents[3] / "pyproject.toml"
FRAME = kept_partnership(PARTNERSHIP, [])


def test_a_manifest_lists_files_by_their_paths_and_comes_back_as_it_was() -> None:
    files = [listed("index.html", b"<h1>"), listed("a.json", b"{}")]

    manifest = manifest_of(FRAME, files, None)

    assert manifest.files == (files[1], files[0])
    assert read_manifest(manifest.as_json()) == manifest


def test_a_manifest_names_the_edition_of_concord_that_made_it() -> None:
    project = tomllib.loads(PROJECT.read_text())["project"]

    assert project["version"] == CONCORD
