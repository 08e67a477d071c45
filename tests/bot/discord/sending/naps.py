"""Sleep for tests: nobody waits, and the clock goes on all the same."""

from datetime import timedelta

from tests.databases import StoppedClock


class Naps:
    """Remembers each nap, in seconds."""

    def __init__(self, clock: StoppedClock) -> None:
        self.taken = list[float]()
        self._clock = clock

    async def __call__(self, seconds: float) -> None:
        self.taken.append(round(seconds, 3))
        self._clock.time += timedelta(seconds=seconds)
