"""Slack takes any screen at all, whatever stands in it and however long that is."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platforms.slack.drawing.home import home_tab
from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.drawing.modals import modal
from tests.bot.slack.drawing.reader import read, shown
from tests.bot.slack.drawing.rules import faults
from tests.wide import ASK, DRAWING, SCREENS, WORDS, forms
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import plain
from workflows.views import Button, Form, Input, Paragraph, Small, View

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
