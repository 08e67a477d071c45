"""What reads differently in two editions of a record."""

from datetime import UTC, date, datetime

from tests.factories import room
from tests.workflows.samples import DECISION, NORMS
from workflows.catalogue import words_for
from workflows.identifiers import FieldId, PersonId
from workflows.record_changes import LONGEST_SIDE, Change, changes
from workflows.record_pages import record_body
from workflows.records import RecordContent
from workflows.text import Bold, Day, Mention, Moment, Plain, Text, flat, plain
from workflows.views import Bullets, Divider, Heading, Paragraph

ENGLISH = words_for("en")


def between(before: RecordContent, now: RecordContent, language: str = "en") -> tuple[Change, ...]:
    """Return what changed between two contents, as a reader of a language sees it."""
    here = room(language=language)
    return changes(record_body(before, here), record_body(now, here), here.words)


def texts(before: str, now: str) -> tuple[Text, Text]:
    """Return both sides of a text that was changed."""
    (change,) = changes((Paragraph(plain(before)),), (Paragraph(plain(now)),), ENGLISH)
    return change.before[0], change.now[0]


def test_two_editions_that_say_the_same_have_no_changes() -> None:
    assert between(NORMS, NORMS) == between(DECISION, DECISION) == ()


def test_a_commitment_shows_the_words_that_differ() -> None:
    renewed = {**NORMS.commitments, FieldId("outside"): "one clear voice"}

    (change,) = between(NORMS, NORMS.model_copy(update={"commitments": renewed}))

    assert change.label == "Communication"
    assert Bold("clear ") in change.now[0]
    assert not [node for node in change.before[0] if isinstance(node, Bold)]


def test_a_reader_in_spanish_sees_the_labels_in_spanish() -> None:
    (change,) = between(DECISION, DECISION.model_copy(update={"reason": "It is late."}), "es")

    assert change.label == words_for("es").say("Why this step")


def test_what_was_added_has_nothing_before_it() -> None:
    more = DECISION.model_copy(update={"inputs": (*DECISION.inputs, "Think of bikes.")})

    (change,) = between(DECISION, more)

    assert change == Change("What people wanted to be weighed", (), ((Bold("Think of bikes."),),))


def test_what_is_gone_says_nothing_now() -> None:
    (change,) = between(DECISION, DECISION.model_copy(update={"proposal": ""}))

    assert change == Change("The proposal", ((Bold("We try one."),),), ())


def test_several_changes_under_one_label_stand_side_by_side() -> None:
    other = DECISION.model_copy(update={"inputs": ("Think of bikes.", "Ask the families.")})

    (change,) = between(DECISION, other)

    assert (len(change.before), len(change.now)) == (1, 2)


def test_of_a_long_text_only_the_neighbourhood_of_a_change_is_shown() -> None:
    same = "and so on " * 100

    old, new = texts(f"{same}bus {same}", f"{same}bike {same}")

    assert old[1:2] == (Bold("bus"),)
    assert new[1:2] == (Bold("bike"),)
    assert flat(old).startswith("…")
    assert flat(old).endswith("…")


def test_a_stretch_between_two_changes_loses_its_middle() -> None:
    same = " and so on" * 30

    _, new = texts(f"Red{same} end", f"Blue{same} stop")

    assert [type(node) for node in new] == [Bold, Plain, Bold]
    assert "…" in flat(new[1:2])


def test_a_text_that_changed_all_over_is_cut_with_a_sign() -> None:
    old, new = texts("a " * 1000, "b " * 1000)

    assert max(len(flat(old)), len(flat(new))) <= LONGEST_SIDE
    assert flat(new).endswith("…")


def test_a_sign_stands_for_what_follows_a_change_that_fills_all_the_room() -> None:
    old, new = texts(f"{'a' * LONGEST_SIDE} end", f"{'b' * LONGEST_SIDE} end")

    assert [len(old), len(new)] == [2, 2]
    assert flat(old[1:]) == flat(new[1:]) == "…"


def test_texts_of_which_too_much_differs_are_marked_as_a_whole() -> None:
    old, new = texts("a b " * 700, "b a " * 700)

    assert [len(old), len(new)] == [1, 1]
    assert isinstance(old[0], Bold)


def test_days_and_names_are_compared_as_they_are_read() -> None:
    at = datetime(2026, 1, 5, 8, tzinfo=UTC)
    before = (Heading("When"), Bullets(((Day(date(2026, 1, 5)),), (Moment(at),))), Divider())
    now = (Heading("When"), Bullets(((Mention(PersonId("ana"), "Ana"),),)))

    (change,) = changes(before, now, ENGLISH)

    assert list(map(flat, change.before)) == ["Mon, Jan 5, 2026", "Mon, Jan 5, 8:00 AM"]
    assert list(map(flat, change.now)) == ["Ana"]


def test_an_empty_text_is_no_change_to_read() -> None:
    (change,) = changes((Paragraph(plain("Here.")),), (), ENGLISH)

    assert change == Change("Besides", ((Bold("Here."),),), ())
