"""Seats on a team: who gets one, for which party, and what they do for the team."""

from collections.abc import Mapping
from dataclasses import replace

from commands.access import Seat, access_lead_here, access_member, people_around
from commands.announcing import announce_team
from commands.context import Context
from commands.membership import add_member, change_party
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, row, told
from commands.teams import ROLE_NAMES, team_screen
from workflows import asks
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, MemberId, PartyId
from workflows.limits import OPTIONS_OF_ONE
from workflows.people import Member, Person, Role
from workflows.views import Ask, Block, Button, Menu, Option, Raw, View
from workflows.words import mark

PEOPLE = FieldId("people")
PARTY = FieldId("party")
ROLES = FieldId("roles")


def add_people(context: Context) -> View:
    """Add people of the team's workspaces to the team, for one party.

    The option `person` is somebody who asked to join: they are picked beforehand.
    """
    seat = access_lead_here(context)
    around = people_around(context, seat.team)
    if context.raw:
        return _add(context, seat, around)
    asking = context.option("person")
    joined = [p.name for p in around if p.id == asking and seat.team.seat_of(p.id)]
    if joined:
        line = context.words.say("{name} is on the team already.", name=joined[0])
        return told(seat.team.name, line, *_done(context, seat))
    if not _outside(seat, around) and not _lists_everybody(context):
        line = context.words.say(
            "Everyone I know here is on the team already. Others can type /concord team join in "
            "the team's channel."
        )
        return told(seat.team.name, line, *_done(context, seat))
    return _add_form(context, seat, around, {PEOPLE: (asking,)})


def set_role(context: Context) -> View:
    """Change what a member does for the team, and which party they are there for."""
    chosen = context.option("member") or context.option("pick")
    if not chosen:
        return _pick_member(context, access_lead_here(context))
    seat, member = access_member(context, MemberId(chosen))
    if not context.raw:
        values: Raw = {ROLES: tuple(sorted(member.roles)), PARTY: member.party or ""}
        return _role_form(context, seat, member, values)
    return _change_role(context, seat, member)


def members_here(context: Context) -> tuple[Option, ...]:
    """Return who is on the team that the asker leads."""
    present = access_lead_here(context).team.present
    return tuple(Option(member.id, member.name) for member in present)


def _add(context: Context, seat: Seat, around: tuple[Person, ...]) -> View:
    """Add who was picked; whoever is on the team by now stays as they are."""
    answers, problems = _who(context, seat, around).read(context)
    if problems:
        return _add_form(context, seat, around, context.raw, problems)
    picked, party = answers[PEOPLE], PartyId(str(answers[PARTY]))
    team = seat.team
    for person in around:
        if isinstance(picked, tuple) and person.id in picked:
            team = add_member(context, team, seat.partnership, person, party=party)
    return team_screen(context, replace(seat, team=team))


def _lists_everybody(context: Context) -> bool:
    workspace = context.work.workspaces.get(context.request.caller.workspace)
    return workspace.platform.lists_everybody


def _outside(seat: Seat, around: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple(person for person in around if seat.team.seat_of(person.id) is None)


def _done(context: Context, seat: Seat) -> tuple[Block, ...]:
    team = Button(context.words.say("Team"), asks.about_team("team show", seat.team.id))
    return row(team)


def _who(context: Context, seat: Seat, people: tuple[Person, ...]) -> Questions:
    words = context.words
    return Questions(
        (
            Field(id=PEOPLE, label=words.say("Who joins the team?"), kind=FieldKind.PEOPLE),
            Field(id=PARTY, label=words.say("For which party?"), kind=FieldKind.CHOICE),
        ),
        {
            PEOPLE: tuple(Option(person.id, person.name) for person in people),
            PARTY: _party_options(seat),
        },
        anybody=frozenset({PEOPLE}),
    )


def _party_options(seat: Seat) -> tuple[Option, ...]:
    return tuple(Option(party.id, party.name) for party in seat.partnership.parties)


def _add_form(
    context: Context,
    seat: Seat,
    around: tuple[Person, ...],
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("Add people"),
        say=words.rich("Add people to **{team}**, one party at a time.", team=seat.team.name),
        send=asks.about_team("team add", seat.team.id),
        seen_by=words.say("Who can see this: everyone on the team."),
    )
    questions = _who(context, seat, _outside(seat, around))
    return form_screen(context, sheet, questions, values, problems)


def _pick_member(context: Context, seat: Seat) -> View:
    words, present = context.words, seat.team.present
    menus = (
        Menu(
            words.say("Pick a member"),
            tuple(Option(m.id, m.name) for m in present[at : at + OPTIONS_OF_ONE]),
            Ask("team role"),
        )
        for at in range(0, len(present), OPTIONS_OF_ONE)
    )
    line = words.say("Whose role do you want to change?")
    return told(words.say("Change a role"), line, *menus)


def _change_role(context: Context, seat: Seat, member: Member) -> View:
    answers, problems = _role_questions(context, seat).read(context)
    if problems:
        return _role_form(context, seat, member, context.raw, problems)
    picked = answers.get(ROLES, ())
    roles = frozenset(Role(str(role)) for role in (picked if isinstance(picked, tuple) else ()))
    others = [m for m in context.work.teams.hold(seat.team.id).leads if m.id != member.id]
    if member.is_lead and Role.LEAD not in roles and not others:
        problem = {ROLES: context.words.say("A team needs a lead. Please name another one first.")}
        return _role_form(context, seat, member, context.raw, problem)
    changed = replace(member, roles=roles, party=PartyId(str(answers[PARTY])))
    context.work.teams.save_member(changed)
    announce_team(context.office, seat.team)
    members = tuple(changed if m.id == changed.id else m for m in seat.team.members)
    team = replace(seat.team, members=members)
    change_party(context, replace(seat, team=team, member=changed), member)
    mine = changed if changed.id == seat.member.id else seat.member
    return team_screen(context, replace(seat, team=team, member=mine))


def _role_questions(context: Context, seat: Seat) -> Questions:
    words = context.words
    roles = tuple(Option(role, words.say(ROLE_NAMES[role])) for role in Role)
    return Questions(
        (
            Field(
                id=ROLES,
                label=words.say("What do they do for the team?"),
                kind=FieldKind.CHOICES,
                required=False,
            ),
            Field(id=PARTY, label=words.say("For which party?"), kind=FieldKind.CHOICE),
        ),
        {ROLES: roles, PARTY: _party_options(seat)},
    )


def _role_form(
    context: Context,
    seat: Seat,
    member: Member,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("Change a role"),
        say=words.rich("**{name}** on the team", name=member.name),
        send=asks.about_member("team role", member.id),
        seen_by=words.say("Who can see this: everyone on the team."),
    )
    return form_screen(context, sheet, _role_questions(context, seat), values, problems)


COMMANDS = (
    Command("team add", add_people, mark("Add people to your team")),
    Command(
        "team role",
        set_role,
        mark("Change what somebody does for the team"),
        which=members_here,
    ),
)
