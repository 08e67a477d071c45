"""Does what a shortcut asks for: on a message, whose words come along, or anywhere in Slack."""

import re
from typing import Final

from bot.platforms.slack.handling.answering import answer
from bot.platforms.slack.handling.asking import ask
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.homes import DASHBOARD
from bot.platforms.slack.handling.payloads import Chosen, read_shortcut
from bot.platforms.slack.handling.waiting import patiently
from bot.platforms.slack.ports import Ack, Payload, Site
from commands.proposals import ACTION, DECISION, LESSON
from commands.refusals import outdated
from workflows.catalogue import words_for
from workflows.views import View

LOG_DECISION: Final = "log_decision"
"""On a message: check in on the decision that it speaks of."""

MAKE_ACTION: Final = "make_action"
"""On a message: write down what somebody takes on."""

SAVE_LESSON: Final = "save_lesson"
"""On a message: keep what it says for when the team looks back."""

_PROPOSALS: Final = {LOG_DECISION: DECISION, MAKE_ACTION: ACTION, SAVE_LESSON: LESSON}

OPEN: Final = "open_concord"
"""Anywhere: what waits for me."""

MOST_NAMES: Final = 5
"""People in a message who are looked up; the others stay somebody."""

_MARK = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
"""How Slack writes a person, a channel, a group or a link into the text of a message."""

_PERSON: Final = "@"
_ESCAPED = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


async def on_shortcut(desk: Desk, site: Site, payload: Payload) -> Ack:
    """Open what the shortcut leads to."""
    chosen = read_shortcut(payload)
    asker = await desk.people.asker(site, chosen.by)
    spot = Spot(site, asker, chosen.channel, chosen.thread, chosen.way)
    view, late = await patiently(desk, spot, _view(desk, spot, chosen))
    return answer(desk, spot, view, late, in_window=not chosen.way.response_url)


async def _view(desk: Desk, spot: Spot, chosen: Chosen) -> View:
    match chosen.name:
        case name if name in _PROPOSALS:
            proposal = _PROPOSALS[name]
            text = await _readable(desk, spot.site, chosen.text)
            return await ask(desk, spot, proposal.ask, proposal.form(text))
        case name if name == OPEN:
            return await ask(desk, spot, DASHBOARD)
        case _:
            return outdated(words_for(spot.asker.caller.language))


async def _readable(desk: Desk, site: Site, text: str) -> str:
    """Return the words of a message as people see them, without Slack's own marks."""
    people = dict.fromkeys(id_ for kind, id_, _ in _MARK.findall(text) if kind == _PERSON)
    names = {id_: await desk.people.name(site, id_) for id_ in list(people)[:MOST_NAMES]}

    def read(mark: re.Match[str]) -> str:
        kind, target, label = mark.groups("")
        return label or names.get(target, "") or ("…" if kind else target)

    text = _MARK.sub(read, text)
    for mark, character in _ESCAPED.items():
        text = text.replace(mark, character)
    return text
