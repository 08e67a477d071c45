"""A measured figure beside its goal, as one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: how much it is, what that is compared with, and the goal."""

    what: str
    measured: str
    ratio: str
    goal: str
    is_met: bool

    @override
    def __str__(self) -> str:
        verdict = "met" if self.is_met else "missed"
        goal = f"goal {self.goal}"
        return f"{self.what:<40}{self.measured:<28}{goal:<17}{verdict:<8}{self.ratio}"


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that so many percent of the values do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * percent // 100) - 1)]


def milliseconds(seconds: float) -> str:
    """Return a time in milliseconds, as people read it."""
    return f"{seconds * 1000:.1f} ms"
