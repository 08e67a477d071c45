"""Codes for whoever came with an archive: a team finds a channel, and a person an account."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from storage.work import Work
from workflows.people import Team

CODE_LASTS: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Code:
    """A code, and the name of the team or person it is for."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Codes:
    """New codes of teams and of people, and how long they are good."""

    teams: tuple[Code, ...]
    people: tuple[Code, ...]
    until: datetime


def new_codes(work: Work) -> Codes:
    """Return new codes for teams without a channel, and for people on teams without an account.

    Whoever has a channel or an account already gets none. Former codes are good for nothing.
    """
    until = work.now + CODE_LASTS
    teams = [
        team
        for partnership in work.partnerships.everyone()
        for team in work.teams.of_partnership(partnership.id)
        if team.present
    ]
    return Codes(
        teams=tuple(
            Code(team.name, work.link_codes.new_for_team(team.id, until=until))
            for team in teams
            if not team.homes
        ),
        people=tuple(_codes_of_people(work, teams, until)),
        until=until,
    )


def _codes_of_people(work: Work, teams: Iterable[Team], until: datetime) -> Iterable[Code]:
    names = {seat.person: seat.name for team in teams for seat in team.present if seat.name}
    for person, name in sorted(names.items(), key=lambda named: (named[1], named[0])):
        if not work.people.accounts_of(person):
            yield Code(name, work.link_codes.new_for_person(person, until=until))
