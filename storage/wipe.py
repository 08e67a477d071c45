"""Starts the local web workspace afresh, without touching what is real."""

from sqlalchemy import delete, exists, select
from sqlmodel import col

from storage.record_index import index_anew
from storage.tables import METADATA
from storage.tables.board import ChannelRow, CounterRow, MessageRow
from storage.tables.clockwork import DeliveryRow, ReceiptRow, ScheduleRow
from storage.tables.people import PartnershipRow, WorkspaceRow
from storage.tables.slack import InstallationRow
from storage.work import Work
from workflows.people import Platform

_KEPT = {CounterRow.__tablename__, InstallationRow.__tablename__}
"""What is never emptied.

Numbers of changes go on: whoever has seen all up to one still hears of what comes after. And an
organisation that has let Concord in is real, also while none of its workspaces has been met.
"""


def wipe(work: Work) -> None:
    """Empty the local web workspace.

    Where every workspace is a web one, all of it is practice, and everything goes. Otherwise only
    practice partnerships go with all that hangs on them, and what the web workspace shows.
    """
    if _has_another_platform(work):
        _wipe_practice(work)
    else:
        _wipe_everything(work)
    index_anew(work.connection)


def _has_another_platform(work: Work) -> bool:
    elsewhere = exists().where(col(WorkspaceRow.platform) != Platform.WEB)
    return work.connection.execute(select(elsewhere)).scalar_one()


def _wipe_everything(work: Work) -> None:
    for table in reversed(METADATA.sorted_tables):
        if table.name not in _KEPT:
            work.connection.execute(delete(table))


def _wipe_practice(work: Work) -> None:
    web = select(col(WorkspaceRow.id)).where(col(WorkspaceRow.platform) == Platform.WEB)
    for table in (ScheduleRow, DeliveryRow, ReceiptRow):
        work.connection.execute(delete(table).where(col(table.workspace_id).in_(web)))
    work.connection.execute(delete(MessageRow))
    work.connection.execute(delete(ChannelRow))
    work.connection.execute(delete(PartnershipRow).where(col(PartnershipRow.practice)))
