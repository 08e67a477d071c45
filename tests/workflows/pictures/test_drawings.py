"""Any picture can be kept as JSON, drawn and said."""

import pytest
from pydantic import TypeAdapter

from tests.workflows.pictures.examples import CONTINUUM, FIST_TO_FIVE, NORM_CHECK, RELATIONSHIPS
from workflows.pictures.continuum import describe_continuum
from workflows.pictures.continuum_drawing import draw_continuum
from workflows.pictures.drawings import Drawing, alt_text, draw
from workflows.pictures.relationships import describe_relationships
from workflows.pictures.relationships_drawing import draw_relationships
from workflows.pictures.tally import describe_tally
from workflows.pictures.tally_drawing import draw_tally


@pytest.mark.parametrize("drawing", [CONTINUUM, FIST_TO_FIVE, NORM_CHECK, RELATIONSHIPS])
def test_a_picture_comes_back_from_json_as_it_was(drawing: Drawing) -> None:
    kept = TypeAdapter[Drawing](Drawing)

    assert kept.validate_json(kept.dump_json(drawing)) == drawing


def test_each_kind_is_drawn_in_its_way() -> None:
    assert draw(CONTINUUM) == draw_continuum(CONTINUUM)
    assert draw(NORM_CHECK) == draw_tally(NORM_CHECK)
    assert draw(RELATIONSHIPS) == draw_relationships(RELATIONSHIPS)


def test_each_kind_is_said_in_its_way() -> None:
    assert alt_text(CONTINUUM) == describe_continuum(CONTINUUM)
    assert alt_text(NORM_CHECK) == describe_tally(NORM_CHECK)
    assert alt_text(RELATIONSHIPS) == describe_relationships(RELATIONSHIPS)
