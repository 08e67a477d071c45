"""What can be set about this installation, in the environment or in a file."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from typing_extensions import override

from storage.secrets import are_keys
from workflows.catalogue import LANGUAGES
from workflows.words import DEFAULT_LANGUAGE

DEFAULT_FILE: Final = Path("concord.toml")
PREFIX: Final = "CONCORD_"

_CONFIG: Final = "CONCORD_CONFIG"
_PLAIN_NAMES: Final = {"DATABASE_URL": "database_url", "PORT": "port"}
"""What hosting services set by themselves, without our prefix."""

_EXPECTED: Final = {
    "database_url": "an address that begins with sqlite:/// or postgresql://",
    "port": "a whole number from 1 to 65535",
    "host": "an address of this computer, such as 127.0.0.1, or 0.0.0.0 for all of them",
    "language": f"one of {', '.join(LANGUAGES)}",
    "zone": "a time zone such as America/Chicago",
    "log_level": "one of debug, info, warning, error",
    "log_format": "one of console, json",
    "public_url": "an address that begins with https://, without a path",
    "secret_keys": "what `python -m bot keys new` prints; several with commas between",
    "slack_signing_secret": "the letters and digits that Slack shows as Signing Secret",
    "slack_client_id": "the two numbers with a dot between that Slack shows as Client ID",
    "slack_client_secret": "the letters and digits that Slack shows as Client Secret",
    "slack_bot_token": "a token that begins with xoxb-, from an app without token rotation",
    "slack_app_token": "a token that begins with xapp-",
    "discord_bot_token": "the token that Discord shows on the page Bot: three parts with dots",
    "local_workspace": "true or false",
}
"""What each setting may be. A message says this and never the value: it may hold a password."""


class SettingsError(Exception):
    """The settings cannot be used; `problems` has a sentence for each thing to put right."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def _is_database(url: str) -> str:
    if not url.startswith(("sqlite:///", "postgres://", "postgresql://", "postgresql+asyncpg://")):
        raise ValueError
    return url


def _is_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError
    return name


def _is_host(host: str) -> str:
    ip_address(host)
    return host


def _is_language(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError
    return language


def _are_keys(keys: str) -> str:
    if keys and not are_keys(keys):
        raise ValueError
    return keys


def _is_site(url: str) -> str:
    """Return an address without its last slash; plain http is for this computer only."""
    if url and not _SITE.fullmatch(url):
        raise ValueError
    return url.removesuffix("/")


def _like(pattern: str) -> AfterValidator:
    """Return a check that a text is empty or has this form."""

    def check(text: str) -> str:
        if text and not re.fullmatch(pattern, text):
            raise ValueError
        return text

    return AfterValidator(check)


_SITE: Final = re.compile(
    r"(https://[\w.-]+|http://(localhost|127\.0\.0\.1))(:\d{1,5})?/?", re.ASCII
)
_HIDDEN: Final = Field(repr=False)


class Settings(BaseSettings):
    """The settings in force; docs/operating.md explains each of them."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    database_url: Annotated[str, AfterValidator(_is_database), Field(repr=False)] = (
        "sqlite:///data/concord.db"
    )
    port: Annotated[int, Field(ge=1, le=65535)] = 8765
    host: Annotated[str, AfterValidator(_is_host)] = "127.0.0.1"
    language: Annotated[str, AfterValidator(_is_language)] = DEFAULT_LANGUAGE
    zone: Annotated[str, AfterValidator(_is_zone)] = "America/New_York"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["console", "json"] = "console"
    public_url: Annotated[str, AfterValidator(_is_site)] = ""
    secret_keys: Annotated[str, AfterValidator(_are_keys), _HIDDEN] = ""
    slack_signing_secret: Annotated[str, _like(r"[0-9A-Za-z]{16,}"), _HIDDEN] = ""
    slack_client_id: Annotated[str, _like(r"[0-9]+\.[0-9]+")] = ""
    slack_client_secret: Annotated[str, _like(r"[0-9A-Za-z]{16,}"), _HIDDEN] = ""
    slack_bot_token: Annotated[str, _like(r"xoxb-[0-9A-Za-z-]+"), _HIDDEN] = ""
    slack_app_token: Annotated[str, _like(r"xapp-[0-9A-Za-z-]+"), _HIDDEN] = ""
    discord_bot_token: Annotated[str, _like(r"[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}"), _HIDDEN] = ""
    local_workspace: bool = False

    @property
    def port_was_chosen(self) -> bool:
        """Whether somebody asked for this port, so that another one will not do."""
        return "port" in self.model_fields_set

    @classmethod
    @override
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over the file, whose values `read_settings` hands in."""
        return env_settings, init_settings


def read_settings(config: Path | None = None) -> Settings:
    """Return the settings; the environment wins over the file.

    Without `config`, concord.toml is read if there is one. Raises SettingsError, which tells all
    problems at once.
    """
    file = _read_file(config)
    plain = {name: os.environ[key] for key, name in _PLAIN_NAMES.items() if key in os.environ}
    problems = [*file.problems, *_unknown_variables(os.environ)]
    try:
        settings = Settings(**{**file.values, **plain})
    except ValidationError as error:
        problems += (_explained(str(slip["loc"][0]), file) for slip in error.errors())
    if problems:
        raise SettingsError(tuple(problems))
    return settings


@dataclass(frozen=True, slots=True)
class _File:
    """A file of settings, and what is wrong with it as a file."""

    path: Path
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    problems: tuple[str, ...] = ()


def _read_file(config: Path | None) -> _File:
    path = config or DEFAULT_FILE
    if config is None and not path.exists():
        return _File(path)
    try:
        return _File(path, tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        slip = f"{path} is not valid TOML: {error}. Put that line right, as in: port = 8765"
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not a text file"
        slip = f"{path} cannot be read: {reason}. Name another file with --config or {_CONFIG}."
    return _File(path, problems=(slip,))


def _unknown_variables(environment: Mapping[str, str]) -> Iterator[str]:
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {_CONFIG}
    for variable in sorted(environment):
        if variable.upper().startswith(PREFIX) and variable.upper() not in known:
            yield _unknown(variable, "in the environment", known)


def _explained(name: str, file: _File) -> str:
    if name not in Settings.model_fields:
        return _unknown(name, f"in {file.path}", Settings.model_fields)
    return f"{_origin(name, file)} cannot be used: write {_EXPECTED[name]}."


def _unknown(name: str, place: str, known: Mapping[str, Any] | set[str]) -> str:
    nearest = get_close_matches(name, sorted(known), n=1)
    advice = f"Did you mean {nearest[0]}?" if nearest else f"Known are: {', '.join(sorted(known))}."
    return f"{name} {place} is not a setting. {advice}"


def _origin(name: str, file: _File) -> str:
    """Return where a value was written, in the words of whoever wrote it."""
    plain = {field: variable for variable, field in _PLAIN_NAMES.items()}.get(name, "")
    variables = (PREFIX + name.upper(), plain)
    written = next((variable for variable in variables if variable in os.environ), None)
    return f"{written} in the environment" if written else f"{name} in {file.path}"
