"""Every kind of picture, and the two things to be done with one: draw it, and say it in words."""

from typing import Annotated, assert_never

from pydantic import Field

from workflows.pictures.continuum import ContinuumPicture, describe_continuum
from workflows.pictures.continuum_drawing import draw_continuum
from workflows.pictures.relationships import RelationshipPicture, describe_relationships
from workflows.pictures.relationships_drawing import draw_relationships
from workflows.pictures.scene import Scene
from workflows.pictures.tally import TallyPicture, describe_tally
from workflows.pictures.tally_drawing import draw_tally

Drawing = Annotated[
    ContinuumPicture | RelationshipPicture | TallyPicture, Field(discriminator="kind")
]
"""What a message keeps of a picture: numbers and ready words, from which it can be drawn again."""


def draw(drawing: Drawing) -> Scene:
    """Lay a picture out."""
    match drawing:
        case ContinuumPicture():
            return draw_continuum(drawing)
        case RelationshipPicture():
            return draw_relationships(drawing)
        case TallyPicture():
            return draw_tally(drawing)
        case _:
            assert_never(drawing)


def alt_text(drawing: Drawing) -> str:
    """Return the words for whoever does not see the picture, from the same numbers."""
    match drawing:
        case ContinuumPicture():
            return describe_continuum(drawing)
        case RelationshipPicture():
            return describe_relationships(drawing)
        case TallyPicture():
            return describe_tally(drawing)
        case _:
            assert_never(drawing)
