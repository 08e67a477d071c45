"""What a team may look through before it looks back: all that it keeps, since the last time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from commands.context import Office
from workflows import asks, continuum
from workflows.action_items import ActionItem, action_line, done_since, soonest
from workflows.circles import is_closed
from workflows.keeping import CATEGORIES
from workflows.people import Team
from workflows.record_pages import CATEGORY_NAMES
from workflows.records import Decision, Norms, RecordContent
from workflows.retros import Retro, SavedLesson
from workflows.text import Day, Text, plain
from workflows.typed import shorten
from workflows.views import Block, Bullets, Button, Buttons, Heading, Paragraph, Privacy, View
from workflows.wording import Wording
from workflows.words import Words

MOST = 10
"""Lines of each kind: a longer list is not read, and all of it stands elsewhere."""

EVER = datetime(1970, 1, 1, tzinfo=UTC)
"""From when on a team that has never looked back does so."""

LONGEST_LINE = 200
"""Characters of what the team has written, where it stands in a list."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a team keeps that all of it may see, the newest first, and when it last looked back."""

    contents: tuple[RecordContent, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[ActionItem, ...]
    saved: tuple[SavedLesson, ...]
    since: datetime
    today: date


def pre_read_view(office: Office, wording: Wording, team: Team) -> View:
    """Return what is kept that helps to look back: norms, decisions, actions, the last lessons."""
    words, kept = wording.words, _kept(office, wording, team)
    blocks = (
        *_norms(kept, words),
        *_decisions(kept, wording),
        *_actions(kept, words),
        *_saved(kept, words),
        *_lessons(kept, words),
    )
    line = _what_it_is(kept.since, words, is_any=bool(blocks))
    buttons = (
        Button(words.say("Records"), asks.about_team("record list", team.id)),
        Button(words.say("Action items"), asks.about_team("action list", team.id)),
    )
    return View(
        title=words.say("To look through before: {title}", title=wording.subject()),
        summary=line,
        blocks=(Paragraph(plain(line)), *blocks, Buttons(buttons)),
        privacy=Privacy.TEAM,
    )


def _what_it_is(since: datetime, words: Words, *, is_any: bool) -> str:
    if not is_any:
        return words.say("Your team keeps nothing yet, so your own memory counts all the more.")
    if since == EVER:
        return words.say("Here is what your team has kept so far.")
    return words.say("Here is what your team has kept since it last looked back.")


def _kept(office: Office, wording: Wording, team: Team) -> _Kept:
    """Read what the team keeps; what only some of it may see stays out of what all can read."""
    records = [r for r in office.work.records.of_team(team.id) if not is_closed(r)]
    retros = (r for r in records if isinstance(r.current.content, Retro))
    since = max((r.editions[0].made_at for r in retros), default=EVER)
    newer = [r.current.content for r in records if r.current.made_at >= since]
    return _Kept(
        contents=tuple(record.current.content for record in records),
        decisions=tuple(each for each in newer if isinstance(each, Decision)),
        actions=office.work.actions.of_team(team.id),
        saved=tuple(each for each in newer if isinstance(each, SavedLesson)),
        since=since,
        today=wording.words.day_of(office.now),
    )


def _norms(kept: _Kept, words: Words) -> Iterator[Block]:
    norms = next((each for each in kept.contents if isinstance(each, Norms)), None)
    if norms:
        commitments = {str(category): text for category, text in norms.commitments.items()}
        yield Heading(words.say("Your norms"))
        yield Bullets(
            tuple(
                plain(f"{words.say(CATEGORY_NAMES[each])}: {shorten(text, LONGEST_LINE)}")
                for each in CATEGORIES
                if (text := commitments.get(each))
            )
        )


def _decisions(kept: _Kept, wording: Wording) -> Iterator[Block]:
    lines = tuple(_decision(each, wording) for each in kept.decisions)
    yield from _listed(wording.words.say("Decisions"), lines, wording.words)


def _decision(decision: Decision, wording: Wording) -> Text:
    """Return a decision with the step that was agreed, those people expected, and those felt."""
    words = wording.words
    parties = tuple(p for p in wording.room.parties if p.id in decision.parties)

    def steps(counts: Mapping[str, int]) -> str:
        names = [
            f"{continuum.label(level, parties, words)} ({counts[level]})"
            for level in continuum.levels(parties)
            if level in counts
        ]
        return words.listed(names) if names else words.say("nobody has said")

    return words.rich(
        "**{title}**, {day}. Agreed: {agreed}. Expected: {expected}. Felt: {felt}.",
        title=shorten(decision.title, LONGEST_LINE),
        day=Day(decision.decided_on),
        agreed=continuum.label(decision.level, parties, words),
        expected=steps(decision.expected),
        felt=steps(decision.felt),
    )


def _actions(kept: _Kept, words: Words) -> Iterator[Block]:
    done = done_since(kept.actions, kept.since)
    still = soonest(item for item in kept.actions if item.is_open)
    for title, items in ((words.say("Done"), done), (words.say("Still to do"), still)):
        lines = tuple(action_line(item, kept.today, words) for item in items)
        yield from _listed(title, lines, words)


def _saved(kept: _Kept, words: Words) -> Iterator[Block]:
    lines = tuple(plain(shorten(each.text, LONGEST_LINE)) for each in kept.saved)
    yield from _listed(words.say("Lessons saved along the way"), lines, words)


def _lessons(kept: _Kept, words: Words) -> Iterator[Block]:
    last = next((each for each in kept.contents if isinstance(each, Retro)), None)
    lessons = last.lessons if last else ()
    lines = tuple(plain(shorten(lesson.text, LONGEST_LINE)) for lesson in lessons)
    yield from _listed(words.say("What you learned last time"), lines, words)


def _listed(title: str, lines: tuple[Text, ...], words: Words) -> Iterator[Block]:
    """Yield the first lines under a title, and how many more there are."""
    if not lines:
        return
    yield Heading(title)
    yield Bullets(lines[:MOST])
    if len(lines) > MOST:
        more = len(lines) - MOST
        line = words.plural("There is {count} more.", "There are {count} more.", more)
        yield Paragraph(plain(line))
