"""The acknowledgement of a request, which wakes whoever waits for it."""

import asyncio
from typing import Final

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.response import BoltResponse


class TellingAck(AsyncAck):
    """Stands in a request's context in place of Bolt's own; `given` is done once it was given."""

    def __init__(self) -> None:
        self.response = None
        self.given: Final[asyncio.Future[None]] = asyncio.get_running_loop().create_future()

    def answer(self, response: BoltResponse) -> None:
        """Give a whole response; whoever waited may have given up."""
        self.response = response
        if not self.given.done():
            self.given.set_result(None)
