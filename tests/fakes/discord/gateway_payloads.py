"""What Discord sends through its gateway, in the shapes that its documents give."""

from itertools import count
from typing import Any, Final

Json = dict[str, Any]

APPLICATION: Final = "900000000000000001"
BOT: Final = "900000000000000002"
SERVER: Final = "100000000000000001"
CHANNEL: Final = "200000000000000001"
ANA: Final = "300000000000000001"

COMMAND, PRESS, COMPLETION, FORM = 2, 3, 4, 5
"""Discord's numbers for what somebody did."""

_numbers = count(500000000000000001)


def user(id_: str = ANA, name: str = "ana", **more: Any) -> Json:  # noqa: ANN401 - any JSON
    """Return somebody's account."""
    return {"id": id_, "username": name, "discriminator": "0", "avatar": None, **more}


def member(nick: str | None = None, **more: Any) -> Json:  # noqa: ANN401 - any JSON
    """Return Ana in a server."""
    return {
        "user": user(global_name="Ana Lee"),
        "nick": nick,
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": "0",
        **more,
    }


def channel(id_: str = CHANNEL, kind: int = 0) -> Json:
    """Return a channel of a server."""
    return {"id": id_, "type": kind, "name": "general", "position": 0, "permission_overwrites": []}


def server(id_: str = SERVER, name: str = "Riverside", **more: Any) -> Json:  # noqa: ANN401 - any JSON
    """Return a server with one channel."""
    return {
        "id": id_,
        "name": name,
        "unavailable": False,
        "owner_id": ANA,
        "member_count": 2,
        "roles": [],
        "emojis": [],
        "stickers": [],
        "features": [],
        "channels": [channel()],
        "threads": [],
        "members": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "verification_level": 0,
        "preferred_locale": "en-US",
        **more,
    }


def interaction(kind: int = COMMAND, data: Json | None = None, **more: Any) -> Json:  # noqa: ANN401 - any JSON
    """Return what Ana did in the server; `more` replaces parts of it."""
    return {
        "id": str(next(_numbers)),
        "application_id": APPLICATION,
        "type": kind,
        "token": "a-token",
        "version": 1,
        "data": {"id": "1", "name": "concord", "type": 1} if data is None else data,
        "guild_id": SERVER,
        "guild": {"id": SERVER, "locale": "es-ES", "features": []},
        "guild_locale": "es-ES",
        "channel_id": CHANNEL,
        "channel": {**channel(), "guild_id": SERVER},
        "member": member(),
        "app_permissions": "2048",
        "locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": SERVER},
        "context": 0,
        "attachment_size_limit": 10485760,
        **more,
    }


def private(payload: Json) -> Json:
    """Return what Ana did as if it had been in a direct message."""
    outside = ("guild_id", "guild", "guild_locale", "member")
    return {
        **{name: value for name, value in payload.items() if name not in outside},
        "user": user(global_name="Ana Lee"),
        "channel": {"id": CHANNEL, "type": 1, "recipients": [user()]},
        "context": 1,
    }


def message(*components: Json, flags: int = 1 << 15) -> Json:
    """Return a message of Concord's, which somebody pressed something in."""
    return {
        "id": str(next(_numbers)),
        "channel_id": CHANNEL,
        "author": user(BOT, "concord", bot=True),
        "content": "",
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": list(components),
        "pinned": False,
        "type": 0,
        "flags": flags,
    }
