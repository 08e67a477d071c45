"""Discord's own document of its interface as a judge, where it is at hand.

The document and the checker that reads it are not part of Concord. They are looked for in the
folder that DISCORD_SPEC names, and beside the repository.
"""

import os
from collections.abc import Callable
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

BESIDE = Path(__file__).parents[4].parent / "shared" / "tools" / "discord"

Judge = Callable[[str, str, Any], list[str]]
"""Takes a verb, a path and a body; returns what is wrong with them."""


def judge() -> Judge:
    """Return the judge, or skip the test and say why."""
    found = _judge()
    if isinstance(found, str):
        pytest.skip(found)
    return found


@cache
def _judge() -> Judge | str:
    folder = Path(os.environ.get("DISCORD_SPEC", BESIDE))
    checker, document = folder / "validate_spec.py", folder / "openapi.json"
    spec = spec_from_file_location("validate_spec", checker) if checker.exists() else None
    if spec is None or spec.loader is None or not document.exists():
        return "Discord's OpenAPI document is not at hand (see DISCORD_SPEC)"
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except ImportError as error:
        return f"the checker of Discord's OpenAPI document needs {error.name}"
    check: Judge = module.SpecChecker.load(document).check
    return check
