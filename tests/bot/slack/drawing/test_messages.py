"""How a screen becomes a message, and what happens when it is too long for one."""

import pytest

from bot.platforms.slack.drawing.messages import messages
from tests.bot.slack.drawing.reader import shown
from tests.bot.slack.drawing.rules import faults
from workflows.text import plain
from workflows.views import Ask, Button, Divider, Form, Heading, Paragraph, Quote, View


def test_a_message_begins_with_the_problem_and_the_title() -> None:
    view = View("Norms", "The norms stand.", (Paragraph(plain("All six.")),), problem="Too late.")

    (message,) = messages(view)

    assert message.text == "The norms stand."
    assert [block["type"] for block in message.blocks] == ["rich_text", "header", "rich_text"]
    assert shown(message.blocks) == "Too late.NormsAll six."


def test_a_notification_shows_a_sentence_without_signs() -> None:
    (message,) = messages(View("T", "<!here> & `x` *y* :z: bank.example @ana"))

    expected = "&lt;!here&gt; &amp; \u02cbx\u02cb *_y*_ :_z: bank._example @_ana".replace(
        "_", "\u200a"
    )
    assert message.text == expected


@pytest.mark.parametrize("summary", ["x" * 5000, "& " * 2500, "👩🏽‍🏫" * 1500])
def test_a_notification_is_short(summary: str) -> None:
    (message,) = messages(View("T", summary))

    assert len(message.text) <= 4000
    assert message.text.endswith("…")


def test_a_screen_without_words_for_a_notification_is_named() -> None:
    assert [message.text for message in messages(View("Norms", " "))] == ["Norms"]


def test_a_screen_without_anything_is_a_message_all_the_same() -> None:
    (message,) = messages(View("", ""))

    assert (message.text, message.blocks) == ("…", [])


def test_what_is_too_long_goes_on_in_the_thread() -> None:
    quotes = tuple(Quote(plain(f"{number} {'word ' * 590}")) for number in range(10))

    parts = messages(View("Back", "This is what you wrote.", quotes, language="es"))

    assert [part.text for part in parts] == [
        "This is what you wrote.",
        *(f"Página {page} de 3. This is what you wrote." for page in (2, 3)),
    ]
    assert "".join(shown(part.blocks) for part in parts) == "Back" + "".join(
        quote.text[0].text for quote in quotes if quote.text[0].kind == "plain"
    )


def test_no_message_has_too_many_blocks_and_a_heading_stays_with_what_it_names() -> None:
    before = tuple(Divider() for _ in range(48))

    first, second = messages(View("T", "S.", (*before, Heading("Next"), Divider())))

    assert [len(first.blocks), len(second.blocks)] == [49, 2]
    assert second.blocks[0]["text"]["text"] == "Next"


def test_a_form_does_not_fit_into_a_message() -> None:
    form = Form((), Button("Send", Ask("me")))

    with pytest.raises(ValueError, match="a message cannot hold one"):
        messages(View("T", "S.", form=form))


def test_hundreds_of_headings_are_messages_that_slack_takes() -> None:
    parts = messages(View("T", "S.", tuple(Heading(f"Heading {n}") for n in range(200))))

    wrong = [faults({"text": part.text, "blocks": part.blocks}, "message") for part in parts]
    assert wrong == [[]] * len(parts)
    assert sum(len(part.blocks) for part in parts) == 201
