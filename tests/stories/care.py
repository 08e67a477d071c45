"""How somebody writes about a student in a chat, is asked once more, and what is kept then."""

from pathlib import Path

from tests.browser.norms import CATEGORIES
from tests.stories.people import Person

OF_A_STUDENT = "Jayden Smith was suspended again"
IN_GENERAL = "A student was suspended again"

NEXT_QUESTION = (
    "Who builds the agenda? Who keeps the notes, where, and in what form? How do we close a "
    "meeting?"
)
CAUTION = (
    "Please leave out names and numbers of students. You could write “a student”. If this is not "
    "about a student, press “Keep it as it is”."
)


async def writes_about_a_student(person: Person) -> None:
    """Somebody answers the first question about norms, and is asked once more."""
    await person.writes(CATEGORIES[0], OF_A_STUDENT)
    await person.presses("Save and continue")
    await person.sees(CAUTION)
    await person.sees("This may be about a student: “{words}”.", words="Jayden Smith was suspended")


async def keeps_it(person: Person) -> None:
    """They say that it is about nobody, and go on; going back, they find their words."""
    await person.presses("Keep it as it is")
    await person.sees(NEXT_QUESTION)
    await person.presses("Back")
    await person.sees_typed(OF_A_STUDENT)


def is_kept(url: str, words: str) -> bool:
    """Say whether words stand anywhere in the files of an SQLite database."""
    file = Path(url.removeprefix("sqlite:///"))
    return any(words.encode() in part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
