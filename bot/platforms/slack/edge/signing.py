"""Slack's signatures: over the raw bytes of a body, and good for five minutes.

See https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import hmac
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

WINDOW: Final = timedelta(minutes=5)
"""How far a timestamp may be from our clock, both ways."""

_SIGNATURE: Final = re.compile(rb"v0=[0-9a-f]{64}")
_TIMESTAMP: Final = re.compile(rb"\d{10}")  # in bytes, \d stands for ASCII digits only


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the headers of a request say about its origin, in the one shape that Slack writes."""

    signature: bytes
    timestamp: bytes

    @property
    def signed_at(self) -> datetime:
        """When it was signed, as it claims."""
        return datetime.fromtimestamp(int(self.timestamp), UTC)

    def is_recent(self, now: datetime) -> bool:
        """Say whether it was signed within the window around now."""
        return abs(now - self.signed_at) <= WINDOW

    def is_genuine(self, secret: str, body: bytes) -> bool:
        """Say whether the holder of the secret has signed this body at that time."""
        expected = sign(secret, self.timestamp, body)
        return hmac.compare_digest(expected, self.signature)


def read_stamp(signature: bytes, timestamp: bytes) -> Stamp | None:
    """Return the stamp that two headers make, or None if either has another shape."""
    if _SIGNATURE.fullmatch(signature) and _TIMESTAMP.fullmatch(timestamp):
        return Stamp(signature, timestamp)
    return None


def sign(secret: str, timestamp: bytes, body: bytes) -> bytes:
    """Return the signature of a body."""
    digest = hmac.digest(secret.encode(), b"v0:" + timestamp + b":" + body, "sha256")
    return b"v0=" + digest.hex().encode()
