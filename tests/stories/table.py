"""People in a channel of a chat, four as a rule, one of whom sets up a partnership with a team."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from tests.browser.stories import Story
from tests.stories.people import Person

P_co = TypeVar("P_co", bound=Person, covariant=True)


@dataclass(frozen=True)
class Table(Generic[P_co]):
    """People in the channel of their team; the first leads it."""

    lead: P_co
    others: tuple[P_co, ...]
    story: Story

    @property
    def people(self) -> tuple[P_co, ...]:
        """Everybody at the table."""
        return (self.lead, *self.others)


async def lay(table: Table[Person]) -> None:
    """Let the first set up their partnership and their team.

    The others have not met Concord before they are added.
    """
    await _name_partnership(table)
    await _name_team(table)
    await _add_people(table)


async def _name_partnership(table: Table[Person]) -> None:
    lead, plot = table.lead, table.story
    await lead.types("/concord start")
    await lead.writes("What is your partnership called?", plot.partnership)
    await lead.writes("Who is one party at the table?", plot.parties[0])
    await lead.writes("Who is the other party?", plot.parties[1])
    await lead.presses("Save")


async def _name_team(table: Table[Person]) -> None:
    lead, plot = table.lead, table.story
    await lead.sees("**{name}** is saved. Now your first team.", name=plot.partnership)
    await lead.writes("What is the team called?", plot.team)
    await lead.picks("What kind of team is it?", "Leadership team")
    await lead.picks_named("Which party are you here for?", plot.parties[0])
    await lead.presses("Save")
    await lead.sees("Saved. Who else is on the team?")


async def _add_people(table: Table[Person]) -> None:
    lead, plot = table.lead, table.story
    for party, names in plot.joining(len(table.people)):
        await lead.presses("Add people")
        await lead.picks_named("Who joins the team?", *names)
        await lead.picks_named("For which party?", party)
        await lead.presses("Save")
    await lead.sees("{team} has {count} members.", team=plot.team, count=len(table.people))
    lead.closes()
