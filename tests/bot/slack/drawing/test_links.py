"""A link in small print stays a link, whatever its label is made of."""

import pytest

from bot.platforms.slack.drawing.messages import messages
from tests.bot.slack.drawing.rules import faults
from workflows.text import Link
from workflows.views import Small, View


@pytest.mark.parametrize("label", ["The guidebook", "The\x00 guidebook", "The\x1b[0m guidebook"])
def test_a_label_is_made_of_what_can_be_shown(label: str) -> None:
    view = View("T", "S.", (Small((Link(label, "https://example.org/"),)),))

    (message,) = messages(view, {})

    small = message.blocks[-1]["elements"][0]["text"]
    assert faults({"text": message.text, "blocks": message.blocks}, "message") == []
    assert small.startswith("<https://example.org/|The")
    assert small.endswith("guidebook>")
    assert small.isprintable()


def test_a_view_that_is_shown_again_is_drawn_as_before() -> None:
    view = View("T", "S.", (Small((Link("The guidebook", "https://example.org/"),)),))

    assert messages(view, {}) == messages(View(view.title, view.summary, view.blocks), {})
