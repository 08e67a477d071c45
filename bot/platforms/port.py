"""What Concord needs of a platform: one door, `deliver`, and the ways in which it can stay shut.

DeliveryError
├── TryLaterError         the platform asks to wait: the whole workspace is left in peace
│   └── NotYetError       only this message has to wait; others may go
├── PlaceGoneError        the channel or the person is no longer there
│   └── PrivateShutError  the person is there, and takes no private messages
├── WorkspaceGoneError    Concord may not write to the workspace any more
├── ReplacedGoneError     the message that was to be changed is no longer there
└── OutcomeUnknownError   the platform's answer was lost: the message may stand there or not
"""

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
    """The platform did not take the message, or not all of it.

    `ref` is the reference of what stands there all the same; what is missing follows when it is
    delivered again in place of that.
    """

    ref: str = ""


class TryLaterError(DeliveryError):
    """The platform asks to wait; `seconds` says how long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class NotYetError(TryLaterError):
    """Only this message has to wait, for its turn or until the platform is back."""


class PlaceGoneError(DeliveryError):
    """The channel or the person is no longer there; trying again is of no use."""


class PrivateShutError(PlaceGoneError):
    """The person takes no private messages; in a channel they may still press a button."""


class WorkspaceGoneError(DeliveryError):
    """Concord may not write to this workspace; it may be let in again."""


class ReplacedGoneError(DeliveryError):
    """The message that was to be changed cannot be changed any more: a new one has to be posted."""


class OutcomeUnknownError(DeliveryError):
    """The platform's answer was lost: the message may stand there or not."""


class PlatformPort(Protocol):
    """One platform that can show views."""

    async def deliver(
        self, place: Place, view: View, *, nonce: str, replaces: str = "", pin: bool = False
    ) -> str:
        """Show a view, and return the platform's reference of the message.

        The same `nonce` makes no second message where the platform can tell (see
        bot.delivery.FORGETFUL). With `replaces`, that message is changed instead of a new one
        posted. Raises DeliveryError and its kinds.
        """
        ...
