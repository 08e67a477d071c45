"""The acknowledgement of a request, which wakes whoever waits for it."""

import asyncio
from typing import Any, Final

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.response import BoltResponse
from typing_extensions import override


class TellingAck(AsyncAck):
    """Stands in a request's context in place of Bolt's own; `given` is set once it was given."""

    def __init__(self) -> None:
        self.response = None
        self.given: Final = asyncio.Event()

    @override
    async def __call__(self, *args: Any, **kwargs: Any) -> BoltResponse:
        response = await super().__call__(*args, **kwargs)
        self.given.set()
        return response

    def answer(self, response: BoltResponse) -> None:
        """Give a whole response."""
        self.response = response
        self.given.set()
