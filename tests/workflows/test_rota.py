"""Whose turn it is to lead."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from tests.factories import ADMINISTRATION, ASSOCIATION, FAMILIES, seat
from workflows.identifiers import MemberId
from workflows.people import Member, Party
from workflows.rota import draw

ANA, BO, CY, DEE = (MemberId(name) for name in ("ana", "bo", "cy", "dee"))
FOUR = (
    seat("ana", ADMINISTRATION),
    seat("bo", ASSOCIATION),
    seat("cy", ADMINISTRATION),
    seat("dee", ASSOCIATION),
)


def first(names: Sequence[MemberId]) -> MemberId:
    return names[0]


def last(names: Sequence[MemberId]) -> MemberId:
    return names[-1]


def possible(turns: Sequence[MemberId], seats: Sequence[Member] = FOUR) -> set[MemberId | None]:
    """Return everybody whom chance draws when it is asked a hundred times."""
    return {draw(turns, seats, pick=Random(at).choice) for at in range(100)}  # noqa: S311 - no secret


def gone(member: Member) -> Member:
    return replace(member, left_at=datetime(2026, 11, 1, tzinfo=UTC))


def test_anybody_can_lead_first() -> None:
    assert possible([]) == {ANA, BO, CY, DEE}


def test_parties_have_the_same_chance_to_lead_first_whatever_their_size() -> None:
    big = [seat(f"a{at}", ADMINISTRATION) for at in range(9)]
    pick = Random(7).choice  # noqa: S311 - no secret

    drawn = [draw([], [*big, seat("bo", ASSOCIATION)], pick=pick) for _ in range(1000)]

    assert 400 < drawn.count(BO) < 600


def test_the_other_party_leads_next() -> None:
    assert possible([ANA]) == {BO, DEE}


def test_the_one_who_has_not_led_comes_before_the_one_who_has() -> None:
    assert possible([ANA, BO]) == {CY}


def test_the_one_who_led_longest_ago_leads_in_the_next_lap() -> None:
    assert possible([CY, BO, ANA, DEE]) == {CY}


def test_a_newcomer_leads_once_and_then_waits_like_everybody() -> None:
    seats = [*FOUR, seat("eve", ADMINISTRATION)]
    turns = [ANA, BO, CY, DEE, ANA, BO, CY, DEE]

    assert possible(turns, seats) == {"eve"}
    assert possible([*turns, MemberId("eve"), BO], seats) == {ANA}


def test_whoever_is_away_is_passed_over_and_comes_next_time() -> None:
    assert draw([ANA, BO], FOUR, away={CY}, pick=first) == ANA
    assert draw([ANA, BO, ANA, DEE], FOUR, pick=first) == CY


def test_a_party_of_which_all_are_away_is_passed_over() -> None:
    assert draw([ANA], FOUR, away={BO, DEE}, pick=first) == CY


def test_nobody_leads_where_everybody_is_away() -> None:
    assert draw([ANA], FOUR, away={ANA, BO, CY, DEE}, pick=first) is None
    assert draw([], (), pick=first) is None


def test_another_party_takes_over() -> None:
    seats = [*FOUR, seat("flo", FAMILIES)]

    assert draw([ANA, BO, MemberId("flo")], seats, spare=ADMINISTRATION.id, pick=first) == DEE


def test_the_same_party_takes_over_where_no_other_has_anybody() -> None:
    assert draw([ANA], FOUR, away={ANA, BO, DEE}, spare=ADMINISTRATION.id, pick=first) == CY


def test_a_member_who_left_never_leads_but_their_turn_counts_for_their_party() -> None:
    seats = [gone(FOUR[0]), *FOUR[1:]]

    assert possible([BO, ANA], seats) == {DEE}
    assert possible([BO, DEE], seats) == {CY}


def test_a_turn_of_somebody_nobody_knows_any_more_counts_for_nobody() -> None:
    assert possible([BO, MemberId("forgotten")]) == {ANA, CY}


@pytest.mark.parametrize("party", [ADMINISTRATION, None])
def test_a_team_of_one_party_takes_turns_too(party: Party | None) -> None:
    seats = [seat(name, party) for name in ("ana", "bo", "cy")]

    assert possible([ANA], seats) == {BO, CY}
    assert possible([ANA, CY, BO], seats) == {ANA}


def test_members_without_a_party_alternate_with_a_party() -> None:
    seats = [seat("ana"), seat("bo", ASSOCIATION), seat("cy")]

    assert possible([ANA], seats) == {BO}
    assert possible([ANA, BO], seats) == {CY}
    assert draw([BO], seats, spare=None, pick=last) == CY
