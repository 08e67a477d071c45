"""Turns what Discord tells about somebody into one small value."""

from collections.abc import Mapping
from typing import Any, Final

import discord

from bot.platforms.discord.ports import Interaction, Kind, Payload, Someone

Heard = discord.Interaction[discord.Client]

_KINDS: Final[Mapping[discord.InteractionType, Kind]] = {
    discord.InteractionType.application_command: Kind.COMMAND,
    discord.InteractionType.autocomplete: Kind.COMPLETION,
    discord.InteractionType.component: Kind.PRESS,
    discord.InteractionType.modal_submit: Kind.FORM,
}


def read_interaction(heard: Heard) -> Interaction | None:
    """Return what somebody did, or None if it is of a kind that we do not know, or nobody did it.

    Discord.py reads names and languages that Discord may add to, so none is taken for granted.
    """
    kind = _KINDS.get(heard.type)
    by = _someone(heard.user)
    if kind is None or by is None:
        return None
    message = heard.message
    return Interaction(
        id=str(heard.id),
        token=heard.token,
        application=str(heard.application_id),
        kind=kind,
        server=str(heard.guild_id or ""),
        server_name=_server_name(heard),
        channel=_channel(heard),
        by=by,
        language=_language(heard.locale),
        server_language=_language(heard.guild_locale),
        data=_data(heard.data),
        is_ephemeral=message is not None and message.flags.ephemeral,
        has_message=message is not None,
        components=() if message is None else _components(message),
        may=heard.app_permissions.value,
    )


def _someone(user: object) -> Someone | None:
    if not isinstance(user, discord.User | discord.Member):
        return None
    return Someone(str(user.id), user.display_name, is_bot=user.bot)


def _server_name(heard: Heard) -> str:
    return heard.guild.name if heard.guild_id and heard.guild else ""


def _channel(heard: Heard) -> str:
    """Return the channel; what is done in a thread is done in the channel that it hangs on."""
    if isinstance(heard.channel, discord.Thread):
        return str(heard.channel.parent_id)
    return str(heard.channel_id or "")


def _language(locale: object) -> str:
    """Return Discord's code; one that discord.py does not know is kept as it is."""
    code = getattr(locale, "value", None)
    return code if isinstance(code, str) else ""


def _data(data: object) -> Payload:
    return data if isinstance(data, dict) else {}


def _components(message: discord.Message) -> tuple[dict[str, Any], ...]:
    return tuple(dict(component.to_dict()) for component in message.components)
