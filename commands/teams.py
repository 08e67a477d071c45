"""Teams: who is on one, asking to join, adding people, roles, and leaving."""

from collections.abc import Mapping
from dataclasses import replace

from commands.access import (
    Seat,
    access_lead,
    access_member,
    access_team,
    access_team_here,
    team_at_home,
)
from commands.announcing import announce_joining, announce_team, announce_to
from commands.context import Context
from commands.errors import BadRequestError
from commands.membership import add_member, leave_team
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows import asks
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, MemberId, PartyId, PersonId
from workflows.notices import TeamCard
from workflows.people import Member, Role
from workflows.text import Text, plain
from workflows.views import Block, Bullets, Button, Heading, Option, Raw, Style, View
from workflows.words import Words, mark

PEOPLE = FieldId("people")
PARTY = FieldId("party")
ROLES = FieldId("roles")


def show_team(context: Context) -> View:
    """Show who is on the team, by party, and what they do for it."""
    seat = access_team_here(context)
    return team_screen(context, seat)


def join_team(context: Context) -> View:
    """Ask the leads of the team in this channel to be let in."""
    team = team_at_home(context)
    words = context.words
    if team is None:
        raise BadRequestError(mark("Please type this in the channel of the team you want to join."))
    if team.seat_of(context.person.id):
        return told(context, team.name, words.say("You are on this team already."))
    announce_joining(context.office, team, context.person.id)
    names = words.listed([lead.name for lead in team.leads])
    line = words.say("Your wish to join went to {names}. You will hear from them.", names=names)
    return told(context, team.name, line)


def add_people(context: Context) -> View:
    """Add people of this workspace to the team, for one party."""
    seat = access_lead(context, access_team_here(context).team.id)
    questions = _who(context, seat)
    if not questions.picks[PEOPLE]:
        line = context.words.say("Everyone in this workspace is on the team already.")
        return told(context, seat.team.name, line, *_done(context, seat))
    if not context.raw:
        return _add_form(context, seat, questions, {PEOPLE: (context.option("person"),)})
    answers, problems = questions.read(context)
    if problems:
        return _add_form(context, seat, questions, context.raw, problems)
    people = answers[PEOPLE]
    for person in people if isinstance(people, tuple) else ():
        team = access_team(context, seat.team.id).team
        add_member(context, team, PersonId(str(person)), PartyId(str(answers[PARTY])))
        announce_to(context.office, PersonId(str(person)), TeamCard(team.id))
    return team_screen(context, access_team(context, seat.team.id))


def set_role(context: Context) -> View:
    """Change what a member does for the team, and which party they are there for."""
    chosen = context.option("member") or context.option("pick")
    if not chosen:
        seat = access_lead(context, access_team_here(context).team.id)
        return _pick_member(context, seat)
    seat, member = access_member(context, MemberId(chosen))
    questions = _role_questions(context, seat)
    if not context.raw:
        values: Raw = {ROLES: tuple(sorted(member.roles)), PARTY: member.party or ""}
        return _role_form(context, member, questions, values)
    answers, problems = questions.read(context)
    if problems:
        return _role_form(context, member, questions, context.raw, problems)
    roles = answers.get(ROLES, ())
    changed = frozenset(Role(str(role)) for role in (roles if isinstance(roles, tuple) else ()))
    if member.is_lead and Role.LEAD not in changed and len(seat.team.leads) == 1:
        problem = {ROLES: context.words.say("A team needs a lead. Please name another one first.")}
        return _role_form(context, member, questions, context.raw, problem)
    party = PartyId(str(answers[PARTY]))
    context.work.teams.save_member(replace(member, roles=changed, party=party))
    announce_team(context.office, seat.team)
    return team_screen(context, access_team(context, seat.team.id))


