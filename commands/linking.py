"""The homes of a team: link a channel of another workspace by a code, and let one go."""

from dataclasses import replace
from datetime import timedelta

from commands.access import Seat, access_lead, access_lead_here, team_at_home, team_of_code
from commands.announcing import (
    announce_card,
    announce_home,
    announce_joining,
    announce_record,
    announce_reveals,
    announce_team,
)
from commands.carrying import is_being_prepared
from commands.codes import code_form, refuse_guessing, shown, typed_code, wrong_code
from commands.context import Context
from commands.errors import BadRequestError
from commands.places import workspace_name
from commands.registry import Command
from commands.screens import Sheet, row, told
from storage.link_codes import looks_like_code
from workflows import asks
from workflows.identifiers import HomeId
from workflows.people import Home, Team
from workflows.text import Moment, flat
from workflows.views import Ask, Button, Menu, Option, Paragraph, Small, Style, View
from workflows.words import Words, mark

CODE_LASTS = timedelta(days=7)


def link_team(context: Context) -> View:
    """Make a code by which a channel of another workspace becomes a home of the team."""
    seat = access_lead_here(context)
    words, team = context.words, seat.team
    until = context.office.now + CODE_LASTS
    code = context.work.link_codes.new_for_team(team.id, until=until)
    line = words.say("In the other workspace, type this in the channel of your team:")
    more = words.rich(
        "Then **{team}** works there, too: the same conversations, the same records. Whoever is in "
        "that channel sees its cards, and your leads can add the people whom I know there.",
        team=team.name,
    )
    small = words.rich(
        "The code is good for one channel until {until}. Whoever has it can link a channel of "
        "theirs, so give it to nobody else. If you make a new one, this one is good for nothing.",
        until=Moment(until),
    )
    view = told(
        words.say("Link a workspace"),
        line,
        Paragraph(shown("team join", code)),
        Paragraph(more),
        Small(small),
        *row(
            Button(words.say("Team"), asks.about_team("team show", team.id)), _let_go(seat, words)
        ),
    )
    return view.in_secret()


def join_team(context: Context) -> View:
    """Ask to be let into the team in this channel; or with a code, link the channel to its team."""
    team, code = team_at_home(context), typed_code(context)
    if not context.request.channel:
        raise BadRequestError(mark("Please type this in the channel of the team you want to join."))
    if team is None:
        return _link(context, code) if code else code_form(context, _sheet(context.words))
    if looks_like_code(code):
        raise BadRequestError(
            mark(
                "The team “{team}” is at home in this channel. Please type the code in another one."
            ),
            team=team.name,
        )
    return _ask_to_join(context, team)


def unlink_team(context: Context) -> View:
    """Let one of the team's channels go, but never the last."""
    seat = access_lead_here(context)
    context.work.teams.hold(seat.team.id)  # or two leads at once would let the last one go
    seat = access_lead(context, seat.team.id)
    if len(seat.team.homes) < 2:  # noqa: PLR2004 - at least one stays
        raise BadRequestError(
            mark("Your team works in one channel only. It needs that one, so it cannot be let go.")
        )
    chosen = HomeId(context.option("pick") or context.option("home"))
    home = next((home for home in seat.team.homes if home.id == chosen), None)
    if home is None:
        return _pick_home(context, seat)
    return _unlink(context, seat, home) if context.option("sure") else _sure(context, seat, home)


def _ask_to_join(context: Context, team: Team) -> View:
    words = context.words
    if team.seat_of(context.person.id):
        line = words.say("You are on this team already.")
        return told(team.name, line, *row(_card(team, words)))
    announce_joining(context.office, team, context.person.id)
    line = words.say(
        "Your request went to {names}. I write to you as soon as you are on the team.",
        names=words.listed([lead.name for lead in team.leads]),
    )
    return told(team.name, line)


def _link(context: Context, code: str) -> View:
    """Let a channel without a team be a home of the team whose code this is."""
    refuse_guessing(context)
    team = team_of_code(context, code)
    if team is None:
        return wrong_code(context, _sheet(context.words))
    where = context.request
    if any(home.workspace == where.caller.workspace for home in team.homes):
        raise BadRequestError(
            mark(
                "The team “{team}” has a channel in this workspace already, and one in each is "
                "enough. A lead can let that one go first: /concord team unlink"
            ),
            team=team.name,
        )
    home = Home(HomeId(context.work.new_id()), team.id, where.caller.workspace, where.channel)
    context.work.teams.add_home(home)
    _show_all(context, replace(team, homes=(home,)))
    announce_home(context.office, team, home, context.account, is_gone=False)
    return _linked(context, team)


