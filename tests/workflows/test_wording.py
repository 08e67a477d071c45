"""The texts of content as people read them, with what was typed put in and left as it is."""

from datetime import date

import pytest

from tests.factories import room, small
from tests.stage import Stage
from workflows.conversations import Answer
from workflows.definitions import Field
from workflows.identifiers import MemberId, PersonId
from workflows.room import Room
from workflows.text import Bold, Day, Mention, Plain, Text, flat
from workflows.views import Block, Bullets, Paragraph

TEXTS = """
subject = "topic"

[[phase]]
id = "plan"
title = "Plan"
audience = "facilitator"

[[phase]]
id = "say"
title = "Say"
closes = "facilitator"
say = '''
About **{topic}**, by {owner}:
in {place}

Because {why}

- First {topic}
- Then {why}

- Only {why}
'''

[[step]]
id = "plan"
phase = "plan"
title = "Plan"
[[step.ask]]
id = "topic"
label = "Topic"
[[step.ask]]
id = "owner"
label = "Owner"
kind = "person"
[[step.ask]]
id = "why"
label = "Why"
kind = "long-text"
required = false
"""


def told(topic: str = "Early days", why: str = "") -> Stage:
    table = Stage(small(TEXTS), facts={"place": "**{town}**"})
    table.says("ana", topic=topic, owner="bo", why=why)
    return table


def said(table: Stage) -> tuple[Block, ...]:
    return table.wording.phase_say(table.workflow.phase[1])


def test_answers_and_facts_stand_where_the_text_names_them() -> None:
    bo = Mention(PersonId("bo"), "Bo")

    assert said(told())[0] == Paragraph(
        (
            Plain("About "),
            Bold("Early days"),
            Plain(", by "),
            bo,
            Plain(": in "),
            Plain("**{town}**"),
        )
    )


def test_what_speaks_of_an_answer_that_nobody_gave_is_left_out() -> None:
    without, with_why = (said(told(why=why)) for why in ("", "we must"))

    assert without[1:] == (Bullets(((Plain("First "), Plain("Early days")),)),)
    assert [flat(item) for item in bullets(with_why)] == [
        "First Early days",
        "Then we must",
        "Only we must",
    ]


def bullets(blocks: tuple[Block, ...]) -> list[Text]:
    return [item for block in blocks if isinstance(block, Bullets) for item in block.items]


@pytest.mark.parametrize(
    "typed", ["{why}", "{", "**bold**", "`code`", "*{owner}*", "@everyone", "<!channel>", "- list"]
)
def test_what_was_typed_is_never_read_as_formatting(typed: str) -> None:
    (about, listed) = said(told(topic=typed))

    assert isinstance(about, Paragraph)
    assert about.text[1] == Bold(typed)
    assert listed == Bullets(((Plain("First "), Plain(typed)),))


def test_a_slot_that_nothing_fills_shows() -> None:
    table = Stage(small(TEXTS))
    table.says("ana", topic="x", owner="bo")

    assert "in {place}" in table.sees("bo")


@pytest.mark.parametrize(
    ("field", "answer", "read"),
    [
        ({"kind": "text"}, "a < b", "a < b"),
        ({"kind": "number"}, 2.5, "2.5"),
        ({"kind": "time"}, "15:00", "15:00"),
        ({"kind": "yes-no"}, True, "Yes"),
        ({"kind": "yes-no"}, False, "No"),
        ({"kind": "people"}, ("bo", "ana"), "Bo and Ana"),
        ({"kind": "person"}, "gone", "a former member"),
        (
            {"kind": "choices", "choice": [{"id": "a", "label": "Apple"}]},
            ("a", "old"),
            "Apple and old",
        ),
        ({"kind": "choice", "source": "parties"}, "association", "Association"),
        (
            {"kind": "choice", "source": "continuum"},
            "heard-b",
            "Association decides after hearing Administration",
        ),
        ({"kind": "scale", "choice": [{"id": "n2", "label": "So so"}]}, 2, "2 · So so"),
        (
            {
                "kind": "rows",
                "columns": [{"id": "x", "label": "X"}, {"id": "y", "label": "Y", "kind": "yes-no"}],
            },
            ({"x": "a\nb", "y": True}, {"x": "c"}),
            "a b · Yes\nc",
        ),
    ],
)
def test_an_answer_reads_as_people_say_it(
    field: dict[str, object], answer: Answer, read: str
) -> None:
    asked = Field.model_validate({"id": "it", "label": "It", **field})

    assert flat(told().wording.answer(asked, answer)) == read


def test_a_date_stays_a_day_that_each_reader_reads_in_their_own_way() -> None:
    asked = Field.model_validate({"id": "it", "label": "It", "kind": "date"})

    assert told().wording.answer(asked, "2026-11-03") == (Day(date(2026, 11, 3)),)


def test_an_answer_that_nobody_gave_is_empty() -> None:
    assert told().wording.sheet_answer("why") == ()


def test_a_conversation_says_what_it_is_about() -> None:
    by_answer = told("Early days").wording.subject()
    by_fact = Stage(small(TEXTS), facts={"topic": "From before"}).wording.subject()
    not_yet = Stage(small(TEXTS)).wording.subject()
    never = Stage(small(TEXTS.replace('subject = "topic"', ""))).wording.subject()

    assert (by_answer, by_fact, not_yet, never) == ("Early days", "From before", "", "")


def test_somebody_who_was_forgotten_has_no_name() -> None:
    table = room()
    nameless = Room(table.words, {}, table.parties)

    assert nameless.name(MemberId("bo")) == "a former member"
    assert nameless.mention(MemberId("bo")) == (Plain("a former member"),)


def test_content_is_said_in_the_readers_language() -> None:
    table = Stage(small(TEXTS), table=room(language="es"))

    assert "[Guardar]" in table.sees("ana")
