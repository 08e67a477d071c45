"""How the record of a retro reads: first what a team takes along, then what was said."""

from bot.plain_text import draw_view
from tests.factories import room
from tests.workflows.samples import MADE, RETRO, record
from workflows.identifiers import MemberId
from workflows.record_pages import record_blocks, record_title
from workflows.retro_pages import retro_summary
from workflows.retros import Retro
from workflows.views import View

ROOM = room()
BARE = Retro(topic="Our year", pace="days", on=MADE.date(), facilitator=MemberId("bo"), took_part=2)


def page(content: Retro) -> str:
    shown = record(content)
    view = View(record_title(shown, ROOM.words), "", record_blocks(shown, ROOM, shown.current))
    return draw_view(view, ROOM.words)


def test_it_begins_with_what_the_team_takes_along() -> None:
    assert page(RETRO).partition("\n\n## What mattered most")[0].splitlines() == [
        "# Lessons learned: Our first year",
        "",
        "Held on: Tue, Nov 3, 2026",
        "How: Together, in an hour",
        "Facilitated by: @Bo",
        "Notes by: @Cy",
        "Took part: 4",
        "",
        "## To celebrate",
        "",
        "> Nobody left!",
        "",
        "## Lessons: About the issue",
        "",
        "- Mentors need time (For: only our team)",
        "",
        "## Lessons: About the way we work together",
        "",
        "- Ask early (For: everyone in our partnership)",
        "",
        "(These lessons stay with your team for now.)",
        "",
        "## Actions",
        "",
        "- Book a room (@Bo, by Tue, Dec 1, 2026). On Monday at eight",
        "- Call the board (@Ana, by Wed, Dec 2, 2026)",
    ]


def test_it_goes_on_with_what_weighed_most_and_what_was_said() -> None:
    lines = page(RETRO).splitlines()

    assert lines[lines.index("## What mattered most") : -2] == [
        "## What mattered most",
        "",
        "- More talks: 3 dots",
        "- Fewer left: 1 dot",
        "",
        "## Aims and what we did",
        "",
        "> We aimed high.",
        "",
        "## Results",
        "",
        "What came of it, and what shows it?",
        "",
        "- More talks",
        "- @Dee: Fewer left",
        "",
        "## Was this worth the time?",
        "",
        "- Yes: 3",
        "- No: 1",
        "",
        "## May the lessons be shared as they stand?",
        "",
        "- Yes: 3",
        "- No, not yet: 1",
    ]


def test_nothing_is_said_of_what_there_was_not() -> None:
    assert page(BARE).splitlines()[2:-2] == [
        "Held on: Tue, Nov 3, 2026",
        "How: Spread over four days",
        "Facilitated by: @Bo",
        "Took part: 2",
    ]


def test_lessons_that_all_want_to_share_do_not_stay_with_the_team() -> None:
    shared = RETRO.model_copy(update={"sharing": {"yes": 4}})

    assert "stay with your team" not in page(shared)


def test_the_card_shows_what_the_team_takes_along_alone() -> None:
    blocks = retro_summary(RETRO, ROOM)

    text = draw_view(View("Card", "", blocks), ROOM.words)
    assert "Ask early" in text
    assert "More talks" not in text


def test_who_led_who_took_notes_who_does_something_and_who_signed_their_words_are_named() -> None:
    edition = record(RETRO).current

    assert edition.named == {"ana", "bo", "cy", "dee"}
    assert record(BARE).current.named == {"bo"}
