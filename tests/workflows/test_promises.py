"""Who can see an answer: what stands under the form is what happens."""

import re
from functools import cache

import pytest

from bot.plain_text import draw_view
from tests.factories import packaged, small
from tests.players import Given, play
from tests.stage import NOON, Stage
from workflows.course import PRIVATE, open_phase
from workflows.definitions import Field, Source
from workflows.identifiers import ConversationId, MemberId, PartnershipId, PhaseId, RecordId, TeamId
from workflows.options import options_of
from workflows.promises import Seen, promise, seen
from workflows.record_pages import PICKED, record_blocks
from workflows.records import Decision, Record, RecordEdition
from workflows.retro_questions import QUESTIONS
from workflows.reveals import WRITTEN
from workflows.text import flat
from workflows.views import Privacy, View

NOT_SHOWN = {"sign-dissent"}
"""Answers that nobody is shown, not even in totals."""

SHARED = {"level": "shared"}
RUNS: dict[str, list[Given]] = {
    "norms": [{"bo": {"norm-stance": "object"}}],
    "norm-check": [
        {
            "bo": {
                f"check-{category}": "not"
                for category in (
                    "logistics", "records", "participation", "deciding", "expectations", "outside"
                )
            }
        }
    ],
    "decision": [
        {
            "ana": {**SHARED, "method": "consent"},
            "bo": {"expected": "shared", "wished": "alone-b", "stance": "object"},
        },
        {"ana": {**SHARED, "method": "fist"}, "bo": {"fist": "1"}},
        {"ana": {**SHARED, "method": "gradients"}, "bo": {"gradient": "veto"}},
        {"ana": {"level": "heard-a"}, "bo": {"support": "noted", "sign-dissent": "yes"}},
        {"ana": {"level": "heard-a"}, "bo": {"support": "noted", "sign-dissent": "no"}},
    ],
    "retro": [
        {"bo": {"worth": "no", "sharing": "no", **{f"{id_}-sign": sign for id_ in QUESTIONS}}}
        for sign in ("yes", "no")
    ],
    "decision-review": [{"bo": {"felt": "shared", "was-heard": "no", "still-right": "again"}}],
}  # fmt: skip


def private_fields(name: str) -> list[Field]:
    workflow = packaged(name)
    return [
        field
        for phase in workflow.phase
        if phase.audience in PRIVATE
        for field in workflow.fields_in(phase.id)
        if field.id not in NOT_SHOWN and not field.id.endswith("-sign")
    ]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        pytest.param(name, field, id=f"{name}-{field.id}")
        for name in RUNS
        for field in private_fields(name)
    ],
)
def test_others_see_of_an_answer_what_its_author_was_told(name: str, field: Field) -> None:
    runs = [shown_of_bo(name, run, field) for run in range(len(RUNS[name]))]

    ways = [way for way in runs if way]

    told = seen(packaged(name).find_phase(packaged(name).phase_asking(field.id)), field)
    if told is Seen.BY_CHOICE:
        assert ways == [Seen.SIGNED, Seen.UNSIGNED]
    else:
        assert set(ways) == {told}


@pytest.mark.parametrize("name", RUNS)
def test_what_goes_to_the_sheet_is_said_to_be_open(name: str) -> None:
    workflow = packaged(name)
    together = [phase for phase in workflow.phase if phase.audience not in PRIVATE]

    ways = {seen(phase, field) for phase in together for field in workflow.fields_in(phase.id)}

    assert ways <= {Seen.OPENLY}


@pytest.mark.parametrize(
    ("privacy", "who"),
    [
        ("team", "everyone in your team's channel"),
        ("partners", "everyone in your partnership"),
        ("caucus", "everyone on your team who is there for Administration"),
    ],
)
def test_the_promise_names_the_circle_that_the_record_is_open_to(privacy: str, who: str) -> None:
    workflow = small(f'privacy = "{privacy}"\n{ONE_OF_EACH}')
    table, phase = Stage(workflow), workflow.phase[0]

    lines = [
        flat(promise(table.wording, phase, (field,))) for field in workflow.fields_in(PhaseId("p"))
    ]

    assert [who in line for line in lines] == [True, True, True, False]


