"""Help: every command in a line, and the nearest ones when somebody mistyped."""

from collections.abc import Iterable

from commands.registry import Command
from commands.screens import row
from workflows.text import Text, plain
from workflows.views import Ask, Bullets, Button, Paragraph, View
from workflows.words import Words


def help_view(commands: Iterable[Command], words: Words) -> View:
    """Return the list of everything a person can type."""
    lines = tuple(_line(command, words) for command in commands if command.is_offered)
    say = words.rich(
        "You can do all of this with buttons, too: type `/concord home` and press what you need."
    )
    return View(
        title=words.say("What I can do"),
        summary=words.say("Here is everything you can ask me."),
        blocks=(Paragraph(say), Bullets(lines)),
    )


def nearest_view(commands: Iterable[Command], words: Words) -> View:
    """Return what a mistyped command may have meant."""
    buttons = tuple(Button(f"/concord {command.name}", Ask(command.name)) for command in commands)
    line = (
        words.say("I do not know that command. Did you mean one of these?")
        if buttons
        else words.say("I do not know that command. Help lists them all.")
    )
    every = Button(words.say("Help"), Ask("help"))
    blocks = (Paragraph(plain(line)), *row(*buttons, every))
    return View(words.say("Unknown command"), line, blocks)


def _line(command: Command, words: Words) -> Text:
    return words.rich(
        "`/concord {name}`: {summary}", name=command.name, summary=words.say(command.summary)
    )
