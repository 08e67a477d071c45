"""What Concord needs of a platform: one door, `deliver`, and two ways in which it can stay shut."""

from dataclasses import dataclass
from typing import Protocol

from workflows.identifiers import WorkspaceId
from workflows.views import View


@dataclass(frozen=True, slots=True)
class InChannel:
    """A channel; `thread` is the reference of the message whose thread is meant, or empty."""

    workspace: WorkspaceId
    channel: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class InPrivate:
    """One person, by the platform's own id for them."""

    workspace: WorkspaceId
    external_id: str


Place = InChannel | InPrivate


class DeliveryError(Exception):
    """The platform did not take the message."""


class TryLaterError(DeliveryError):
    """The platform asks to wait; `seconds` says how long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class PlaceGoneError(DeliveryError):
    """The channel or the person is no longer there; trying again is of no use."""


class PlatformPort(Protocol):
    """One platform that can show views."""

    async def deliver(
        self, place: Place, view: View, *, nonce: str, replaces: str = "", pin: bool = False
    ) -> str:
        """Show a view, and return the platform's reference of the message.

        The same `nonce` never makes a second message. With `replaces`, that message is changed
        instead of a new one posted. Raises DeliveryError and its kinds.
        """
        ...
