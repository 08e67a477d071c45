"""Why a request is turned away at the edge, and how the operator hears of it."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from http import HTTPStatus
from typing import Final

import structlog

from bot.platforms.slack.edge.memory import Memory, Now

QUIET: Final = timedelta(minutes=1)
"""One line in the log for each reason in this time, however many requests come."""

_log = structlog.get_logger(__name__)


class Reason(StrEnum):
    """What is wrong with a request."""

    METHOD = "method"
    TYPE = "type"
    LENGTH = "length"
    SIZE = "size"
    BROKEN = "broken"
    SLOW = "slow"
    UNSIGNED = "unsigned"
    WINDOW = "window"
    SIGNATURE = "signature"


STATUS: Final = {
    Reason.METHOD: HTTPStatus.METHOD_NOT_ALLOWED,
    Reason.TYPE: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    Reason.LENGTH: HTTPStatus.BAD_REQUEST,
    Reason.SIZE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Reason.BROKEN: HTTPStatus.BAD_REQUEST,
    Reason.SLOW: HTTPStatus.REQUEST_TIMEOUT,
    Reason.UNSIGNED: HTTPStatus.UNAUTHORIZED,
    Reason.WINDOW: HTTPStatus.UNAUTHORIZED,
    Reason.SIGNATURE: HTTPStatus.UNAUTHORIZED,
}


class RefusedError(Exception):
    """A request is turned away; nothing of it is told but the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Refusals:
    """Counts what is turned away, and writes a line about each reason now and then."""

    def __init__(self, count: Callable[[str], None], now: Now) -> None:
        self._count = count
        self._told: Memory[Reason, bool] = Memory(keep=QUIET, most=len(Reason), now=now)
        self._since = Counter[Reason]()

    def note(self, reason: Reason) -> None:
        """Note that a request was turned away."""
        self._count(reason)
        self._since[reason] += 1
        if not self._told.get(reason):
            self._told.put(reason, value=True)
            _log.warning("slack_requests_refused", reason=reason, count=self._since.pop(reason))
