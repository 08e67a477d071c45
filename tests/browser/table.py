"""People come in, four of them as a rule, and one sets up a partnership with a team."""

from typing import NamedTuple

from tests.browser.album import Album
from tests.browser.people import PersonAtScreen
from tests.browser.stories import Story, story
from tests.browser.windows import Windows

HOSTS = {"en": "joan", "es": "lucia"}
"""People of the practice team who let others in, by their language."""


class Table(NamedTuple):
    """People with a page each in the channel of their team; the first leads the team."""

    lead: PersonAtScreen
    others: tuple[PersonAtScreen, ...]
    story: Story
    album: Album

    @property
    def people(self) -> tuple[PersonAtScreen, ...]:
        """Everybody at the table."""
        return (self.lead, *self.others)


def set_table(windows: Windows, language: str, name: str, *, seats: int = 4) -> Table:
    """Let people in, and have the first set up their partnership and their team."""
    plot = story(language)
    album = Album(f"{name}-{language}", inspects=language == "en")
    lead = windows.person(HOSTS[language])
    personas = [lead.becomes(newcomer) for newcomer in plot.seated(seats)]
    lead.picks_persona(plot.people[0])
    album.keep_and_inspect(lead, "first-visit")
    lead.opens_channel(plot.channel)
    _name_partnership(lead, plot, album)
    _name_team(lead, plot, album)
    _add_people(lead, plot, album, seats)
    others = tuple(windows.person(persona, plot.channel) for persona in personas[1:])
    return Table(lead, others, plot, album)


def _name_partnership(lead: PersonAtScreen, plot: Story, album: Album) -> None:
    lead.picks_command("/st", "/concord start")
    lead.writes("What is your partnership called?", plot.partnership)
    lead.writes("Who is one party at the table?", plot.parties[0])
    lead.writes("Who is the other party?", plot.parties[1])
    album.keep(lead, "partnership")
    lead.presses("Save")


def _name_team(lead: PersonAtScreen, plot: Story, album: Album) -> None:
    lead.sees("**{name}** is saved. Now your first team.", name=plot.partnership)
    lead.writes("What is the team called?", plot.team)
    lead.picks("What kind of team is it?", "Leadership team")
    lead.picks_named("Which party are you here for?", plot.parties[0])
    album.keep(lead, "team")
    lead.presses("Save")
    lead.sees("Saved. Who else is on the team?")
    album.keep(lead, "team-saved")


def _add_people(lead: PersonAtScreen, plot: Story, album: Album, seats: int) -> None:
    for party, names in plot.joining(seats):
        lead.presses("Add people")
        lead.picks_named("Who joins the team?", *names)
        lead.picks_named("For which party?", party)
        album.keep(lead, "who-joins")
        lead.presses("Save")
    lead.sees("{team} has {count} members.", team=plot.team, count=seats)
    album.keep(lead, "members")
    lead.closes()
