"""Setting up: name the partnership and its parties, then the team, then who is on it."""

from collections.abc import Mapping
from dataclasses import replace

from commands.access import Seat, access_lead, access_team, team_at_home
from commands.announcing import announce_team
from commands.context import Context
from commands.errors import BadRequestError
from commands.membership import add_member
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows import asks
from workflows.catalogue import LANGUAGES
from workflows.conversations import Answer
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, HomeId, PartnershipId, PartyId, TeamId
from workflows.people import Home, Partnership, Party, Role, Team, TeamKind
from workflows.views import Ask, Button, Option, Raw, Style, View
from workflows.words import Words, mark

NAME = FieldId("name")
FIRST_PARTY = FieldId("first-party")
SECOND_PARTY = FieldId("second-party")
MORE_PARTIES = FieldId("more-parties")
MY_PARTY = FieldId("my-party")
KIND = FieldId("kind")
LANGUAGE = FieldId("language")

LONGEST_NAME = 60
PAGES = 3


def start(context: Context) -> View:
    """Begin to set up a partnership, or show the team that is at home in this channel."""
    team = team_at_home(context)
    if team is not None:
        return _already(context, team)
    if not context.request.channel:
        raise BadRequestError(mark("Please type /concord start in the channel your team works in."))
    questions = _partnership_questions(context.words)
    if not context.raw:
        return _partnership_form(context, questions, {})
    answers, problems = questions.read(context)
    problems = problems or _same_names(answers, context.words)
    if problems:
        return _partnership_form(context, questions, context.raw, problems)
    seat = _found(context, answers)
    return _team_form(context, seat, _team_questions(context, seat), _team_values(seat))


def set_up_team(context: Context) -> View:
    """Name the team, say what it is for, and take the starter's own side."""
    seat = access_lead(context, TeamId(context.option("team")))
    questions = _team_questions(context, seat)
    if not context.raw:
        return _team_form(context, seat, questions, _team_values(seat))
    answers, problems = questions.read(context)
    if problems:
        return _team_form(context, seat, questions, context.raw, problems)
    team = replace(
        seat.team,
        name=str(answers[NAME]),
        kind=TeamKind(str(answers[KIND])),
        language=str(answers[LANGUAGE]),
    )
    context.work.teams.save(team)
    context.work.teams.save_member(replace(seat.member, party=PartyId(str(answers[MY_PARTY]))))
    announce_team(context.office, team)
    line = context.words.say("Saved. Who else is on the team?")
    add = Button(
        context.words.say("Add people"), asks.about_team("team add", team.id), Style.PRIMARY
    )
    later = Button(context.words.say("Later"), asks.team_home(team.id))
    return told(context, team.name, line, *row(add, later))


def _already(context: Context, team: Team) -> View:
    words = context.words
    line = words.say("The team “{team}” is at home in this channel.", team=team.name)
    if team.seat_of(context.person.id) is None:
        join = Button(words.say("Ask to join"), Ask("team join"), Style.PRIMARY)
        return told(context, team.name, line, *row(join))
    return told(
        context, team.name, line, *row(Button(words.say("Team card"), asks.team_home(team.id)))
    )


def _partnership_questions(words: Words) -> Questions:
    return Questions(
        (
            Field(
                id=NAME,
                label=words.say("What is your partnership called?"),
                hint=words.say("Such as: Lincoln Schools Partnership"),
                longest=LONGEST_NAME,
            ),
            Field(
                id=FIRST_PARTY,
                label=words.say("Who is one party at the table?"),
                hint=words.say("Such as: District administration"),
                longest=LONGEST_NAME,
            ),
            Field(
                id=SECOND_PARTY,
                label=words.say("Who is the other party?"),
                hint=words.say("Such as: Educators' association"),
                longest=LONGEST_NAME,
            ),
            Field(
                id=MORE_PARTIES,
                label=words.say("Are there more parties?"),
                hint=words.say("One on each line, or leave it empty"),
                kind=FieldKind.LONG_TEXT,
                required=False,
                longest=LONGEST_NAME * 6,
            ),
        )
    )


