"""What a team sees of its unattributed answers."""

import pytest
from pydantic import ValidationError

from tests.workflows.pictures.examples import FIST_TO_FIVE, NORM_CHECK, words_of
from workflows.pictures.palette import ACCENT, AMBER, GRID, PAPER, WARM
from workflows.pictures.scene import Line, Rect
from workflows.pictures.tally import TallyPicture, TallyRow, describe_tally
from workflows.pictures.tally_drawing import draw_tally


def bars(picture: TallyPicture, colour: str) -> list[float]:
    """Return the widths of all outlines of a colour, smaller signs of the legend left out."""
    outlines = [s for s in draw_tally(picture).shapes if isinstance(s, Rect) and s.stroke == colour]
    return [round(outline.width + outline.stroke_width) for outline in outlines if outline.y > 100]


def norm(*counts: int) -> TallyPicture:
    return NORM_CHECK.model_copy(update={"rows": (TallyRow(label="Participation", counts=counts),)})


def test_a_team_sees_the_shares_of_each_answer() -> None:
    picture = norm(2, 1, 1)

    assert (bars(picture, ACCENT), bars(picture, AMBER), bars(picture, WARM)) == ([169], [84], [84])


def test_a_single_answer_among_many_is_wide_enough_for_its_figure() -> None:
    picture = norm(98, 1, 1)

    assert (bars(picture, ACCENT), bars(picture, AMBER), bars(picture, WARM)) == ([293], [22], [22])


def test_a_norm_that_nobody_answered_is_an_empty_bar() -> None:
    assert bars(norm(0, 0, 0), GRID) == [344]


def test_only_the_middle_answer_is_hatched() -> None:
    hatches = [s for s in draw_tally(norm(2, 0, 2)).shapes if isinstance(s, Line)]

    assert {line.stroke for line in hatches} == {AMBER}
    assert max(line.y2 for line in hatches) < 100


def test_two_answers_are_full_and_hollow() -> None:
    picture = NORM_CHECK.model_copy(
        update={"segments": ("Yes", "No"), "rows": (TallyRow(label="Ready", counts=(1, 1)),)}
    )

    assert (bars(picture, ACCENT), bars(picture, WARM)) == ([170], [170])


def test_each_answer_is_named_and_counted() -> None:
    assert words_of(draw_tally(NORM_CHECK)) == [
        *("How well did we keep our norms?", "Kept", "Partly", "Not kept"),
        *("Participation", "2", "1", "1"),
        *("Recordkeeping", "4"),
    ]


def test_long_names_of_answers_stand_one_under_the_other() -> None:
    names = ("Se cumplió por completo y siempre", "Se cumplió en parte", "No se cumplió nunca")
    short = draw_tally(NORM_CHECK)

    long = draw_tally(NORM_CHECK.model_copy(update={"segments": names}))

    assert long.height - short.height == 24


def test_a_plain_bar_is_as_long_as_its_count() -> None:
    assert bars(FIST_TO_FIVE, ACCENT) == [76, 152]
    assert words_of(draw_tally(FIST_TO_FIVE))[-6:] == [
        *("5, I will lead it", "1"),
        *("3, fine to go on", "2"),
        *("0, block", "0"),
    ]


def test_the_longest_plain_bar_leaves_room_for_its_figure() -> None:
    row = TallyRow(label="4, good", counts=(30,))

    assert bars(FIST_TO_FIVE.model_copy(update={"rows": (row,)}), ACCENT) == [304]


def test_the_line_that_plain_bars_stand_on_has_no_gap_beside_a_long_label() -> None:
    long, short = TallyRow(label="long " * 20, counts=(1,)), TallyRow(label="short", counts=(2,))

    scene = draw_tally(TallyPicture(title="Counts", rows=(long, short)))

    upper, lower = (shape for shape in scene.shapes if isinstance(shape, Line))
    assert upper.y2 == lower.y1


def test_a_tally_without_rows_is_a_title() -> None:
    nothing = draw_tally(TallyPicture(title="Nobody answered", rows=()))

    assert words_of(nothing) == ["Nobody answered"]
    assert nothing.shapes[0] == Rect(0, 0, nothing.width, nothing.height, PAPER)


def test_a_listener_hears_each_norm_with_its_answers() -> None:
    assert describe_tally(NORM_CHECK) == (
        "How well did we keep our norms? "
        "Participation: Kept 2, Partly 1, Not kept 1. "
        "Recordkeeping: Kept 4, Partly 0, Not kept 0."
    )


def test_a_listener_hears_each_option_with_its_count() -> None:
    assert describe_tally(FIST_TO_FIVE) == (
        "Start the tutoring pilot in October. 3 of 4 people answered. "
        "5, I will lead it: 1. 3, fine to go on: 2. 0, block: 0."
    )


@pytest.mark.parametrize(
    ("segments", "counts", "problem"),
    [
        (("Kept",), (1,), "no segments, or two, or three"),
        (("A", "B", "C", "D"), (1, 1, 1, 1), "no segments, or two, or three"),
        (("Kept", "Not kept"), (1,), "one count for each segment"),
        ((), (1, 2), "one count for each segment"),
        ((), (-1,), "cannot be negative"),
    ],
)
def test_a_tally_that_contradicts_itself_is_refused(
    segments: tuple[str, ...], counts: tuple[int, ...], problem: str
) -> None:
    with pytest.raises(ValidationError, match=problem):
        TallyPicture(title="t", segments=segments, rows=(TallyRow(label="r", counts=counts),))
