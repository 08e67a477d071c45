"""What Concord says to one person in private: that it is their turn, or that a date has come."""

from workflows import asks
from workflows.course import step_of
from workflows.identifiers import MemberId, PersonId, TeamId
from workflows.records import Decision, Record
from workflows.text import Day, Moment, Text, flat
from workflows.views import Ask, Block, Button, Buttons, Paragraph, Style, View
from workflows.wording import Wording
from workflows.words import Words


def prompt(wording: Wording, member: MemberId, *, reminder: bool) -> View | None:
    """Return a word to a member that it is their turn; None when nothing waits for them."""
    step = step_of(wording.workflow, wording.conversation, member, wording.room)
    words, deadline = wording.words, wording.conversation.deadline
    if step is None:
        return None
    title, team = wording.subject() or wording.title(), wording.room.team
    say = words.rich("**{title}** in the team {team} waits for you.", title=title, team=team)
    if reminder and deadline:
        until = words.rich(" It is open until {deadline}.", deadline=Moment(deadline))
        say = (*say, *until)
    return _private(wording.title(), say, _open(wording))


def late(wording: Wording) -> View:
    """Return a word to the facilitator that the time is up, but too few have answered."""
    say = wording.words.rich(
        "The time for **{title}** is up, but too few have answered. Give more time, or go on.",
        title=wording.subject() or wording.title(),
    )
    return _private(wording.title(), say, _open(wording))


def decide_by_call(wording: Wording) -> View:
    """Return a word to whoever is accountable that the date to decide by is near."""
    say = wording.words.rich(
        "The date to decide **{title}** is near, and it is still open.", title=wording.subject()
    )
    return _private(wording.title(), say, _open(wording))


def review_call(record: Record, decision: Decision, words: Words) -> View:
    """Return a word to whoever is accountable that it is time to look back at a decision."""
    say = words.rich(
        "You decided **{title}** on {day}. It is time to look back: how shared did it feel, and is "
        "it still right?",
        title=decision.title,
        day=Day(decision.decided_on),
    )
    look = Button(words.say("Look back"), Ask("decide review", {"id": record.id}), Style.PRIMARY)
    return _private(words.say("Decision review"), say, look)


def join_call(team: TeamId, team_name: str, person: PersonId, name: str, words: Words) -> View:
    """Return a word to a lead that somebody asks to join their team."""
    say = words.rich("**{name}** asks to join the team {team}.", name=name, team=team_name)
    add = Button(
        words.say("Let them in"), asks.about_team("team add", team, person=person), Style.PRIMARY
    )
    return _private(words.say("Somebody wants to join"), say, add)


def _open(wording: Wording) -> Button:
    ask = asks.take_part(wording.conversation.id)
    return Button(wording.words.say("Open"), ask, Style.PRIMARY)


def _private(title: str, say: Text, button: Button) -> View:
    blocks: tuple[Block, ...] = (Paragraph(say), Buttons((button,)))
    return View(title=title, summary=flat(say), blocks=blocks)
