"""Lessons learned: plan a retro, and show what earlier ones have left."""

from collections.abc import Sequence

from commands.access import access_team_here
from commands.access_open import OpenLesson, lessons_open_to, records_open_to
from commands.beginning import Beginning, begin
from commands.context import Context
from commands.record_lines import short_title
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.identifiers import TeamId, WorkflowId
from workflows.limits import OPTIONS_OF_ONE
from workflows.text import plain
from workflows.views import Ask, Block, Bullets, Button, Heading, Menu, Option, Style, View
from workflows.words import Words, mark

RETRO = WorkflowId("retro")

A_PAGE = 6
"""Lessons that are shown at once; of the longest ones, as many as fit into one message."""


def start_retro(context: Context) -> View:
    """Plan to look back; the facilitator is drawn when that is done."""
    return begin(context, access_team_here(context), Beginning(RETRO))


def list_retros(context: Context) -> View:
    """List what the team took from looking back, the newest first."""
    words, seat = context.words, access_team_here(context)
    records = records_open_to(context, seat, "retro")
    title, ways = words.say("Lessons learned"), _ways(seat.team.id, words)
    if not records:
        line = words.say("Your team has not looked back here yet. It takes about an hour.")
        return told(title, line, *row(*ways))
    options = tuple(Option(r.id, short_title(r, words)) for r in records[:OPTIONS_OF_ONE])
    line = words.plural(
        "Your team looked back {count} time.", "Your team looked back {count} times.", len(records)
    )
    menu = Menu(words.say("Show one"), options, Ask("record show"))
    older = asks.about_team("record list", seat.team.id, kind="retro", start=str(OPTIONS_OF_ONE))
    more = Button(words.say("Older"), older) if len(records) > OPTIONS_OF_ONE else None
    return told(title, line, menu, *row(*ways, more))


def list_lessons(context: Context) -> View:
    """List the lessons of the asker's team, and those that other teams share with them."""
    words, seat = context.words, access_team_here(context)
    own, others = lessons_open_to(context, seat)
    title, count = words.say("Lessons"), len(own) + len(others)
    save = Button(words.say("Save a lesson"), asks.about_team("lesson save", seat.team.id))
    if not count:
        line = words.say("There are no lessons yet. A retro brings some.")
        return told(title, line, *row(_plan(seat.team.id, words), save))
    start = context.number("after") or 0
    start = start if start < count else 0
    end = start + A_PAGE
    line = words.say("Yours, and those that other teams of your partnership share.")
    more = asks.about_team("lesson list", seat.team.id, after=str(end))
    retros = Button(words.say("Our retros"), asks.about_team("retro list", seat.team.id))
    return told(
        title,
        line,
        *_listed(words.say("Ours"), own[start:end]),
        *_listed(words.say("From other teams"), _rest(own, others, start), named=True),
        *row(Button(words.say("Show more"), more) if end < count else None, save, retros),
    )


def _rest(
    own: Sequence[OpenLesson], others: Sequence[OpenLesson], start: int
) -> Sequence[OpenLesson]:
    """Return what of the others' lessons stands on a page that the team's own come first on."""
    first = start - len(own)
    return others[max(first, 0) : max(first + A_PAGE, 0)]


def _listed(
    heading: str, lessons: Sequence[OpenLesson], *, named: bool = False
) -> tuple[Block, ...]:
    if not lessons:
        return ()
    lines = (f"{each.lesson.text} ({each.team})" if named else each.lesson.text for each in lessons)
    return (Heading(heading), Bullets(tuple(map(plain, lines))))


def _ways(team: TeamId, words: Words) -> tuple[Button, ...]:
    return (
        _plan(team, words),
        Button(words.say("Lessons"), asks.about_team("lesson list", team)),
    )


def _plan(team: TeamId, words: Words) -> Button:
    return Button(words.say("Plan a retro"), asks.about_team("retro start", team), Style.PRIMARY)


COMMANDS = (
    Command("retro start", start_retro, mark("Look back together, and learn from it")),
    Command("retro list", list_retros, mark("Show what your team took from looking back")),
    Command("lesson list", list_lessons, mark("Read the lessons of your team and of others")),
)
