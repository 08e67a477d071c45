"""Lessons learned: plan a retro, and show what earlier ones have left."""

from commands.access import access_team_here
from commands.beginning import Beginning, begin
from commands.context import Context
from commands.record_views import record_screen
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.identifiers import WorkflowId
from workflows.limits import LONGEST, OPTIONS_OF_ONE, Place
from workflows.record_pages import record_title
from workflows.records import Record
from workflows.retros import Lesson, Retro, Share
from workflows.text import Text, plain
from workflows.typed import shorten
from workflows.views import Ask, Bullets, Button, Heading, Menu, Option, Style, View
from workflows.words import mark

RETRO = WorkflowId("retro")


def start_retro(context: Context) -> View:
    """Plan to look back; the facilitator is drawn when that is done."""
    return begin(context, access_team_here(context), Beginning(RETRO))


def list_retros(context: Context) -> View:
    """List what the team took from looking back, the newest first."""
    words, seat = context.words, access_team_here(context)
    records = context.work.records.of_team(seat.team.id, "retro")
    start = Button(
        words.say("Plan a retro"), asks.about_team("retro start", seat.team.id), Style.PRIMARY
    )
    title = words.say("Lessons learned")
    if not records:
        line = words.say("Your team has not looked back here yet. It takes about an hour.")
        return told(title, line, *row(start))
    if len(records) == 1:
        return record_screen(context, seat, records[0])
    options = tuple(
        Option(r.id, shorten(record_title(r, words), LONGEST[Place.CHOICE]))
        for r in records[:OPTIONS_OF_ONE]
    )
    line = words.plural(
        "Your team looked back {count} time.", "Your team looked back {count} times.", len(records)
    )
    return told(title, line, Menu(words.say("Show one"), options, Ask("record show")), *row(start))


def list_lessons(context: Context) -> View:
    """List the lessons of the asker's team, and those that other teams share with them."""
    words, seat = context.words, access_team_here(context)
    own = context.work.records.of_team(seat.team.id, "retro")
    teams = context.work.teams.of_partnership(seat.partnership.id)
    others = [
        (team.name, lesson)
        for team in teams
        if team.id != seat.team.id
        for record in context.work.records.of_team(team.id, "retro")
        for lesson in _shared(record)
    ]
    mine = [plain(lesson.text) for record in own for lesson in _lessons(record)]
    title = words.say("Lessons")
    if not mine and not others:
        return told(title, words.say("There are no lessons yet. A retro brings some."))
    line = words.say("Yours, and those that other teams of your partnership share.")
    return told(
        title,
        line,
        *((Heading(words.say("Ours")), Bullets(tuple(mine))) if mine else ()),
        *(
            (Heading(words.say("From other teams")), Bullets(tuple(_from(o) for o in others)))
            if others
            else ()
        ),
    )


def _lessons(record: Record) -> tuple[Lesson, ...]:
    content = record.current.content
    return content.lessons if isinstance(content, Retro) else ()


def _shared(record: Record) -> tuple[Lesson, ...]:
    """Return the lessons that other teams may read: all agreed, and meant them to."""
    content = record.current.content
    if not isinstance(content, Retro) or not content.is_shared:
        return ()
    return tuple(lesson for lesson in content.lessons if lesson.share is not Share.TEAM)


def _from(shared: tuple[str, Lesson]) -> Text:
    team, lesson = shared
    return plain(f"{lesson.text} ({team})")


COMMANDS = (
    Command("retro start", start_retro, mark("Look back together, and learn from it")),
    Command("retro list", list_retros, mark("Show what your team took from looking back")),
    Command("lesson list", list_lessons, mark("Read the lessons of your team and of others")),
)
