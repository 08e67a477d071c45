"""Four people in a channel of Slack, one of whom sets up a partnership with a team."""

from typing import NamedTuple, Protocol

from tests.browser.stories import Story, story
from tests.fakes.slack.lines import Line
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import BOT_USER, Profile
from tests.slack.people import PersonInSlack, Slack

CHANNEL = "C0RIVERSIDE"


class Reachable(Protocol):
    """A Concord to which Slack has a line."""

    @property
    def line(self) -> Line:
        """The way on which Slack reaches it."""
        ...


class Table(NamedTuple):
    """Four people in the channel of their team; the first leads it."""

    lead: PersonInSlack
    others: tuple[PersonInSlack, ...]
    story: Story
    fake: FakeSlack

    @property
    def people(self) -> tuple[PersonInSlack, ...]:
        """Everybody at the table."""
        return (self.lead, *self.others)


def take_seats(fake: FakeSlack, concord: Reachable, language: str) -> Table:
    """Let four people into a channel of Slack, together with Concord."""
    plot, slack = story(language), Slack(fake, concord.line)
    profiles = [Profile(f"U{n}", name, language) for n, name in enumerate(plot.people, start=1)]
    for profile in profiles:
        fake.workspace.join(profile, CHANNEL)
    fake.workspace.channels[CHANNEL].add(BOT_USER)
    lead, *others = (PersonInSlack(slack, profile, CHANNEL) for profile in profiles)
    return Table(lead, tuple(others), plot, fake)


def sit_down(table: Table, line: Line) -> Table:
    """Let the same people go on with another line to Concord."""
    slack, profiles = Slack(table.fake, line), table.fake.workspace.people
    lead, *others = (PersonInSlack(slack, profiles[p.id], CHANNEL) for p in table.people)
    return table._replace(lead=lead, others=tuple(others))


async def set_table(fake: FakeSlack, concord: Reachable, language: str) -> Table:
    """Let four people in, and have the first set up their partnership and their team.

    The others have not met Concord before they are added.
    """
    table = take_seats(fake, concord, language)
    await _name_partnership(table)
    await _name_team(table)
    await _add_people(table)
    return table


async def _name_partnership(table: Table) -> None:
    lead, plot = table.lead, table.story
    await lead.types("/concord start")
    await lead.writes("What is your partnership called?", plot.partnership)
    await lead.writes("Who is one party at the table?", plot.parties[0])
    await lead.writes("Who is the other party?", plot.parties[1])
    await lead.presses("Save")


async def _name_team(table: Table) -> None:
    lead, plot = table.lead, table.story
    await lead.sees("**{name}** is saved. Now your first team.", name=plot.partnership)
    await lead.writes("What is the team called?", plot.team)
    await lead.picks("What kind of team is it?", "Leadership team")
    await lead.picks_named("Which party are you here for?", plot.parties[0])
    await lead.presses("Save")
    await lead.sees("Saved. Who else is on the team?")


async def _add_people(table: Table) -> None:
    lead, plot = table.lead, table.story
    for party, names in ((plot.parties[0], plot.people[1:2]), (plot.parties[1], plot.people[2:])):
        await lead.presses("Add people")
        await lead.picks_named("Who joins the team?", *names)
        await lead.picks_named("For which party?", party)
        await lead.presses("Save")
    await lead.sees("{team} has {count} members.", team=plot.team, count=4)
    lead.closes()
