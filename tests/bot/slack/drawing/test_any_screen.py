"""Slack takes any screen at all, whatever stands in it and however long that is."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platforms.slack.drawing.home import home_tab
from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.drawing.modals import modal
from tests.bot.slack.drawing.reader import read, shown
from tests.bot.slack.drawing.rules import faults
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId, PersonId
from workflows.pictures.drawings import Drawing
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import Bold, Code, Italic, Link, Mention, Moment, Plain, Text, plain
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Divider,
    Document,
    Facts,
    Form,
    Heading,
    Input,
    Menu,
    Option,
    Paragraph,
    Picture,
    Quote,
    Small,
    Style,
    View,
)

ASK = Ask("conversation send", {"id": "abcdefghijkl"})
DRAWING: Drawing = TallyPicture(title="Norms", rows=(TallyRow(label="Kept", counts=(3,)),))

WORDS = st.one_of(
    st.text(st.characters(), max_size=30),
    st.builds(
        lambda text, times: text * times,
        st.sampled_from(["word ", "👩🏽‍🏫", "Z\u0308\u0307", "نلتقي ", "&", "<!here>", "W", "\n"]),
        st.sampled_from([1, 20, 76, 151, 1001, 3100]),
    ),
)
MOMENTS = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 - hypothesis wants it so, and adds the zone
    datetime(2200, 1, 1),  # noqa: DTZ001 - for the same reason
    timezones=st.just(UTC),
)
NODES = st.one_of(
    st.builds(Plain, WORDS),
    st.builds(Bold, WORDS),
    st.builds(Italic, WORDS),
    st.builds(Code, WORDS),
    st.builds(Link, WORDS, st.sampled_from(["https://concord.example/a?b=c&d=e", "/", "x:y"])),
    st.builds(Mention, st.just(PersonId("p")), WORDS),
    st.builds(Moment, MOMENTS),
)
TEXTS: st.SearchStrategy[Text] = st.lists(NODES, max_size=4).map(tuple)
OPTIONS = st.lists(
    st.builds(Option, st.integers(0, 10**12).map(str), WORDS),
    max_size=4,
    unique_by=lambda o: o.value,
).map(tuple)
BUTTONS = st.builds(Button, WORDS, st.just(ASK), st.sampled_from(Style), WORDS)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, WORDS),
    st.builds(Paragraph, TEXTS),
    st.builds(Bullets, st.lists(TEXTS, max_size=4).map(tuple)),
    st.builds(Quote, TEXTS),
    st.builds(Facts, st.lists(st.tuples(WORDS, TEXTS), max_size=10).map(tuple)),
    st.builds(Divider),
    st.builds(Small, TEXTS),
    st.builds(Picture, st.just(DRAWING), WORDS),
    st.builds(Buttons, st.lists(BUTTONS, max_size=6).map(tuple)),
    st.builds(Menu, WORDS, OPTIONS, st.just(ASK)),
    st.builds(Document, WORDS, WORDS),
)
SCREENS = st.builds(
    View,
    WORDS,
    WORDS,
    st.lists(BLOCKS, max_size=8).map(tuple),
    problem=WORDS,
    language=st.sampled_from(["", "en", "es"]),
)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Make a form with any questions."""
    kinds = draw(st.lists(st.sampled_from(FieldKind), min_size=1, max_size=5, unique=True))
    ids = [FieldId(kind) for kind in kinds]
    values = WORDS | st.lists(WORDS, max_size=2).map(tuple)
    return Form(
        tuple(
            Input(id_, kind, draw(WORDS), draw(WORDS), options=draw(OPTIONS), longest=60)
            for id_, kind in zip(ids, kinds, strict=True)
        ),
        draw(BUTTONS),
        tuple(draw(st.lists(BUTTONS, max_size=2))),
        draw(st.dictionaries(st.sampled_from(ids), values)),
        draw(st.dictionaries(st.sampled_from(ids), WORDS)),
        draw(st.none() | st.just((2, 6))),
    )


PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@PATIENT
@given(SCREENS)
def test_slack_takes_any_screen_as_messages_and_as_a_home_tab(view: View) -> None:
    pictures = {DRAWING: "F0123456789"}
    parts = [{"text": part.text, "blocks": part.blocks} for part in messages(view, pictures)]
    there = [part for part in parts if part["blocks"]]

    assert [faults(part, "message") for part in there] == [[]] * len(there)
    assert not home_tab(view)["blocks"] or faults(home_tab(view), "home") == []


@PATIENT
@given(SCREENS, forms())
def test_slack_takes_any_form(view: View, form: Form) -> None:
    asking = View(view.title, view.summary, view.blocks, form, problem=view.problem)

    drawn = modal(asking, "C0123456789")

    has_input = any(block["type"] == "input" for block in drawn["blocks"])
    assert not has_input or faults(drawn, "modal") == []


def test_slack_takes_five_questions_in_which_everything_is_as_long_as_can_be() -> None:
    much = "👩🏽‍🏫" * 3100
    ids = [FieldId(f"field{number}") for number in range(5)]
    inputs = tuple(Input(id_, FieldKind.LONG_TEXT, much, much, longest=3000) for id_ in ids)
    form = Form(
        inputs,
        Button(much, ASK),
        (Button(much, ASK),),
        dict.fromkeys(ids, much),
        dict.fromkeys(ids, much),
    )

    drawn = modal(View(much, much, (Small(plain(much)),) * 5, form, problem=much), "C0123456789")

    assert faults(drawn, "modal") == []
    assert [block["type"] for block in drawn["blocks"]].count("input") == len(ids)


@PATIENT
@given(WORDS)
def test_no_text_at_all_has_an_effect(text: str) -> None:
    (first, *rest) = messages(View(text, text, (Paragraph(plain(text)), Small(plain(text)))))

    found = [read({"text": part.text, "blocks": part.blocks}) for part in (first, *rest)]
    assert [one.pings + one.links for one in found if one.pings or one.links] == []


@PATIENT
@given(st.text(st.characters(exclude_categories=["C"]), max_size=9000))
def test_no_words_are_lost(text: str) -> None:
    parts = messages(View("T", "S.", (Paragraph(plain(text)),)))

    assert "".join(shown(part.blocks) for part in parts) == (f"T{text}" if text.strip() else "T")
