"""Words and signs keep their places, however long the names and however big the crowd."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflows.pictures.examples import boxes, overlap
from workflows.pictures.continuum import ContinuumPicture, ContinuumWords
from workflows.pictures.drawings import Drawing, draw
from workflows.pictures.relationships import (
    PartnerRatings,
    Rating,
    RelationshipPicture,
    RelationshipWords,
)
from workflows.pictures.tally import TallyPicture, TallyRow

STEPS = (
    "{a} por su cuenta",
    "{a} decide y explica sus razones",
    "{a} decide después de escuchar a {b}",
    "En conjunto",
    "{b} decide después de escuchar a {a}",
    "{b} decide y explica sus razones",
    "{b} por su cuenta",
)

WORDS = ContinuumWords(
    expected="Lo que cada persona espera de esta decisión",
    wished="Lo que cada persona desea",
    agreed="Lo que acordamos entre todos hoy",
    apart="Todas las personas en el mismo paso",
    marks_at="{count} en el paso {step}",
    agreed_at="Acordado: paso {step}",
)

counts = st.integers(0, 8) | st.integers(0, 45) | st.integers(0, 999)
letters = st.sampled_from("aáeéiíoóuúüñlmrstWÑ¿(’-🎉ǫم")
names = st.lists(st.text(letters, min_size=1, max_size=40), max_size=5).map(
    lambda words: " ".join(words)[:40]
)
titles = st.lists(st.text(letters, min_size=1, max_size=60), max_size=30).map(" ".join)


@st.composite
def continua(draw_one: st.DrawFn) -> ContinuumPicture:
    a, b = draw_one(names), draw_one(names)
    return ContinuumPicture(
        title=draw_one(titles),
        note=draw_one(titles),
        labels=tuple(step.format(a=a, b=b) for step in STEPS),
        expected=draw_one(st.tuples(*[counts] * 7)),
        wished=draw_one(st.tuples(*[counts] * 7)),
        agreed=draw_one(st.none() | st.integers(1, 7)),
        numbered=draw_one(st.booleans()),
        words=WORDS,
    )


@st.composite
def tallies(draw_one: st.DrawFn) -> TallyPicture:
    segments = draw_one(st.sampled_from([0, 2, 3]))
    row = st.builds(TallyRow, label=titles, counts=st.tuples(*[counts] * max(1, segments)))
    return TallyPicture(
        title=draw_one(titles),
        note=draw_one(titles),
        segments=tuple(draw_one(titles) for _ in range(segments)),
        rows=tuple(draw_one(st.lists(row, max_size=8))),
    )


@st.composite
def relationships(draw_one: st.DrawFn) -> RelationshipPicture:
    rating = st.builds(Rating, day=names, step=st.integers(0, 5))
    ratings = st.lists(rating, min_size=1, max_size=30).map(tuple)
    partner = st.builds(PartnerRatings, name=titles, ratings=ratings)
    return RelationshipPicture(
        title=draw_one(titles),
        note=draw_one(titles),
        labels=draw_one(st.tuples(*[names] * 6)),
        partners=tuple(draw_one(st.lists(partner, min_size=1, max_size=12))),
        words=RelationshipWords(
            newest=draw_one(titles),
            earlier=draw_one(titles),
            rated_on=draw_one(st.sampled_from(["{step} el {day}", "{day}", " "])),
        ),
    )


PICTURES = continua() | relationships() | tallies()


@settings(max_examples=60, deadline=None)
@given(drawing=PICTURES)
def test_nothing_leaves_the_canvas(drawing: Drawing) -> None:
    scene = draw(drawing)

    outside = [
        box
        for box in boxes(scene)
        if box[0] < 0 or box[1] < 0 or box[2] > scene.width or box[3] > scene.height
    ]
    assert outside == []


@settings(max_examples=60, deadline=None)
@given(drawing=PICTURES)
def test_no_word_covers_another_word_or_a_sign(drawing: Drawing) -> None:
    placed = list(boxes(draw(drawing)))

    assert [pair for pair in combinations(placed, 2) if overlap(*pair)] == []
