"""Whatever somebody types shows as it is in Discord: it calls nobody, and formats nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.platforms.discord.drawing.cards import Passage, form_card
from bot.platforms.discord.drawing.custom_ids import Way
from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.drawing.modals import modal
from bot.platforms.discord.ports import DiscordMessage, Payload
from tests.bot.discord.drawing.reader import found, shown, texts
from tests.bot.discord.drawing.rules import faults, modal_faults
from tests.bot.discord.drawing.signs import PORTIONS, SIGNS
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId, PersonId
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import Bold, Day, Link, Mention, Moment, Plain, Text, plain
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
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
    TextFile,
    View,
)

pytestmark = pytest.mark.no_cover  # the other tests cover the same lines; measured, this takes long

ASK = Ask("record show", {"id": "abcdefghijkl"})
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
OURS = {"header", "list", "quote", "small", "bold", "moment"}
"""What our own signs in that screen do. None of it is an effect of what was typed."""


@pytest.mark.parametrize("portion", PORTIONS)
def test_what_somebody_typed_calls_nobody_and_links_to_nothing(portion: list[str]) -> None:
    screens = [drawn for text in portion for drawn in everything(text)]
    said = [one for drawn in screens for each in texts(drawn) for one in found(each)]

    assert {one.kind for one in said} <= OURS
    assert {one.what for one in said if one.kind == "moment"} <= {"<t:1793707200:F>"}


@pytest.mark.parametrize("portion", PORTIONS)
def test_what_somebody_typed_is_there_in_full(portion: list[str]) -> None:
    views = [View("Title", "Said.", (Paragraph(plain(t)), Quote(plain(t)))) for t in portion]

    drawn = [messages(view)[0].body["components"] for view in views]

    both = [(shown(one["content"]), shown(two["content"])) for _, one, two in drawn]
    assert both == [(text, text) for text in portion]


@pytest.mark.parametrize("text", SIGNS)
def test_discord_takes_it(text: str) -> None:
    view = everywhere(text)

    assert modal_faults(modal(_short(view))) == []
    assert [faults(message) for message in _messages(view)] == [[]] * len(_messages(view))


@pytest.mark.parametrize("text", SIGNS)
def test_nobody_can_be_called_by_a_message(text: str) -> None:
    allowed = [message.body["allowed_mentions"] for message in _messages(everywhere(text))]

    assert allowed == [{"parse": []}] * len(allowed)


def everything(text: str) -> Iterator[Payload]:
    """Yield a screen that has a text in every place there is, as each surface shows it."""
    view = everywhere(text)
    yield modal(_short(view))
    yield from (message.body for message in _messages(view))


def everywhere(text: str) -> View:
    """Return that screen."""
    return View(text, text, tuple(_blocks(text)), _form(text), problem=text, language="en")


def _messages(view: View) -> tuple[DiscordMessage, ...]:
    return (*messages(replace(view, form=None)), *form_card(view, Passage(Way.REOPEN, ASK)))


def _short(view: View) -> View:
    """Return a screen with as many questions as a modal has room for, with a text above them."""
    assert view.form
    return replace(view, form=replace(view.form, inputs=view.form.inputs[:4]))


def _blocks(text: str) -> Iterator[Block]:
    words: Text = (Plain(text), Mention(PersonId("p"), text), Day(date(2026, 11, 3)))
    button = Button(text, ASK, confirm=text)
    yield Heading(text)
    yield Paragraph((*words, Moment(NOON), Link(text, "javascript:alert(1)"), Bold(text)))
    yield Bullets((words, words))
    yield Facts(((text, words),))
    yield Quote(words)
    yield Small((*words, Moment(NOON), Link(text, "/home"), Bold(text)))
    yield Picture(TallyPicture(title=text, rows=(TallyRow(label=text, counts=(1,)),)), text)
    yield Buttons((button, button, replace(button, confirm="")))
    yield Menu(text, (Option("a", text), Option("b", text)), ASK)
    yield Document(text, TextFile(text))


def _form(text: str) -> Form:
    options = (Option("a", text), Option("b", text))
    kinds = list(FieldKind)
    return Form(
        tuple(Input(FieldId(kind), kind, text, text, options=options) for kind in kinds),
        Button(text, ASK),
        also=(Button(text, ASK),),
        values={FieldId(kind): text for kind in kinds},
        problems={FieldId(kind): text for kind in kinds},
        page=(1, 2),
    )
