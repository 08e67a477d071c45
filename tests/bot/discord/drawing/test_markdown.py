"""How a text is written in Discord's markdown, and that nothing which was typed has an effect."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.drawing.markdown import (
    begun,
    escape,
    halves,
    heading,
    markdown,
    read_back,
    simple,
)
from tests.bot.discord.drawing.reader import Found, found, shown
from tests.bot.discord.drawing.signs import INJECTIONS, PORTIONS, SIGNS
from workflows.catalogue import words_for
from workflows.identifiers import PersonId
from workflows.text import (
    Bold,
    Code,
    Day,
    Italic,
    Link,
    Mention,
    Moment,
    Plain,
    Text,
    plain,
)

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
OURS = "https://concord.example/help?a=b&c=d"


def drawn(
    *nodes: Bold | Code | Day | Italic | Link | Mention | Moment | Plain, language: str = "en"
) -> str:
    return markdown(simple(nodes, words_for(language)))


def test_there_is_much_to_be_tried() -> None:
    assert len(set(INJECTIONS)) >= 600


@pytest.mark.parametrize("text", SIGNS)
def test_the_reader_of_these_tests_sees_what_discord_would_do(text: str) -> None:
    assert bool(found(text) or shown(text) != text) is (text not in ("\\", "C#"))


@pytest.mark.parametrize("portion", PORTIONS)
def test_what_somebody_typed_has_no_effect_and_is_there_in_full(portion: list[str]) -> None:
    escaped = [escape(text) for text in portion]

    assert [found(text) for text in escaped] == [[]] * len(portion)
    assert [shown(text) for text in escaped] == portion
    assert [read_back(text) for text in escaped] == portion


@pytest.mark.parametrize("portion", PORTIONS)
def test_a_name_has_no_effect_between_other_words(portion: list[str]) -> None:
    said = [drawn(Plain(f"a {one}"), Mention(PersonId("p"), one), Plain(one)) for one in portion]

    assert [found(text) for text in said] == [[]] * len(portion)
    assert [shown(text) for text in said] == [f"a {text}{text}{text}" for text in portion]


@given(st.text(st.characters()))
def test_no_text_at_all_has_an_effect(text: str) -> None:
    assert found(escape(text)) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "*",
                "_",
                "`",
                "<",
                "@here",
                ":",
                "a",
                " ",
                "\n",
                "-",
                "#",
                ">",
                "\\",
                "1.",
                "[x](y)",
                "|",
                "~",
            ]
        )
    ).map("".join)
)
def test_no_signs_in_any_order_have_an_effect(text: str) -> None:
    assert found(escape(text)) == []
    assert shown(escape(text)) == text


@pytest.mark.parametrize("text", [text for text in SIGNS if "`" not in text and "\n" not in text])
def test_our_own_formatting_stays_with_what_it_was_meant_for(text: str) -> None:
    said = drawn(Bold(text), Plain(text), Italic(text), Code(text), Link(text, OURS))

    assert found(said) == [
        Found("bold", text),
        Found("italic", text),
        Found("code", text),
        Found("masked", text),
    ]


def test_code_has_no_backticks_and_no_lines() -> None:
    assert drawn(Code("``a\nb`")) == "`{0}{0}a b{0}`".format("\u02cb")


def test_words_in_bold_and_italic_side_by_side_stay_apart() -> None:
    assert found(drawn(Bold("a"), Italic("b"), Bold("c"), Bold("d"))) == [
        *(Found("bold", "a"), Found("italic", "b"), Found("bold", "cd"))
    ]


def test_spaces_stay_outside_of_what_is_formatted() -> None:
    assert drawn(Bold("Team: "), Plain("Bridge")) == "**Team:** Bridge"
    assert drawn(Italic(" "), Code("\u200b")) == " \u200b"


def test_a_mention_is_a_name_that_calls_nobody() -> None:
    assert drawn(Mention(PersonId("p"), "Ana")) == "Ana"


def test_a_moment_is_shown_in_the_readers_own_zone() -> None:
    assert drawn(Plain("Until "), Moment(NOON)) == "Until <t:1793707200:F>"


@pytest.mark.parametrize(
    ("language", "day"), [("en", "Tue, Nov 3, 2026"), ("es", "mar, 3 nov 2026")]
)
def test_a_day_is_the_same_everywhere(language: str, day: str) -> None:
    assert drawn(Day(date(2026, 11, 3)), language=language) == day


@pytest.mark.parametrize(
    "url",
    [
        "/home",
        "javascript:alert(1)",
        "mailto:a@b.example",
        f"{OURS} x",
        f"{OURS})",
        f"{OURS}{'x' * 3000}",
    ],
)
def test_a_link_that_discord_could_not_open_is_its_label(url: str) -> None:
    assert drawn(Link("help", url)) == "help"


def test_a_link_without_words_is_none() -> None:
    assert drawn(Link(" ", OURS)) == " "


@pytest.mark.parametrize("text", ["What about C#", "# a #", "a\nb"])
def test_a_heading_is_there_in_full(text: str) -> None:
    line = heading(text, "##")

    assert line.startswith("## ")
    assert shown(line).rstrip("\u200b") == " ".join(text.split())
    assert not line.endswith("#")


def test_a_heading_of_nothing_is_none() -> None:
    assert heading(" \u200b", "##") == ""


def test_each_line_begins_with_its_sign() -> None:
    assert begun("a\nb", "> ") == "> a\n> b"
    assert begun("a\nb", "- ", "  ") == "- a\n  b"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ((Plain("ab"), Bold("cd"), Moment(NOON)), ((Plain("ab"),), (Bold("cd"), Moment(NOON)))),
        ((Bold("one two"),), ((Bold("one"),), (Bold(" two"),))),
        ((Link("ab", OURS),), ((Link("a", OURS),), (Link("b", OURS),))),
        ((Moment(NOON),), ((Moment(NOON),), ())),
        ((Code("a"),), ((Code("a"),), (Code(""),))),
        (plain(""), (plain(""), plain(""))),
        ((), ((), ())),
    ],
)
def test_a_text_is_parted_near_its_middle(text: Text, parts: tuple[Text, Text]) -> None:
    assert halves(simple(text, words_for("en"))) == parts
