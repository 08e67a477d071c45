"""Screens of every kind, for whoever wants to see all that can be drawn."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from workflows.definitions import FieldKind
from workflows.identifiers import FieldId, PersonId
from workflows.pictures.drawings import Drawing
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import Bold, Code, Italic, Link, Mention, Moment, Plain, Text
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
    Grid,
    Heading,
    Input,
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
    Written,
)

ASK = Ask("conversation send", {"id": "abcdefghijkl"})
DRAWING: Drawing = TallyPicture(title="Norms", rows=(TallyRow(label="Kept", counts=(3,)),))
PAINTED = {DRAWING: b"\x89PNG"}

WORDS = st.one_of(
    st.text(st.characters(), max_size=30),
    st.builds(
        lambda text, times: text * times,
        st.sampled_from(
            [
                "word ",
                "👩🏽‍🏫",
                "Z\u0308\u0307",
                "نلتقي ",
                "&",
                "<@1>",
                "<!here>",
                "W",
                "\n",
                "*",
                "- a\n",
                "\u200b",
                "#",
            ]
        ),
        st.sampled_from([1, 20, 46, 76, 81, 101, 151, 1001, 1025, 3100]),
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
    max_size=30,
    unique_by=lambda o: o.value,
).map(tuple)
BUTTONS = st.builds(Button, WORDS, st.just(ASK), st.sampled_from(Style), WORDS)
WRITTEN: st.SearchStrategy[Written] = st.one_of(
    st.builds(Heading, WORDS),
    st.builds(Paragraph, TEXTS),
    st.builds(Bullets, st.lists(TEXTS, max_size=4).map(tuple)),
    st.builds(Quote, TEXTS),
    st.builds(Facts, st.lists(st.tuples(WORDS, TEXTS), max_size=10).map(tuple)),
    st.builds(Divider),
    st.builds(Small, TEXTS),
    st.builds(Picture, st.just(DRAWING), WORDS),
)
PAGES = st.builds(
    Pages,
    WORDS,
    st.lists(
        st.one_of(WRITTEN, st.builds(Grid, st.tuples(WORDS), st.tuples(st.tuples(WORDS)))),
        max_size=6,
    ).map(tuple),
    WORDS,
    st.sampled_from(["en", "es"]),
    st.just("UTC"),
    MOMENTS,
    st.sampled_from(PageFormat),
)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    WRITTEN,
    st.builds(Buttons, st.lists(BUTTONS, max_size=6).map(tuple)),
    st.builds(Menu, WORDS, OPTIONS, st.just(ASK)),
    st.builds(Document, WORDS, st.one_of(st.builds(TextFile, WORDS), PAGES)),
)
SCREENS = st.builds(
    View,
    WORDS,
    WORDS,
    st.lists(BLOCKS, max_size=20).map(tuple),
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
            Input(
                id_,
                kind,
                draw(WORDS),
                draw(WORDS),
                required=draw(st.booleans()),
                options=draw(OPTIONS),
                longest=60,
                anybody=kind is FieldKind.PEOPLE and draw(st.booleans()),
            )
            for id_, kind in zip(ids, kinds, strict=True)
        ),
        draw(BUTTONS),
        tuple(draw(st.lists(BUTTONS, max_size=2))),
        draw(st.dictionaries(st.sampled_from(ids), values)),
        draw(st.dictionaries(st.sampled_from(ids), WORDS)),
        draw(st.none() | st.just((2, 6)) | st.just((1, 2))),
    )
