"""The first page of an archive: the teams, and every thing in it with a link."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import assert_never

from workflows.archives.html import html_page, link, rich_html, tag
from workflows.archives.kept_records import KeptLink
from workflows.archives.pages import Line, Shelf
from workflows.archives.parts import Part
from workflows.people import Team
from workflows.room import Room
from workflows.text import Day
from workflows.words import Words


def index_page(shelf: Shelf, lines: Iterable[Line], links: Iterable[KeptLink] = ()) -> str:
    """Return the index of an archive; `links` lead from records in it to others in it."""
    words, feeds = shelf.words, defaultdict[str, list[str]](list)
    for each in links:
        feeds[each.feeder].append(each.fed)
    records, actions = _parted(lines)
    threads = _Threads({line.id: line for line in records}, feeds, words)
    parts = [
        tag("h1", shelf.name),
        tag("p", words.say("This is a copy of what the teams below keep together.")),
        _notice(words),
        tag("h2", words.say("Teams")),
        _teams(shelf),
        tag("h2", words.say("Records")),
        *(_things(records, threads) or [tag("p", words.say("Nothing is kept yet."))]),
        *([tag("h2", words.say("Action items"))] if actions else []),
        *_things(actions, threads),
    ]
    return html_page(shelf.name, "\n".join(parts), words.language)


@dataclass(frozen=True, slots=True)
class _Threads:
    """What leads from one record to another: the records by their ids, and what each feeds."""

    records: Mapping[str, Line]
    feeds: Mapping[str, Sequence[str]]
    words: Words

    def of(self, line: Line) -> Iterator[str]:
        """Yield what stands below a title and leads to records."""
        if fed := [self.records[id_] for id_ in self.feeds.get(line.id, ())]:
            names = ", ".join(link(each.page, each.title) for each in fed)
            yield f"{escape(self.words.say('Feeds'))}: {names}"
        if line.source:
            source = self.records[line.source]
            yield f"{escape(self.words.say('From'))}: {link(source.page, source.title)}"


def _parted(lines: Iterable[Line]) -> tuple[list[Line], list[Line]]:
    """Return the records and the action items, each in the order in which they stand."""
    records, actions = list[Line](), list[Line]()
    for line in sorted(lines, key=_order):
        match line.part:
            case Part.RECORDS:
                records.append(line)
            case Part.ACTIONS:
                actions.append(line)
            case _:
                assert_never(line.part)
    return records, actions


def _notice(words: Words) -> str:
    held = words.say(
        "It holds their records with editions, signatures and notes, their action items, and the "
        "names of those who are or were on the teams. What belongs to one member or one party "
        "alone is not in here, nor is any conversation that is still open."
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


def _things(lines: Sequence[Line], threads: _Threads) -> list[str]:
    """Return things by their section, and within a section by year, the newest first."""
    parts = []
    for section, of_section in groupby(lines, key=lambda line: line.section):
        parts.append(tag("h3", section))
        for year, of_year in groupby(of_section, key=lambda line: line.on.year):
            parts.append(_year(f"{section}, {year}", of_year, threads))
    return parts


def _year(caption: str, lines: Iterable[Line], threads: _Threads) -> str:
    words = threads.words
    heads = (words.say("Title"), words.say("Team"), words.say("Day"))
    return _table(caption, heads, (_cells(line, threads) for line in lines))


def _cells(line: Line, threads: _Threads) -> tuple[str, ...]:
    title = link(line.page, line.title) if line.page else tag("span", line.title)
    small = (*(tag("small", each) for each in line.details), *_small(threads.of(line)))
    day = rich_html((Day(line.on),), threads.words)
    return ("<br>".join((title, *small)), tag("bdi", line.team), day)


def _small(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines that are HTML already in small print."""
    return (f'<small dir="auto">{line}</small>' for line in lines)


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; its cells are HTML already, its caption and heads are not."""
    names = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    named = tag("caption", caption) if caption else ""
    head = f"<thead><tr>{names}</tr></thead>"
    return f"<table>\n{named}{head}\n<tbody>\n{body}\n</tbody>\n</table>"


def _order(line: Line) -> tuple[int, str, int, str, str]:
    return (line.rank, line.section, -line.on.toordinal(), line.title, line.id)
