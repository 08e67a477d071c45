"""Keeps pictures of what people saw, in order, in a folder that git does not keep."""

from itertools import count
from pathlib import Path

from tests.browser.access import barriers
from tests.browser.people import PersonAtScreen

FOLDER = Path(__file__).parents[2] / "screenshots"


class Album:
    """The pictures of one story; if it `inspects`, everyone must be able to use what is shown."""

    def __init__(self, story: str, *, inspects: bool) -> None:
        self._story = story
        self._inspects = inspects
        self._numbers = count(1)
        FOLDER.mkdir(exist_ok=True)

    def keep(self, person: PersonAtScreen, what: str) -> None:
        """Keep what is on somebody's screen."""
        name = f"{self._story}-{next(self._numbers):02}-{what}.png"
        person.page.screenshot(path=FOLDER / name, caret="initial")

    def keep_and_inspect(self, person: PersonAtScreen, what: str) -> None:
        """Keep a screen of a kind that has not been inspected yet."""
        self.keep(person, what)
        if self._inspects:
            assert barriers(person.page) == []
