"""Somebody writes an invitation in the workspace, and nobody else sees anything of it."""

from tests.browser.people import PersonAtScreen
from tests.browser.program import Concord
from tests.browser.windows import Windows

WORDS = ("Dana Reyes", "New teachers leave", "A day for the figures", "Half an hour on Tuesday?")


def test_a_member_writes_an_invitation_leaves_it_goes_on_and_only_they_see_it(
    concord: Concord, windows: Windows
) -> None:
    del concord
    dev, maria = windows.person("dev"), windows.person("maria")
    _begins_and_leaves(dev)
    dev.presses("Go on writing")
    _goes_on(dev)
    dev.sees_typed(*WORDS)
    dev.presses("I have sent it")
    dev.presses("Save")
    dev.sees("Sent, no answer yet")
    dev.closes()

    maria.types("/concord invite list")

    maria.sees("You have no invitations here yet. Only you would see them.")
    maria.sees_nowhere(*WORDS)


def _begins_and_leaves(author: PersonAtScreen) -> None:
    author.types("/concord invite start")
    author.writes("Who is it?", WORDS[0])
    author.writes("Which issue is closest to it?", "Morale")
    author.writes("What matters to them in this, in one line?", WORDS[1])
    author.presses("Save")
    author.presses("Leave it for now")
    author.sees("Your draft is kept, and only you can see it.")


def _goes_on(author: PersonAtScreen) -> None:
    author.picks("Findings that could speak to them", "Educators want a say")
    author.presses("Save and continue")
    author.writes("When we have talked, …", WORDS[2])
    author.presses("Save")
    author.picks("Style", "Join me")
    author.presses("Save")
    author.writes("First line: your joy, or a question", "Shall we look together?")
    author.writes("What speaks for it", "They stay.")
    author.presses("Save")
    author.writes("Last line: the step you ask for", WORDS[3])
    author.presses("Save")
    author.picks("Does your ask lead to what you hope for?", "Yes")
    author.presses("Save")
