"""Runs the steps that Concord brings to Workflow Builder; each says how it went."""

from typing import Final

import structlog

from bot.platforms.slack.errors import SlackError
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.payloads import Execution, Someone, read_execution
from bot.platforms.slack.handling.whispers import whisper
from bot.platforms.slack.ports import Ack, Payload, Site
from commands.screens import row, told
from workflows.catalogue import words_for
from workflows.views import Ask, Button, Style, View
from workflows.words import Words

ASK_DECISION: Final = "ask_decision"
"""Ask one person, in one channel, for a decision check-in."""

_log = structlog.get_logger()


async def on_function(desk: Desk, site: Site, payload: Payload) -> Ack:
    """Run a step once Slack has its acknowledgement; it starts nothing without a press."""
    execution = read_execution(payload)

    async def run() -> None:
        await _run(desk, site, execution)

    return Ack(after=run)


async def _run(desk: Desk, site: Site, execution: Execution) -> None:
    is_known = execution.name == ASK_DECISION
    if not is_known or not execution.channel or not execution.person:
        words = words_for(None)
        await _fail(desk, site, execution, words.say("This step needs a channel and a person."))
        return
    asker = await desk.people.asker(site, Someone(execution.person))
    words = words_for(asker.caller.language)
    spot = Spot(site, asker, execution.channel)
    try:
        await whisper(desk, spot, _invitation(words))
    except SlackError as error:
        _log.info("step_not_run", team=site.team, reason=type(error).__name__)
        line = words.say(
            "I could not reach this person in this channel. Both of us need to be members there."
        )
        await _fail(desk, site, execution, line)
        return
    await desk.calls.call(
        site,
        "functions.completeSuccess",
        function_execution_id=execution.id,
        outputs={"channel": execution.channel, "person": execution.person},
    )


async def _fail(desk: Desk, site: Site, execution: Execution, sentence: str) -> None:
    await desk.calls.call(
        site, "functions.completeError", function_execution_id=execution.id, error=sentence
    )


def _invitation(words: Words) -> View:
    line = words.say(
        "A workflow asks you for a decision check-in. Say how shared the decision will be before "
        "it is made."
    )
    begin = Button(words.say("Check in on a decision"), Ask("decide start"), Style.PRIMARY)
    screen = told(words.say("Decision check-in"), line, *row(begin))
    return screen.in_language(words.language)
