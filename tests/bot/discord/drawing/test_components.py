"""How each part of a screen looks in Discord."""

from datetime import UTC, date, datetime

import pytest

from bot.platforms.discord.drawing.components import LARGEST_FILE, Files, Pen
from bot.platforms.discord.drawing.controls import Keys
from bot.platforms.discord.drawing.custom_ids import Handle, Way, read
from bot.platforms.discord.drawing.fitting import Drawn
from bot.platforms.discord.ports import Payload
from tests.bot.discord.drawing.reader import shown, words
from tests.wide import ASK, DRAWING, PAINTED
from workflows.catalogue import words_for
from workflows.text import Bold, Day, Moment, Plain, plain
from workflows.views import (
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
    PageFormat,
    Pages,
    Paragraph,
    Picture,
    Quote,
    Small,
    Style,
    TextFile,
    View,
)

PAGES = Document(
    "norms.pdf",
    Pages("Norms", (), "", "en", "UTC", datetime(2026, 11, 3, tzinfo=UTC), PageFormat.PDF),
)
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def parts(*blocks: Block, is_painted: bool = False, files: Files | None = None) -> list[Drawn]:
    view, painted = View("Title", "S.", blocks), PAINTED if is_painted else None
    return Pen(view, words_for("en"), Keys(""), painted, files).draw(blocks)


def drawn(*blocks: Block) -> list[Payload]:
    return [part.component for part in parts(*blocks)]


def contents(*blocks: Block) -> list[str]:
    return [component["content"] for component in drawn(*blocks)]


def test_a_heading_belongs_to_what_follows() -> None:
    assert parts(Heading("What we agreed")) == [
        Drawn({"type": 10, "content": "### What we agreed"}, leads=True)
    ]


def test_a_heading_that_is_too_long_stands_in_bold() -> None:
    long = ("word " * 60).strip()

    assert contents(Heading(long)) == [f"**{long}**"]


def test_a_paragraph_keeps_our_formatting() -> None:
    assert contents(Paragraph((Plain("a "), Bold("b")))) == ["a **b**"]


def test_a_quote_is_a_quote_to_its_end() -> None:
    assert contents(Quote(plain("Kindly.\n\nAna"))) == ["> Kindly.\n> \n> Ana"]


def test_a_list_is_a_list() -> None:
    assert contents(Bullets((plain("One"), plain("Two\nlines"), plain(" ")))) == [
        "- One\n- Two\n  lines"
    ]


def test_facts_begin_with_their_names() -> None:
    facts = Facts((("Team", plain("Bridge")), ("Day", (Day(date(2026, 11, 3)),))))

    assert contents(facts) == ["**Team:** Bridge\n**Day:** Tue, Nov 3, 2026"]


def test_a_line_parts() -> None:
    assert drawn(Divider()) == [{"type": 14, "divider": True, "spacing": 1}]


def test_small_print_is_small() -> None:
    assert contents(Small((Plain("Until "), Moment(NOON)))) == ["-# Until <t:1793707200:F>"]
    assert contents(Small(plain("a\nb"))) == ["-# a\n-# b"]


def test_a_picture_is_a_file_with_its_words() -> None:
    (part,) = parts(Picture(DRAWING, "Kept: 3."), is_painted=True)

    media = {"url": "attachment://picture.png"}
    assert part.component == {
        "type": 12,
        "items": [{"media": media, "description": "Kept: 3."}],
    }
    assert part.attachment
    assert (part.attachment.content, part.attachment.alt) == (PAINTED[DRAWING], "Kept: 3.")


def test_pictures_have_different_names() -> None:
    picture = Picture(DRAWING, "Kept: 3.")

    names = [
        one.attachment and one.attachment.name for one in parts(picture, picture, is_painted=True)
    ]
    assert names == ["picture.png", "2-picture.png"]


def test_a_picture_that_is_not_painted_is_its_words() -> None:
    assert contents(Picture(DRAWING, "Kept: 3.")) == ["Kept: 3."]


def test_a_picture_without_words_has_none() -> None:
    (part,) = parts(Picture(DRAWING, " "), is_painted=True)

    assert "description" not in part.component["items"][0]


def test_words_too_long_for_a_picture_stand_below_it_in_full() -> None:
    told = "Kept: 3. " * 150

    picture, *below = parts(Picture(DRAWING, told), is_painted=True)

    assert picture.component["items"][0]["description"].endswith("…")
    assert words([part.component for part in below]).split() == told.split()


def test_buttons_keep_their_ask_and_are_told_apart() -> None:
    styles = {"Sign": Style.PRIMARY, "Look": Style.PLAIN, "Go": Style.DANGER}

    (row,) = drawn(Buttons(tuple(Button(label, ASK, style) for label, style in styles.items())))

    assert [(one["label"], one["style"]) for one in row["components"]] == [
        *(("Sign", 1), ("Look", 2), ("Go", 4))
    ]
    ids = [one["custom_id"] for one in row["components"]]
    assert [read(custom_id) for custom_id in ids] == [Handle(Way.BUTTON, ASK)] * 3
    assert len(set(ids)) == 3


