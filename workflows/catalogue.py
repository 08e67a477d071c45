"""Reads the translations that come with Concord."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from io import BytesIO

from babel.messages.pofile import read_po

from workflows.words import DEFAULT_LANGUAGE, Catalogue, Words

LANGUAGE_NAMES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""The languages that Concord speaks in full, each by the name it has for itself."""

LANGUAGES = tuple(LANGUAGE_NAMES)


def words_for(language: str | None, zone: str = "UTC") -> Words:
    """Return the words for a language tag such as `es-MX`; English where we do not speak it."""
    short = (language or DEFAULT_LANGUAGE)[:2].lower()
    return Words(_catalogue(short if short in LANGUAGES else DEFAULT_LANGUAGE), zone)


@cache
def _catalogue(language: str) -> Catalogue:
    if language == DEFAULT_LANGUAGE:
        return Catalogue(language, {}, {})
    source = resources.files("workflows").joinpath("locales", language, "messages.po")
    texts: dict[tuple[str, str], str] = {}
    plurals: dict[str, tuple[str, str]] = {}
    for message in read_po(BytesIO(source.read_bytes()), locale=language):
        if isinstance(message.id, str):
            texts[message.context or "", message.id] = str(message.string)
        else:
            single, several = map(str, message.string or ())
            plurals[message.id[0]] = (single, several)
    return Catalogue(language, texts, plurals)
