"""Screens that are the same for everybody who speaks a language: shown without the database."""

from collections import OrderedDict
from functools import cache

from commands.registry import Command
from commands.request import Caller
from workflows.catalogue import words_for
from workflows.views import View

_Key = tuple[str, str, str | None]

MOST = 10_000
"""For how many people their language is remembered; the others are looked up once more."""


class Leaflets:
    """Shows leaflets to people whose language is known, because they asked for something before.

    Who changes their language where several programs run may read a leaflet in the former one,
    until they ask this program for something else.
    """

    def __init__(self, *, most: int = MOST) -> None:
        self._most = most
        self._languages = OrderedDict[_Key, str]()

    def view(self, command: Command, caller: Caller) -> View | None:
        """Return what a command shows, or None if it is no leaflet or the language not known."""
        language = self._languages.get(_key(caller))
        if command.leaflet is None or language is None:
            return None
        return printed(command, language)

    def note(self, caller: Caller, language: str) -> None:
        """Remember which language somebody reads, or that it has to be looked up if it is empty."""
        self._languages.pop(_key(caller), None)
        if language:
            self._languages[_key(caller)] = language
        if len(self._languages) > self._most:
            self._languages.popitem(last=False)


@cache
def printed(command: Command, language: str) -> View:
    """Return a leaflet in one of the few languages.

    It is the same object always, so that what a platform has drawn of it is found again at once.
    """
    assert command.leaflet  # noqa: S101 - only leaflets come here
    return command.leaflet(words_for(language)).in_language(language)


def _key(caller: Caller) -> _Key:
    return caller.workspace, caller.external_id, caller.language
