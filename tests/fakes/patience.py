"""A database that is asked again when it was too slow, for tests that are not about slowness."""

from collections.abc import Callable
from typing import TypeVar

from typing_extensions import override

from storage.database import Database
from storage.errors import UnavailableError
from storage.work import Work

Result = TypeVar("Result")
PATIENCE = 20
"""How often to ask: a computer that runs all tests at once may be slow for half a minute."""


class PatientDatabase(Database):
    """Works on the database behind it, however busy that is."""

    def __init__(self, behind: Database) -> None:
        self._behind = behind

    @override
    async def run(self, function: Callable[[Work], Result]) -> Result:
        for _ in range(PATIENCE):
            try:
                return await self._behind.run(function)
            except UnavailableError:
                continue
        return await self._behind.run(function)

    @override
    async def close(self) -> None:
        await self._behind.close()
