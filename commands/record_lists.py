"""The list of records: a page of what the asker can see, filtered as they like."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from commands.access import access_circle, access_own_teams, access_team, team_at_home
from commands.context import Context
from commands.record_lines import Lines
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows import asks
from workflows.answers import NO, YEARS, YES
from workflows.definitions import Field, FieldKind
from workflows.finding import A_PAGE, Circle, Found, Wanted
from workflows.identifiers import FieldId, TeamId
from workflows.limits import OPTIONS_OF_ONE
from workflows.record_kinds import KIND_NAMES
from workflows.views import Ask, Block, Bullets, Button, Option, Privacy, Raw, Small, View
from workflows.words import Words

KIND = FieldId("kind")
TEAM = FieldId("team")
YEAR = FieldId("year")
MINE = FieldId("mine")

ALL = "all"
PARTNERS = "partners"
"""What can be picked in place of a team: all the asker's teams, and what is open to partners."""


@dataclass(frozen=True, slots=True)
class _Filter:
    """What the list is narrowed to; `team` is one of the asker's, or what stands for several."""

    team: str
    kind: str = ""
    year: int | None = None
    mine: bool = False

    @property
    def is_one_team(self) -> bool:
        """Whether it is the plain list of one team."""
        return self.team not in {ALL, PARTNERS} and not (self.kind or self.year or self.mine)

    def ask(self, **more: str) -> Ask:
        """Return the ask for the list that is narrowed so."""
        year = str(self.year) if self.year else ""
        mine = YES if self.mine else ""
        chosen = {TEAM: self.team, KIND: self.kind, YEAR: year, MINE: mine, **more}
        return Ask("record list", {key: value for key, value in chosen.items() if value})


def list_records(context: Context) -> View:
    """List what the asker can see, the newest first: of a team, or as they have chosen."""
    narrowed = _filter(context, {**context.request.ask.options, **context.raw})
    if context.option("form"):
        return _form(context, narrowed)
    circle = access_circle(context)
    wanted = _wanted(context, narrowed)
    return _screen(context, narrowed, wanted, context.work.shelf.find(circle, wanted))


def _filter(context: Context, chosen: Raw) -> _Filter:
    """Return what the list is narrowed to; what cannot be picked narrows nothing."""
    kind, year = str(chosen.get(KIND, "")), str(chosen.get(YEAR, ""))
    return _Filter(
        team=_team(context, str(chosen.get(TEAM, ""))),
        kind=kind if kind in KIND_NAMES else "",
        year=next((each for each in YEARS if str(each) == year), None),
        mine=chosen.get(MINE) == YES,
    )


def _team(context: Context, named: str) -> str:
    """Return the team that a list is about: the one named, the one at home here, or all."""
    if named in {ALL, PARTNERS}:
        access_own_teams(context)
        return named
    at_home = team_at_home(context)
    if named or at_home is None:
        return access_team(context, TeamId(named)).team.id if named else _own(context)
    return access_team(context, at_home.id).team.id


def _own(context: Context) -> str:
    own = access_own_teams(context)
    return own[0].id if len(own) == 1 else ALL


def _wanted(context: Context, narrowed: _Filter) -> Wanted:
    zone = ZoneInfo(access_own_teams(context)[0].zone)
    year = narrowed.year
    return Wanted(
        kind=narrowed.kind,
        team=None if narrowed.team in {ALL, PARTNERS} else TeamId(narrowed.team),
        privacy=Privacy.PARTNERS if narrowed.team == PARTNERS else None,
        since=datetime(year, 1, 1, tzinfo=zone) if year else None,
        until=datetime(year + 1, 1, 1, tzinfo=zone) if year else None,
        unsigned=narrowed.mine,
        shared=True,
        start=context.number("start") or 0,
    )


def _screen(context: Context, narrowed: _Filter, wanted: Wanted, found: Found) -> View:
    words, title = context.words, context.words.say("Records")
    if not found.count and narrowed.is_one_team:
        line = words.say("Your team keeps nothing here yet. Norms and decisions will appear here.")
        home = Button(words.say("Team card"), asks.team_home(TeamId(narrowed.team)))
        return told(title, line, *row(home))
    lines = Lines(context)
    listed = tuple(lines.line(record) for record in found.records)
    return told(
        title,
        _count_line(narrowed, found.count, words),
        *_chosen(context, narrowed),
        *((Bullets(listed), lines.menu(found.records)) if listed else ()),
        *_pages(narrowed, wanted, found, words),
    )


