"""The form of a team: its name and kind, its language and time zone, and one's own party."""

from collections.abc import Mapping
from dataclasses import replace

from commands.access import Seat, access_lead
from commands.announcing import announce_team
from commands.context import Context
from commands.membership import change_party
from commands.screens import Questions, Sheet, form_screen, row, told
from commands.teams import team_screen
from commands.zones import zone_options
from workflows import asks
from workflows.catalogue import LANGUAGE_NAMES
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, PartyId, TeamId
from workflows.limits import LONGEST_NAME
from workflows.people import Member, TeamKind
from workflows.views import Button, Option, Raw, Style, View
from workflows.words import mark

NAME = FieldId("name")
KIND = FieldId("kind")
MY_PARTY = FieldId("my-party")
LANGUAGE = FieldId("language")
ZONE = FieldId("zone")

KIND_NAMES: Mapping[TeamKind, str] = {
    TeamKind.LEADERSHIP: mark("Leadership team"),
    TeamKind.SCHOOL: mark("School team"),
    TeamKind.COMMITTEE: mark("Working committee"),
    TeamKind.PAIR: mark("Standing pair"),
}


def is_unfinished(member: Member) -> bool:
    """Say whether a member has started a team and not yet said for whom they are there."""
    return member.is_lead and member.party is None


def set_up_team(context: Context) -> View:
    """Name the team, say what it is for, and take one's own side; later, change any of it."""
    seat = access_lead(context, TeamId(context.option("team")))
    if not context.raw:
        return team_form(context, seat)
    answers, problems = _questions(context, seat).read(context)
    if problems:
        return team_form(context, seat, context.raw, problems)
    team = replace(
        seat.team,
        name=str(answers[NAME]),
        kind=TeamKind(str(answers[KIND])),
        language=str(answers[LANGUAGE]),
        zone=str(answers[ZONE]),
    )
    member = replace(seat.member, party=PartyId(str(answers[MY_PARTY])))
    context.work.teams.save(team)
    context.work.teams.save_member(member)
    announce_team(context.office, team)
    members = tuple(member if m.id == member.id else m for m in team.members)
    after = replace(seat, team=replace(team, members=members), member=member)
    change_party(context, after, seat.member)
    return _saved(context, seat, after)


def team_form(
    context: Context,
    seat: Seat,
    values: Raw | None = None,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    """Return the form of a team, with what stands in it now or what was typed."""
    words = context.words
    send = asks.about_team("start team", seat.team.id)
    seen_by = words.say("Who can see this: everyone on the team.")
    if is_unfinished(seat.member):
        saved = words.rich("**{name}** is saved. Now your first team.", name=seat.partnership.name)
        sheet = Sheet(words.say("Set up your team"), saved, send, seen_by, page=(2, 3))
    else:
        about = words.rich("Its card and messages follow what you set here.")
        sheet = Sheet(words.say("Team settings"), about, send, seen_by)
    return form_screen(context, sheet, _questions(context, seat), values or _values(seat), problems)


def _questions(context: Context, seat: Seat) -> Questions:
    words = context.words
    fields = (
        Field(id=NAME, label=words.say("What is the team called?"), longest=LONGEST_NAME),
        _choice(KIND, words.say("What kind of team is it?")),
        _choice(MY_PARTY, words.say("Which party are you here for?")),
        _choice(LANGUAGE, words.say("Which language for the channel?")),
        _choice(ZONE, words.say("What time is it where your team is?")),
    )
    picks = {
        KIND: tuple(Option(kind, words.say(KIND_NAMES[kind])) for kind in TeamKind),
        MY_PARTY: tuple(Option(party.id, party.name) for party in seat.partnership.parties),
        LANGUAGE: tuple(Option(code, name) for code, name in LANGUAGE_NAMES.items()),
        ZONE: zone_options(seat.team.zone, context.office.now, words),
    }
    return Questions(fields, picks)


def _choice(id_: FieldId, label: str) -> Field:
    return Field(id=id_, label=label, kind=FieldKind.CHOICE)


def _values(seat: Seat) -> Raw:
    return {
        NAME: seat.team.name,
        KIND: seat.team.kind,
        MY_PARTY: seat.member.party or "",
        LANGUAGE: seat.team.language,
        ZONE: seat.team.zone,
    }


def _saved(context: Context, seat: Seat, after: Seat) -> View:
    """Return what comes after the form: bringing people in, or at a later change the team."""
    if not is_unfinished(seat.member):
        return team_screen(context, after)
    words, team = context.words, after.team
    add = asks.about_team("team add", team.id)
    ways = row(
        Button(words.say("Add people"), add, Style.PRIMARY),
        Button(words.say("Later"), asks.team_home(team.id)),
    )
    return told(team.name, words.say("Saved. Who else is on the team?"), *ways)
