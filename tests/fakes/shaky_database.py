"""A database that is away from time to time."""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from typing_extensions import override

from storage.database import Database
from storage.work import Work

Result = TypeVar("Result")


class ShakyDatabase(Database):
    """Meets the next of its `faults` at each piece of work; without one it is as the one behind."""

    def __init__(self, behind: Database) -> None:
        self._behind = behind
        self.faults = deque[Exception | None]()
        self.works = 0
        """How often it was to work."""

    @override
    async def run(self, function: Callable[[Work], Result]) -> Result:
        self.works += 1
        if self.faults and (fault := self.faults.popleft()):
            raise fault
        return await self._behind.run(function)

    @override
    async def close(self) -> None:
        await self._behind.close()
