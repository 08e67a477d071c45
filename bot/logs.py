"""Writes the log: one line an event, for people or as JSON, and never what somebody typed."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal

import structlog

LONGEST_VALUE: Final = 1000
"""Characters of one value in the log; a longer one is cut."""

_PLACES: Final = 8
"""How many places of a traceback are told, besides the one where the error was raised."""

_ROOT: Final = f"{Path(__file__).parents[1]}/"
"""The folder of our packages, which the places are told from."""

_QUIET: Final = ("alembic", "apscheduler", "discord", "sqlalchemy", "uvicorn")
"""Libraries that tell at `info` what only their makers need."""

Event = MutableMapping[str, Any]


def configure_logs(level: str, style: Literal["console", "json"]) -> None:
    """Send all logging to standard error, that of the libraries too. To be called once."""
    before: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        tell_place_of_error,
        make_inert,
    ]
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _renderer(style),
            ],
        )
    )
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for library in _QUIET:
        logging.getLogger(library).setLevel(logging.WARNING)


def tell_place_of_error(_logger: object, _name: str, event: Event) -> Event:
    """Replace an exception by its kind and the places it went through.

    Its text is left out: libraries put values into it, and a value may be somebody's answer.
    """
    error = _error(event.pop("exc_info", None))
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if error is not None:
        event["error"] = type(error).__name__
        event["where"] = _places(error.__traceback__)
    return event


def make_inert(_logger: object, _name: str, event: Event) -> Event:
    """Escape what does not print, so that no value can pose as another line of the log."""
    return {
        key: _inert(value.strip()) if isinstance(value, str) else value
        for key, value in event.items()
    }


def _renderer(style: Literal["console", "json"]) -> structlog.typing.Processor:
    if style == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def _error(exc_info: object) -> BaseException | None:
    match exc_info:
        case BaseException():
            return exc_info
        case (_, BaseException() as error, _):
            return error
        case None | False:
            return None
        case _:
            return sys.exception()


def _places(trace: TracebackType | None) -> list[str]:
    """Return the places in our own code, and last the one where it was raised."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames[:-1] if _is_ours(frame.filename)]
    return [
        f"{frame.filename.removeprefix(_ROOT)}:{frame.lineno} {frame.name}"
        for frame in (*ours[-_PLACES:], *frames[-1:])
    ]


def _is_ours(file: str) -> bool:
    return file.startswith(_ROOT) and "site-packages" not in file


def _inert(text: str) -> str:
    shown = "".join(map(_inert_character, text[:LONGEST_VALUE]))
    return shown if len(text) <= LONGEST_VALUE else f"{shown}…"


def _inert_character(character: str) -> str:
    return character if character.isprintable() else ascii(character)[1:-1]
