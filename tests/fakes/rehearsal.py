"""A database that undoes whatever was done, after a look at what would have been kept."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from typing_extensions import override

from storage.database import Database
from storage.work import Work
from tests.dumps import Dump, dump

Result = TypeVar("Result")


class Rehearsal(Database):
    """Works on the database behind it and returns what it returned; `kept` was there then."""

    def __init__(self, behind: Database, before: Dump) -> None:
        self._behind = behind
        self.kept = before

    @override
    async def run(self, function: Callable[[Work], Result]) -> Result:
        done = list[Result]()

        def rehearse(work: Work) -> None:
            done.append(function(work))
            self.kept = dump(work)
            raise _Undone

        with suppress(_Undone):
            await self._behind.run(rehearse)
        return done[0]

    @override
    async def close(self) -> None:
        await self._behind.close()


class _Undone(Exception):  # noqa: N818 - nothing went wrong: it undoes a transaction
    pass
