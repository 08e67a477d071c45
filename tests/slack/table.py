"""People in a channel of Slack, four as a rule, one of whom sets up a partnership with a team."""

from dataclasses import dataclass, replace
from typing import Protocol

from tests.browser.stories import story
from tests.fakes.slack.lines import Line
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import BOT_USER, Profile
from tests.slack.people import PersonInSlack, Slack
from tests.stories import table as stories

CHANNEL = "C0RIVERSIDE"


class Reachable(Protocol):
    """A Concord to which Slack has a line."""

    @property
    def line(self) -> Line:
        """The way on which Slack reaches it."""
        ...


@dataclass(frozen=True)
class Table(stories.Table[PersonInSlack]):
    """People in the channel of their team; the first leads it."""

    fake: FakeSlack


def take_seats(fake: FakeSlack, concord: Reachable, language: str, seats: int = 4) -> Table:
    """Let people into a channel of Slack, together with Concord."""
    plot, slack = story(language), Slack(fake, concord.line)
    names = enumerate(plot.seated(seats), start=1)
    profiles = [Profile(f"U{number}", name, language) for number, name in names]
    for profile in profiles:
        fake.workspace.join(profile, CHANNEL)
    fake.workspace.channels[CHANNEL].add(BOT_USER)
    lead, *others = (PersonInSlack(slack, profile, CHANNEL) for profile in profiles)
    return Table(lead, tuple(others), plot, fake)


def sit_down(table: Table, line: Line) -> Table:
    """Let the same people go on with another line to Concord."""
    slack, profiles = Slack(table.fake, line), table.fake.workspace.people
    lead, *others = (PersonInSlack(slack, profiles[p.id], CHANNEL) for p in table.people)
    return replace(table, lead=lead, others=tuple(others))


async def set_table(fake: FakeSlack, concord: Reachable, language: str, *, seats: int = 4) -> Table:
    """Let people in, and have the first set up their partnership and their team.

    The others have not met Concord before they are added.
    """
    table = take_seats(fake, concord, language, seats)
    await stories.lay(table)
    return table
