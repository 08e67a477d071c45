"""What Concord needs of whatever carries out sends."""

from typing import Protocol


class Engine(Protocol):
    """Takes due deliveries from the outbox and sends them, several at a time.

    Nothing rests on the engine being right: each send is fenced in the outbox, so that an engine
    which picks a delivery twice, or dies with it, neither doubles nor loses a message.
    """

    def wake(self) -> None:
        """Look into the outbox soon."""
        ...

    def stop(self) -> None:
        """Take nothing more, finish what is being sent, and let `run` return."""
        ...

    async def run(self) -> None:
        """Send until `stop` is called. Never raises because of one delivery."""
        ...
