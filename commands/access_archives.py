"""The door to what somebody may take away of a partnership as one file."""

from typing import Final

from commands.errors import BadRequestError, MissingError
from storage.work import Work
from workflows.finding import Circle
from workflows.identifiers import PartnershipId, PersonId
from workflows.words import mark

MOST_THINGS: Final = 1000
"""Records and action items that go into a file for a chat; with more, it could get too large."""


def access_archive(work: Work, person: PersonId, partnership: PartnershipId) -> Circle:
    """Return how far the archive of a lead reaches: to what the teams they are on now share.

    Nobody has a seat in that circle, so what is one member's or one party's alone is outside of it,
    even where it is the lead's own. Raises MissingError for whoever leads no team there.
    """
    teams = [team for team in work.teams.of_person(person) if team.partnership == partnership]
    seats = [team.seat_of(person) for team in teams]
    if not any(seat and seat.is_lead for seat in seats):
        raise MissingError
    return Circle(frozenset(team.id for team in teams), frozenset(), members=frozenset())


def refuse_too_much(count: int) -> None:
    """Raise BadRequestError if so many things do not go into a file for a chat."""
    if count > MOST_THINGS:
        raise BadRequestError(_TOO_MUCH)


_TOO_MUCH = mark(
    "Your teams keep more than fits into one file in a chat. Please ask whoever runs Concord: they "
    "can write the whole partnership to a file."
)