def test_what_is_private_is_promised_to_its_author_alone() -> None:
    workflow = small(f'privacy = "private"\n{ONE_OF_EACH}')

    line = flat(promise(Stage(workflow).wording, workflow.phase[0], workflow.step[0].ask))

    assert line == (
        "Who can see this: only you. The person who runs Concord could look at what is kept."
    )


def test_the_promise_speaks_of_the_answer_that_is_seen_most_widely() -> None:
    workflow = small(ONE_OF_EACH)
    wording, phase = Stage(workflow).wording, workflow.phase[0]
    fields = workflow.fields_in(phase.id)

    lines = [promise(wording, phase, fields[at:]) for at in range(4)]

    assert lines == [promise(wording, phase, (field,)) for field in fields]


ONE_OF_EACH = """
step = [
  { id = "s", phase = "p", title = "S", ask = [
    { id = "signed", label = "Signed", signed = true },
    { id = "by-choice", label = "By choice", signed-if = "sign" },
    { id = "written", label = "Written" },
    { id = "sign", label = "Sign?", kind = "yes-no" },
  ] },
]
phase = [{ id = "p", title = "P" }]
"""


def shown_of_bo(name: str, run: int, field: Field) -> Seen | None:
    """Return how widely Bo's answer was shown to others in one of the runs, if at all."""
    mark = trace_of(name, run, field)
    asked_in = packaged(name).phase_asking(field.id)
    without = Seen.UNSIGNED if field.kind in WRITTEN else Seen.COUNTED
    ways = {
        Seen.OPENLY if phase == asked_in else Seen.SIGNED if "Bo" in line else without
        for phase, lines in screens(name, run)
        for line in lines
        if mark.search(line)
    }
    return next((way for way in Seen if way in ways), None)


def trace_of(name: str, run: int, field: Field) -> re.Pattern[str]:
    """Return what tells Bo's answer from those of all others."""
    if field.kind in WRITTEN:
        return re.compile(rf"bo on {field.id}\b")
    if field.source is Source.TOPICS:
        return re.compile(r"^- \w+ on [a-z-]+: \d")
    table = stage(name)
    picked = RUNS[name][run].get("bo", {}).get(field.id, "nothing")
    options = options_of(table.workflow, field, table.conversation, table.room)
    labels = [option.label for option in options if option.value == picked]
    either = "|".join(map(re.escape, (*labels, PICKED.get(picked, picked))))
    return re.compile(rf"(?:- |, |\()(?:{either})(?:: \d|\)| \d)")


@cache
def screens(name: str, run: int) -> list[tuple[str, list[str]]]:
    """Play a conversation; return what others saw after each event, and in which phase that was."""
    table = stage(name)
    seen_by_others: list[tuple[str, list[str]]] = []
    play(table, RUNS[name][run], lambda now: seen_by_others.append((now.phase, others_see(now))))
    return seen_by_others


def stage(name: str) -> Stage:
    parties = ("administration", "association")
    facts = {"title": "Early days", "outcome": "We try it."}
    return Stage(packaged(name), facts=facts, sheet={"parties": parties})


def others_see(table: Stage) -> list[str]:
    """Return the lines that others read: on their screens, in the channel and in the record."""
    if not table.phase:
        return record_page(table).splitlines()
    fields = open_phase(table.workflow, table.conversation).reveal
    posted = [table.reveal(field) for field in fields]
    text = "\n".join((table.sees("dee"), table.looks("dee"), table.card(), *posted))
    return [line for line in text.splitlines() if not line.startswith("  (")]


def record_page(table: Stage) -> str:
    content = table.record(before=DECIDED)
    assert content
    edition = RecordEdition(1, content, table.now, ConversationId("c"))
    record = Record(
        RecordId("r"), PartnershipId("p"), TeamId("t"), "Early days", Privacy.TEAM, (edition,)
    )
    view = View("", "", record_blocks(record, table.room, edition))
    return draw_view(view, table.room.words)


DECIDED = Decision(
    title="Early days",
    parties=("administration", "association"),
    accountable=MemberId("ana"),
    decide_by=None,
    expected={},
    wished={},
    spread=0,
    level="heard-a",
    reason="",
    method="",
    outcome="We try it.",
    decided_on=NOON.date(),
)
