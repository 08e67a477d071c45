"""Writes the files that tell Slack what Concord is: manifest.yaml and manifest.socket.yaml.

python -m scripts.make_manifest
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml  # type: ignore[import-untyped] # it has no types

from bot.platforms.slack.installing.manifest import (
    ADDRESS,
    Manifest,
    http_manifest,
    socket_manifest,
)

ROOT: Final = Path(__file__).resolve().parent.parent
_MADE: Final = (
    "# Made by `python -m scripts.make_manifest`; docs/slack.md says what to do with it.\n"
)
_REPLACE: Final = f"# Put the address of your Concord in place of {ADDRESS}.\n"


def files() -> Mapping[str, str]:
    """Return the text of each file by its name."""
    return {
        "manifest.yaml": _MADE + _REPLACE + _written(http_manifest()),
        "manifest.socket.yaml": _MADE + _written(socket_manifest()),
    }


def _written(manifest: Manifest) -> str:
    everything_once = json.loads(json.dumps(manifest))  # YAML would refer back to what comes twice
    text: str = yaml.safe_dump(everything_once, sort_keys=False, width=90, allow_unicode=True)
    return text


if __name__ == "__main__":
    for name, text in files().items():
        ROOT.joinpath(name).write_text(text, encoding="utf-8")
        print(f"{name}: {text.count(chr(10))} lines")
