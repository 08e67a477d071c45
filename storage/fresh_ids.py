"""Makes the ids of what people make."""

import base64
import secrets


def new_id() -> str:
    """Return twelve characters of lower-case base32: sixty bits that nobody can guess."""
    return base64.b32encode(secrets.token_bytes(8)).decode()[:12].lower()
