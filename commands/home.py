"""The team's card: everything a team can do by buttons, since people do not learn commands."""

from commands.access import access_team_here
from commands.access_open import open_to, records_open_to
from commands.context import Context
from commands.registry import Command
from commands.screens import row
from workflows import asks
from workflows.conversations import Conversation
from workflows.limits import LONGEST, Place
from workflows.people import Partnership, Party, Team
from workflows.text import plain
from workflows.typed import shorten
from workflows.views import Ask, Block, Button, Heading, Paragraph, Privacy, Style, View
from workflows.words import Words, mark


def show_home(context: Context) -> View:
    """Show the team's card to one member, with what waits for them on top."""
    seat = access_team_here(context)
    words = context.words
    running = open_to(context, seat)
    has_norms = bool(records_open_to(context, seat, "norms"))
    actions = len(context.work.actions.open_of_team(seat.team.id))
    view = card(seat.team, seat.partnership, words, has_norms=has_norms, actions=actions)
    return View(
        title=view.title,
        summary=view.summary,
        blocks=(*_running(context, running), *view.blocks, *_own(seat.team, words)),
    )


def card(
    team: Team, partnership: Partnership, words: Words, *, has_norms: bool, actions: int
) -> View:
    """Return a team's card as its channel sees it, with one obvious next step.

    Of its action items it says how many are open, and never whose they are.
    """
    parties = words.listed([party.name for party in partnership.parties])
    line = words.plural(
        "{team}: {count} member, for {parties}.",
        "{team}: {count} members, for {parties}.",
        len(team.present),
        team=team.name,
        parties=parties,
    )
    return View(
        title=f"{partnership.name} · {team.name}",
        summary=line,
        blocks=(
            Paragraph(plain(line)),
            *_next_step(team, partnership, words, has_norms=has_norms),
            *_to_do(actions, words),
            *_all(team, words, has_norms=has_norms),
        ),
        privacy=Privacy.TEAM,
    )


def join_card(team: Team, words: Words) -> View:
    """Return the card that tells whoever is new in a team's channel how to come to the table."""
    line = words.say(
        "New here? Press the button, and a lead of “{team}” lets you in.", team=team.name
    )
    join = Button(words.say("Ask to join"), Ask("team join"), Style.PRIMARY)
    title = words.say("Welcome to the table")
    return View(title, line, (Paragraph(plain(line)), *row(join)), privacy=Privacy.TEAM)


def _next_step(
    team: Team, partnership: Partnership, words: Words, *, has_norms: bool
) -> tuple[Block, ...]:
    """Return what to do first: bring both sides to the table, then agree norms."""
    missing = _missing(team, partnership)
    if missing:
        say = words.rich(
            "Nobody is here for **{parties}** yet. All sides belong at the table.",
            parties=words.listed([party.name for party in missing]),
        )
        add = Button(words.say("Add people"), asks.about_team("team add", team.id), Style.PRIMARY)
        return (Paragraph(say), *row(add))
    if has_norms:
        return ()
    say = words.rich("A good first step: agree in half an hour how you work together.")
    agree = Button(
        words.say("Agree our norms"), asks.about_team("norms start", team.id), Style.PRIMARY
    )
    return (Paragraph(say), *row(agree))


def _to_do(actions: int, words: Words) -> tuple[Block, ...]:
    if not actions:
        return ()
    line = words.plural("{count} open action item.", "{count} open action items.", actions)
    return (Paragraph(plain(line)),)


def _missing(team: Team, partnership: Partnership) -> list[Party]:
    there = {member.party for member in team.present}
    return [party for party in partnership.parties if party.id not in there]


def _all(team: Team, words: Words, *, has_norms: bool) -> tuple[Block, ...]:
    def button(label: str, command: str) -> Button:
        return Button(label, asks.about_team(command, team.id))

    norms = (
        (
            button(words.say("Our norms"), "norms show"),
            button(words.say("Norm check"), "norms check"),
        )
        if has_norms
        else ()
    )
    return row(
        *norms,
        button(words.say("Check in on a decision"), "decide start"),
        button(words.say("Decisions"), "decide list"),
        button(words.say("Action items"), "action list"),
        button(words.say("Plan a retro"), "retro start"),
        button(words.say("Lessons"), "lesson list"),
        button(words.say("Records"), "record list"),
        button(words.say("Team"), "team show"),
        Button(words.say("Help"), Ask("help")),
    )


def _running(context: Context, running: tuple[Conversation, ...]) -> tuple[Block, ...]:
    if not running:
        return ()
    buttons = (
        Button(
            conversation_label(context, conversation),
            asks.take_part(conversation.id),
            Style.PRIMARY,
        )
        for conversation in running
    )
    return (Heading(context.words.say("Open now")), *row(*buttons))


def conversation_label(context: Context, conversation: Conversation) -> str:
    """Return what stands on the button to a conversation: its subject, or else its kind."""
    workflow = context.office.workflow_of(conversation.workflow, conversation.edition)
    subject = conversation.sheet.get(workflow.subject) if workflow.subject else ""
    title = context.words.content(f"{workflow.id}.title", workflow.title)
    return shorten(str(subject or title), LONGEST[Place.BUTTON])


def _own(team: Team, words: Words) -> tuple[Block, ...]:
    """Return the ways to what is for one's own eyes; the channel's card has none of them."""

    def button(label: str, command: str) -> Button:
        return Button(label, asks.about_team(command, team.id))

    return (
        Heading(words.say("For you")),
        *row(
            button(words.say("Invitations"), "invite list"),
            button(words.say("Potential partners"), "partners show"),
            button(words.say("Relationships"), "relationships show"),
            Button(words.say("My settings"), Ask("me")),
        ),
    )


COMMANDS = (Command("home", show_home, mark("Show your team's card")),)
