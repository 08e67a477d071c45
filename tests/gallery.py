"""Every screen of every workflow, as its people play it and write as much as they may."""

from collections.abc import Iterator

from tests.factories import FOUR, packaged, room
from tests.players import Given, play
from tests.stage import Stage
from workflows.cards import card_view, reveal_view
from workflows.course import open_phase
from workflows.definitions import FieldKind, Workflow
from workflows.events import Target
from workflows.identifiers import MemberId, PartnershipId, RecordId
from workflows.invitations import PASSAGES
from workflows.pictures.drawings import Drawing
from workflows.presenter import current_view, edit_view, look_view
from workflows.record_pages import record_blocks, record_title
from workflows.records import Record, RecordEdition
from workflows.views import Picture, Privacy, View

FLAVOURS = {
    "plain": "A plain word. ",
    "emoji": "👩🏽‍🏫🇪🇸🏴󠁧󠁢󠁳󠁣󠁴󠁿 ",
    "right-to-left": "نلتقي يوم الثلاثاء ونبدأ في الوقت ",
    "marks": "Z͑ͫ̓̇̂ ",
    "one-word": "W",
}
"""What the longest texts are made of."""

RUNS: dict[str, list[Given]] = {
    "norms": [{"bo": {"norm-stance": "object"}}, {"bo": {"norm-stance": "note"}}],
    "norm-check": [{"bo": {"check-logistics": "not"}}],
    "decision": [
        {"ana": {"level": "shared", "method": "consent"}, "bo": {"stance": "object"}},
        {"ana": {"level": "shared", "method": "fist"}, "bo": {"fist": "1"}},
        {"ana": {"level": "shared", "method": "gradients"}, "bo": {"gradient": "veto"}},
        {"ana": {"level": "heard-a"}, "bo": {"support": "noted", "sign-dissent": "yes"}},
    ],
    "decision-review": [{"bo": {"felt": "shared", "was-heard": "no", "still-right": "again"}}],
    "invitation": [{"ana": {"style": style}} for style in PASSAGES],
    "retro": [{"bo": {"aims-goal-sign": "no"}}],
    "partners": [{"ana": {"relation": "none"}}],
    "relationships": [{}],
}
"""Who says what in each workflow, so that all of its ways are gone."""


def filled(flavour: str, length: int) -> str:
    """Return a text of a length, as Python counts, with lines in it."""
    text = FLAVOURS[flavour] * (length // len(FLAVOURS[flavour]) + 1)
    return text[:length].rstrip()


def played(name: str, language: str, flavour: str) -> Iterator[View]:
    """Yield all screens of a workflow whose people write as much as they may."""
    for run in RUNS[name]:
        workflow, seen = packaged(name), list[View]()
        given = {who: {**_longest(workflow, flavour), **run.get(who, {})} for who in FOUR}

        def watch(table: Stage, seen: list[View] = seen) -> None:
            seen.extend(_around(table))

        play(Stage(workflow, table=room(language=language)), given, watch)
        yield from (view.in_language(language) for view in seen)


def pictures_of(view: View) -> dict[Drawing, str]:
    """Return a file of Slack's for each picture of a screen."""
    drawings = [block.drawing for block in view.blocks if isinstance(block, Picture)]
    return {drawing: f"F{number:010}" for number, drawing in enumerate(drawings)}


def _longest(workflow: Workflow, flavour: str) -> dict[str, str]:
    return {
        field.id: "\n".join([filled(flavour, field.longest // 4 - 1)] * 4)
        for step in workflow.step
        for asked in step.ask
        for field in (asked, *asked.columns)
        if field.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT)
    }


def _around(table: Stage) -> Iterator[View]:
    """Yield what can be seen at one moment: by the facilitator, and by another member."""
    at, people = table.conversation, [MemberId(name) for name in FOUR[:2]]
    yield card_view(table.wording)
    for who in people:
        yield current_view(table.workflow, at, who, table.room)
        yield look_view(table.workflow, at, who, table.room)
    if not table.phase:
        yield from _record(table)
        return
    phase = open_phase(table.workflow, at)
    if phase.reveal:
        yield reveal_view(table.wording, phase.reveal)
    for step in table.workflow.steps_in(phase.id):
        yield edit_view(table.workflow, at, people[0], table.room, Target(step.id, at.round, None))


def _record(table: Stage) -> Iterator[View]:
    content = table.record() if table.workflow.id != "decision-review" else None
    if content is None:
        return
    edition = RecordEdition(1, content, table.now, table.conversation.id)
    team, title = table.conversation.team, table.wording.subject()
    record = Record(
        RecordId("r"), PartnershipId("p"), team, title, Privacy.TEAM, editions=(edition,)
    )
    words = table.room.words
    title = record_title(record, words)
    yield View(title, title, record_blocks(record, table.room, edition))
