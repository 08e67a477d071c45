"""How somebody writes an invitation in a chat, and nobody else sees anything of it."""

from tests.stories.people import Person
from tests.stories.table import Table

INVITEE, ISSUE, HOPE, OPENER, ASK = (
    "Dana Reyes",
    "New teachers leave",
    "A day for the figures",
    "Shall we look together?",
    "Half an hour on Tuesday?",
)
"""What is written, in any language."""


async def begin_and_leave(table: Table[Person]) -> None:
    """The author says whom they invite, leaves it, and goes on."""
    author = table.others[0]
    await author.types("/concord invite start")
    await author.writes("Who is it?", INVITEE)
    await author.picks("Which issue is closest to it?", "Morale")
    await author.writes("What matters to them in this, in one line?", ISSUE)
    await author.presses("Save")
    await author.presses("Leave it for now")
    await author.sees("Your draft is kept, and only you can see it.")
    await author.presses("Go on writing")


async def go_on(table: Table[Person]) -> None:
    """The author writes it to the end."""
    author = table.others[0]
    await author.picks("Findings that could speak to them", "Educators want a say")
    await author.presses("Save and continue")
    await author.writes("When we have talked, …", HOPE)
    await author.presses("Save")
    await author.picks("Style", "Join me")
    await author.presses("Save")
    await author.writes("First line: your joy, or a question", OPENER)
    await author.writes("What speaks for it", HOPE)
    await author.presses("Save")
    await author.writes("Last line: the step you ask for", ASK)
    await author.presses("Save")
    await author.picks("Does your ask lead to what you hope for?", "Yes")
    await author.presses("Save")
    await author.sees_typed(INVITEE, OPENER, ASK)


async def send(table: Table[Person]) -> None:
    """The author has sent it, gets a yes, and lets the channel know how to join."""
    author = table.others[0]
    await author.presses("I have sent it")
    await author.presses("Save")
    await author.sees("Sent, no answer yet")
    await author.presses("They said yes")
    await author.presses("Post a join card")
    author.closes()
    for person in table.people:
        await person.sees(
            "New here? Press the button, and a lead of “{team}” lets you in.",
            team=table.story.team,
        )


def shows_to_nobody_else(table: Table[Person]) -> None:
    """Nobody else has seen a word of it."""
    for person in (table.lead, *table.others[1:]):
        person.sees_nowhere(INVITEE, ISSUE, HOPE, OPENER, ASK)
