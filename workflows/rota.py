"""Draws whose turn it is to lead: at random, but the parties alternate and the last ones rest."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from workflows.identifiers import MemberId, PartyId
from workflows.people import Member

Pick = Callable[[Sequence[MemberId]], MemberId]
"""Chooses one of several at random; it is never given none."""

_NEVER = -1


def draw(
    turns: Sequence[MemberId],
    seats: Sequence[Member],
    *,
    away: AbstractSet[MemberId] = frozenset(),
    spare: PartyId | None = None,
    pick: Pick,
) -> MemberId | None:
    """Return who leads next, or None where nobody can.

    The party whose last turn lies furthest back is due, and in it the member whose own last turn
    does; where several never led, it is by lot. So nobody leads twice before the others of their
    party could, and a newcomer leads once and not until they have caught up. A party that has
    nobody is passed over, and the one to `spare` as long as another has somebody. Members without
    a party are a party here.

    `turns` names who led, the oldest turn first. `seats` may hold members who have left: they are
    never drawn, but their turns count for their party.
    """
    free = [seat for seat in seats if seat.is_here and seat.id not in away]
    last_turn = {member: at for at, member in enumerate(turns)}
    due = _due_parties(free, _last_turns_of_parties(turns, seats), spare)
    drawn = [pick(_due_members(free, party, last_turn)) for party in due]
    return pick(drawn) if drawn else None


def _last_turns_of_parties(
    turns: Sequence[MemberId], seats: Sequence[Member]
) -> Mapping[PartyId | None, int]:
    party_of = {seat.id: seat.party for seat in seats}
    return {party_of[member]: at for at, member in enumerate(turns) if member in party_of}


def _due_parties(
    free: Sequence[Member], last_turn: Mapping[PartyId | None, int], spare: PartyId | None
) -> Sequence[PartyId | None]:
    """Return the party that is due, or all that never led; each of them draws from its own."""

    def rank(party: PartyId | None) -> tuple[bool, int]:
        return spare is not None and party == spare, last_turn.get(party, _NEVER)

    parties = dict.fromkeys(seat.party for seat in free)
    first = min(map(rank, parties), default=None)
    return [party for party in parties if rank(party) == first]


def _due_members(
    free: Sequence[Member], party: PartyId | None, last_turn: Mapping[MemberId, int]
) -> Sequence[MemberId]:
    members = [seat.id for seat in free if seat.party == party]
    first = min(last_turn.get(member, _NEVER) for member in members)
    return [member for member in members if last_turn.get(member, _NEVER) == first]
