"""Whatever somebody types shows as it is in Slack: it calls nobody, and formats nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.platforms.slack.drawing.answers import errors_for
from bot.platforms.slack.drawing.home import home_tab
from bot.platforms.slack.drawing.inputs import block_id
from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.drawing.modals import modal
from bot.platforms.slack.ports import Payload
from tests.bot.slack.drawing.reader import Found, read, shown
from tests.bot.slack.drawing.rules import faults
from tests.fakes.hostile import SIGNS, SLACK_INJECTIONS
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId, PersonId
from workflows.pictures.drawings import Drawing
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import Bold, Code, Day, Italic, Link, Mention, Moment, Plain, Text, plain
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Document,
    Form,
    Heading,
    Input,
    Menu,
    Option,
    Paragraph,
    Picture,
    Quote,
    Small,
    TextFile,
    View,
)

ASK = Ask("record show", {"id": "abcdefghijkl"})
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
LOOK_AGAIN = "12 answers need another look:"
OURS = "https://concord.example/help"


def test_there_is_much_to_be_tried() -> None:
    assert len(set(SLACK_INJECTIONS)) >= 300


@pytest.mark.parametrize("text", SLACK_INJECTIONS)
def test_what_somebody_typed_has_no_effect_anywhere(text: str) -> None:
    found = [read(payload) for _, payload in payloads(everywhere(text))]

    assert set(found) <= {Found((), (), ()), Found((), (), (LOOK_AGAIN,))}


@pytest.mark.parametrize("text", SLACK_INJECTIONS)
def test_what_somebody_typed_is_there_in_full(text: str) -> None:
    once = View("Title", "Summary.", (Paragraph(plain(text)), Quote(plain(text))))

    seen = [shown(payload["blocks"]) for _, payload in payloads(once)]

    assert [words.count(text) for words in seen if text not in words] == []


@pytest.mark.parametrize("text", SIGNS)
def test_slack_takes_it(text: str) -> None:
    found = [faults(payload, surface) for surface, payload in payloads(everywhere(text))]

    assert [fault for fault in found if fault] == []


@pytest.mark.parametrize("text", SIGNS)
def test_our_own_formatting_stays_with_what_it_was_meant_for(text: str) -> None:
    nodes = (Bold(text), Plain(text), Italic(text), Code(text), Link(text, OURS))

    found = [read(payload) for _, payload in payloads(View("T", "S.", (Paragraph(nodes),)))]

    assert set(found) == {Found((), (OURS,), (text, text, text))}


@pytest.mark.parametrize("text", SIGNS)
def test_small_print_with_a_moment_and_a_link_in_it_shows_the_rest_as_it_is(text: str) -> None:
    nodes = (Plain(text), Moment(NOON), Plain(text), Link(text, OURS), Bold(text))

    found = [read(payload) for _, payload in payloads(View("T", "S.", (Small(nodes),)))]

    assert set(found) == {Found((), (OURS,), ())}


@pytest.mark.parametrize("text", SIGNS)
def test_a_sentence_at_a_field_is_sent_as_it_is(text: str) -> None:
    field = FieldId("idea")
    form = Form((), Button("Send", ASK), problems={field: text})
    block = block_id(field, ASK)

    errors = errors_for(View("T", "S.", form=form), {block: {field: {"value": "x"}}})

    assert errors == {block: text}


@pytest.mark.parametrize("text", SIGNS)
def test_the_reader_of_these_tests_sees_what_slack_would_do(text: str) -> None:
    payload = {"text": text, "blocks": []}

    is_harmless = text.startswith(("&", "- ", "<!date"))
    assert bool(read(payload).all) is not is_harmless


def everywhere(text: str) -> View:
    """Return a screen that has a text in every place there is."""
    return View(text, text, tuple(_blocks(text)), _form(text), problem="", language="en")


def payloads(view: View) -> Iterator[tuple[str, Payload]]:
    """Yield a screen on each surface; what no message can hold goes with its form."""
    yield "modal", modal(view, "C0123456789")
    without = replace(view, form=None)
    pictures: dict[Drawing, str] = {
        block.drawing: "F0123456789" for block in view.blocks if isinstance(block, Picture)
    }
    yield "modal", modal(without, "", pictures)
    yield "home", home_tab(without)
    for message in (*messages(without), *messages(without, pictures)):
        yield "message", {"text": message.text, "blocks": message.blocks}


def _blocks(text: str) -> Iterator[Block]:
    words: Text = (Plain(text), Mention(PersonId("p"), text), Day(date(2026, 11, 3)))
    button = Button(text, ASK, confirm=text)
    yield Heading(text)
    yield Paragraph((*words, Moment(NOON), Link(text, "javascript:alert(1)")))
    yield Bullets((words, words))
    yield Quote(words)
    yield Small((*words, Moment(NOON), Link(text, "/home"), Bold(text)))
    yield Picture(TallyPicture(title=text, rows=(TallyRow(label=text, counts=(1,)),)), text)
    yield Buttons((button, button))
    yield Menu(text, (Option("a", text), Option("b", text)), ASK)
    yield Document(text, TextFile(text))


def _form(text: str) -> Form:
    options = (Option("a", text), Option("b", text))
    inputs = tuple(
        Input(FieldId(kind), kind, text, text, options=options, required=False)
        for kind in FieldKind
    )
    return Form(
        inputs,
        Button(text, ASK),
        also=(Button(text, ASK),),
        values={FieldId(kind): text for kind in FieldKind},
        problems={FieldId(kind): text for kind in FieldKind},
        page=(1, 2),
    )
