"""One line for each record in a list, with what its reader may call it, and a menu to open one."""

from commands.context import Context
from workflows.identifiers import TeamId
from workflows.limits import LONGEST, Place
from workflows.people import Team
from workflows.record_pages import record_title
from workflows.records import Record
from workflows.text import Day, Text
from workflows.typed import shorten
from workflows.views import Ask, Menu, Option
from workflows.words import Words


def short_title(record: Record, words: Words, place: Place = Place.CHOICE) -> str:
    """Return what a record is called, as much of it as has room in a place."""
    return shorten(record_title(record, words), LONGEST[place])


class Lines:
    """Writes lines about records for one reader; each team is looked up once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._teams: dict[TeamId, Team] = {}

    def line(self, record: Record) -> Text:
        """Return the title of a record, whose it is, and when it was agreed."""
        team = self._team(record)
        words = self._context.words.in_zone(team.zone)
        return words.rich(
            "**{title}** · {team} · {day}",
            title=self.title(record),
            team=team.name,
            day=Day(words.day_of(record.current.made_at)),
        )

    def title(self, record: Record, place: Place = Place.CHOICE) -> str:
        """Return what a record is called, as much of it as has room."""
        words = self._context.words.in_zone(self._team(record).zone)
        return short_title(record, words, place)

    def options(self, records: tuple[Record, ...]) -> tuple[Option, ...]:
        """Return records to pick from."""
        return tuple(Option(record.id, self.title(record)) for record in records)

    def menu(self, records: tuple[Record, ...]) -> Menu:
        """Return the menu that opens one of some records."""
        label = self._context.words.say("Show a record")
        return Menu(label, self.options(records), Ask("record show"))

    def _team(self, record: Record) -> Team:
        if record.team not in self._teams:
            self._teams[record.team] = self._context.work.teams.get(record.team)
        return self._teams[record.team]
