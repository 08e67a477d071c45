"""A database that keeps a look at all that is kept up to date, while others work on it."""

import re
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import event
from typing_extensions import override

from storage.database import Database
from storage.work import Work
from tests.dumps import TABLES, Dump, below, dump

Result = TypeVar("Result")


class Watched(Database):
    """Works on the database behind it, and keeps a look at all that is kept up to date."""

    def __init__(self, behind: Database) -> None:
        self._behind = behind
        self.kept = Dump()

    @override
    async def run(self, function: Callable[[Work], Result]) -> Result:
        def watch(work: Work) -> tuple[Result, Dump]:
            written = set[str]()

            @event.listens_for(work.connection, "before_cursor_execute")
            def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
                if (found := _WRITES.match(statement)) and found[2] in TABLES:
                    written.update({found[2]} if found[1] != "DELETE" else below(found[2]))

            result = function(work)
            return result, dump(work, written if self.kept else TABLES)

        result, changed = await self._behind.run(watch)
        self.kept = {**self.kept, **changed}
        return result

    @override
    async def close(self) -> None:
        await self._behind.close()


_WRITES = re.compile(r"(?:WITH.*)?(INSERT|UPDATE|DELETE)(?: INTO| FROM)? (\w+)", re.DOTALL)
