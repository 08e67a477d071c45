"""An engine that does nothing."""


class IdleEngine:
    """An engine that only counts how often it was woken."""

    def __init__(self) -> None:
        self.woken = 0

    def wake(self) -> None:
        self.woken += 1

    def stop(self) -> None: ...

    async def run(self) -> None: ...