def leave(context: Context) -> View:
    """Leave the team; what was agreed stays, and somebody else takes over a lead's place."""
    seat = access_team_here(context)
    words = context.words
    if context.option("sure") != "yes":
        line = words.say(
            "Leave “{team}”? What you agreed with the team stays on record.", team=seat.team.name
        )
        yes = Button(
            words.say("Leave the team"),
            asks.about_team("team leave", seat.team.id, sure="yes"),
            Style.DANGER,
        )
        stay = Button(words.say("Stay"), asks.team_home(seat.team.id))
        return told(context, seat.team.name, line, *row(yes, stay))
    leave_team(context, seat)
    return told(
        context, seat.team.name, words.say("You have left the team. Thank you for your part.")
    )


def team_screen(context: Context, seat: Seat) -> View:
    """Return who is on a team, with what the reader can do about it."""
    words, team = context.words, seat.team
    blocks: list[Block] = []
    for party, members in _by_party(seat):
        blocks += [
            Heading(party or words.say("No party yet")),
            Bullets(tuple(_line(m, words) for m in members)),
        ]
    line = words.plural(
        "{team} has {count} member.",
        "{team} has {count} members.",
        len(team.present),
        team=team.name,
    )
    return told(context, team.name, line, *blocks, *_ways(context, seat))


def _by_party(seat: Seat) -> list[tuple[str, list[Member]]]:
    parties = [
        (party.name, [m for m in seat.team.present if m.party == party.id])
        for party in seat.partnership.parties
    ]
    without = [
        m for m in seat.team.present if seat.partnership.party(m.party or PartyId("")) is None
    ]
    return [(name, members) for name, members in (*parties, ("", without)) if members]


def _line(member: Member, words: Words) -> Text:
    names = [words.say(ROLE_NAMES[role]) for role in sorted(member.roles)]
    return plain(f"{member.name} ({words.listed(names)})" if names else member.name)


ROLE_NAMES: Mapping[Role, str] = {Role.LEAD: mark("lead"), Role.SCRIBE: mark("scribe")}


def _ways(context: Context, seat: Seat) -> tuple[Block, ...]:
    words, team = context.words, seat.team.id
    add = Button(words.say("Add people"), asks.about_team("team add", team))
    role = Button(words.say("Change a role"), asks.about_team("team role", team))
    lead = seat.member.is_lead
    return row(
        add if lead else None,
        role if lead else None,
        Button(words.say("Team card"), asks.team_home(team)),
        Button(words.say("Leave the team"), asks.about_team("team leave", team)),
    )


def _done(context: Context, seat: Seat) -> tuple[Block, ...]:
    return row(Button(context.words.say("Team card"), asks.team_home(seat.team.id)))


def _who(context: Context, seat: Seat) -> Questions:
    words = context.words
    known = context.work.people.in_workspace(context.request.caller.workspace)
    there = {member.person for member in seat.team.present}
    people = tuple(Option(p.id, p.name) for _, p in known if p.id not in there)
    return Questions(
        (
            Field(id=PEOPLE, label=words.say("Who joins the team?"), kind=FieldKind.PEOPLE),
            Field(id=PARTY, label=words.say("For which party?"), kind=FieldKind.CHOICE),
        ),
        {PEOPLE: people, PARTY: _party_options(seat)},
    )


def _party_options(seat: Seat) -> tuple[Option, ...]:
    return tuple(Option(party.id, party.name) for party in seat.partnership.parties)


def _add_form(
    context: Context,
    seat: Seat,
    questions: Questions,
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
    return form_screen(context, sheet, questions, values, problems)


def _pick_member(context: Context, seat: Seat) -> View:
    words = context.words
    buttons = (
        Button(member.name, asks.about_member("team role", member.id))
        for member in seat.team.present
    )
    line = words.say("Whose role do you want to change?")
    return told(context, words.say("Change a role"), line, *row(*buttons))


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
    member: Member,
    questions: Questions,
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
    return form_screen(context, sheet, questions, values, problems)


COMMANDS = (
    Command("team show", show_team, mark("Show who is on your team")),
    Command("team join", join_team, mark("Ask to join the team in this channel")),
    Command("team add", add_people, mark("Add people to your team")),
    Command("team role", set_role, mark("Change what somebody does for the team")),
    Command("team leave", leave, mark("Leave your team")),
)
