"""Discord takes any screen at all, whatever stands in it and however long that is."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platforms.discord.drawing.cards import Passage, confirm_card, form_card
from bot.platforms.discord.drawing.custom_ids import Handle, Way
from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.drawing.modals import fits_in_a_modal, modal
from tests.bot.discord.drawing.reader import found, texts, words
from tests.bot.discord.drawing.rules import faults, modal_faults
from tests.wide import ASK, PAINTED, SCREENS, WORDS, forms
from workflows.catalogue import words_for
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import plain
from workflows.views import Button, Form, Input, Paragraph, Raw, Small, View

TODAY = date(2026, 11, 3)
SERVER = "1234567890123456789"
PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@PATIENT
@given(view=SCREENS, is_private=st.booleans())
def test_discord_takes_any_screen_as_messages(*, view: View, is_private: bool) -> None:
    for painted in (PAINTED, None):
        parts = messages(view, server=SERVER, is_private=is_private, painted=painted)

        assert [faults(part) for part in parts] == [[]] * len(parts)


@PATIENT
@given(SCREENS, forms(), st.none() | st.just(TODAY))
def test_discord_takes_any_form(view: View, form: Form, today: date | None) -> None:
    asking = replace(view, form=form)

    drawn = modal(asking, server=SERVER, today=today)

    assert modal_faults(drawn) == []
    assert isinstance(fits_in_a_modal(asking), bool)


@PATIENT
@given(SCREENS, forms(), st.sampled_from([Way.OPEN, Way.REOPEN]))
def test_discord_takes_the_card_of_any_form(view: View, form: Form, way: Way) -> None:
    passage = Passage(way, ASK)

    parts = form_card(replace(view, form=form), passage, server=SERVER, painted=PAINTED)

    assert [faults(part) for part in parts] == [[]] * len(parts)


@PATIENT
@given(WORDS, WORDS)
def test_discord_takes_any_question_before_what_cannot_be_undone(text: str, label: str) -> None:
    card = confirm_card(text, Handle(Way.CONFIRM, ASK, SERVER), words_for("en"), label=label)

    assert faults(card) == []


def test_discord_takes_five_questions_in_which_everything_is_as_long_as_can_be() -> None:
    much = "👩🏽‍🏫" * 3100
    ids = [FieldId(f"field{number}") for number in range(5)]
    inputs = tuple(Input(id_, FieldKind.LONG_TEXT, much, much, longest=3000) for id_ in ids)
    typed: Raw = dict.fromkeys(ids, much)
    wrong = dict.fromkeys(ids, much)
    form = Form(inputs, Button(much, ASK), (Button(much, ASK),), typed, wrong)
    view = View(much, much, (Small(plain(much)),) * 5, form, problem=much)

    drawn = modal(view)
    card = form_card(view, Passage(Way.REOPEN, ASK))

    assert modal_faults(drawn) == []
    assert [one["type"] for one in drawn["components"]] == [18] * 5
    assert [faults(part) for part in card] == [[]] * len(card)


@PATIENT
@given(WORDS)
def test_no_text_at_all_has_an_effect(text: str) -> None:
    parts = messages(View(text, text, (Paragraph(plain(text)),)))

    kinds = {one.kind for part in parts for said in texts(part.body) for one in found(said)}
    assert kinds <= {"header", "bold"}  # the title; a long one is bold


@PATIENT
@given(st.text(st.characters(exclude_categories=["C"]), max_size=9000))
def test_no_words_are_lost(text: str) -> None:
    parts = messages(View("T", "T", (Paragraph(plain(text)),)))

    read = "".join(words(part.body) for part in parts)
    assert "".join(read.split()) == "T" + "".join(text.split())
