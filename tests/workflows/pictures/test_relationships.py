"""What a person sees of how they rated their relationships over time."""

import pytest
from pydantic import ValidationError

from tests.workflows.pictures.examples import RELATIONSHIPS, partner, words_of
from workflows.pictures.alt_text import LONGEST
from workflows.pictures.palette import ACCENT, PAPER
from workflows.pictures.relationships import (
    PartnerRatings,
    Rating,
    RelationshipPicture,
    describe_relationships,
)
from workflows.pictures.relationships_drawing import TIMES, draw_relationships
from workflows.pictures.scene import Circle, Line, Polygon, Scene


def of(*partners: PartnerRatings) -> RelationshipPicture:
    return RELATIONSHIPS.model_copy(update={"partners": partners})


def drawn(*partners: PartnerRatings) -> Scene:
    return draw_relationships(of(*partners))


def dots(scene: Scene, fill: str) -> list[tuple[float, float]]:
    """Return where the signs of a kind stand, without the one that is explained on top."""
    circles = [s for s in scene.shapes if isinstance(s, Circle) and s.fill == fill]
    return [(round(circle.x, 1), round(circle.y, 1)) for circle in circles][1:]


def heads(scene: Scene) -> list[Polygon]:
    return [shape for shape in scene.shapes if isinstance(shape, Polygon)]


def often(name: str, *steps: int) -> PartnerRatings:
    return PartnerRatings(name=name, ratings=tuple(Rating(day="1 May", step=s) for s in steps))


def test_a_person_reads_the_steps_the_names_and_the_newest_ratings() -> None:
    assert words_of(draw_relationships(RELATIONSHIPS)) == [
        *("My relationships", "Only you see this.", "Newest", "Earlier"),
        *("No contact", "Conflict", "Guarded", "Courteous", "Cooperative", "Partner"),
        *("Dana Reyes", "Courteous on 12 Jan 2027"),
        *("Sam Lee", "No contact on 3 Nov 2026"),
        *("Bo", "Conflict on 4 May 2027"),
    ]


def test_an_arrow_leads_from_the_rating_before_to_the_newest() -> None:
    better, worse = drawn(partner("Bo", 1, 4)), drawn(partner("Bo", 4, 1))

    assert (dots(better, PAPER), dots(better, ACCENT)) == (dots(worse, ACCENT), dots(worse, PAPER))
    (up,), (down,) = heads(better), heads(worse)
    assert up.points[0][0] > up.points[1][0]
    assert down.points[0][0] < down.points[1][0]


def test_a_relationship_that_stays_has_a_line_without_a_head() -> None:
    scene = drawn(partner("Bo", 4, 4))

    assert heads(scene) == []
    assert sum(isinstance(shape, Line) for shape in scene.shapes) == 1


def test_a_first_rating_stands_alone() -> None:
    scene = drawn(partner("Bo", 5))

    assert (len(dots(scene, PAPER)), len(dots(scene, ACCENT))) == (0, 1)
    assert not any(isinstance(shape, Line) for shape in scene.shapes)


def test_older_ratings_stand_below_the_newest_two() -> None:
    scene = drawn(partner("Bo", 4, 4, 3, 1))

    before, *older = dots(scene, PAPER)
    (newest,) = dots(scene, ACCENT)
    assert before[1] == newest[1]
    assert [y > newest[1] for _, y in older] == [True, True]
    assert scene.height - drawn(partner("Bo", 3, 1)).height == 18


def test_more_ratings_at_a_step_than_can_be_counted_become_a_figure() -> None:
    six, seven = drawn(often("Bo", *[2] * 6, 0, 1)), drawn(often("Bo", *[2] * 7, 0, 1))

    assert [len(dots(scene, PAPER)) for scene in (six, seven)] == [7, 2]
    assert words_of(seven)[-1] == f"{TIMES} 7"


def test_a_long_name_takes_two_lines_and_leaves_room_for_the_rating() -> None:
    name = "María de los Ángeles Fernández-Villalobos y Gutiérrez, Presidenta de la Asociación"

    assert words_of(drawn(partner(name, 5)))[-3:] == [
        "María de los Ángeles Fernández-Villalobos y Gutiérrez,",
        "Presidenta de la Asociación",
        "Partner on 3 Nov 2026",
    ]


def test_a_step_with_two_words_takes_two_lines() -> None:
    labels = ("Sin contacto alguno", *RELATIONSHIPS.labels[1:])

    picture = draw_relationships(RELATIONSHIPS.model_copy(update={"labels": labels}))

    assert {"Sin contacto", "alguno"} < set(words_of(picture))
    assert picture.height - draw_relationships(RELATIONSHIPS).height == 20


def test_a_listener_hears_each_rating_with_its_day() -> None:
    assert describe_relationships(RELATIONSHIPS) == (
        "My relationships. Only you see this. "
        "Dana Reyes: Guarded on 3 Nov 2026, Courteous on 12 Jan 2027. "
        "Sam Lee: No contact on 3 Nov 2026. "
        "Bo: Cooperative on 3 Nov 2026, Cooperative on 12 Jan 2027, "
        "Cooperative on 9 Mar 2027, Conflict on 4 May 2027."
    )


def test_a_listener_hears_the_newest_rating_of_all_partners_where_not_all_ratings_fit() -> None:
    picture = of(*(often(f"Partner {at}", *[0] * 40, at % 6) for at in range(12)))

    said = describe_relationships(picture)

    assert [f"Partner {at}: " in said for at in range(12)] == [True] * 12
    assert said.endswith("Partner 11: No contact on 1 May, No contact on 1 May, Partner on 1 May.")
    assert len(said) <= LONGEST


def test_a_listener_hears_twelve_partners_with_very_long_names() -> None:
    picture = of(*(often(f"{at} " + "Name " * 40, 3) for at in range(12)))

    assert describe_relationships(picture).count("Courteous on 1 May") == 12


def test_a_picture_too_long_in_any_case_ends_with_an_ellipsis() -> None:
    picture = of(often("Bo", 3)).model_copy(update={"title": "word " * 300})

    assert describe_relationships(picture).endswith("word…")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"labels": ("One", "Two")}, "has six steps"),
        ({"partners": ()}, "one partner, and at most twelve"),
        ({"partners": [partner("Bo", 1)] * 13}, "one partner, and at most twelve"),
        ({"partners": [partner("Bo")]}, "needs a rating"),
        ({"partners": [partner("Bo", 6)]}, "one of the steps"),
        ({"partners": [partner("Bo", -1)]}, "one of the steps"),
    ],
)
def test_a_picture_that_contradicts_itself_is_refused(
    changes: dict[str, object], problem: str
) -> None:
    with pytest.raises(ValidationError, match=problem):
        RelationshipPicture.model_validate({**dict(RELATIONSHIPS), **changes})
