"""Finds Concord's words in the language of their reader, so that a test names them in English."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from workflows.catalogue import words_for
from workflows.text import Slot, fill, flat


def read(language: str, text: str, **slots: Slot) -> str:
    """Return a text of Concord's in a language, whether it stands in code or in content.

    A plural goes by its English form for many, and comes in the form that fits `count`.
    """
    one = _plurals().get(text)
    if one is not None:
        return words_for(language).plural(one, text, int(str(slots.pop("count"))), **slots)
    found = {words_for(language).content(context, text) for context in _contexts()[text]}
    assert len(found) == 1, f"{text!r} reads {sorted(found)} in {language!r}"
    return flat(fill(found.pop(), slots))


@cache
def _contexts() -> Mapping[str, tuple[str, ...]]:
    """Return where each text of Concord's stands: in code, which has no name, or in content."""
    contexts: dict[str, tuple[str, ...]] = {}
    for message in _catalogue():
        if isinstance(message.id, str):
            contexts[message.id] = (*contexts.get(message.id, ()), message.context or "")
    return contexts


@cache
def _plurals() -> Mapping[str, str]:
    """Return the English form for one, by that for many."""
    forms = [message.id for message in _catalogue() if not isinstance(message.id, str)]
    return {many: one for one, many in forms}


@cache
def _catalogue() -> Catalog:
    source = resources.files("workflows").joinpath("locales", "es", "messages.po")
    with source.open("rb") as file:
        return read_po(file, locale="es")
