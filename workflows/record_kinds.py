"""Names the kinds of records, for lists, for filters and for whoever searches by such a name."""

from collections.abc import Mapping
from typing import Final

from workflows.words import mark

KIND_NAMES: Final[Mapping[str, str]] = {
    "norms": mark("Group norms"),
    "norm-check": mark("Norm check"),
    "decision": mark("Decision"),
    "retro": mark("Lessons learned"),
    "lesson": mark("Saved lesson"),
    "invitation": mark("Invitation"),
    "partners": mark("Potential partners"),
    "relationships": mark("Our relationships"),
}

SIGNED_KINDS: Final = ("norms", "decision", "retro")
"""The kinds that are signed: see `workflows.records.may_be_signed`."""
