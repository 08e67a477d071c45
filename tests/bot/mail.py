"""Messages to be sent in tests, and a look at what became of them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import col

from bot.engines.port import Engine
from commands.outgoing import Outgoing
from storage.database import Database
from storage.tables.clockwork import DeliveryRow
from storage.work import Work
from tests.storage.samples import CONVERSATION, TO_HOME, WORKSPACE, keep_people
from workflows.deliveries import Delivery
from workflows.identifiers import MemberId, WorkspaceId
from workflows.notices import Prompt
from workflows.people import Platform, Workspace
from workflows.views import View

ELSEWHERE = Workspace(WorkspaceId("else"), Platform.WEB, "elsewhere", "Another workspace")


class State(NamedTuple):
    """What the outbox says of a delivery."""

    status: str
    attempts: int
    problem: str | None


def keep_workspaces(work: Work) -> None:
    """Keep two workspaces, one with a team."""
    keep_people(work)
    work.workspaces.add(ELSEWHERE)


def put(work: Work, number: int, *, workspace: Workspace = WORKSPACE) -> None:
    """Put a message into the outbox; each number is another message."""
    notice = Prompt(CONVERSATION.id, MemberId("ana-seat"), number)
    work.outbox.put(TO_HOME, notice, workspace_id=workspace.id)


def put_many(work: Work, count: int) -> None:
    """Put messages with the numbers from 0 into the outbox."""
    for number in range(count):
        put(work, number)


def draw(work: Work, delivery: Delivery) -> Outgoing:
    """Draw a message that says what it is about."""
    return Outgoing(
        workspace=work.workspaces.get(delivery.workspace),
        view=View(delivery.subject, f"This is about {delivery.subject}."),
        channel="general",
        replaces=work.receipts.ref_of(delivery.subject, delivery.address) or "",
    )


async def states(database: Database) -> list[State]:
    """Return what became of each delivery, in the order they were put in."""

    def read(work: Work) -> list[State]:
        rows = work.connection.execute(select(DeliveryRow).order_by(col(DeliveryRow.id)))
        return [State(row.status, row.attempts, row.problem) for row in rows]

    return await database.run(read)


@asynccontextmanager
async def running(*engines: Engine) -> AsyncIterator[None]:
    """Let engines run for the length of the block, and stop them as the program does."""
    async with asyncio.TaskGroup() as group:
        for engine in engines:
            group.create_task(engine.run())
        yield
        for engine in engines:
            engine.stop()


async def until(claim: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(60):
        while not claim():  # noqa: ASYNC110 - what is waited for has no event to wait on
            await asyncio.sleep(0.005)
