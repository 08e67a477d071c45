"""Works out from a ledger what the record of a conversation must hold."""

from collections import Counter
from datetime import date

from tests.workflows.ledger import Ledger
from workflows.contents import NamedNote
from workflows.identifiers import FieldId, MemberId
from workflows.invitations import PASSAGES, Answered, Invitation
from workflows.keeping import CATEGORIES
from workflows.records import Decision, Norms, RecordContent
from workflows.retro_questions import NOTES, QUESTIONS
from workflows.retros import Retro

Notes = Counter[tuple[MemberId | None, str]]


def is_what_was_agreed(record: RecordContent | None, ledger: Ledger, here: int) -> None:
    """Assert that a record holds what people said, all of it and nothing else."""
    match record:
        case Norms():
            _norms(record, ledger, here)
        case Decision():
            _decision(record, ledger)
        case Invitation():
            _invitation(record, ledger)
        case Retro():
            _retro(record, ledger, here)
        case _:
            raise AssertionError("no such record was expected")


def _norms(record: Norms, ledger: Ledger, here: int) -> None:
    commitments = {FieldId(c): ledger.sheet[FieldId(f"commit-{c}")] for c in CATEGORIES}
    assert record.commitments == commitments
    assert record.stances == ledger.last("norm-stance")
    assert record.asked == here
    assert _notes(record.notes) == _said(ledger, "norm-reason")


def _decision(record: Decision, ledger: Ledger) -> None:
    for name in ("title", "accountable", "level", "reason", "method", "proposal", "outcome"):
        assert getattr(record, name) == ledger.sheet.get(FieldId(name), "")
    assert record.level
    assert record.changed == ledger.sheet.get(FieldId("changed"), "")
    assert record.parties == ledger.sheet[FieldId("parties")]
    assert (record.decide_by, record.review_on) == (
        _day(ledger, "decide-by"),
        _day(ledger, "review-on"),
    )
    for name in ("expected", "wished", "support"):
        assert getattr(record, name) == ledger.last(name)
    rounds = [ledger.last(name) for name in ("stance", "fist", "gradient")]
    assert record.tally == {pick: count for tally in rounds for pick, count in tally.items()}
    concerns = ("stance-reason", "fist-reason", "gradient-reason")
    assert _notes(record.concerns) == sum((_said(ledger, name) for name in concerns), Counter())
    assert Counter(record.inputs) == Counter(text for _, text in _said(ledger, "input").elements())
    assert _notes(record.dissent) == _said(ledger, "dissent")


def _invitation(record: Invitation, ledger: Ledger) -> None:
    for name in ("invitee", "topic", "issue", "outcome", "style", "ask", "story"):
        assert getattr(record, name) == ledger.sheet.get(FieldId(name), "")
    assert record.findings == ledger.sheet.get(FieldId("findings"), ())
    assert record.ask_by == _day(ledger, "ask-by")
    assert record.passages == {part: ledger.sheet[part] for part in PASSAGES[record.style]}
    assert record.answered is Answered.DRAFTED


def _retro(record: Retro, ledger: Ledger, here: int) -> None:
    for name in ("topic", "pace", "celebrate"):
        assert getattr(record, name) == ledger.sheet.get(FieldId(name), "")
    assert record.took_part == here
    said = {each.question: _notes(each.entries) for each in record.said}
    questions = {FieldId(question): _said(ledger, question) for question in QUESTIONS}
    assert said == {question: notes for question, notes in questions.items() if notes}
    notes = {FieldId(field): ledger.sheet.get(FieldId(field)) for field in NOTES}
    assert record.notes == {field: text for field, text in notes.items() if text}
    dots = ledger.unsigned(ledger.workflow.find_field(FieldId("dots")))
    placed = sum(len(picks) * count for picks, count in dots.items() if isinstance(picks, tuple))
    assert sum(each.dots for each in record.weighed) == placed
    lessons = [(each.text, each.kind, each.share) for each in record.lessons]
    assert lessons == _rows(ledger, "lessons", "lesson", "kind", "share")
    actions = [(each.what, each.who, str(each.due), each.plan) for each in record.actions]
    assert actions == _rows(ledger, "actions", "what", "owner", "due", "plan")
    assert (record.worth, record.sharing) == (ledger.last("worth"), ledger.last("sharing"))


def _rows(ledger: Ledger, table: str, *columns: str) -> list[tuple[object, ...]]:
    rows = ledger.sheet.get(FieldId(table), ())
    return [
        tuple(row.get(FieldId(column), "") for column in columns)
        for row in (rows if isinstance(rows, tuple) else ())
        if isinstance(row, dict)
    ]


def _notes(notes: tuple[NamedNote, ...]) -> Notes:
    return Counter((note.member, note.text) for note in notes)


def _said(ledger: Ledger, name: str) -> Notes:
    """Return what was written to a question in all rounds, with names where it was signed."""
    question = ledger.workflow.find_field(FieldId(name))
    signed: Notes = Counter((member, str(text)) for member, text in ledger.signed(question))
    for text, count in ledger.unsigned(question).items():
        signed[None, str(text)] += count
    return signed


def _day(ledger: Ledger, name: str) -> date | None:
    text = ledger.sheet.get(FieldId(name))
    return date.fromisoformat(str(text)) if text else None