def _count_line(narrowed: _Filter, count: int, words: Words) -> str:
    if not count:
        return words.say("There is no such record among what you can see.")
    if narrowed.is_one_team:
        return words.plural(
            "Your team keeps {count} record.", "Your team keeps {count} records.", count
        )
    return words.plural("{count} record, as you chose.", "{count} records, as you chose.", count)


def _chosen(context: Context, narrowed: _Filter) -> tuple[Block, ...]:
    """Say what the list is narrowed to."""
    if narrowed.is_one_team:
        return ()
    words = context.words
    teams = {option.value: option.label for option in _team_options(context)}
    chosen = [teams.get(narrowed.team, "")]
    chosen += [words.say(KIND_NAMES[narrowed.kind])] if narrowed.kind else []
    chosen += [str(narrowed.year)] if narrowed.year else []
    chosen += [words.say("to be signed by me")] if narrowed.mine else []
    return (Small(words.rich("Shown: {chosen}.", chosen=" · ".join(filter(None, chosen)))),)


def _pages(narrowed: _Filter, wanted: Wanted, found: Found, words: Words) -> tuple[Block, ...]:
    start, end = wanted.start, wanted.start + A_PAGE
    newer = narrowed.ask(start=str(max(0, start - A_PAGE)))
    return (
        *_place(start, found, words),
        *row(
            Button(words.say("Newer"), newer) if start else None,
            Button(words.say("Older"), narrowed.ask(start=str(end))) if end < found.count else None,
            Button(words.say("Filter"), narrowed.ask(form=YES)),
            Button(words.say("Search"), Ask("record search")),
        ),
    )


def _place(start: int, found: Found, words: Words) -> tuple[Block, ...]:
    if found.count <= A_PAGE or not found.records:
        return ()
    end = start + len(found.records)
    say = words.rich("{start} to {end} of {count}.", start=start + 1, end=end, count=found.count)
    return (Small(say),)


def _form(context: Context, narrowed: _Filter) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("Filter records"),
        say=words.rich("Pick what matters. What you leave empty does not."),
        send=Ask("record list"),
        seen_by=words.say("Who can see this: only you."),
        button=words.say("Show"),
    )
    values: Raw = {
        TEAM: narrowed.team,
        KIND: narrowed.kind,
        YEAR: str(narrowed.year or ""),
        MINE: YES if narrowed.mine else NO,
    }
    return form_screen(context, sheet, _questions(context), values)


def _questions(context: Context) -> Questions:
    words = context.words
    labels: Mapping[FieldId, str] = {
        TEAM: words.say("Whose records?"),
        KIND: words.say("What kind?"),
        YEAR: words.say("From which year?"),
        MINE: words.say("Only what I have not signed yet?"),
    }
    picks = {
        TEAM: _team_options(context),
        KIND: tuple(Option(kind, words.say(name)) for kind, name in KIND_NAMES.items()),
        YEAR: _years(context, access_circle(context)),
        MINE: (Option(YES, words.say("Yes")), Option(NO, words.say("No"))),
    }
    fields = tuple(
        Field(id=id_, label=label, kind=FieldKind.CHOICE, required=False)
        for id_, label in labels.items()
        if picks[id_]
    )
    return Questions(fields, picks)


def _team_options(context: Context) -> tuple[Option, ...]:
    words, teams = context.words, access_own_teams(context)
    own = tuple(Option(team.id, team.name) for team in teams[: OPTIONS_OF_ONE - 2])
    return (
        Option(ALL, words.say("All that I can see")),
        *own,
        Option(PARTNERS, words.say("Open to all partners")),
    )


def _years(context: Context, circle: Circle) -> tuple[Option, ...]:
    oldest = context.work.shelf.oldest(circle)
    if oldest is None:
        return ()
    years = range(context.office.now.year, oldest.year - 1, -1)
    return tuple(Option(str(year), str(year)) for year in years[:OPTIONS_OF_ONE])
