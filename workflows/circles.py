"""Says who something is open to: a team, the members there for one party, or one of them alone."""

from typing import Protocol, assert_never

from workflows.identifiers import MemberId, PartyId
from workflows.people import Member
from workflows.views import Privacy


class Owned(Protocol):
    """What is open to some people and not to others: a conversation, or a record."""

    @property
    def privacy(self) -> Privacy:
        """Who it is open to."""

    @property
    def owner(self) -> MemberId | None:
        """Whose it is, if it is one member's alone."""

    @property
    def party(self) -> PartyId | None:
        """The party it belongs to, if it is open to one party's members only."""


def is_closed(thing: Owned) -> bool:
    """Say whether something stays out of the team's channel: not the whole team may see it."""
    return thing.privacy in (Privacy.PRIVATE, Privacy.CAUCUS)


def admits(thing: Owned, member: Member) -> bool:
    """Say whether something of a team is open to one of its members.

    Who changes to another party sees no more what only the former one may see.
    """
    match thing.privacy:
        case Privacy.PRIVATE:
            return thing.owner == member.id
        case Privacy.CAUCUS:
            return thing.party is not None and thing.party == member.party
        case Privacy.TEAM | Privacy.PARTNERS:
            return True
        case _:
            assert_never(thing.privacy)
