"""What a team sees of the marks it made on the continuum."""

import pytest
from pydantic import ValidationError

from tests.workflows.pictures.examples import CONTINUUM, WORDS, words_of
from workflows.pictures.continuum import ContinuumPicture, describe_continuum, widest_gap
from workflows.pictures.continuum_drawing import TIMES, draw_continuum
from workflows.pictures.palette import ACCENT, INK, MUTED, WARM
from workflows.pictures.scene import Circle, Line, Polygon, Rect, Scene


def drawn(**changes: object) -> Scene:
    return draw_continuum(CONTINUUM.model_copy(update=changes))


def signs(scene: Scene) -> tuple[int, int]:
    """Count dots and diamonds, without those that stand beside the captions."""
    dots = [shape for shape in scene.shapes if isinstance(shape, Circle)]
    diamonds = [s for s in scene.shapes if isinstance(s, Polygon) and s.stroke == INK]
    return len(dots) - 1, len(diamonds) - 1


def bracket(scene: Scene, colour: str) -> list[Line]:
    return [s for s in scene.shapes if isinstance(s, Line) and s.stroke == colour]


def test_a_team_sees_one_sign_for_each_mark() -> None:
    assert signs(drawn(expected=(3, 0, 17), wished=(30, 1, 0))) == (20, 31)


def test_a_team_sees_a_figure_where_signs_are_too_many_to_count() -> None:
    assert words_of(drawn(expected=(3, 4, 0), wished=(31, 0, 0), agreed=None)) == [
        "How do we set the bell schedule?",
        "4 of 4 people answered.",
        "Expected",
        "Wished for",
        *("1", "District alone", f"{TIMES} 31"),
        *("2", "Together", "4"),
        *("3", "Association alone"),
        *("2 steps", "apart"),
    ]


def test_a_crowd_bigger_than_the_picture_is_one_sign() -> None:
    assert signs(drawn(expected=(31, 0, 0), wished=(0, 0, 0))) == (1, 0)


def test_a_crowd_gets_the_height_it_needs() -> None:
    small, big = drawn(expected=(1, 0, 0)), drawn(expected=(30, 0, 0))

    assert big.height - small.height == 47


def test_the_agreed_step_carries_a_flag_and_a_band() -> None:
    flagged, plain = drawn(), drawn(agreed=None)

    assert [words_of(scene).count("Agreed") for scene in (flagged, plain)] == [1, 0]
    assert [_grounds(scene) for scene in (flagged, plain)] == [2, 1]
    assert [_flags(scene) for scene in (flagged, plain)] == [1, 0]


def test_a_wide_gap_is_bracketed_in_the_colour_of_a_warning() -> None:
    scene = drawn(expected=(1, 0, 1), agreed=None)

    upright, upper, lower = bracket(scene, WARM)
    dots = [shape.y for shape in scene.shapes if isinstance(shape, Circle)][1:]
    assert [upright.y1, upright.y2] == dots
    assert [upper.y1, lower.y1] == dots


def test_a_narrow_gap_is_bracketed_quietly() -> None:
    scene = drawn(expected=(1, 1, 0), agreed=None)

    assert (len(bracket(scene, WARM)), len(bracket(scene, MUTED))) == (0, 3)


def test_a_team_of_one_mind_sees_words_without_a_bracket() -> None:
    scene = drawn(expected=(0, 4, 0), words=WORDS.model_copy(update={"apart": "All at one"}))

    assert bracket(scene, MUTED) == []
    assert words_of(scene)[-1] == "All at one"


def test_a_gap_is_told_only_when_somebody_expected_something() -> None:
    somebody, nobody = drawn(), drawn(expected=(0, 0, 0))

    assert [words_of(scene).count("apart") for scene in (somebody, nobody)] == [1, 0]


def test_a_continuum_of_depths_has_no_numbers() -> None:
    assert words_of(drawn(numbered=False, expected=(0, 0, 0), wished=(0, 0, 0)))[4:] == [
        "District alone",
        "Together",
        "Agreed",
        "Association alone",
    ]


def test_a_listener_hears_the_same_as_a_viewer_sees() -> None:
    assert describe_continuum(CONTINUUM) == (
        "How do we set the bell schedule? 4 of 4 people answered. Agreed: step 2, Together. "
        "2 steps apart. "
        "Expected: 1 at step 1, District alone; 2 at step 2, Together; "
        "1 at step 3, Association alone. "
        "Wished for: 4 at step 2, Together."
    )


def test_a_listener_hears_nothing_of_what_is_not_there_yet() -> None:
    nobody: dict[str, object] = {"expected": (0, 0, 0), "wished": (0, 0, 0)}
    picture = CONTINUUM.model_copy(update={"agreed": None, "note": "", **nobody})

    assert describe_continuum(picture) == "How do we set the bell schedule?"


def test_a_slot_in_a_name_is_not_filled() -> None:
    labels = ("{count}", "{step}", "{label}")

    assert describe_continuum(CONTINUUM.model_copy(update={"labels": labels})).endswith(
        "Expected: 1 at step 1, {count}; 2 at step 2, {step}; 1 at step 3, {label}. "
        "Wished for: 4 at step 2, {step}."
    )


@pytest.mark.parametrize(
    ("counts", "gap"), [((0, 0, 0), 0), ((0, 5, 0), 0), ((1, 0, 0, 0, 0, 0, 1), 6)]
)
def test_the_gap_is_the_way_from_the_lowest_to_the_highest_mark(
    counts: tuple[int, ...], gap: int
) -> None:
    assert widest_gap(counts) == gap


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"labels": (), "expected": (), "wished": ()}, "a continuum needs a step"),
        ({"wished": (1, 2)}, "one count of each kind for each step"),
        ({"expected": (1, 2, -1)}, "cannot be negative"),
        ({"agreed": 0}, "must be one of the steps"),
        ({"agreed": 4}, "must be one of the steps"),
    ],
)
def test_a_picture_that_contradicts_itself_is_refused(
    changes: dict[str, object], problem: str
) -> None:
    with pytest.raises(ValidationError, match=problem):
        ContinuumPicture.model_validate({**CONTINUUM.model_dump(), **changes})


def _grounds(scene: Scene) -> int:
    return sum(isinstance(shape, Rect) for shape in scene.shapes)


def _flags(scene: Scene) -> int:
    return sum(isinstance(shape, Polygon) and shape.fill == ACCENT for shape in scene.shapes)
