"""Tells when somebody else wrote on the group's sheet while a form was open, so nothing is lost."""

import hashlib
import json

from workflows.conversations import Answers, Conversation, Row
from workflows.definitions import Field, Step
from workflows.events import Target
from workflows.identifiers import FieldId
from workflows.rows import Rows, row_at, rows_in, table_in
from workflows.text import flat
from workflows.typed import shorten
from workflows.wording import Wording

_SHOWN = 300
"""Characters of the other's words that fit beside a question."""


def fingerprint(conversation: Conversation, step: Step, row: int | None = None) -> str:
    """Return a short mark of what stands on the sheet for one step, or for one row of its table."""
    table = table_in(step)
    if table:
        return _mark(row_at(rows_in(conversation.sheet, table), row))
    return _mark([conversation.sheet.get(asked.id) for asked in step.ask])


def written_between(
    wording: Wording, step: Step, target: Target, answers: Answers
) -> dict[FieldId, str]:
    """Say at which questions of a form somebody else wrote since its author opened it."""
    sheet = wording.conversation.sheet
    if not target.seen or target.seen == fingerprint(wording.conversation, step):
        return {}
    return {
        asked.id: _sentence(wording, asked, sheet)
        for asked in step.ask
        if asked.id in sheet and sheet[asked.id] != answers.get(asked.id)
    }


def place_for(rows: Rows, target: Target, cells: Answers) -> int | None:
    """Return where a row goes: a new one whose place was taken meanwhile stands at the end.

    Sent again, it is found where it stands by then.
    """
    there = row_at(rows, target.row)
    if there is None or target.seen != _mark(None) or target.row is None:
        return target.row
    again = (at for at in range(target.row, len(rows)) if rows[at] == cells)
    return next(again, len(rows))


def row_written_between(
    wording: Wording, table: Field, rows: Rows, target: Target, cells: Answers
) -> dict[FieldId, str]:
    """Say at the first question of a row that somebody else has changed it."""
    there = row_at(rows, target.row)
    if not target.seen or there is None or there == cells:
        return {}
    if target.seen in (_mark(None), _mark(there)):
        return {}
    return {table.columns[0].id: _sentence(wording, table, {table.id: (there,)})}


def _sentence(wording: Wording, asked: Field, now: Answers) -> str:
    return wording.words.say(
        "Somebody changed this while you were writing. It now says: “{words}”. "
        "Send again to put your words in its place.",
        words=shorten(flat(wording.answer(asked, now[asked.id])), _SHOWN),
    )


def _mark(value: Row | list[object] | None) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:6]
