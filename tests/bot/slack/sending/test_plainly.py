"""A message in plain sections, for when Slack does not take it as it was drawn."""

from datetime import UTC, datetime

from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.ports import SlackMessage
from bot.platforms.slack.sending.plainly import plainly
from workflows.text import Bold, Link, Moment, Plain, plain
from workflows.views import (
    Ask,
    Bullets,
    Button,
    Buttons,
    Divider,
    Paragraph,
    Small,
    View,
)


def texts(message: SlackMessage) -> list[str]:
    """Return the words of a message, section by section."""
    return [block["text"]["text"] for block in message.blocks]


def test_a_team_reads_all_words_of_a_message() -> None:
    view = View(
        "Norms",
        "Your norms.",
        (
            Paragraph((Plain("We end "), Bold("on time"))),
            Bullets((plain("Be kind"), plain("Be brief"))),
            Divider(),
            Paragraph((Link("Guide", "https://example.org"), Plain(", and more"))),
            Small(plain("Only the team sees this.")),
            Buttons((Button("Open", Ask("home")),)),
        ),
    )
    (drawn,) = messages(view)

    message = plainly(drawn)

    assert message.text == drawn.text
    assert {block["type"] for block in message.blocks} == {"section"}
    assert texts(message) == [
        "Norms",
        "We end on time",
        "Be kind\nBe brief",
        "Guide, and more",
        "Only the team sees this.",
    ]


def test_a_reader_finds_a_point_in_time_and_a_picture_in_words() -> None:
    moment = Moment(datetime(2026, 1, 5, 8, tzinfo=UTC))
    (drawn,) = messages(View("", "A date.", (Paragraph((moment,)),)))
    picture = {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "3 are on time"}
    bare_link = {"type": "rich_text_section", "elements": [{"type": "link", "url": "https://a.b"}]}
    link = {"type": "rich_text", "elements": [bare_link]}

    words = texts(plainly(SlackMessage("A date.", [*drawn.blocks, picture, link])))

    assert words == ["Mon, Jan 5, 8:00 AM UTC", "3 are on time", "https://a.b"]
