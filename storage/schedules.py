"""The repository of schedules: which duty is due when, and that none is carried out twice."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlmodel import col

from storage.statements import AnyRow
from storage.tables.clockwork import OccurrenceRow, ScheduleRow
from workflows.schedules import Duty, Rule, Schedule

_DUTY: Final = TypeAdapter[Duty](Duty)
_RULE: Final = TypeAdapter[Rule](Rule)

_OF_SUBJECT: Final = (
    select(ScheduleRow)
    .where(col(ScheduleRow.subject) == bindparam("subject"))
    .order_by(col(ScheduleRow.next_at).nulls_last(), col(ScheduleRow.id))
)
_CALL_OFF: Final = delete(ScheduleRow).where(
    col(ScheduleRow.subject) == bindparam("subject"), col(ScheduleRow.next_at).is_not(None)
)
_DUE: Final = (
    select(ScheduleRow)
    .where(col(ScheduleRow.next_at) <= bindparam("now"), col(ScheduleRow.paused).is_(False))
    .order_by(col(ScheduleRow.next_at), col(ScheduleRow.id))
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_SAVE: Final = update(ScheduleRow).where(col(ScheduleRow.id) == bindparam("schedule"))
_NEXT_AT: Final = select(func.min(col(ScheduleRow.next_at))).where(
    col(ScheduleRow.paused).is_(False)
)

_OLD: Final = select(col(OccurrenceRow.schedule_id)).where(
    col(OccurrenceRow.done_at) < bindparam("before")
)
_PRUNE_SCHEDULES: Final = delete(ScheduleRow).where(
    col(ScheduleRow.next_at).is_(None), col(ScheduleRow.id).in_(_OLD)
)
_PRUNE_OCCURRENCES: Final = delete(OccurrenceRow).where(
    col(OccurrenceRow.done_at) < bindparam("before")
)


class Schedules:
    """Keeps duties until they are done."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self.has_new = False

    def add(self, schedule: Schedule) -> None:
        """Keep a new schedule."""
        self.has_new = True
        self._connection.execute(
            insert(ScheduleRow),
            {
                "id": schedule.id,
                "workspace_id": schedule.workspace,
                "subject": schedule.subject,
                "duty": _DUTY.dump_json(schedule.duty).decode(),
                "rule": _RULE.dump_json(schedule.rule).decode(),
                "zone": schedule.zone,
                "next_at": schedule.next_at,
                "paused": False,
            },
        )

    def of_subject(self, subject: str) -> tuple[Schedule, ...]:
        """Return what belongs to a subject, the next due first and what is done last."""
        rows = self._connection.execute(_OF_SUBJECT, {"subject": subject})
        return tuple(_schedule(row) for row in rows)

    def call_off(self, subject: str) -> None:
        """Drop what belongs to a subject and is not yet done."""
        self._connection.execute(_CALL_OFF, {"subject": subject})

    def due(self, limit: int) -> tuple[Schedule, ...]:
        """Return the schedules whose time has come, longest due first; nobody else gets them.

        They are due again unless the same work says `done`.
        """
        rows = self._connection.execute(_DUE, {"now": self._now, "limit": limit})
        return tuple(_schedule(row) for row in rows)

    def done(self, schedule: Schedule, next_at: datetime | None) -> None:
        """Note that a schedule was carried out, and when it is due again.

        A second run of the same occurrence raises ConflictError at the end of its work. Nothing
        happens to a schedule that its own duty has called off.
        """
        self._connection.execute(
            insert(OccurrenceRow),
            {
                "schedule_id": schedule.id,
                "occurrence": occurrence_of(schedule),
                "done_at": self._now,
            },
        )
        self._connection.execute(_SAVE, {"schedule": schedule.id, "next_at": next_at})

    def put_off(self, schedule: Schedule, until: datetime) -> None:
        """Let a schedule whose duty could not be carried out be due again later."""
        self._connection.execute(_SAVE, {"schedule": schedule.id, "next_at": until})

    def prune(self, before: datetime) -> None:
        """Delete what was done before an instant."""
        self._connection.execute(_PRUNE_SCHEDULES, {"before": before})
        self._connection.execute(_PRUNE_OCCURRENCES, {"before": before})

    def next_at(self) -> datetime | None:
        """Return when something is due next, or None."""
        return self._connection.execute(_NEXT_AT).scalar_one()


def occurrence_of(schedule: Schedule) -> str:
    """Return the wall-clock time that a schedule's rule gives, as ISO text without a zone.

    It is the name of the occurrence: the same if the zone's rules change, and if it was put off.
    """
    return schedule.rule.at.astimezone(ZoneInfo(schedule.zone)).replace(tzinfo=None).isoformat()


def _schedule(row: AnyRow) -> Schedule:
    return Schedule(
        id=row.id,
        workspace=row.workspace_id,
        subject=row.subject,
        duty=_DUTY.validate_json(row.duty),
        rule=_RULE.validate_json(row.rule),
        zone=row.zone,
        next_at=row.next_at,
    )
