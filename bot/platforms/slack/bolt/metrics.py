"""Counts what Slack sends and how long answers take, in the text form that Prometheus reads.

Labels come from short lists in the code; nothing that a person or a stranger sent is in them.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from typing import Final

OUTCOME: Final = "concord_outcome"
"""Where a request's context notes its outcome, if it is not DONE."""

BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Upper bounds in seconds; Slack waits for three."""


class Outcome(StrEnum):
    """What became of a request."""

    DONE = "done"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    LATE = "late"
    MISSING = "missing"
    UNREADABLE = "unreadable"


class Metrics:
    """The counters of one process."""

    def __init__(self) -> None:
        self._requests = Counter[tuple[str, Outcome]]()
        self._refused = Counter[str]()
        self._slots: dict[str, list[int]] = {}
        self._seconds = defaultdict[str, float](float)

    def answered(self, kind: str, outcome: Outcome, took: timedelta) -> None:
        """Count a request that came from Slack."""
        seconds = max(0.0, took.total_seconds())  # a clock may be set back meanwhile
        self._requests[kind, outcome] += 1
        slots = self._slots.setdefault(kind, [0] * (len(BUCKETS) + 1))
        slots[bisect_left(BUCKETS, seconds)] += 1
        self._seconds[kind] += seconds

    def refused(self, reason: str) -> None:
        """Count a request that was turned away at the edge."""
        self._refused[reason] += 1

    def text(self) -> str:
        """Return everything that was counted."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        name = "concord_slack_requests_total"
        yield from _head(name, "counter", "Requests that came from Slack.")
        for (kind, outcome), count in sorted(self._requests.items()):
            yield f'{name}{{kind="{kind}",outcome="{outcome}"}} {count}'
        name = "concord_slack_refused_total"
        yield from _head(name, "counter", "Requests that were turned away at the edge.")
        for reason, count in sorted(self._refused.items()):
            yield f'{name}{{reason="{reason}"}} {count}'
        name = "concord_slack_answer_seconds"
        yield from _head(name, "histogram", "How long Slack waited for an answer.")
        for kind in sorted(self._slots):
            yield from self._histogram(name, kind)

    def _histogram(self, name: str, kind: str) -> Iterator[str]:
        below = 0
        for bound, count in zip((*BUCKETS, "+Inf"), self._slots[kind], strict=True):
            below += count
            yield f'{name}_bucket{{kind="{kind}",le="{bound}"}} {below}'
        yield f'{name}_sum{{kind="{kind}"}} {self._seconds[kind]:.6f}'
        yield f'{name}_count{{kind="{kind}"}} {below}'


def _head(name: str, form: str, sentence: str) -> tuple[str, str]:
    return f"# HELP {name} {sentence}", f"# TYPE {name} {form}"
