"""What can go wrong when Slack is asked for something.

SlackError (is a bot.platforms.port.DeliveryError)
├── SlackRefusedError   Slack said no; `code` is its reason, such as invalid_blocks
│   ├── GoneError       the channel or the person is no longer there, or Concord was put out
│   └── RevokedError    the token is worth nothing any more
├── SlackBusyError      Slack asks to wait; `seconds` says how long
├── SlackAwayError      Slack did not get the request, or could not work on it: it had no effect
└── UnknownOutcomeError the answer was lost; the request may have had its effect
"""

from bot.platforms.port import DeliveryError


class SlackError(DeliveryError):
    """Slack did not do what it was asked for."""


class SlackRefusedError(SlackError):
    """Slack said no, for a reason that trying again does not change."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class GoneError(SlackRefusedError):
    """The channel or the person is no longer there, or Concord may not write there any more."""


class RevokedError(SlackRefusedError):
    """The token is worth nothing any more: Concord was uninstalled, or the token was taken back."""


class SlackBusyError(SlackError):
    """Slack asks to wait before this method is called again for this workspace."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class SlackAwayError(SlackError):
    """Slack could not be reached or could not work; the request had no effect."""


class UnknownOutcomeError(SlackError):
    """The connection broke after the request was sent: it may have had its effect or not."""
