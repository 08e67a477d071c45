"""What can go wrong when Discord is asked for something.

DiscordError (is a bot.platforms.port.DeliveryError)
├── DiscordRefusedError   Discord said no; `code` is its number for the reason, such as 50035
│   ├── GoneError         the channel, the message or the person is no longer there
│   ├── ForbiddenError    Concord may not do that there, or the person takes no messages from it
│   └── TooLateError      the interaction has been answered, or nobody waits for an answer any more
├── DiscordBusyError      Discord asks to wait; `seconds` says how long
├── DiscordAwayError      Discord did not get the request, or could not work on it: no effect
├── LockedOutError        Discord does not take the token any more; asking again makes it worse
└── UnknownOutcomeError   the answer was lost; the request may have had its effect
"""

from bot.platforms.port import DeliveryError


class DiscordError(DeliveryError):
    """Discord did not do what it was asked for."""


class DiscordRefusedError(DiscordError):
    """Discord said no, for a reason that trying again does not change."""

    def __init__(self, status: int, code: int) -> None:
        super().__init__(f"status {status}, code {code}")
        self.status = status
        self.code = code


class GoneError(DiscordRefusedError):
    """The channel, the message or the person is no longer there."""


class ForbiddenError(DiscordRefusedError):
    """Concord may not do that there, or the person takes no messages from it."""


class TooLateError(DiscordRefusedError):
    """The interaction has been answered already, or nobody waits for an answer any more."""


class DiscordBusyError(DiscordError):
    """Discord asks to wait before it is asked again."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class DiscordAwayError(DiscordError):
    """Discord could not be reached or could not work; the request had no effect."""


class LockedOutError(DiscordError):
    """Discord does not take the bot's token; nothing can be sent until the operator sets one."""


class UnknownOutcomeError(DiscordError):
    """The connection broke after the request was sent: it may have had its effect or not."""
