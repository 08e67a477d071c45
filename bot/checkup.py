"""Looks an installation over: what works, what does not, and what to do about it.

Works offline and before the first start, and changes nothing.
"""

import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from bot.listening import PortError, listen_near
from bot.rasteriser import Rasteriser
from bot.settings import Settings, SettingsError, read_settings
from storage.engines import sqlite_file
from storage.errors import StorageError, TakenError
from storage.lock import sole_server
from storage.schema import current, head
from workflows.catalogue import LANGUAGES
from workflows.errors import ContentError
from workflows.library import read_library
from workflows.words import DEFAULT_LANGUAGE

OLDEST_PYTHON: Final = (3, 11)

_INSTALL_AGAIN: Final = "rm -rf .venv && make run"
_DOT: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
    '<text y="8" font-family="Inter" font-size="8">o</text></svg>'
)


class Health(StrEnum):
    """What a check found."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check in words; `fix` is the command, or the step, that puts it right."""

    check: str
    health: Health
    words: str
    fix: str = ""


def check_up(config: Path | None) -> Iterator[Finding]:
    """Yield what each check finds; without usable settings only some can be made."""
    for check in (_python, _time_zones, _pictures, _content, _languages):
        yield guarded(check)
    try:
        settings = read_settings(config)
    except SettingsError as error:
        for problem in error.problems:
            yield Finding("settings", Health.FAIL, problem, "Change that setting.")
        return
    yield Finding("settings", Health.OK, "The settings can be used.")
    for check_with in (_data_folder, _database, _running, _port):
        yield guarded(partial(check_with, settings), check_with.__name__)


def guarded(check: Callable[[], Finding], name: str = "") -> Finding:
    """Return a check's finding; that it fell over is a finding, too."""
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - a doctor who faints helps nobody
        name = (name or check.__name__).strip("_").replace("_", " ")
        return Finding(name, Health.FAIL, f"The check broke off: {type(error).__name__}.")


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        oldest = ".".join(map(str, OLDEST_PYTHON))
        words = f"Python {version} is too old."
        return Finding("python", Health.FAIL, words, f"Install Python {oldest} or newer.")
    return Finding("python", Health.OK, f"Python {version}.")


def _time_zones() -> Finding:
    try:
        ZoneInfo("America/New_York")
    except ZoneInfoNotFoundError:
        words = "There is no time zone data."
        return Finding("time zones", Health.FAIL, words, _INSTALL_AGAIN)
    return Finding("time zones", Health.OK, "Time zones are known.")


def _pictures() -> Finding:
    with Rasteriser() as rasteriser:
        picture = asyncio.run(rasteriser.png(_DOT, 8))
    return Finding("pictures", Health.OK, f"A test picture was drawn ({len(picture)} bytes).")


def _content() -> Finding:
    try:
        workflows = list(read_library())
    except ContentError:
        words = "The content has mistakes."
        return Finding("content", Health.FAIL, words, "python -m bot check")
    return Finding("content", Health.OK, f"{len(workflows)} workflows can be used.")


def _languages() -> Finding:
    gaps = {language: _gaps(language) for language in LANGUAGES if language != DEFAULT_LANGUAGE}
    if any(gaps.values()):
        counts = ", ".join(f"{count} in {language}" for language, count in gaps.items() if count)
        words = f"Texts that are not translated: {counts}. People see them in English."
        return Finding("languages", Health.WARN, words, "python -m scripts.words --check")
    return Finding("languages", Health.OK, f"Concord speaks {', '.join(LANGUAGES)}.")


def _gaps(language: str) -> int:
    """Return how many texts of a catalogue have no translation that can be used."""
    catalogue = resources.files("workflows").joinpath("locales", language, "messages.po")
    messages = read_po(BytesIO(catalogue.read_bytes()), locale=language)
    return sum(1 for message in messages if message.id and not _is_translated(message))


def _is_translated(message: Message) -> bool:
    forms = (message.string,) if isinstance(message.string, str) else message.string or ("",)
    return not message.fuzzy and all(forms)


def _data_folder(settings: Settings) -> Finding:
    file = sqlite_file(settings.database_url)
    if file is None:
        return Finding("data folder", Health.OK, "The data is kept by a database server.")
    folder = next(parent for parent in file.absolute().parents if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        words = f"Nothing can be written into {folder}: {error.strerror}."
        return Finding("data folder", Health.FAIL, words, f"chmod u+rwx {folder}")
    return Finding("data folder", Health.OK, f"The data is kept in {file}.")


def _database(settings: Settings) -> Finding:
    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        words = "There is no database yet; the first start makes it."
        return Finding("database", Health.WARN, words, "python -m bot run")
    try:
        revision = current(settings.database_url)
    except StorageError as error:
        words = f"The database cannot be used. {error}"
        remedy = "Start the server" if file is None else f"Put a backup in place of {file}"
        return Finding("database", Health.FAIL, words, f"{remedy}, or set CONCORD_DATABASE_URL.")
    if revision != head():
        words = f"The database has tables of version {revision or 0}; Concord needs {head()}."
        return Finding("database", Health.FAIL, words, "python -m bot migrate")
    return Finding("database", Health.OK, f"The database is up to date ({revision}).")


def _running(settings: Settings) -> Finding:
    words = "Concord is running." if _is_running(settings) else "Concord is not running."
    return Finding("running", Health.OK, words)


def _is_running(settings: Settings) -> bool:
    """Say whether a Concord serves this database; of a database server nobody can tell."""
    file = sqlite_file(settings.database_url)
    if file is None or not file.exists():
        return False
    try:
        with sole_server(settings.database_url):
            return False
    except TakenError:
        return True


def _port(settings: Settings) -> Finding:
    try:
        listen_near(settings.port, exactly=True).close()
    except PortError as error:
        return _taken_port(settings, str(error))
    return Finding("port", Health.OK, f"Port {settings.port} is free.")


def _taken_port(settings: Settings, words: str) -> Finding:
    if _is_running(settings):
        return Finding("port", Health.OK, f"Port {settings.port} is in use, as Concord is running.")
    fix = f"CONCORD_PORT={settings.port + 1} python -m bot run"
    if settings.port_was_chosen:
        return Finding("port", Health.FAIL, words, fix)
    words += " Concord takes the next free one."
    return Finding("port", Health.WARN, words, fix)
