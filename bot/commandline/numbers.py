"""Says how much an archive holds."""

from collections.abc import Mapping
from typing import Final

from workflows.archives.parts import Part

PART_NAMES: Final[Mapping[Part, tuple[str, str]]] = {
    Part.RECORDS: ("record", "records"),
    Part.ACTIONS: ("action item", "action items"),
}
"""What one thing of a part is called, and several."""


def in_numbers(counts: Mapping[Part, int]) -> str:
    """Return how many things of each part there are."""
    return ", ".join(counted(counts.get(part, 0), *names) for part, names in PART_NAMES.items())


def counted(count: int, one: str, several: str) -> str:
    """Return how many there are of something."""
    return f"{count:,} {one if count == 1 else several}"
