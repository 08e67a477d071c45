"""An archive as a view speaks of it, long before it is packed."""

from dataclasses import dataclass
from typing import Literal

from workflows.identifiers import PartnershipId, PersonId


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A ZIP file of what somebody's teams in a partnership keep, made when they are given it.

    So it holds what they may see at that moment, whatever they might have seen when they asked.
    """

    partnership: PartnershipId
    person: PersonId
    kind: Literal["archive-file"] = "archive-file"
