"""The first page of an archive: the teams, and every thing in it with a link."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from workflows.archives.html import html_page, link, rich_html, tag
from workflows.archives.pages import Line, Shelf
from workflows.people import Team
from workflows.room import Room
from workflows.text import Day
from workflows.words import Words


def index_page(shelf: Shelf, lines: Iterable[Line]) -> str:
    """Return the index of an archive."""
    words = shelf.words
    parts = [
        tag("h1", shelf.name),
        tag("p", words.say("This is a copy of what the partnership keeps together.")),
        _notice(words),
        tag("h2", words.say("Teams")),
        _teams(shelf),
        tag("h2", words.say("Records")),
        *(
            _things(sorted(lines, key=_order), words)
            or [tag("p", words.say("Nothing is kept yet."))]
        ),
    ]
    return html_page(shelf.name, "\n".join(parts), words.language)


def _notice(words: Words) -> str:
    held = words.say(
        "It holds the records with their editions and signatures, and the names of those on the "
        "teams. What belongs to one member or one party alone is not in here, nor is any "
        "conversation that is still open."
    )
    asked = words.say(
        "In many places anybody can request what a public body keeps. Please keep this copy as "
        "safe as the original."
    )
    return f"{tag('p', held)}\n{tag('p', asked)}"


def _teams(shelf: Shelf) -> str:
    words, room = shelf.words, shelf.room
    rows = ((tag("bdi", team.name), _names(team, room(team.id))) for team in shelf.teams.values())
    return _table("", (words.say("Team"), words.say("Members")), rows)


def _names(team: Team, room: Room) -> str:
    return ", ".join(tag("bdi", room.name(member.id)) for member in team.present)


def _things(lines: Sequence[Line], words: Words) -> list[str]:
    """Return the things by their kind, and within a kind by year, the newest first."""
    parts = []
    for section, of_kind in groupby(lines, key=lambda line: line.section):
        parts.append(tag("h3", section))
        for year, of_year in groupby(of_kind, key=lambda line: line.on.year):
            parts.append(_year(f"{section}, {year}", of_year, words))
    return parts


def _year(caption: str, lines: Iterable[Line], words: Words) -> str:
    heads = (words.say("Title"), words.say("Team"), words.say("Day"))
    return _table(caption, heads, (_cells(line, words) for line in lines))


def _cells(line: Line, words: Words) -> tuple[str, ...]:
    edition = words.say("Edition {number}", number=line.edition)
    signed = words.plural("{count} signature", "{count} signatures", line.signed)
    title = f"{link(line.page, line.title)}<br>{tag('small', f'{edition}, {signed}')}"
    return (title, tag("bdi", line.team), rich_html((Day(line.on),), words))


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; its cells are HTML already, its caption and heads are not."""
    names = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    named = tag("caption", caption) if caption else ""
    head = f"<thead><tr>{names}</tr></thead>"
    return f"<table>\n{named}{head}\n<tbody>\n{body}\n</tbody>\n</table>"


def _order(line: Line) -> tuple[str, int, str, str]:
    return (line.section, -line.on.toordinal(), line.title, line.page)
