"""The guide for operators names everything that can be set and done."""

from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from bot.commandline.program import program
from bot.settings import PREFIX, Settings

GUIDE = (Path(__file__).parents[2] / "docs" / "operating.md").read_text()


@pytest.mark.parametrize(("name", "setting"), Settings.model_fields.items())
def test_an_operator_finds_every_setting_with_its_default(name: str, setting: FieldInfo) -> None:
    (row,) = [line for line in GUIDE.splitlines() if line.startswith(f"| `{name}` |")]

    assert f"`{PREFIX}{name.upper()}`" in row
    assert _told(setting.default) in row.split("|")[4]


@pytest.mark.parametrize("name", program.commands)
def test_an_operator_finds_every_command(name: str) -> None:
    assert f"\n| `python -m bot {name}" in GUIDE


def _told(default: object) -> str:
    """Return a default as an operator would write it."""
    written = str(default).lower() if isinstance(default, bool) else default
    return "nothing" if written == "" else f"`{written}`"
