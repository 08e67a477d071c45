"""Setting up: name the partnership and its parties, then its first team."""

from collections.abc import Mapping
from dataclasses import replace

from commands.access import Seat, access_team, team_at_home, with_code
from commands.context import Context
from commands.errors import BadRequestError
from commands.membership import add_member
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, row, told
from commands.team_form import is_unfinished, set_up_team, team_form
from commands.zones import known_zone
from workflows import asks
from workflows.conversations import Answer
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, HomeId, PartnershipId, PartyId, TeamId
from workflows.limits import LONGEST_NAME, OPTIONS_OF_MANY
from workflows.people import Home, Partnership, Party, Role, Team, TeamKind
from workflows.views import Ask, Button, Raw, Style, View
from workflows.words import Words, mark

NAME = FieldId("name")
FIRST_PARTY = FieldId("first-party")
SECOND_PARTY = FieldId("second-party")
MORE_PARTIES = FieldId("more-parties")

PAGES = 3


def start(context: Context) -> View:
    """Begin to set up a partnership, or show the team that is at home in this channel."""
    team = team_at_home(context)
    if team is not None:
        return _already(context, team)
    if not context.request.channel:
        raise BadRequestError(mark("Please type /concord start in the channel your team works in."))
    questions = _questions(context.words)
    if not context.raw:
        return _form(context, questions, {})
    answers, problems = questions.read(context)
    problems = problems or _wrong_names(answers, context.words)
    if problems:
        return _form(context, questions, context.raw, problems)
    return team_form(context, _found(context, answers))


def _already(context: Context, team: Team) -> View:
    """Show the team that is at home here; its starter goes on where they stopped."""
    words, member = context.words, team.seat_of(context.person.id)
    line = words.say("The team “{team}” is at home in this channel.", team=team.name)
    if member is None:
        join = Button(words.say("Ask to join"), Ask("team join"), Style.PRIMARY)
        return told(team.name, line, *row(join))
    if is_unfinished(member):
        return team_form(context, access_team(context, team.id))
    return told(team.name, line, *row(Button(words.say("Team card"), asks.team_home(team.id))))


def _questions(words: Words) -> Questions:
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
                longest=LONGEST_NAME * OPTIONS_OF_MANY,
            ),
        )
    )


def _form(
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
    form = form_screen(context, sheet, questions, values, problems)
    return replace(form, blocks=(*form.blocks, *row(with_code(words))))


def _wrong_names(answers: Mapping[FieldId, Answer], words: Words) -> dict[FieldId, str]:
    """Say what is wrong with the parties: each has a name of its own, and all fit on a list."""
    names = [name.casefold() for name in _party_names(answers)]
    if names[0] == names[1]:
        return {SECOND_PARTY: words.say("Please give each party a name of its own.")}
    if len(set(names)) < len(names):
        return {MORE_PARTIES: words.say("Please give each party a name of its own.")}
    if len(names) > OPTIONS_OF_MANY:
        most = words.say("There is room for {count} parties in all.", count=OPTIONS_OF_MANY)
        return {MORE_PARTIES: most}
    if any(len(name) > LONGEST_NAME for name in names):
        longest = words.say("Please use at most {count} letters a name.", count=LONGEST_NAME)
        return {MORE_PARTIES: longest}
    return {}


def _party_names(answers: Mapping[FieldId, Answer]) -> list[str]:
    more = str(answers.get(MORE_PARTIES, "")).splitlines()
    names = (str(answers[FIRST_PARTY]), str(answers[SECOND_PARTY]), *more)
    return [" ".join(name.split()) for name in names if name.strip()]


def _found(context: Context, answers: Mapping[FieldId, Answer]) -> Seat:
    """Make the partnership, and a first team with the starter as its lead."""
    work, where, language = context.work, context.request, context.words.language
    parties = tuple(Party(PartyId(work.new_id()), name) for name in _party_names(answers))
    name = str(answers[NAME])
    partnership = Partnership(PartnershipId(work.new_id()), name, language, parties)
    work.partnerships.add(partnership)
    team_id = TeamId(work.new_id())
    team = Team(
        id=team_id,
        partnership=partnership.id,
        name=context.words.say("Leadership team"),
        kind=TeamKind.LEADERSHIP,
        language=language,
        zone=known_zone(where.caller.zone),
        homes=(Home(HomeId(work.new_id()), team_id, where.caller.workspace, where.channel),),
    )
    work.teams.add(team)
    team = add_member(context, team, partnership, context.person, roles=frozenset({Role.LEAD}))
    return Seat(team.members[0], team, partnership)


COMMANDS = (
    Command("start", start, mark("Set up a partnership and its first team")),
    Command("start team", set_up_team),
)
