"""A program in which a member presses a button, and which dies at every step of that in turn.

    python -m tests.commands.mortal_member DATABASE_URL WHO ASK

Each life is a fork that ends with `kill -9` when it comes to its statement: the first at the first
one, and so on, until one lives to the end. It prints how many died; all is as it was after each.
"""

import asyncio
import os
import signal
import sys

from sqlalchemy import Engine, event

from commands.dispatcher import Dispatcher
from commands.practice import CHANNEL, WORKSPACE
from commands.request import Caller, Request
from storage.database import open_database
from storage.fresh_ids import new_id
from tests.databases import START
from tests.dumps import Dump, dump
from workflows.library import Library, read_library
from workflows.views import Ask


def main(url: str, who: str, line: str) -> None:
    """Let the same button be pressed until somebody survives it."""
    ask, library = Ask.decode(line), read_library()
    assert ask
    request = Request(Caller(WORKSPACE, who, who), CHANNEL, ask)
    before, deaths = asyncio.run(_kept(url)), 0
    while _dies(url, library, request, at=deaths + 1):
        deaths += 1
        assert asyncio.run(_kept(url)) == before, f"something was left behind at {deaths}"
    print(deaths)  # noqa: T201 - the caller reads it


def _dies(url: str, library: Library, request: Request, *, at: int) -> bool:
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)
    _die_at(at)
    asyncio.run(_press(url, library, request))
    os._exit(0)


def _die_at(number: int) -> None:
    statements = list[str]()

    @event.listens_for(Engine, "before_cursor_execute")
    def count(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)
        if len(statements) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    @event.listens_for(Engine, "commit")
    def _count_commit(_connection: object) -> None:
        count(None, None, "COMMIT")


async def _press(url: str, library: Library, request: Request) -> None:
    database = open_database(url, clock=lambda: START, new_id=new_id)
    await Dispatcher(database, library).ask(request)
    await database.close()


async def _kept(url: str) -> Dump:
    database = open_database(url, clock=lambda: START, new_id=new_id)
    try:
        return await database.run(dump)
    finally:
        await database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
