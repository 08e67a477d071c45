"""Leaves a workspace in peace while Slack is away for it, and finds out when it is back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from workflows.identifiers import WorkspaceId

FIRST_PAUSE: Final = timedelta(seconds=4)
LONGEST_PAUSE: Final = timedelta(minutes=5)

TRIAL: Final = timedelta(seconds=10)
"""How long the others wait while one tries whether Slack is back."""

MOST_DOUBTS: Final = 3
"""After so many different messages were refused for reasons nobody knows, Slack counts as away."""


@dataclass(slots=True)
class _Trouble:
    """How often in a row Slack was away, until when nobody asks, and who was refused oddly."""

    failures: int = 0
    until: datetime | None = None
    is_on_trial: bool = False
    doubts: set[str] = field(default_factory=set[str])


class Breaker:
    """Counts for each workspace by itself. Pauses grow, vary by `chance` and have a cap."""

    def __init__(self, now: Callable[[], datetime], chance: Callable[[], float]) -> None:
        self._now = now
        self._chance = chance
        self._troubles = dict[WorkspaceId, _Trouble]()

    def seconds_left(self, workspace: WorkspaceId) -> float:
        """Return for how long nobody is to ask Slack anything; 0 if they may."""
        trouble = self._troubles.get(workspace)
        if trouble is None or trouble.until is None:
            return 0
        return max(0, (trouble.until - self._now()).total_seconds())

    def begin_trial(self, workspace: WorkspaceId) -> bool:
        """Return whether somebody has to try first whether Slack is back; the others wait."""
        trouble = self._troubles.get(workspace)
        if trouble is None or not trouble.failures:
            return False
        trouble.until = self._now() + TRIAL
        trouble.is_on_trial = True
        return True

    def failed(self, workspace: WorkspaceId) -> float:
        """Note that Slack was away, and return how many seconds to wait.

        Of many who find out at the same time, one counts.
        """
        trouble = self._troubles.setdefault(workspace, _Trouble())
        left = self.seconds_left(workspace)
        if left and not trouble.is_on_trial:
            return left
        trouble.is_on_trial = False
        pause = min(FIRST_PAUSE * 2 ** min(trouble.failures, 10), LONGEST_PAUSE)
        trouble.failures += 1
        trouble.until = self._now() + pause * (0.5 + self._chance() / 2)
        return self.seconds_left(workspace)

    def doubted(self, workspace: WorkspaceId, who: str) -> None:
        """Note that one message was refused for a reason nobody knows; many of them are trouble."""
        trouble = self._troubles.setdefault(workspace, _Trouble())
        trouble.doubts.add(who)
        if len(trouble.doubts) >= MOST_DOUBTS:
            self.failed(workspace)

    def worked(self, workspace: WorkspaceId) -> None:
        """Note that Slack is there."""
        self._troubles.pop(workspace, None)
