"""How each part of a screen looks in Slack."""

from datetime import UTC, date, datetime

import pytest

from bot.platforms.slack.drawing.blocks import Pen
from bot.platforms.slack.ports import Payload
from tests.bot.slack.drawing.reader import shown
from workflows.catalogue import words_for
from workflows.identifiers import PersonId
from workflows.pictures.drawings import Drawing
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import Bold, Code, Day, Italic, Link, Mention, Moment, Plain, plain
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Divider,
    Document,
    Facts,
    Heading,
    Menu,
    Option,
    Paragraph,
    Picture,
    Quote,
    Small,
    Style,
    TextFile,
    View,
)

ASK = Ask("record show", {"id": "abcdefghijkl"})
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
OURS = "https://concord.example/help"
DRAWING: Drawing = TallyPicture(title="Norms", rows=(TallyRow(label="Kept", counts=(3,)),))


def drawn(
    *blocks: Block, language: str = "en", pictures: dict[Drawing, str] | None = None
) -> list[Payload]:
    view = View("Title", "Summary.", blocks)
    return Pen(view, words_for(language), pictures or {}).draw(blocks)


def rich(*elements: Payload, kind: str = "rich_text_section") -> list[Payload]:
    return [{"type": "rich_text", "elements": [{"type": kind, "elements": list(elements)}]}]


def text(words: str) -> Payload:
    return {"type": "text", "text": words}


def label(words: str) -> Payload:
    return {"type": "plain_text", "text": words, "emoji": False}


def test_a_heading_is_one_of_slacks() -> None:
    assert drawn(Heading("What we agreed")) == [{"type": "header", "text": label("What we agreed")}]


def test_a_heading_that_is_too_long_stands_in_bold() -> None:
    (block,) = drawn(Heading("word " * 40))

    (element,) = block["elements"][0]["elements"]
    assert element == {"type": "text", "text": ("word " * 40).strip(), "style": {"bold": True}}


def test_a_paragraph_keeps_our_formatting() -> None:
    nodes = (Plain("a "), Bold("b"), Italic("c"), Code("/concord"), Link("help", OURS))

    assert drawn(Paragraph(nodes)) == rich(
        text("a "),
        {**text("b"), "style": {"bold": True}},
        {**text("c"), "style": {"italic": True}},
        {**text("/concord"), "style": {"code": True}},
        {"type": "link", "text": "help", "url": OURS},
    )


def test_a_mention_is_a_name_that_calls_nobody() -> None:
    assert drawn(Paragraph((Mention(PersonId("p"), "Ana"),))) == rich(text("Ana"))


@pytest.mark.parametrize(
    "url", ["/home", "javascript:alert(1)", f"{OURS}|x", f"{OURS}{'x' * 3000}"]
)
def test_a_link_that_slack_could_not_open_is_its_label(url: str) -> None:
    assert drawn(Paragraph((Link("help", url),))) == rich(text("help"))


def test_a_moment_is_shown_in_the_readers_own_zone() -> None:
    assert drawn(Paragraph((Moment(NOON),))) == rich(
        {
            "type": "date",
            "timestamp": 1793707200,
            "format": "{date_long_pretty}, {time}",
            "fallback": "Tue, Nov 3, 12:00 PM UTC",
        }
    )


@pytest.mark.parametrize(
    ("language", "day"), [("en", "Tue, Nov 3, 2026"), ("es", "mar, 3 nov 2026")]
)
def test_a_day_is_the_same_everywhere(language: str, day: str) -> None:
    on = Day(date(2026, 11, 3))

    assert drawn(Paragraph((on,)), language=language) == rich(text(day))
    assert drawn(Small((on,)), language=language) == [{"type": "context", "elements": [label(day)]}]


def test_a_quote_is_a_quote() -> None:
    assert drawn(Quote(plain("Kindly."))) == rich(text("Kindly."), kind="rich_text_quote")


def test_a_list_is_a_list() -> None:
    (block,) = drawn(Bullets((plain("One"), plain("Two"))))

    (bullets,) = block["elements"]
    assert bullets["style"] == "bullet"
    assert [item["elements"] for item in bullets["elements"]] == [[text("One")], [text("Two")]]


def test_facts_begin_with_their_names() -> None:
    (block,) = drawn(Facts((("Team", plain("Bridge")), ("Lead", plain("Ana")))))

    assert [shown(line) for line in block["elements"]] == ["Team: Bridge", "Lead: Ana"]


def test_a_line_parts() -> None:
    assert drawn(Divider()) == [{"type": "divider"}]


