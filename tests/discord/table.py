"""People in a channel of Discord, four as a rule, one of whom sets up a partnership with a team."""

from tests.browser.stories import story
from tests.discord.people import PersonInDiscord
from tests.discord.server import Server
from tests.stories import table as stories

Table = stories.Table[PersonInDiscord]


def take_seats(server: Server, language: str, seats: int = 4) -> Table:
    """Let people into a server in which Concord is already."""
    plot = story(language)
    lead, *others = (PersonInDiscord(server, name, language) for name in plot.seated(seats))
    return Table(lead, tuple(others), plot)


async def set_table(server: Server, language: str, *, seats: int = 4) -> Table:
    """Let people in, and have the first set up their partnership and their team."""
    table = take_seats(server, language, seats)
    await stories.lay(table)
    return table
