"""What a record is made of, and by what it is known."""

from dataclasses import replace

import pytest

from tests.workflows.samples import DECISION, NORM_CHECK, NORMS, record
from workflows.identifiers import MemberId
from workflows.records import Norms, RecordContent, content_json, read_content


@pytest.mark.parametrize("content", [NORMS, NORM_CHECK, DECISION])
def test_a_record_is_read_as_it_was_kept(content: RecordContent) -> None:
    assert read_content(content_json(content)) == content


def test_the_same_content_has_the_same_fingerprint() -> None:
    backwards = Norms(
        commitments=dict(reversed(NORMS.commitments.items())),
        stances=dict(reversed(NORMS.stances.items())),
        asked=NORMS.asked,
        notes=NORMS.notes,
    )

    assert record(backwards).current.hash == record(NORMS).current.hash
    assert record(DECISION).current.hash != record(NORMS).current.hash


def test_the_last_edition_of_a_record_is_in_force() -> None:
    first = record(NORMS)
    changed = replace(first.current, number=2, content=NORM_CHECK)

    second = replace(first, editions=(*first.editions, changed))

    assert (first.kind, second.kind) == ("norms", "norm-check")
    assert second.current == changed


@pytest.mark.parametrize(
    ("content", "names"),
    [(NORMS, {"cy", "bo"}), (NORM_CHECK, {"cy"}), (DECISION, {"cy", "bo", "ana"})],
)
def test_a_record_knows_whose_names_stand_on_it(content: RecordContent, names: set[str]) -> None:
    assert record(content, "cy").current.named == set(map(MemberId, names))