def _partnership_form(
    context: Context,
    questions: Questions,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("Set up Concord"),
        say=words.rich(
            "Three short steps. A partnership belongs to all its parties: none of them can see "
            "what the others keep to themselves, and none can delete what all agreed."
        ),
        send=Ask("start"),
        seen_by=words.say("Who can see this: everyone you add to the partnership."),
        page=(1, PAGES),
    )
    return form_screen(context, sheet, questions, values, problems)


def _same_names(answers: Mapping[FieldId, Answer], words: Words) -> dict[FieldId, str]:
    names = [name.casefold() for name in _party_names(answers)]
    if len(set(names)) == len(names):
        return {}
    return {SECOND_PARTY: words.say("Please give each party a name of its own.")}


def _party_names(answers: Mapping[FieldId, Answer]) -> list[str]:
    more = str(answers.get(MORE_PARTIES, "")).splitlines()
    names = [str(answers[FIRST_PARTY]), str(answers[SECOND_PARTY]), *more]
    return [name.strip() for name in names if name.strip()]


def _found(context: Context, answers: Mapping[FieldId, Answer]) -> Seat:
    """Make the partnership, and a first team with the starter as its lead."""
    new_id = context.work.new_id
    parties = tuple(Party(PartyId(new_id()), name) for name in _party_names(answers))
    language = context.words.language
    partnership = Partnership(PartnershipId(new_id()), str(answers[NAME]), language, parties)
    context.work.partnerships.add(partnership)
    team = Team(
        id=TeamId(new_id()),
        partnership=partnership.id,
        name=context.words.say("Leadership team"),
        kind=TeamKind.LEADERSHIP,
        language=language,
        zone=context.words.zone,
    )
    context.work.teams.add(team)
    where = context.request
    home = Home(HomeId(new_id()), team.id, where.caller.workspace, where.channel)
    context.work.teams.add_home(home)
    return _first_seat(context, team, partnership)


def _first_seat(context: Context, team: Team, partnership: Partnership) -> Seat:
    add_member(context, team, context.person.id, None, frozenset({Role.LEAD}))
    seat = access_team(context, team.id)
    return Seat(seat.member, seat.team, partnership)


def _team_questions(context: Context, seat: Seat) -> Questions:
    words = context.words
    kinds = tuple(Option(kind, words.say(KIND_NAMES[kind])) for kind in TeamKind)
    parties = tuple(Option(party.id, party.name) for party in seat.partnership.parties)
    languages = tuple(Option(code, LANGUAGE_NAMES[code]) for code in LANGUAGES)
    return Questions(
        (
            Field(id=NAME, label=words.say("What is the team called?"), longest=LONGEST_NAME),
            Field(id=KIND, label=words.say("What kind of team is it?"), kind=FieldKind.CHOICE),
            Field(
                id=MY_PARTY, label=words.say("Which party are you here for?"), kind=FieldKind.CHOICE
            ),
            Field(
                id=LANGUAGE,
                label=words.say("Which language for the channel?"),
                kind=FieldKind.CHOICE,
            ),
        ),
        {KIND: kinds, MY_PARTY: parties, LANGUAGE: languages},
    )


KIND_NAMES: Mapping[TeamKind, str] = {
    TeamKind.LEADERSHIP: mark("Leadership team"),
    TeamKind.SCHOOL: mark("School team"),
    TeamKind.COMMITTEE: mark("Working committee"),
    TeamKind.PAIR: mark("Standing pair"),
}

LANGUAGE_NAMES: Mapping[str, str] = {"en": "English", "es": "Español"}


def _team_values(seat: Seat) -> Raw:
    return {
        NAME: seat.team.name,
        KIND: seat.team.kind,
        MY_PARTY: seat.member.party or "",
        LANGUAGE: seat.team.language,
    }


def _team_form(
    context: Context,
    seat: Seat,
    questions: Questions,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("Set up your team"),
        say=words.rich("**{name}** is saved. Now your first team.", name=seat.partnership.name),
        send=asks.about_team("start team", seat.team.id),
        seen_by=words.say("Who can see this: everyone on the team."),
        page=(2, PAGES),
    )
    return form_screen(context, sheet, questions, values, problems)


COMMANDS = (
    Command("start", start, mark("Set up a partnership and its first team")),
    Command("start team", set_up_team),
)