def test_what_cannot_be_undone_stands_beside_the_sentence_that_is_asked() -> None:
    row, section = drawn(
        Buttons((Button("Forget me", ASK, Style.DANGER, "For *good*?"), Button("Stay", ASK)))
    )

    assert [one["label"] for one in row["components"]] == ["Stay"]
    assert section["type"] == 9
    assert [one["content"] for one in section["components"]] == [r"For \*good\*?"]
    assert (section["accessory"]["label"], section["accessory"]["style"]) == ("Forget me", 4)
    assert read(section["accessory"]["custom_id"]) == Handle(Way.CONFIRM, ASK)


def test_buttons_that_are_called_the_same_say_what_they_are_about() -> None:
    row = Buttons((Button("Open", ASK),))

    blocks = drawn(row, Heading("Norms"), row, Paragraph(plain("The days")), Divider(), row)

    labels = [one["components"][0]["label"] for one in blocks if one["type"] == 1]
    assert labels == ["Open: Title", "Open: Norms", "Open: The days"]


def test_many_buttons_go_on_in_the_next_row() -> None:
    blocks = drawn(Buttons(tuple(Button(f"Button {n}", ASK) for n in range(12))))

    assert [len(block["components"]) for block in blocks] == [5, 5, 2]


def test_a_menu_stands_below_its_label() -> None:
    label, row = parts(Menu("Open", (Option("abc", "Norms"),), ASK))

    (select,) = row.component["components"]
    assert (label.component["content"], label.leads) == ("Open", True)
    assert (select["type"], select["placeholder"]) == (3, "Open")
    assert select["options"] == [{"label": "Norms", "value": "abc"}]
    assert read(select["custom_id"]) == Handle(Way.MENU, ASK)


def test_a_menu_of_many_is_several() -> None:
    options = tuple(Option(f"id-{n}", f"Person {n}") for n in range(60))

    _, *rows = drawn(Menu("Who?", options, ASK))

    selects = [row["components"][0] for row in rows]
    assert [len(select["options"]) for select in selects] == [25, 25, 10]
    assert [select["placeholder"] for select in selects] == [
        "Who? (Person 0 – Person 24)",
        "Who? (Person 25 – Person 49)",
        "Who? (Person 50 – Person 59)",
    ]


def test_a_menu_without_options_is_its_label() -> None:
    assert parts(Menu("Nothing to open", (), ASK)) == [
        Drawn({"type": 10, "content": "Nothing to open"})
    ]


def test_an_option_too_long_for_its_line_goes_on_below() -> None:
    name = "Person " + "👩🏽‍🏫" * 20

    _, row = drawn(Menu("Who?", (Option("p", name), Option("q", " ")), ASK))

    long, blank = row["components"][0]["options"]
    assert long["label"] + long["description"] == name
    assert blank == {"label": "q", "value": "q"}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("norms.md", "norms.md"),
        ("our norms: día 1.md", "our-norms-d-a-1.md"),
        ("../../etc/passwd", "etc-passwd"),
        ("日本", "file.txt"),
        ("x" * 300 + ".md", "x" * 97 + ".md"),
    ],
)
def test_a_document_is_a_file_with_a_name_that_discord_leaves_alone(name: str, kept: str) -> None:
    (part,) = parts(Document(name, TextFile("# Día\ud800")))

    assert part.component == {"type": 13, "file": {"url": f"attachment://{kept}"}}
    assert part.attachment
    assert (part.attachment.name, part.attachment.content) == (kept, "# Día\ufffd".encode())


def test_pages_are_the_file_that_was_made_of_them() -> None:
    (part,) = parts(PAGES, files={PAGES: b"%PDF"})

    assert part.attachment
    assert (part.attachment.name, part.attachment.content) == ("norms.pdf", b"%PDF")


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "I could not send you norms.pdf. Please try again in a moment."),
        (
            {PAGES: b"x" * (LARGEST_FILE + 1)},
            "norms.pdf is larger than Discord takes. Please pick another kind of file.",
        ),
    ],
)
def test_a_sentence_stands_for_a_file_that_cannot_be_sent(files: Files, sentence: str) -> None:
    (part,) = parts(PAGES, files=files)

    assert part.attachment is None
    assert part.component["content"].replace("\\", "") == sentence


def test_an_empty_document_is_a_file_all_the_same() -> None:
    (part,) = parts(Document("norms.md", TextFile("")))

    assert part.attachment
    assert part.attachment.content == b"\n"


@pytest.mark.parametrize(
    "empty",
    [
        Paragraph(()),
        Quote(plain(" \n")),
        Bullets((plain(""),)),
        Small(()),
        Heading(" "),
        Buttons(()),
    ],
)
def test_what_is_empty_is_left_out(empty: Block) -> None:
    assert drawn(empty) == []


@pytest.mark.parametrize("block", [Paragraph, Quote, Small])
def test_a_long_text_goes_on_with_nothing_left_out(block: type[Paragraph]) -> None:
    text = "Una palabra *más* 👩🏽‍🏫 " * 600

    said = contents(block(plain(text)))

    assert len(said) > 5
    assert " ".join(map(shown, said)).split() == text.split()


def test_a_long_item_of_a_list_goes_on_with_nothing_left_out() -> None:
    text = "Una palabra *más* 👩🏽‍🏫 " * 600

    said = contents(Bullets((plain("One"), plain(text), plain("Two"))))

    assert " ".join(map(shown, said)).split() == f"One {text} Two".split()
