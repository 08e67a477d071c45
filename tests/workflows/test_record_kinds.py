"""Every kind of record has a name, and says whether it is signed."""

from typing import get_args

from tests.workflows.samples import DECISION, NORM_CHECK, NORMS, RETRO
from workflows.record_kinds import KIND_NAMES, SIGNED_KINDS
from workflows.records import RecordContent, may_be_signed


def test_a_kind_that_is_new_is_named_here() -> None:
    kinds = {content.model_fields["kind"].default for content in get_args(RecordContent)}

    assert KIND_NAMES.keys() == kinds


def test_what_is_signed_can_be_listed_as_such() -> None:
    contents = (NORMS, NORM_CHECK, DECISION, RETRO)

    assert tuple(content.kind for content in contents if may_be_signed(content)) == SIGNED_KINDS
