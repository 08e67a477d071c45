"""What a picture shows: the blocks that Slack is given, and what of Slack's own stands around."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.platforms.slack.ports import Payload
from scripts.slack_screens.around import AROUND
from tests.bot.slack.handling.slack import Window

Part = Sequence[Payload]
"""The blocks of one message, or of a modal or a home tab."""

_INITIAL = {
    "value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_date": "initial_date",
}
"""Where an input has what it shows at first, by where it has what was put in."""


class Frame(StrEnum):
    """What of Slack's own stands around the blocks."""

    MESSAGE = "message"
    WHISPER = "whisper"
    REPLIES = "replies"
    PINNED = "pinned"
    MODAL = "modal"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen, of several parts if it is a thread.

    `at` says when a message came, and `files` what Slack has of its pictures. A modal has words of
    its own around it; `errors` are by the ids of its blocks.
    """

    name: str
    frame: Frame
    language: str
    parts: Sequence[Part]
    at: str = ""
    narrow: bool = False
    modal: Payload = field(default_factory=dict[str, Any])
    errors: Mapping[str, str] = field(default_factory=dict[str, str])
    files: Mapping[str, str] = field(default_factory=dict[str, str])


def modal_screen(name: str, language: str, window: Window) -> Screen:
    """Return a modal with what somebody typed into it."""
    blocks = [_filled(block, window, language) for block in window.view["blocks"]]
    return Screen(
        name,
        Frame.MODAL,
        language,
        [blocks],
        modal=window.view,
        errors=window.errors,
    )


def _filled(block: Payload, window: Window, language: str) -> Payload:
    filled = copy.deepcopy(dict(block))
    held = window.typed.get(block.get("block_id", ""), {})
    if filled.get("optional"):
        filled["label"]["text"] += f" {AROUND[language]['optional']}"
    filled.get("element", {}).update({_INITIAL[key]: value for key, value in held.items()})
    return filled
