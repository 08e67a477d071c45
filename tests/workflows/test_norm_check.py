"""What looking back at the norms for a minute is like."""

import pytest

from tests.factories import FOUR, packaged
from tests.stage import Stage
from workflows.identifiers import FieldId
from workflows.keeping import CATEGORIES
from workflows.records import NormCheck


@pytest.fixture
def check() -> Stage:
    facts = {f"norm-{category}": f"we {category} {{x}} **y**" for category in CATEGORIES}
    return Stage(packaged("norm-check"), facts=facts)


def look_back(table: Stage, name: str, pick: str) -> None:
    for part in (CATEGORIES[:3], CATEGORIES[3:]):
        table.says(name, **{f"check-{category}": pick for category in part})


def test_a_member_reads_each_norm_beside_the_question(check: Stage) -> None:
    assert "- Notes and records are kept by we records {x} **y**\n" in check.sees("bo")


def test_a_member_needs_two_pages(check: Stage) -> None:
    asked = [check.asks("bo")]
    check.says("bo", **{f"check-{category}": "kept" for category in CATEGORIES[:3]})
    asked.append(check.asks("bo"))

    assert [len(fields) for fields in asked] == [3, 3]


def test_a_check_leaves_totals_and_nobodys_answers(check: Stage) -> None:
    for name, pick in zip(FOUR, ("kept", "kept", "partly", "not"), strict=True):
        look_back(check, name, pick)

    record = check.record()

    assert isinstance(record, NormCheck)
    assert record.counts[FieldId("outside")] == {"kept": 2, "partly": 1, "not": 1}
    assert all(place.answers == {} for place in check.conversation.people.values())


def test_a_check_ends_after_a_day_with_whoever_has_answered(check: Stage) -> None:
    look_back(check, "bo", "kept")

    check.waits(days=1)

    record = check.record()
    assert isinstance(record, NormCheck)
    assert record.answered == 1


def test_a_check_that_nobody_answered_is_empty(check: Stage) -> None:
    check.waits(days=1)

    record = check.record()
    assert isinstance(record, NormCheck)
    assert (record.answered, set(map(len, record.counts.values()))) == (0, {0})
