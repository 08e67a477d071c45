"""What can be picked as an answer."""

from collections.abc import Mapping

import pytest

from tests.factories import ADMINISTRATION, ASSOCIATION, FAMILIES, room, small
from tests.stage import Stage
from workflows.definitions import Field
from workflows.identifiers import FieldId
from workflows.options import options_of, parties_of

ONE_PHASE = 'step = []\nphase = [{ id = "p", title = "P", closes = "facilitator" }]'
THREE = (ADMINISTRATION, ASSOCIATION, FAMILIES)


def picks(field: Mapping[str, object], parties: tuple[str, ...] | None = None) -> list[str]:
    sheet = {"parties": parties} if parties else {}
    table = Stage(small(ONE_PHASE), table=room(("ana", "bo", "cy"), parties=THREE), sheet=sheet)
    asked = Field.model_validate({"id": "it", "label": "It", **field})
    return [o.value for o in options_of(table.workflow, asked, table.conversation, table.room)]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ({"kind": "text"}, []),
        ({"kind": "date"}, []),
        ({"kind": "yes-no"}, ["yes", "no"]),
        ({"kind": "scale", "lowest": 0, "highest": 2}, ["0", "1", "2"]),
        ({"kind": "person"}, ["ana", "bo", "cy"]),
        ({"kind": "people"}, ["ana", "bo", "cy"]),
        ({"kind": "choices", "source": "parties"}, ["administration", "association", "families"]),
        ({"kind": "choice", "source": "continuum"}, ["alone", "explained", "heard", "shared"]),
        ({"kind": "choice", "choice": [{"id": "a", "label": "A"}]}, ["a"]),
    ],
)
def test_each_kind_of_question_offers_its_options(
    field: dict[str, object], values: list[str]
) -> None:
    assert picks(field) == values


def test_a_decision_between_two_of_three_parties_has_seven_steps() -> None:
    level = {"kind": "choice", "source": "continuum"}

    assert len(picks(level, parties=("administration", "families"))) == 7


def test_a_conversation_is_about_the_parties_it_names_in_the_order_of_the_table() -> None:
    table = Stage(
        small(ONE_PHASE),
        table=room(parties=THREE),
        sheet={"parties": ("families", "administration")},
    )

    assert parties_of(table.conversation, table.room) == (ADMINISTRATION, FAMILIES)
    assert FieldId("parties") in table.conversation.sheet
