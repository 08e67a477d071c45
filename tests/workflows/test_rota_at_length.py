"""Ten thousand turns of a rota, with people who are away now and then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from random import Random

import pytest

from tests.factories import ADMINISTRATION, ASSOCIATION, FAMILIES, seat
from workflows.identifiers import MemberId, PartyId
from workflows.people import Member
from workflows.rota import draw

PARTIES = (ADMINISTRATION, ASSOCIATION, FAMILIES)
SEEDS = range(5)
DRAWS = 400
"""For each of the five teams and of the five seeds."""

TEAMS = {
    "a pair": (1, 1),
    "even": (4, 4),
    "uneven": (9, 2),
    "three parties": (3, 3, 3),
    "three uneven parties": (8, 3, 1),
}


@dataclass(frozen=True)
class Drawn:
    """One draw: who could have led, and who leads."""

    free: frozenset[MemberId]
    leads: MemberId


def team(sizes: Sequence[int]) -> list[Member]:
    sides = zip(PARTIES, sizes, strict=False)
    return [seat(f"{side.id}-{at}", side) for side, size in sides for at in range(size)]


def rota(sizes: Sequence[int], seed: int, *, draws: int, absence: float) -> Iterator[Drawn]:
    """Yield draw after draw; each time that part of the team is away, more or less."""
    chance = Random(seed)  # noqa: S311 - no secret
    seats = team(sizes)
    turns = list[MemberId]()
    for _ in range(draws):
        away = {one.id for one in seats if chance.random() < absence}
        leads = draw(turns, seats, away=away, pick=chance.choice)
        if leads:
            turns.append(leads)
            yield Drawn(frozenset(one.id for one in seats) - away, leads)


@pytest.fixture(params=product(TEAMS, SEEDS), ids=str, scope="module")
def drawn(request: pytest.FixtureRequest) -> list[Drawn]:
    name, seed = request.param
    return list(rota(TEAMS[name], seed, draws=DRAWS, absence=0.3))


def party(member: MemberId) -> PartyId:
    return PartyId(member.partition("-")[0])


def test_parties_alternate_whenever_another_has_somebody(drawn: list[Drawn]) -> None:
    twice = [now for before, now in pairwise(drawn) if party(before.leads) == party(now.leads)]

    assert [now for now in twice if {party(one) for one in now.free} != {party(now.leads)}] == []


def test_nobody_leads_who_is_away(drawn: list[Drawn]) -> None:
    assert [one for one in drawn if one.leads not in one.free] == []


def test_nobody_leads_again_before_the_others_of_their_party_could(drawn: list[Drawn]) -> None:
    last_turn = dict[MemberId, int]()
    pushed_in = list[Drawn]()
    for at, now in enumerate(drawn):
        others = {one for one in now.free if party(one) == party(now.leads)} - {now.leads}
        waited = min((last_turn.get(one, -1) for one in others), default=at)
        if waited < last_turn.get(now.leads, -1):
            pushed_in.append(now)
        last_turn[now.leads] = at

    assert pushed_in == []


def test_everybody_leads(drawn: list[Drawn]) -> None:
    everybody = frozenset[MemberId]().union(*(one.free for one in drawn))

    assert {one.leads for one in drawn} == everybody


@pytest.mark.parametrize("sizes", TEAMS.values(), ids=TEAMS)
def test_in_the_first_lap_chance_may_put_anybody_anywhere(sizes: Sequence[int]) -> None:
    lap = len(sizes) * min(sizes)
    laps = [rota(sizes, seed, draws=lap, absence=0) for seed in range(400)]

    leaders = [{drawn.leads for drawn in place} for place in zip(*laps, strict=True)]

    assert leaders == [{one.id for one in team(sizes)}] * lap
