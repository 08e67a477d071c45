"""What Slack gets to hear when there is no proper answer."""

from http import HTTPStatus
from typing import Final

from slack_bolt.response import BoltResponse

from bot.platforms.slack.ports import Payload
from workflows.words import Words

TRY_AGAIN: Final = HTTPStatus.SERVICE_UNAVAILABLE
"""Slack sends an event again, and lets a person press again; a form stays as it is."""


class Apologies:
    """Whoever typed a command reads a sentence; for everything else, Slack has its own ways."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def failed(self, payload: Payload) -> BoltResponse:
        """Answer what could not be done."""
        sentence = self._words.say(
            "Something went wrong in Concord. Nothing was changed. Please try again."
        )
        return _answer(payload, sentence, HTTPStatus.INTERNAL_SERVER_ERROR)

    def late(self, payload: Payload) -> BoltResponse:
        """Answer what takes longer than Slack waits."""
        sentence = self._words.say(
            "This takes longer than usual. If you see nothing new in a minute, please try again."
        )
        return _answer(payload, sentence, TRY_AGAIN)

    def missing(self, payload: Payload) -> BoltResponse:
        """Answer where Concord is not installed."""
        sentence = self._words.say(
            "Concord is not installed here any more. Whoever looks after this workspace can add it."
        )
        return _answer(payload, sentence, HTTPStatus.OK)


def _answer(payload: Payload, sentence: str, otherwise: HTTPStatus) -> BoltResponse:
    if "command" not in payload:
        return BoltResponse(status=otherwise)
    return BoltResponse(status=HTTPStatus.OK, body={"response_type": "ephemeral", "text": sentence})
