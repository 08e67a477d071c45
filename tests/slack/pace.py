"""Takes the pauses out of what Concord sends, for stories that are about something else."""

from typing import Final

from bot.platforms.slack.sending import pacing

AT_ONCE: Final = pacing.Pace(0)

UNPACED: Final = {
    "METHODS": dict.fromkeys(pacing.METHODS, AT_ONCE),
    "ONE_CHANNEL": AT_ONCE,
    "ONE_MESSAGE": AT_ONCE,
}
"""What to put in place of the paces in bot.platforms.slack.sending.pacing."""
