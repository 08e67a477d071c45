"""Answers what somebody did: at once, later, with a form, or with what could be typed next.

Discord takes one first answer to an interaction, within three seconds. An answer that is put off
says nothing but who will see it; what it says then replaces it.
"""

from collections.abc import Sequence
from typing import Any, Final

from bot.platforms.discord.errors import DiscordAwayError, TooLateError, UnknownOutcomeError
from bot.platforms.discord.ports import Attachment, Calls, DiscordMessage, Interaction, Payload
from bot.platforms.discord.sending.answers import ALREADY_ANSWERED

MESSAGE: Final = 4
LATER: Final = 5
LATER_IN_PLACE: Final = 6
IN_PLACE: Final = 7
CHOICES: Final = 8
FORM: Final = 9

EPHEMERAL: Final = 1 << 6
COMPONENTS_V2: Final = 1 << 15

MOST_CHOICES: Final = 25


class Replies:
    """Answers interactions. Each method raises the errors of bot.platforms.discord.errors."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def respond(self, interaction: Interaction, message: DiscordMessage) -> None:
        """Answer with a message; who sees it stands in its flags."""
        await self._first(interaction, MESSAGE, message.body, message.attachments)

    async def update(self, interaction: Interaction, message: DiscordMessage) -> None:
        """Answer by changing the message that was pressed, or that the form came from."""
        await self._first(interaction, IN_PLACE, _edited(message), message.attachments)

    async def defer(
        self, interaction: Interaction, *, is_update: bool = False, is_private: bool = True
    ) -> None:
        """Promise an answer, which `edit_original` gives.

        With `is_update` nothing is to be seen of it, and the answer will change the message that
        was pressed; else only one person will see it, if `is_private`.
        """
        if is_update:
            await self._first(interaction, LATER_IN_PLACE)
        else:
            await self._first(interaction, LATER, {"flags": EPHEMERAL} if is_private else None)

    async def open_form(self, interaction: Interaction, modal: Payload) -> None:
        """Answer with a form. Nobody can do so after another answer, nor to a form."""
        await self._first(interaction, FORM, modal)

    async def complete(self, interaction: Interaction, choices: Sequence[Payload]) -> None:
        """Offer what the option can be that is being typed, at most 25."""
        await self._first(interaction, CHOICES, {"choices": list(choices[:MOST_CHOICES])})

    async def edit_original(self, interaction: Interaction, message: DiscordMessage) -> None:
        """Change the first answer, or say what was promised; twice is as good as once."""
        path = f"{_webhook(interaction)}/messages/@original"
        await self._calls.call("PATCH", path, _edited(message), message.attachments)

    async def follow_up(self, interaction: Interaction, message: DiscordMessage) -> None:
        """Say something more, in a message of its own.

        After UnknownOutcomeError it may stand there or not, and is better not said again.
        """
        path = _webhook(interaction)
        await self._calls.call("POST", path, message.body, message.attachments)

    async def _first(
        self,
        interaction: Interaction,
        kind: int,
        data: Payload | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> None:
        """Give the first answer. There can be only one, so it may be given again when in doubt."""
        path = f"/interactions/{interaction.id}/{interaction.token}/callback"
        body = {"type": kind} if data is None else {"type": kind, "data": data}
        try:
            await self._calls.call("POST", path, body, attachments)
        except (DiscordAwayError, UnknownOutcomeError):
            await self._again(interaction, path, body, attachments)

    async def _again(
        self,
        interaction: Interaction,
        path: str,
        body: Payload,
        attachments: Sequence[Attachment],
    ) -> None:
        try:
            await self._calls.call("POST", path, body, attachments)
        except TooLateError as too_late:
            if too_late.code == ALREADY_ANSWERED or await self._is_answered(interaction):
                return
            raise

    async def _is_answered(self, interaction: Interaction) -> bool:
        """Return whether Discord has a first answer; it is there only once it was given."""
        path = f"{_webhook(interaction)}/messages/@original"
        try:
            answer: Any = await self._calls.call("GET", path)
        except TooLateError:
            return False
        return bool(answer)


def _webhook(interaction: Interaction) -> str:
    return f"/webhooks/{interaction.application}/{interaction.token}"


def _edited(message: DiscordMessage) -> Payload:
    """Return the body that changes a message: who sees it is settled, and its old files go."""
    flags = message.body.get("flags", 0) & COMPONENTS_V2
    return {"attachments": [], **message.body, "flags": flags}
