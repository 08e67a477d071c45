"""The pictures of what is revealed, drawn from counts alone."""

import pytest

from tests.factories import FOUR, packaged, room
from tests.stage import Stage
from workflows.catalogue import words_for
from workflows.depictions import continuum_picture, depict, retro_picture
from workflows.pictures.continuum import ContinuumPicture
from workflows.pictures.drawings import Drawing, alt_text
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.views import Picture


def marked(**expected: str) -> Stage:
    """Return a decision at the end of the marking; everybody wishes it were shared."""
    table = Stage(packaged("decision"))
    parties = ("administration", "association")
    table.says("ana", title="Early days", parties=parties, accountable="bo", decide_by="2026-12-01")
    table.says("ana", pace="now")
    for name in FOUR:
        table.says(name, expected=expected.get(name, "shared"), wished="shared")
    return table


def drawing(table: Stage, name: str) -> Drawing:
    (picture,) = depict(table.wording, name)
    return picture.drawing


def test_the_marks_are_drawn_on_the_continuum() -> None:
    picture = drawing(marked(ana="alone-a"), "continuum")

    assert isinstance(picture, ContinuumPicture)
    assert (picture.title, picture.words.apart) == ("Early days", "3 steps apart")
    assert picture.expected == (1, 0, 0, 3, 0, 0, 0)
    assert picture.wished == (0, 0, 0, 4, 0, 0, 0)
    assert (picture.agreed, picture.numbered) == (None, True)


@pytest.mark.parametrize(
    ("ana", "apart"),
    [("shared", "All expect the same step"), ("heard-a", "1 step apart")],
)
def test_the_picture_says_how_far_apart_the_marks_are(ana: str, apart: str) -> None:
    picture = drawing(marked(ana=ana), "continuum")

    assert isinstance(picture, ContinuumPicture)
    assert picture.words.apart == apart


def test_the_agreed_step_is_drawn_once_there_is_one() -> None:
    table = room()

    picture = continuum_picture("x", {}, {}, table.parties, table.words, agreed="heard-b")

    assert picture.agreed == 5


def test_depths_among_more_parties_have_no_numbers() -> None:
    table = room()

    picture = continuum_picture("x", {"heard": 2}, {}, (), table.words)

    assert (picture.expected, picture.numbered) == ((0, 0, 2, 0), False)


@pytest.mark.parametrize(("method", "field"), [("fist", "fist"), ("gradients", "gradient")])
def test_the_round_that_was_held_is_drawn(method: str, field: str) -> None:
    table = marked()
    table.says("bo", level="shared", reason="x")
    table.says("bo", method=method)
    if method == "gradients":
        weights = dict.fromkeys(("important", "lasting", "hard", "buy-in", "initiative"), "no")
        table.says("bo", **weights)
    table.says("bo", proposal="x")
    pick = table.opens("cy").form.inputs[0].options[4]
    for name in FOUR:
        table.says(name, **{field: pick.value})

    picture = drawing(table, "support")

    assert isinstance(picture, TallyPicture)
    assert picture.rows[4] == TallyRow(label=pick.label, counts=(4,))
    assert sum(row.counts[0] for row in picture.rows) == 4


def test_no_picture_is_drawn_where_no_round_was_held() -> None:
    assert depict(marked().wording, "support") == ()
    assert depict(marked().wording, None) == ()


def test_a_picture_says_the_same_in_words() -> None:
    (picture,) = depict(marked().wording, "continuum")

    assert isinstance(picture, Picture)
    assert picture.alt == (
        "Early days. All expect the same step. Expected: 4 at step 4 (Together). "
        "Wished for: 4 at step 4 (Together)."
    )


def test_a_team_sees_what_its_retro_left_behind() -> None:
    actions = {"open": 3, "done": 1, "dropped": 2}

    picture = retro_picture("Fall retro", {"content": 4, "process": 5}, actions, words_for("en"))

    assert alt_text(picture) == (
        "Fall retro. Lessons on the content: 4. Lessons on the process: 5. "
        "Open action items: 3. Action items done: 1. Action items no longer needed: 2."
    )


def test_a_retro_that_left_nothing_behind_counts_to_nought() -> None:
    picture = retro_picture("Retro", {}, {}, words_for("es"))

    assert [row.counts for row in picture.rows] == [(0,)] * 5
    assert picture.rows[0].label == "Lecciones sobre el contenido"
