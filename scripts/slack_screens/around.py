"""What Slack itself writes around the blocks, as far as the pictures show it."""

from collections.abc import Mapping
from typing import Final

AROUND: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "about": "About",
        "app": "APP",
        "home": "Home",
        "messages": "Messages",
        "optional": "(optional)",
        "pinned": "Pinned by Concord",
        "thread": "Thread",
        "whisper": "Only visible to you",
    },
    "es": {
        "about": "Información",
        "app": "APLICACIÓN",
        "home": "Inicio",
        "messages": "Mensajes",
        "optional": "(opcional)",
        "pinned": "Anclado por Concord",
        "thread": "Hilo",
        "whisper": "Solo visible para ti",
    },
}
"""These are Slack's words, not ours: they are in no catalogue."""
