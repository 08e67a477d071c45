"""Answers Slack the moment a listener acknowledges, and keeps what comes after from harm.

Bolt's own runner looks every ten milliseconds whether there is an acknowledgement, forgets one
when the listener raises shortly after it, and holds on to nothing that goes on afterwards.
"""

from slack_bolt.listener.async_listener import AsyncListener
from slack_bolt.listener.asyncio_runner import AsyncioListenerRunner
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from typing_extensions import override

from bot.platforms.slack.bolt.acks import TellingAck
from bot.platforms.slack.bolt.apologies import Apologies
from bot.platforms.slack.bolt.metrics import OUTCOME, Outcome
from bot.platforms.slack.bolt.tasks import Tasks


class AckRunner(AsyncioListenerRunner):
    """Runs a listener to its end, and returns once it has acknowledged or can no longer do so.

    No event is acknowledged before its listener does so: what is to be kept is kept by then. There
    are no lazy listeners, since everything after the acknowledgement is lazy.
    """

    def __init__(self, runner: AsyncioListenerRunner, tasks: Tasks, apologies: Apologies) -> None:
        super().__init__(
            logger=runner.logger,
            process_before_response=False,
            listener_error_handler=runner.listener_error_handler,
            listener_start_handler=runner.listener_start_handler,
            listener_completion_handler=runner.listener_completion_handler,
            lazy_listener_runner=runner.lazy_listener_runner,
        )
        self._tasks = tasks
        self._apologies = apologies

    @override
    async def run(
        self,
        request: AsyncBoltRequest,
        response: BoltResponse,
        listener_name: str,
        listener: AsyncListener,
        starting_time: float | None = None,
    ) -> BoltResponse | None:
        """Return the acknowledgement, or an apology if the listener ends without one."""
        del listener_name, starting_time  # Bolt's own runner writes them into its log
        ack = TellingAck()
        request.context["ack"] = ack
        self._tasks.start(self._listen(request, response, listener, ack))
        await ack.given
        return ack.response

    async def _listen(
        self,
        request: AsyncBoltRequest,
        response: BoltResponse,
        listener: AsyncListener,
        ack: TellingAck,
    ) -> None:
        try:
            await listener.run_ack_function(request=request, response=response)
        finally:
            if ack.response is None:
                request.context[OUTCOME] = Outcome.FAILED
                ack.answer(self._apologies.failed(request.body))
