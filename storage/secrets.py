"""Seals texts that nobody may read who only has the database, such as tokens.

The keys are handed in and kept nowhere. Sealed with the newest key, opened with any: so a key can
be replaced while both are known.
"""

import re
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from storage.errors import UnreadableSecretError

_SEPARATOR: Final = ","
_KEY: Final = re.compile(r"[A-Za-z0-9_-]{43}=")


def new_key() -> str:
    """Return a new key, as text."""
    return Fernet.generate_key().decode()


def are_keys(text: str) -> bool:
    """Return whether a text is one key, or several with commas between."""
    return all(map(_KEY.fullmatch, _parted(text)))


class Keyring:
    """Seals with the newest of its keys, and opens with each of them."""

    def __init__(self, keys: str) -> None:
        """Take keys that `are_keys`, the newest first."""
        self._fernet = MultiFernet([Fernet(key) for key in _parted(keys)])

    def seal(self, secret: str) -> str:
        """Return a secret as nobody can read it; an empty one stays empty."""
        return self._fernet.encrypt(secret.encode()).decode() if secret else ""

    def unseal(self, sealed: str) -> str:
        """Return a secret, or raise UnreadableSecretError."""
        if not sealed:
            return ""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken:
            raise UnreadableSecretError from None

    def reseal(self, sealed: str) -> str:
        """Return the same secret sealed with the newest key, or raise UnreadableSecretError."""
        return self.seal(self.unseal(sealed))


def _parted(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(_SEPARATOR)]
