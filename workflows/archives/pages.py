"""The page of each thing in an archive, in the language of the partnership."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from workflows.archives.html import draw_html, html_page, link, tag
from workflows.archives.parts import INDEX, Part, Thing, page_path, path_of
from workflows.archives.shape import KeptPartnership, KeptRecord
from workflows.catalogue import words_for
from workflows.identifiers import TeamId
from workflows.people import Team
from workflows.record_pages import record_blocks, record_title
from workflows.records import Decision, NormCheck, Norms, Record, RecordContent, RecordEdition
from workflows.room import Room, room_of
from workflows.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """A thing as the index names it: in which section, with which title, and where it is."""

    section: str
    title: str
    team: str
    on: date
    edition: int
    signed: int
    page: str


class Shelf:
    """Shows the things of one partnership; made once for many of them."""

    def __init__(self, frame: KeptPartnership) -> None:
        self.words: Words = words_for(frame.language)
        self.name = frame.name
        self._partnership = frame.partnership()
        self.teams: Mapping[TeamId, Team] = {team.id: team for team in frame.bodies()}

    def room(self, team: TeamId) -> Room:
        """Return the people of a team, for a reader who speaks the partnership's language."""
        body = self.teams[team]
        return room_of(body, self._partnership, self.words.in_zone(body.zone))

    def line(self, thing: Thing) -> Line:
        """Return how the index names a thing."""
        match thing:
            case KeptRecord():
                return self._record_line(thing)
            case _:
                assert_never(thing)

    def page(self, thing: Thing) -> str:
        """Return the page of a thing."""
        match thing:
            case KeptRecord():
                return self._record_page(thing)
            case _:
                assert_never(thing)

    def _record_line(self, kept: KeptRecord) -> Line:
        record, room = self._record(kept), self.room(kept.team)
        title = record_title(record, room.words)
        return Line(
            section=kind_name(record.current.content, room.words),
            title=title,
            team=room.team,
            on=room.words.day_of(record.current.made_at),
            edition=record.current.number,
            signed=len(record.current.signatures),
            page=page_path(Part.RECORDS, record.id, title),
        )

    def _record_page(self, kept: KeptRecord) -> str:
        record, room = self._record(kept), self.room(kept.team)
        title, words = record_title(record, room.words), room.words
        data = path_of(Part.RECORDS, record.id).rpartition("/")[2]
        back = f"<p>{link(f'../{INDEX}', words.say('Back to the list'))}</p>"
        now = draw_html(record_blocks(record, room, record.current), words, level=2)
        before = [_earlier(record, room, edition) for edition in record.editions[-2::-1]]
        parts = [back, tag("h1", title), tag("p", f"{self.name} · {room.team}"), now]
        if before:
            parts += [tag("h2", words.say("Earlier editions")), *before]
        parts += ["<hr>", f"<p>{words.say('The same as data:')} {link(data, data)}</p>"]
        return html_page(f"{title} · {room.team}", "\n".join(parts), words.language)

    def _record(self, kept: KeptRecord) -> Record:
        return kept.record(self._partnership.id)


def kind_name(content: RecordContent, words: Words) -> str:
    """Return what all records of a kind are called together."""
    match content:
        case Norms():
            return words.say("Group norms")
        case NormCheck():
            return words.say("Norm checks")
        case Decision():
            return words.say("Decisions")
        case _:
            assert_never(content)


def _earlier(record: Record, room: Room, edition: RecordEdition) -> str:
    heading = tag("h3", room.words.say("Edition {number}", number=edition.number))
    return f"{heading}\n{draw_html(record_blocks(record, room, edition), room.words, level=4)}"
