"""How long a newcomer waits: from the start in an empty folder until the first page is there."""

from benchmarks.figures import Figure
from benchmarks.program import running_concord, seconds_of

TIMES = 3
MOST_SECONDS = 2.0


def measure() -> Figure:
    """Start Concord, and compare with starting Python; the best of a few times counts."""
    seconds = min(_seconds() for _ in range(TIMES))
    python = min(seconds_of("-c", "") for _ in range(TIMES))
    return Figure(
        what="Start to first page",
        measured=f"{seconds:.2f} s",
        ratio=f"{seconds / python:.0f} times starting Python",
        goal=f"≤ {MOST_SECONDS:g} s",
        is_met=seconds <= MOST_SECONDS,
    )


def _seconds() -> float:
    with running_concord() as (_, seconds):
        return seconds
