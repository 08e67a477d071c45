"""People, the teams they are on, and how they are named at the table."""

from dataclasses import replace

from tests.factories import ADMINISTRATION, ASSOCIATION, TEAM, room, seat
from tests.stage import NOON
from workflows.identifiers import MemberId, PartnershipId, PartyId, PersonId
from workflows.people import Partnership, Role, Team, TeamKind
from workflows.room import Room, room_of
from workflows.text import Mention, Plain

ANA = replace(seat("ana", ADMINISTRATION), roles=frozenset({Role.LEAD}))
BO = replace(seat("bo", ASSOCIATION), roles=frozenset({Role.LEAD}), left_at=NOON)
CY = seat("cy", ADMINISTRATION)
TEAM_OF_THREE = Team(
    TEAM, PartnershipId("p"), "The table", TeamKind.SCHOOL, "en", "UTC", (ANA, BO, CY)
)
PARTNERSHIP = Partnership(PartnershipId("p"), "Lincoln", "en", (ADMINISTRATION, ASSOCIATION))
WORDS = room().words


def test_a_team_knows_who_is_here_and_who_leads() -> None:
    assert TEAM_OF_THREE.present == (ANA, CY)
    assert TEAM_OF_THREE.leads == (ANA,)


def test_a_team_remembers_who_has_left() -> None:
    assert TEAM_OF_THREE.member(MemberId("bo")) == BO
    assert TEAM_OF_THREE.member(MemberId("eve")) is None


def test_a_person_has_a_seat_only_while_they_are_here() -> None:
    seats = [TEAM_OF_THREE.seat_of(PersonId(name)) for name in ("ana", "bo", "eve")]

    assert seats == [ANA, None, None]


def test_a_partnership_knows_its_parties() -> None:
    assert PARTNERSHIP.party(ASSOCIATION.id) == ASSOCIATION
    assert PARTNERSHIP.party(PartyId("board")) is None


def test_a_room_seats_the_team_for_one_reader() -> None:
    seated = room_of(TEAM_OF_THREE, PARTNERSHIP, WORDS)

    assert seated == Room(
        WORDS,
        {MemberId("ana"): ANA, MemberId("bo"): BO, MemberId("cy"): CY},
        (ADMINISTRATION, ASSOCIATION),
        "The table",
    )
    assert seated.present() == (ANA, CY)


def test_a_member_is_named_and_pointed_at() -> None:
    assert room().name(MemberId("bo")) == "Bo"
    assert room().mention(MemberId("bo")) == (Mention(PersonId("bo"), "Bo"),)


def test_a_member_who_was_forgotten_is_named_by_the_part_they_had() -> None:
    forgotten = {MemberId("bo"): replace(BO, name="")}
    seated = Room(WORDS, forgotten, (ADMINISTRATION, ASSOCIATION))

    assert seated.name(MemberId("bo")) == "a former member for Association"
    assert seated.mention(MemberId("bo")) == (Plain("a former member for Association"),)
    assert seated.name(MemberId("eve")) == "a former member"
