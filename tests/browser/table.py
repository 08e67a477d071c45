"""Four people come in, and one of them sets up a partnership with a team."""

from typing import NamedTuple

from tests.browser.album import Album
from tests.browser.people import PersonAtScreen
from tests.browser.stories import Story, story
from tests.browser.windows import Windows


class Table(NamedTuple):
    """Four people with a page each in the channel of their team; the first leads the team."""

    people: tuple[PersonAtScreen, ...]
    story: Story
    album: Album

    @property
    def lead(self) -> PersonAtScreen:
        """Whoever has set up the team."""
        return self.people[0]

    @property
    def others(self) -> tuple[PersonAtScreen, ...]:
        """Everybody but the lead."""
        return self.people[1:]


def set_table(windows: Windows, language: str, name: str) -> Table:
    """Let four people in, and have the first set up their partnership and their team."""
    plot = story(language)
    people = tuple(windows.newcomer(person, language) for person in plot.people)
    table = Table(people, plot, Album(f"{name}-{language}", inspects=language == "en"))
    table.album.keep_and_inspect(table.lead, "first-visit")
    _open_channel(table)
    _name_partnership(table)
    _name_team(table)
    _add_people(table)
    for person in table.others:
        person.goes_to(plot.channel)
    return table


def _open_channel(table: Table) -> None:
    lead, plot = table.lead, table.story
    lead.presses("Add a channel")
    lead.writes("Name", plot.channel)
    lead.button("Add this channel").click()
    lead.page.wait_for_url(f"**/{plot.channel}")


def _name_partnership(table: Table) -> None:
    lead, plot = table.lead, table.story
    lead.picks_command("/st", "/concord start")
    lead.writes("What is your partnership called?", plot.partnership)
    lead.writes("Who is one party at the table?", plot.parties[0])
    lead.writes("Who is the other party?", plot.parties[1])
    table.album.keep(lead, "partnership")
    lead.presses("Save")


def _name_team(table: Table) -> None:
    lead, plot = table.lead, table.story
    lead.sees("**{name}** is saved. Now your first team.", name=plot.partnership)
    lead.writes("What is the team called?", plot.team)
    lead.picks("What kind of team is it?", "Leadership team")
    lead.picks_named("Which party are you here for?", plot.parties[0])
    table.album.keep(lead, "team")
    lead.presses("Save")
    lead.sees("Saved. Who else is on the team?")
    table.album.keep(lead, "team-saved")


def _add_people(table: Table) -> None:
    lead, plot = table.lead, table.story
    for party, names in ((plot.parties[0], plot.people[1:2]), (plot.parties[1], plot.people[2:])):
        lead.presses("Add people")
        lead.picks_named("Who joins the team?", *names)
        lead.picks_named("For which party?", party)
        table.album.keep(lead, "who-joins")
        lead.presses("Save")
    lead.sees("{team} has {count} members.", team=plot.team, count=4)
    table.album.keep(lead, "members")
    lead.closes()
