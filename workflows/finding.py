"""What somebody looks for among the records, how far they can see, and what was found."""

from dataclasses import dataclass
from datetime import datetime

from workflows.identifiers import MemberId, PartnershipId, PartyId, TeamId
from workflows.records import Record
from workflows.views import Privacy

A_PAGE = 10
"""Records that are shown at once."""


@dataclass(frozen=True, slots=True)
class Circle:
    """How far a person can see of what is kept: where they have a seat now.

    A team's record is for its `teams`, one of all partners for everyone in the `partnerships`;
    `members` are the person's own seats, to whom alone some is open; `caucuses` are the parties
    they are there for on each team. Nothing else decides which records anybody is shown.
    """

    teams: frozenset[TeamId]
    partnerships: frozenset[PartnershipId]
    members: frozenset[MemberId]
    caucuses: frozenset[tuple[TeamId, PartyId]] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records to look for; what is left empty does not matter.

    `words` are folded (see workflows.record_words): a record has to hold all of them, or words
    that begin so. `since` and `until` (aware UTC, left out) bound when the newest edition was made.
    `unsigned` asks for what still waits for the signature of the person whose circle it is;
    `shared` leaves out what not the whole team may see.
    """

    words: tuple[str, ...] = ()
    kind: str = ""
    team: TeamId | None = None
    privacy: Privacy | None = None
    since: datetime | None = None
    until: datetime | None = None
    unsigned: bool = False
    shared: bool = False
    start: int = 0
    most: int = A_PAGE


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, the best first, and how many there are in all."""

    records: tuple[Record, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Linked:
    """What one record is linked with, as far as its reader can see: the newest of each."""

    fed_by: tuple[Record, ...]
    feeds: tuple[Record, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see on either side."""
        return not self.fed_by and not self.feeds