def _show_all(context: Context, team: Team) -> None:
    """Show in a new home what the others show: the team's card, its norms, and what is open."""
    office = context.office
    announce_team(office, team)
    for record in context.work.records.of_team(team.id, "norms"):
        announce_record(office, team, record.id)
    for running in context.work.conversations.open_in(team.id):
        workflow = office.workflow_of(running.workflow, running.edition)
        if not is_being_prepared(workflow, running):
            announce_card(office, team, running)
            announce_reveals(office, team, workflow, running)


def _linked(context: Context, team: Team) -> View:
    words = context.words
    line = words.say("The team “{team}” works in this channel, too, from now on.", team=team.name)
    if team.seat_of(context.person.id):
        return told(team.name, line, *row(_card(team, words)))
    say = words.rich(
        "You are not on it yet. Are you, with an account in another workspace? Then type "
        "`/concord me link` there. Otherwise its leads can let you in."
    )
    join = Button(words.say("Ask to join"), Ask("team join"), Style.PRIMARY)
    return told(team.name, line, Paragraph(say), *row(join))


def _pick_home(context: Context, seat: Seat) -> View:
    words = context.words
    options = tuple(Option(h.id, _where(context, h)) for h in seat.team.homes)
    menu = Menu(words.say("Pick a home"), options, asks.about_team("team unlink", seat.team.id))
    line = words.say("Which channel does your team not need any more?")
    return told(words.say("Let a home go"), line, menu)


def _sure(context: Context, seat: Seat, home: Home) -> View:
    """Say what happens when a home is let go."""
    words, team = context.words, seat.team
    say = words.rich(
        "Let go of the channel of **{team}** in {workspace}? I post nothing there any more. What I "
        "have posted stays until somebody deletes it. Nobody leaves the team, and what you agreed "
        "stays: whoever was in that channel only finds the team in my private messages.",
        team=team.name,
        workspace=_where(context, home),
    )
    yes = asks.about_team("team unlink", team.id, home=home.id, sure="yes")
    buttons = row(
        Button(words.say("Let it go"), yes, Style.DANGER),
        Button(words.say("Keep it"), asks.about_team("team show", team.id)),
    )
    return View(words.say("Let a home go"), flat(say), (Paragraph(say), *buttons))


def _unlink(context: Context, seat: Seat, home: Home) -> View:
    words, team = context.words, seat.team
    context.work.teams.remove_home(home.id)
    announce_home(context.office, team, home, context.account, is_gone=True)
    line = words.say(
        "Done. I post nothing in {workspace} any more.", workspace=_where(context, home)
    )
    return told(team.name, line, *row(_card(team, words)))


def _where(context: Context, home: Home) -> str:
    return workspace_name(context.work.workspaces.get(home.workspace), context.words)


def _sheet(words: Words) -> Sheet:
    return Sheet(
        title=words.say("Join with a code"),
        say=words.rich(
            "No team is at home in this channel yet. Does yours work in another workspace already? "
            "Then a lead gets a code there with `/concord team link`. Are you the first? Type "
            "`/concord start`."
        ),
        send=Ask("team join"),
        seen_by=words.say("Who can see this: only you."),
        button=words.say("Link this channel"),
    )


def _let_go(seat: Seat, words: Words) -> Button | None:
    ask = asks.about_team("team unlink", seat.team.id)
    return Button(words.say("Let a home go"), ask) if len(seat.team.homes) > 1 else None


def _card(team: Team, words: Words) -> Button:
    return Button(words.say("Team card"), asks.team_home(team.id))


COMMANDS = (
    Command(
        "team join",
        join_team,
        mark("Ask to join the team in this channel, or link it with a code"),
        takes_text=True,
    ),
    Command("team link", link_team, mark("Get a code to link a channel of another workspace")),
    Command("team unlink", unlink_team, mark("Let one of your team's channels go")),
)
