"""What looking back at a decision is like."""

import pytest

from tests.factories import FOUR, packaged
from tests.stage import Stage
from tests.workflows.samples import DECISION
from workflows.records import Decision


@pytest.fixture
def review() -> Stage:
    return Stage(
        packaged("decision-review"),
        sheet={"parties": ("administration", "association")},
        facts={"title": "Early days", "outcome": "We try it in March."},
    )


def test_a_member_is_reminded_of_the_decision(review: Stage) -> None:
    assert "The decision: We try it in March.\n" in review.sees("bo")
    assert review.card().startswith("# Decision review: Early days\n")


def test_a_member_is_asked_on_the_same_steps_as_before(review: Stage) -> None:
    (felt, _, _) = review.opens("bo").form.inputs

    assert [option.label for option in felt.options][2:4] == [
        "Administration decides after hearing Association",
        "Together",
    ]


def test_a_review_makes_a_new_edition_with_totals(review: Stage) -> None:
    for name in FOUR:
        review.says(name, felt="shared", was_heard="partly", still_right="keep")

    record = review.record(before=DECISION)

    assert isinstance(record, Decision)
    assert (record.felt, record.was_heard, record.still_right) == (
        {"shared": 4},
        {"partly": 4},
        {"keep": 4},
    )
    assert record.outcome == DECISION.outcome


def test_a_review_ends_after_two_days(review: Stage) -> None:
    review.says("bo", felt="heard-a", was_heard="yes", still_right="again")

    review.waits(days=2)

    record = review.record(before=DECISION)
    assert isinstance(record, Decision)
    assert record.felt == {"heard-a": 1}
