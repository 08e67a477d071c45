"""How long `python -m bot --help` takes: it loads nothing heavy."""

from benchmarks.figures import Figure
from benchmarks.program import seconds_of

TIMES = 9
MOST_SECONDS = 0.25


def measure() -> Figure:
    """Ask for help, and compare with starting Python; the best of a few times counts."""
    seconds = min(seconds_of("-m", "bot", "--help") for _ in range(TIMES))
    python = min(seconds_of("-c", "") for _ in range(TIMES))
    return Figure(
        what="python -m bot --help",
        measured=f"{seconds:.2f} s",
        ratio=f"{seconds / python:.1f} times starting Python",
        goal=f"≤ {MOST_SECONDS:g} s",
        is_met=seconds <= MOST_SECONDS,
    )
