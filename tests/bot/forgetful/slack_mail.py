"""Messages for a workspace of Slack's, whose platform makes two of one when it is asked twice."""

from collections.abc import Awaitable, Callable
from functools import partial

from storage.database import Database
from tests.bot.mail import put
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace

SLACK = Workspace(WorkspaceId("slack"), Platform.SLACK, "T1", "Riverside")

Send = Callable[..., Awaitable[None]]


async def put_in(database: Database, *numbers: int) -> None:
    """Put messages for a channel in Slack into the outbox."""
    for number in numbers:
        await database.run(partial(put, number=number, workspace=SLACK))
