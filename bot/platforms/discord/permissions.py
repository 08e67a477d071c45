"""What Concord has to be allowed in a Discord server, each with its reason.

The numbers are those of https://discord.com/developers/docs/topics/permissions.
"""

from dataclasses import dataclass
from typing import Final

from workflows.words import mark


@dataclass(frozen=True, slots=True)
class Permission:
    """One right, by Discord's name for it; `reason` says what Concord needs it for."""

    bit: int
    name: str
    reason: str


NEEDED: Final = (
    Permission(1 << 10, mark("View Channel"), mark("to know your team's channel")),
    Permission(1 << 11, mark("Send Messages"), mark("to post your team's cards")),
    Permission(
        1 << 38, mark("Send Messages in Threads"), mark("to write where a conversation is held")
    ),
    Permission(
        1 << 35,
        mark("Create Public Threads"),
        mark("to give each conversation a thread of its own"),
    ),
    Permission(1 << 14, mark("Embed Links"), mark("to show cards with buttons")),
    Permission(1 << 15, mark("Attach Files"), mark("to show pictures and hand out records")),
    Permission(1 << 16, mark("Read Message History"), mark("to bring its own cards up to date")),
    Permission(1 << 51, mark("Pin Messages"), mark("to keep the team's card and norms at hand")),
)
"""Nothing else is asked for: no reading of messages, no list of members, no managing."""

SCOPES: Final = ("bot", "applications.commands")
"""To be a member of the server, and to offer commands there."""


def missing(granted: int) -> tuple[Permission, ...]:
    """Return what Concord lacks, given the permissions it has as one number."""
    return tuple(each for each in NEEDED if not granted & each.bit)


def install_link(application: str) -> str:
    """Return the address at which a server's owner lets Concord in, with these permissions."""
    bits = sum(each.bit for each in NEEDED)
    scopes = "%20".join(SCOPES)
    return (
        "https://discord.com/oauth2/authorize"
        f"?client_id={application}&scope={scopes}&permissions={bits}"
    )
