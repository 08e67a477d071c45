"""How a record reads."""

import pytest

from bot.plain_text import draw_view
from tests.factories import packaged, room
from tests.workflows.samples import DECISION, NORM_CHECK, NORMS, record
from workflows.definitions import FieldKind
from workflows.record_pages import CATEGORY_NAMES, METHOD_NAMES, PICKED, record_blocks, record_title
from workflows.records import Decision, RecordContent
from workflows.views import View

ROOM = room()


def page(content: RecordContent, *signers: str) -> str:
    shown = record(content, *signers)
    view = View(record_title(shown, ROOM.words), "", record_blocks(shown, ROOM, shown.current))
    return draw_view(view, ROOM.words)


def test_norms_read_as_six_commitments_with_notes_and_signatures() -> None:
    assert page(NORMS, "ana", "bo").splitlines() == [
        "# Group norms",
        "",
        "Meeting logistics: Our meeting arrangements are … on time",
        "Recordkeeping: Notes and records are kept by …",
        "Participation: So that everyone takes part we agree …",
        "Decision making: When something must be decided we will …",
        "Expectations: To keep ourselves to this we will …",
        "Communication: When we describe the partnership to others we will … one voice",
        "",
        "3 of 4 members took part in the last round.",
        "",
        "## How far people went along",
        "",
        "- I agree: 2",
        "- I agree, and I have a note: 1",
        "",
        "## Notes",
        "",
        "- @Bo: Let us try it.",
        "- Not too long.",
        "",
        "Signed by Ana and Bo on Tue, Nov 3, 2026, fingerprint hash.",
        "",
        f"(Edition 1 of 1, Tue, Nov 3, 2026. Fingerprint {record(NORMS).current.hash[:12]}.)",
    ]


def test_a_norm_check_shows_totals_alone() -> None:
    lines = page(NORM_CHECK).splitlines()

    assert lines[0] == "# Norm check, Tue, Nov 3, 2026"
    assert lines[2].startswith(
        "[Picture: How we keep our norms. Meeting logistics: Kept 3, Partly kept 0, Not kept 1."
    )
    assert lines[4] == "4 members answered."


def test_a_decision_shows_how_it_was_made_and_how_it_felt() -> None:
    shown = page(DECISION)

    headings = [line[3:] for line in shown.splitlines() if line.startswith("## ")]
    assert headings == [
        "What was decided",
        "Why this step",
        "The proposal",
        "What people wanted to be weighed",
        "What the input changed",
        "How far people went along",
        "Standing by it outside",
        "How shared it felt",
        "Was your side heard?",
        "Is it still right?",
        "Concerns taken up",
        "Dissent and notes",
    ]
    assert "- Whole-hearted yes: 3\n- Cannot let it pass: 1\n" in shown
    assert "- Administration decides after hearing Association: 1\n- Together: 2\n" in shown


def test_a_decision_opens_with_what_matters() -> None:
    assert page(DECISION).splitlines()[:8] == [
        "# Decision: Early days",
        "",
        "Agreed step: Together",
        "Accountable: @Ana",
        "Decided on: Tue, Nov 3, 2026",
        "Way to decide: Gradients of agreement",
        "To be decided by: Tue, Dec 1, 2026",
        "Look at it again: Mon, Mar 1, 2027",
    ]


def test_a_decision_leaves_out_what_was_not_asked() -> None:
    left_out: dict[str, object] = {
        "method": "", "proposal": "", "tally": {}, "concerns": (), "inputs": (), "changed": "",
        "review_on": None, "dissent": (), "support": {}, "felt": {},
    }  # fmt: skip

    shown = page(Decision.model_validate({**DECISION.model_dump(), **left_out}))

    headings = [line[3:] for line in shown.splitlines() if line.startswith("## ")]
    assert headings == ["What was decided", "Why this step"]
    assert "Way to decide" not in shown


@pytest.mark.parametrize("name", ["norms", "decision", "decision-review"])
def test_whatever_can_be_picked_has_words_in_the_record(name: str) -> None:
    pages = ("stance", "norm-stance", "gradient", "support", "was-heard", "still-right")
    fields = [field for step in packaged(name).step for field in step.ask]
    picks = {choice.id for field in fields if field.id in pages for choice in field.choice}
    scales = (field for field in fields if field.kind is FieldKind.SCALE)
    points = {str(n) for field in scales for n in range(field.lowest, field.highest + 1)}

    assert (picks | points) - PICKED.keys() == set()


def test_each_way_to_decide_and_each_category_has_a_name() -> None:
    decision, norms = packaged("decision"), packaged("norms")
    methods = {
        c.id for step in decision.step for f in step.ask if f.id == "method" for c in f.choice
    }
    steps = {
        step.id.removeprefix("commit-"): step.title for step in norms.steps_in(norms.phase[2].id)
    }

    assert methods == METHOD_NAMES.keys()
    assert steps == CATEGORY_NAMES
