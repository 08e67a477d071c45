"""A message on its way: what it is about, where it goes, and how often it was tried."""

from dataclasses import dataclass
from datetime import datetime

from workflows.identifiers import DeliveryId, WorkspaceId
from workflows.notices import Address, Notice


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that somebody has taken on to send. `attempts` counts this one, too."""

    id: DeliveryId
    workspace: WorkspaceId
    address: Address
    notice: Notice
    subject: str
    fire_at: datetime
    """When it was wanted (aware UTC)."""
    attempts: int
    is_unanswered: bool = False
    """Whether the platform was asked to post it, and nobody has noted what it answered."""
