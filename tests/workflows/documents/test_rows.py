"""A record as rows for a spreadsheet."""

from tests.factories import room
from tests.workflows.samples import DECISION, NORM_CHECK, NORMS
from workflows.documents.rows import record_rows
from workflows.views import Grid


def test_norms_are_one_row_for_each_category() -> None:
    assert record_rows(NORMS, room()) == Grid(
        ("Category", "Commitment"),
        (
            ("Meeting logistics", "on time"),
            ("Recordkeeping", ""),
            ("Participation", ""),
            ("Decision making", ""),
            ("Expectations", ""),
            ("Communication", "one voice"),
        ),
    )


def test_a_check_is_counted_for_each_category() -> None:
    grid = record_rows(NORM_CHECK, room(language="es"))

    assert grid.header == ("Categoría", "Se cumplió", "Se cumplió en parte", "No se cumplió")
    assert grid.rows[0] == ("Organización de reuniones", "3", "0", "1")
    assert grid.rows[5] == ("Comunicación", "0", "4", "0")


def test_a_decision_is_everything_that_its_page_says() -> None:
    grid = record_rows(DECISION, room())

    assert grid.header == ("Field", "Value")
    assert grid.rows[:3] == (
        ("Agreed step", "Together"),
        ("Accountable", "Ana"),
        ("Decided on", "Tue, Nov 3, 2026"),
    )
    assert ("What was decided", "We try one in March.") in grid.rows
    assert ("Concerns taken up", "Bo: Who pays?") in grid.rows
    assert ("How far people went along", "Cannot let it pass: 1") in grid.rows
    assert [name for name, said in grid.rows if "Wished for: 4 at step 4" in said] == ["Picture"]
