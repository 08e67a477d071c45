"""Teams: who is on one, by party, and what they do for it."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from commands.access import Seat, access_team_here
from commands.context import Context
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.identifiers import PartyId
from workflows.people import Member, Role, Team
from workflows.text import Text, plain
from workflows.views import Block, Bullets, Button, Heading, Small, View
from workflows.words import Words, mark

ROLE_NAMES = {Role.LEAD: mark("lead"), Role.SCRIBE: mark("scribe")}


def show_team(context: Context) -> View:
    """Show who is on the team, by party, and what they do for it."""
    return team_screen(context, access_team_here(context))


def team_screen(context: Context, seat: Seat) -> View:
    """Return who is on a team, with what the reader can do about it."""
    words, team = context.words, seat.team
    blocks: list[Block] = []
    for party, members in _by_party(seat):
        lines = tuple(_line(member, words) for member in members)
        blocks += [Heading(party or words.say("No party yet")), Bullets(lines)]
    line = words.plural(
        "{team} has {count} member.",
        "{team} has {count} members.",
        len(team.present),
        team=team.name,
    )
    return told(team.name, line, *blocks, *_twice(context, team), *_ways(context, seat))


def _by_party(seat: Seat) -> list[tuple[str, list[Member]]]:
    present = seat.team.present
    parties = [
        (party.name, [member for member in present if member.party == party.id])
        for party in seat.partnership.parties
    ]
    without = [m for m in present if seat.partnership.party(m.party or PartyId("")) is None]
    return [(name, members) for name, members in (*parties, ("", without)) if members]


def _line(member: Member, words: Words) -> Text:
    names = [words.say(ROLE_NAMES[role]) for role in sorted(member.roles)]
    return plain(f"{member.name} ({words.listed(names)})" if names else member.name)


def _ways(context: Context, seat: Seat) -> tuple[Block, ...]:
    words, team = context.words, seat.team.id
    leave = Button(words.say("Leave the team"), asks.about_team("team leave", team))
    if not seat.member.is_lead:
        return row(_card(seat.team, words), leave)
    return row(
        Button(words.say("Add people"), asks.about_team("team add", team)),
        Button(words.say("Change a role"), asks.about_team("team role", team)),
        Button(words.say("Team settings"), asks.about_team("start team", team)),
        _card(seat.team, words),
        leave,
        Button(words.say("Link a workspace"), asks.about_team("team link", team)),
        Button(words.say("Take all away"), asks.about_team("partnership export", team)),
    )


def _twice(context: Context, team: Team) -> Iterator[Block]:
    """Yield a question for each name that stands for two members with no workspace in common."""
    by_name = defaultdict[str, list[Member]](list)
    for member in team.present:
        by_name[" ".join(member.name.casefold().split())].append(member)
    for namesakes in by_name.values():
        if len(namesakes) > 1 and _are_apart(context, namesakes):
            say = context.words.rich(
                "**{name}** is here twice, from different workspaces. Is this one person? They can "
                "type `/concord me link`, and count once.",
                name=namesakes[0].name,
            )
            yield Small(say)


def _are_apart(context: Context, members: list[Member]) -> bool:
    places = [
        {account.workspace for account in context.work.people.accounts_of(member.person)}
        for member in members
    ]
    return any(one.isdisjoint(other) for one, other in combinations(places, 2))


def _card(team: Team, words: Words) -> Button:
    return Button(words.say("Team card"), asks.team_home(team.id))


COMMANDS = (Command("team show", show_team, mark("Show who is on your team")),)
