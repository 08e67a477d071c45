"""Who something is open to: a team, those there for one party, or one member alone."""

import pytest

from tests.factories import ADMINISTRATION, ASSOCIATION, seat, small
from tests.stage import Circle, Stage
from workflows.circles import admits, is_closed
from workflows.conversations import Status
from workflows.identifiers import FieldId
from workflows.views import Privacy

ANA, BO, CY = seat("ana", ADMINISTRATION), seat("bo", ASSOCIATION), seat("cy", ADMINISTRATION)
DEE = seat("dee")

ONE = """
phase = [{ id = "p", title = "P", audience = "facilitator" }]
step = [
  { id = "a", phase = "p", title = "A", ask = [{ id = "a", label = "A" }] },
  { id = "b", phase = "p", title = "B", ask = [{ id = "b", label = "B" }] },
]
"""


@pytest.mark.parametrize(
    ("privacy", "admitted"),
    [
        (Privacy.PRIVATE, [ANA]),
        (Privacy.CAUCUS, [ANA, CY]),
        (Privacy.TEAM, [ANA, BO, CY, DEE]),
        (Privacy.PARTNERS, [ANA, BO, CY, DEE]),
    ],
)
def test_a_circle_admits_its_own(privacy: Privacy, admitted: list[object]) -> None:
    circle = Circle(privacy, owner=ANA.id, party=ANA.party)

    assert [member for member in (ANA, BO, CY, DEE) if admits(circle, member)] == admitted
    assert is_closed(circle) is (len(admitted) < 4)


def test_who_is_there_for_no_party_is_in_no_caucus() -> None:
    assert not admits(Circle(Privacy.CAUCUS, owner=None, party=None), DEE)


@pytest.mark.parametrize(("privacy", "people"), [("private", ["ana"]), ("caucus", ["ana", "cy"])])
def test_only_those_it_is_open_to_take_part(privacy: str, people: list[str]) -> None:
    table = Stage(small(f'privacy = "{privacy}"\n{ONE}'))

    assert list(table.conversation.people) == people
    assert "You do not take part" in table.sees("bo")


@pytest.mark.parametrize("privacy", ["private", "caucus"])
def test_what_is_called_off_is_let_go_of(privacy: str) -> None:
    table = Stage(small(f'privacy = "{privacy}"\n{ONE}'))
    table.says("ana", a="Something frank.")

    table.calls_off()

    assert (table.conversation.status, table.conversation.sheet) == (Status.CANCELLED, {})


def test_what_a_team_calls_off_is_kept_as_it_was() -> None:
    table = Stage(small(ONE))
    table.says("ana", a="Something open.")

    table.calls_off()

    assert table.conversation.sheet == {FieldId("a"): "Something open."}


def test_who_lays_aside_what_is_theirs_alone_reads_that_it_is_kept() -> None:
    table = Stage(small(f'privacy = "private"\n{ONE}'))

    assert table.looks("ana") == (
        "# Small\n\nYour draft is kept, and only you can see it.\n\n"
        "[Go on writing] [Delete the draft]\n"
    )
