"""Counts what people do in Discord, in the text form that Prometheus reads.

Labels come from short lists in the code; nothing that a person sent is in them.
"""

from collections import Counter
from typing import Final

from bot.platforms.discord.ports import Handling, Interaction, Kind

NAME: Final = "concord_discord_interactions_total"


class Counted:
    """A bot.platforms.discord.ports.Handling that counts what another one does."""

    def __init__(self, handling: Handling) -> None:
        self._handling = handling
        self._done = Counter[tuple[Kind, str]]()

    async def hear(self, interaction: Interaction) -> None:
        """Hand an interaction on, and count it."""
        outcome = "failed"
        try:
            await self._handling.hear(interaction)
            outcome = "done"
        finally:
            self._done[interaction.kind, outcome] += 1

    def text(self) -> str:
        """Return everything that was counted."""
        counts = [
            f'{NAME}{{kind="{kind}",outcome="{outcome}"}} {count}'
            for (kind, outcome), count in sorted(self._done.items())
        ]
        head = [f"# HELP {NAME} What people did in Discord.", f"# TYPE {NAME} counter"]
        return "".join(f"{line}\n" for line in (*head, *counts))
