"""How a screen becomes a message, and what happens when it is too long for one."""

import pytest

from bot.platforms.discord.drawing.custom_ids import Handle, Way, read
from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.ports import Payload
from tests.bot.discord.drawing.reader import words
from tests.bot.discord.drawing.rules import faults
from tests.wide import ASK, DRAWING, PAINTED
from workflows.text import plain
from workflows.views import (
    Block,
    Button,
    Buttons,
    Divider,
    Document,
    Form,
    Heading,
    Menu,
    Option,
    Paragraph,
    Picture,
    TextFile,
    View,
)


def contents(*blocks: Block, summary: str = "Summary.") -> list[str]:
    (message,) = messages(View("Norms", summary, blocks))
    return [one["content"] for one in message.body["components"] if one["type"] == 10]


def kinds(components: list[Payload]) -> list[int]:
    return [one["type"] for one in components]


def test_a_message_begins_with_the_problem_and_the_title() -> None:
    view = View("Norms", "The norms stand.", (Paragraph(plain("All six.")),), problem="Too late.")

    (message,) = messages(view)

    assert [one["content"] for one in message.body["components"]] == [
        *("**Too late.**", "## Norms", "All six.")
    ]


def test_a_message_is_made_of_components_and_calls_nobody() -> None:
    (message,) = messages(View("Norms", "The norms stand."))

    assert message.body["flags"] == 1 << 15
    assert message.body["allowed_mentions"] == {"parse": []}


def test_an_answer_can_be_for_one_person_only() -> None:
    (message,) = messages(View("Norms", "The norms stand."), is_private=True)

    assert message.body["flags"] == (1 << 15) | (1 << 6)


def test_a_screen_that_only_names_things_says_what_it_is_about() -> None:
    ways = Buttons((Button("Sign", ASK),))
    menu = Menu("Open", (Option("a", "A"),), ASK)

    assert contents(Heading("Next"), ways) == ["## Norms", "Summary.", "### Next"]
    assert contents(menu, Divider()) == ["## Norms", "Summary.", "Open"]
    assert contents(Document("norms.md", TextFile("# Norms"))) == ["## Norms", "Summary."]
    assert contents(Picture(DRAWING, "Kept: 3.")) == ["## Norms", "Kept: 3."]
    assert contents(Paragraph(())) == ["## Norms", "Summary."]


@pytest.mark.parametrize("summary", ["Norms", " "])
def test_a_summary_that_says_nothing_more_is_left_out(summary: str) -> None:
    assert contents(summary=summary) == ["## Norms"]


def test_a_screen_without_anything_is_a_message_all_the_same() -> None:
    (message,) = messages(View("", ""))

    assert [one["content"] for one in message.body["components"]] == ["…"]


def test_buttons_of_a_private_message_know_their_server() -> None:
    view = View("T", "S.", (Buttons((Button("Sign", ASK),)),))

    (message,) = messages(view, server="1234567890123456789")

    (button,) = message.body["components"][-1]["components"]
    assert read(button["custom_id"]) == Handle(Way.BUTTON, ASK, "1234567890123456789")


def test_pictures_and_documents_come_along() -> None:
    blocks = (Picture(DRAWING, "Kept: 3."), Document("our norms.md", TextFile("# Norms")))

    (message,) = messages(View("T", "S.", blocks), painted=PAINTED)

    assert kinds(message.body["components"]) == [10, 12, 13]
    assert [(file.name, file.alt) for file in message.attachments] == [
        ("picture.png", "Kept: 3."),
        ("our-norms.md", ""),
    ]


def test_what_is_too_long_goes_on_in_the_next_message() -> None:
    blocks = tuple(Paragraph(plain(f"{number} {'word ' * 390}")) for number in range(10))

    parts = messages(View("Back", "S.", blocks, language="es"))

    assert [faults(part) for part in parts] == [[]] * 5
    read = "".join(words(part.body) for part in parts).split()
    assert read == f"Back {' '.join(f'{n} ' + 'word ' * 390 for n in range(10))}".split()


def test_no_message_has_too_many_components_and_a_heading_stays_with_what_it_names() -> None:
    before = tuple(Divider() for _ in range(38))

    first, second = messages(View("T", "T", (*before, Heading("Next"), Divider())))

    assert [len(part.body["components"]) for part in (first, second)] == [39, 2]
    assert second.body["components"][0]["content"] == "### Next"


def test_a_menu_stays_with_what_it_is_called() -> None:
    before = tuple(Divider() for _ in range(37))
    menu = Menu("Open", (Option("a", "A"),), ASK)

    _, second = messages(View("T", "T", (*before, menu)))

    assert kinds(second.body["components"]) == [10, 1]


def test_headings_too_long_to_stay_together_are_parted() -> None:
    long = "👩🏽‍🏫" * 30

    parts = messages(View(long, "S.", (*(Heading(f"{n}{long}") for n in range(30)), Divider())))

    assert [faults(part) for part in parts] == [[]] * len(parts)


def test_hundreds_of_headings_are_messages_that_discord_takes() -> None:
    parts = messages(View("T", "T", tuple(Heading(f"Heading {n}") for n in range(200))))

    assert [faults(part) for part in parts] == [[]] * len(parts)
    assert sum(len(part.body["components"]) for part in parts) == 201


def test_no_message_has_more_than_ten_files() -> None:
    files = tuple(Document("norms.md", TextFile("# Norms")) for _ in range(12))

    first, second = messages(View("T", "T", files))

    assert [len(part.attachments) for part in (first, second)] == [10, 2]
    assert len({file.name for part in (first, second) for file in part.attachments}) == 12


def test_a_form_does_not_fit_into_a_message() -> None:
    with pytest.raises(ValueError, match="a message cannot hold one"):
        messages(View("T", "S.", form=Form((), Button("Send", ASK))))
