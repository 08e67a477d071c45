"""The record of a conversation holds exactly what was agreed."""

from datetime import date

import pytest

from tests.factories import FOUR, packaged, small
from tests.players import Given, play
from tests.stage import NOON, Stage
from tests.workflows.samples import DECISION, NORMS
from workflows.contents import NamedNote
from workflows.identifiers import FieldId, MemberId
from workflows.keeping import CATEGORIES
from workflows.records import Decision, NormCheck, Norms

ANA, BO, CY, DEE = map(MemberId, FOUR)


def played(name: str, given: Given, **facts: str) -> Stage:
    table = Stage(packaged(name), facts=facts)
    play(table, given)
    return table


def test_norms_hold_the_commitments_and_the_last_round() -> None:
    table = played("norms", {"bo": {"norm-stance": "note"}})

    assert table.record() == Norms(
        commitments={FieldId(c): f"ana on commit-{c}" for c in CATEGORIES},
        stances={"agree": 3, "note": 1},
        asked=4,
        notes=(NamedNote(member=BO, text="bo on norm-reason"),),
    )


def test_norms_hold_an_objection_that_stood_to_the_end() -> None:
    table = played("norms", {"cy": {"norm-stance": "object"}})

    record = table.record()

    assert isinstance(record, Norms)
    assert record.stances == {"agree": 3, "object": 1}
    assert record.notes == (NamedNote(member=CY, text="cy on norm-reason"),) * 3


def test_a_norm_check_holds_totals_and_the_norms_it_was_about() -> None:
    facts = {f"norm-{c}": f"we {c}" for c in CATEGORIES}
    table = played("norm-check", {"bo": {"check-records": "not"}}, **facts)

    four = {FieldId(c): {"kept": 4} for c in CATEGORIES}
    assert table.record() == NormCheck(
        counts={**four, FieldId("records"): {"kept": 3, "not": 1}},
        answered=4,
        commitments={FieldId(c): f"we {c}" for c in CATEGORIES},
    )


def decision(method: str) -> Decision:
    """Return what a decision made together holds, whatever the method."""
    return Decision(
        title="ana on title",
        parties=("administration", "association"),
        accountable=ANA,
        decide_by=date(2026, 12, 1),
        expected={"alone-a": 3, "shared": 1},
        wished={"alone-a": 4},
        spread=3,
        level="shared",
        reason="ana on reason",
        method=method,
        proposal="ana on proposal",
        outcome="ana on outcome",
        decided_on=NOON.date(),
        review_on=date(2026, 12, 1),
        support={"yes": 4},
    )


@pytest.mark.parametrize(
    ("method", "bo", "kept"),
    [
        (
            "consent",
            {"stance": "note"},
            {
                "tally": {"agree": 3, "note": 1},
                "concerns": (NamedNote(member=BO, text="bo on stance-reason"),),
            },
        ),
        ("fist", {"fist": "4"}, {"tally": {"4": 1, "5": 3}}),
        (
            "fist",
            {"fist": "2"},
            {
                "tally": {"2": 1, "5": 3},
                "rounds": 2,
                "concerns": (NamedNote(member=None, text="bo on fist-reason"),) * 2,
            },
        ),
    ],
)
def test_a_decision_made_together_holds_how_it_was_made(
    method: str, bo: dict[str, str], kept: dict[str, object]
) -> None:
    shared = {"level": "shared", "method": method, "fist": "5"}
    high = {name: {"fist": "5"} for name in FOUR}

    table = played(
        "decision", {**high, "ana": shared, "bo": {"fist": "5", **bo, "expected": "shared"}}
    )

    assert table.record() == decision(method).model_copy(update=kept)


def test_a_decision_by_gradients_holds_all_steps_and_what_lies_behind_them() -> None:
    table = played(
        "decision",
        {
            "ana": {"level": "shared", "method": "gradients"},
            "bo": {"gradient": "serious", "expected": "shared"},
        },
    )

    record = table.record()

    assert isinstance(record, Decision)
    assert record.tally == {"whole": 3, "serious": 1}
    assert {note.text for note in record.concerns} == {f"{n} on gradient-reason" for n in FOUR}
    assert {note.member for note in record.concerns} == {None}


def test_a_decision_after_hearing_holds_what_was_heard_and_what_it_changed() -> None:
    table = played("decision", {"ana": {"level": "heard-a"}})

    record = table.record()

    assert isinstance(record, Decision)
    assert set(record.inputs) == {f"{name} on input" for name in FOUR}
    assert (record.changed, record.method, record.tally) == ("ana on changed", "", {})


def test_dissent_is_kept_once_with_the_name_only_if_its_author_says_so() -> None:
    table = played(
        "decision",
        {"bo": {"support": "noted"}, "cy": {"support": "not-yet", "sign-dissent": "no"}},
    )

    record = table.record()

    assert isinstance(record, Decision)
    assert record.dissent == (
        NamedNote(member=BO, text="bo on dissent"),
        NamedNote(member=None, text="cy on dissent"),
    )
    assert record.support == {"yes": 2, "noted": 1, "not-yet": 1}


def test_signed_dissent_alone_is_not_kept_a_second_time_without_the_name() -> None:
    record = played("decision", {"bo": {"support": "noted"}}).record()

    assert isinstance(record, Decision)
    assert record.dissent == (NamedNote(member=BO, text="bo on dissent"),)


def test_a_review_adds_to_the_decision_how_it_felt() -> None:
    facts = {"title": "Early days", "outcome": "We try it."}
    table = Stage(
        packaged("decision-review"),
        facts=facts,
        sheet={"parties": ("administration", "association")},
    )
    play(table, {"bo": {"felt": "shared", "was-heard": "no", "still-right": "adapt"}})

    added = {
        "felt": {"alone-a": 3, "shared": 1},
        "was_heard": {"yes": 3, "no": 1},
        "still_right": {"keep": 3, "adapt": 1},
    }
    assert table.record(before=DECISION) == DECISION.model_copy(update=added)


def test_a_review_of_something_else_is_a_mistake_of_ours() -> None:
    table = played("decision-review", {}, title="x", outcome="y")

    with pytest.raises(TypeError):
        table.record(before=NORMS)


def test_a_conversation_that_leaves_nothing_has_no_record() -> None:
    table = Stage(small('step = []\nphase = [{ id = "p", title = "P", closes = "facilitator" }]'))
    play(table, {})

    assert table.record() is None
