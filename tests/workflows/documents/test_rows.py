"""A record as rows for a spreadsheet."""

from tests.factories import room
from tests.workflows.samples import DECISION, MADE, NORM_CHECK, NORMS, RETRO
from workflows.catalogue import words_for
from workflows.documents.rows import record_rows, told_rows
from workflows.identifiers import MemberId
from workflows.retros import Retro
from workflows.text import plain
from workflows.views import Bullets, Divider, Facts, Grid, Heading, Paragraph, Quote, Small

OUT = "everyone in our partnership"


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


def test_a_retro_is_one_row_for_each_lesson_action_and_thought() -> None:
    assert record_rows(RETRO, room()) == Grid(
        ("What it is", "Text", "About", "For whom", "Who", "By when", "How many"),
        (
            ("Lesson", "Ask early", *("About the way we work together", OUT), "", "", ""),
            ("Lesson", "Mentors need time", "About the issue", "only our team", "", "", ""),
            ("Action", "Book a room. On Monday at eight", *("", ""), "Bo", "Tue, Dec 1, 2026", ""),
            ("Action", "Call the board", "", "", "Ana", "Wed, Dec 2, 2026", ""),
            ("To celebrate", "Nobody left!", "", "", "", "", ""),
            ("Notes", "We aimed high.", "Aims and what we did", "", "", "", ""),
            ("Thought", "More talks", "What came of it, and what shows it?", "", "", "", ""),
            ("Thought", "Fewer left", "What came of it, and what shows it?", "", "Dee", "", ""),
            ("What mattered most", "More talks", "", "", "", "", "3"),
            ("What mattered most", "Fewer left", "", "", "", "", "1"),
            ("Was this worth the time?", "Yes", "", "", "", "", "3"),
            ("Was this worth the time?", "No", "", "", "", "", "1"),
            ("May the lessons be shared as they stand?", "Yes", "", "", "", "", "3"),
            ("May the lessons be shared as they stand?", "No, not yet", "", "", "", "", "1"),
            ("Held on", "Tue, Nov 3, 2026", "", "", "", "", ""),
            ("How", "Together, in an hour", "", "", "", "", ""),
            ("Facilitated by", "Bo", "", "", "", "", ""),
            ("Notes by", "Cy", "", "", "", "", ""),
            ("Took part", "4", "", "", "", "", ""),
        ),
    )


def test_a_retro_that_left_little_has_few_rows() -> None:
    little = Retro(
        topic="Our year", pace="days", on=MADE.date(), facilitator=MemberId("bo"), took_part=2
    )

    names = [name for name, *_ in record_rows(little, room(language="es")).rows]

    assert names == ["Se hizo el", "Cómo", "Facilitó", "Participaron"]


def test_a_heading_names_what_follows_until_the_next_one_or_a_line() -> None:
    blocks = (
        Paragraph(plain("before")),
        Heading("Notes"),
        Quote(plain("one")),
        Bullets((plain("two"), plain("three"))),
        Divider(),
        Small(plain("after")),
        Facts((("Where", plain("here")),)),
    )

    assert list(told_rows(blocks, words_for("en"))) == [
        ("", "before"),
        ("Notes", "one"),
        ("Notes", "two"),
        ("Notes", "three"),
        ("", "after"),
        ("Where", "here"),
    ]
