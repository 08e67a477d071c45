"""A message as it is drawn, before it has a place; and whether its reader is still there."""

from dataclasses import dataclass

from workflows.identifiers import MemberId
from workflows.people import Member, Team
from workflows.views import View


@dataclass(frozen=True, slots=True)
class Drawn:
    """A view and the team it belongs to, if any; `pin` keeps it at hand in the channel."""

    view: View
    team: Team | None
    pin: bool = False


def present(team: Team, member: MemberId) -> Member | None:
    """Return a member who is on the team now; who has left is not written to any more."""
    seat = team.member(member)
    return seat if seat and seat.is_here else None
