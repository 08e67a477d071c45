"""What Discord itself writes around the messages, in the languages that simcord's has not."""

from collections.abc import Mapping
from typing import Final

AROUND: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {},
    "es": {
        " used ": " ha usado ",
        "Only you can see this": "Solo tú puedes ver esto",
    },
}
"""By simcord's English. These are Discord's words, not ours: they are in no catalogue."""