def test_small_print_is_small_and_only_moments_and_links_of_ours_live() -> None:
    (block,) = drawn(Small((Plain("Until "), Moment(NOON), Plain(", see "), Link("help", OURS))))

    date_ = "<!date^1793707200^{date_long_pretty}, {time}|Tue, Nov 3, 12:00 PM UTC>"
    assert block["elements"] == [
        label("Until"),
        {"type": "mrkdwn", "text": date_, "verbatim": True},
        label(", see"),
        {"type": "mrkdwn", "text": f"<{OURS}|help>", "verbatim": True},
    ]


def test_much_small_print_goes_on_below() -> None:
    blocks = drawn(Small((Moment(NOON),) * 25))

    assert [len(block["elements"]) for block in blocks] == [10, 10, 5]


def test_a_picture_is_a_file_with_its_words() -> None:
    picture = Picture(DRAWING, "Kept: 3.")

    assert drawn(picture, pictures={DRAWING: "F1"}) == [
        {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "Kept: 3."}
    ]


def test_a_picture_that_slack_does_not_have_is_its_words() -> None:
    assert drawn(Picture(DRAWING, "Kept: 3.")) == rich(text("Kept: 3."))


def test_words_too_long_for_a_picture_stand_below_it_in_full() -> None:
    words = "Kept: 3. " * 300

    image, *below = drawn(Picture(DRAWING, words), pictures={DRAWING: "F1"})

    assert image["alt_text"].endswith("…")
    assert shown(below) == words


def test_buttons_are_numbered_and_keep_their_ask() -> None:
    blocks = drawn(Buttons((Button("Sign", ASK, Style.PRIMARY),)), Buttons((Button("Look", ASK),)))

    assert [block["elements"][0] for block in blocks] == [
        {
            "type": "button",
            "action_id": "ask:0",
            "text": label("Sign"),
            "value": ASK.encode(),
            "style": "primary",
        },
        {"type": "button", "action_id": "ask:1", "text": label("Look"), "value": ASK.encode()},
    ]


def test_what_cannot_be_undone_is_asked_twice() -> None:
    ((button,),) = [
        block["elements"]
        for block in drawn(Buttons((Button("Forget me", ASK, Style.DANGER, "For good?"),)))
    ]

    assert button["confirm"] == {
        "title": label("Forget me"),
        "text": label("For good?"),
        "confirm": label("Forget me"),
        "deny": label("Not now"),
        "style": "danger",
    }


def test_buttons_that_look_the_same_sound_different() -> None:
    row = Buttons((Button("Open", ASK),))

    blocks = drawn(row, Heading("Norms"), row, Paragraph(plain("The days")), Divider(), row)

    buttons = [block["elements"][0] for block in blocks if block["type"] == "actions"]
    spoken = [button["accessibility_label"] for button in buttons]
    assert spoken == ["Open: Title", "Open: Norms", "Open: The days"]


def test_many_buttons_go_on_in_the_next_row() -> None:
    blocks = drawn(Buttons(tuple(Button(f"Button {n}", ASK) for n in range(30))))

    assert [len(block["elements"]) for block in blocks] == [25, 5]


def test_a_menu_stands_beside_its_label() -> None:
    (block,) = drawn(Menu("Open", (Option("abc", "Norms"),), ASK))

    assert (block["block_id"], block["text"]) == (f"menu:0:{ASK.encode()}", label("Open"))
    assert block["accessory"]["action_id"] == "pick:0"
    assert block["accessory"]["options"] == [{"text": label("Norms"), "value": "abc"}]


def test_a_menu_without_options_is_its_label() -> None:
    assert drawn(Menu("Nothing to open", (), ASK)) == rich(text("Nothing to open"))


def test_an_option_too_long_for_its_line_goes_on_below() -> None:
    name = "Person " + "👩🏽‍🏫" * 12

    (block,) = drawn(Menu("Who?", (Option("p", name),), ASK))

    (option,) = block["accessory"]["options"]
    assert option["text"]["text"] + option["description"]["text"] == name


def test_a_document_comes_as_a_private_message() -> None:
    (block,) = drawn(Document("norms.md", TextFile("# Norms")))

    assert block["text"] == label("You get norms.md as a file in a private message.")


@pytest.mark.parametrize(
    "empty", [Paragraph(()), Quote(plain(" \n")), Bullets((plain(""),)), Small(()), Heading(" ")]
)
def test_what_is_empty_is_left_out(empty: Block) -> None:
    assert drawn(empty) == []


def test_a_long_text_goes_on_in_the_next_block_with_nothing_left_out() -> None:
    words = "Una palabra más 👩🏽‍🏫 " * 600

    blocks = drawn(Quote(plain(words)))

    assert len(blocks) > 3
    assert shown(blocks) == words


def test_a_character_that_cannot_be_sent_is_shown_as_one() -> None:
    assert drawn(Paragraph(plain("a\x00b\ud800c\r\nd"))) == rich(text("a\ufffdb\ufffdc\nd"))
