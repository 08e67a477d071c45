"""The page of each thing in an archive, in the language of the partnership."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, assert_never

from workflows.action_items import ActionStatus
from workflows.archives.html import draw_html, html_page, link, tag
from workflows.archives.kept_actions import KeptAction
from workflows.archives.kept_records import KeptRecord
from workflows.archives.parts import INDEX, Part, Thing, page_path, path_of
from workflows.archives.shape import KeptPartnership
from workflows.catalogue import words_for
from workflows.identifiers import RecordId, TeamId
from workflows.people import Team
from workflows.record_kinds import KIND_NAMES
from workflows.record_pages import record_blocks, record_title
from workflows.records import Record, RecordEdition
from workflows.room import Room, room_of
from workflows.words import Words, mark

STATUS_NAMES: Final[Mapping[ActionStatus, str]] = {
    ActionStatus.OPEN: mark("To do"),
    ActionStatus.DONE: mark("Done"),
    ActionStatus.DROPPED: mark("No longer needed"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A thing as the index names it: in which section, with which title, and where its page is.

    `rank` puts sections in another order than that of their names. A thing without a page stands
    in the index alone; `source` is the record that it came from.
    """

    id: str
    part: Part
    section: str
    title: str
    details: tuple[str, ...]
    team: str
    on: date
    rank: int = 0
    page: str = ""
    source: RecordId | None = None


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
            case KeptAction():
                return self._action_line(thing)
            case _:
                assert_never(thing)

    def page(self, thing: Thing) -> str:
        """Return the page of a thing; empty for one that stands in the index alone."""
        match thing:
            case KeptRecord():
                return self._record_page(thing)
            case KeptAction():
                return ""
            case _:
                assert_never(thing)

    def _record_line(self, kept: KeptRecord) -> Line:
        record, room = self._record(kept), self.room(kept.team)
        words, now = room.words, record.current
        title = record_title(record, words)
        edition = words.say("Edition {number}", number=now.number)
        signed = words.plural("{count} signature", "{count} signatures", len(now.signatures))
        return Line(
            id=record.id,
            part=Part.RECORDS,
            section=words.say(KIND_NAMES[record.kind]),
            title=title,
            details=(f"{edition}, {signed}",),
            team=room.team,
            on=words.day_of(now.made_at),
            page=page_path(Part.RECORDS, record.id, title),
        )

    def _action_line(self, kept: KeptAction) -> Line:
        room = self.room(kept.team)
        return Line(
            id=kept.id,
            part=Part.ACTIONS,
            section=room.words.say(STATUS_NAMES[kept.status]),
            title=kept.what,
            details=tuple(_action_details(kept, room)),
            team=room.team,
            on=room.words.day_of(kept.made_at),
            rank=list(ActionStatus).index(kept.status),
            source=kept.source,
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


def _earlier(record: Record, room: Room, edition: RecordEdition) -> str:
    heading = tag("h3", room.words.say("Edition {number}", number=edition.number))
    return f"{heading}\n{draw_html(record_blocks(record, room, edition), room.words, level=4)}"


def _action_details(kept: KeptAction, room: Room) -> Iterable[str]:
    """Yield whose it is, the days and the plan; never whether a day has passed, which goes on."""
    words = room.words
    name = room.name(kept.owner) if kept.owner else words.say("Nobody yet")
    yield f"{words.say('Who')}: {name}"
    if kept.due:
        yield f"{words.say('By when')}: {words.day(kept.due)}"
    if kept.plan:
        yield f"{words.say('When and where')}: {kept.plan}"
    if kept.ended_at:
        is_done = kept.status is ActionStatus.DONE
        label = words.say("Done on") if is_done else words.say("No longer needed since")
        yield f"{label}: {words.day(words.day_of(kept.ended_at))}"
