"""What Concord says to one person in private: that it is their turn, or that a date has come."""

from collections.abc import Mapping

from workflows import asks
from workflows.course import step_of
from workflows.identifiers import MemberId, PersonId, TeamId
from workflows.invitation_ways import next_ways
from workflows.invitations import Answered, Invitation
from workflows.notices import Mishap
from workflows.people import Party, Team
from workflows.phases import is_clocked
from workflows.progress import progress_line
from workflows.record_pages import record_title
from workflows.records import Decision, Record
from workflows.text import Day, Moment, Text, flat
from workflows.views import Ask, Block, Button, Buttons, Paragraph, Style, View
from workflows.wording import Wording
from workflows.words import Words, mark

_MISHAPS: Mapping[Mishap, str] = {
    Mishap.UNSURE: mark(
        "I could not find out whether a message arrived in the channel of the team **{team}** in "
        "{workspace}. I did not send it again, so that nobody reads it twice. Please have a look "
        "there. If something is missing, the team card shows all that is open."
    ),
    Mishap.PLACE_GONE: mark(
        "I can no longer write in the channel of the team **{team}** in {workspace}. It may be "
        "archived, or I may not be in it any more. What you wrote is kept. When I am in the "
        "channel again, I go on there."
    ),
    Mishap.WORKSPACE_GONE: mark(
        "I can no longer write in {workspace}, where the team **{team}** meets. What you wrote is "
        "kept. When I am added there again, I go on."
    ),
}
_UNSURE_IN_PRIVATE = mark(
    "I could not find out whether a private message to somebody on the team **{team}** arrived in "
    "{workspace}. I did not send it again, so that nobody gets it twice. The team card shows "
    "everyone what waits for them."
)


def prompt(wording: Wording, member: MemberId, *, reminder: bool) -> View | None:
    """Return a word to a member that it is their turn; None when nothing waits for them.

    To the facilitator it says so when the time is up, and the phase has not ended by that.
    """
    workflow, conversation, words = wording.workflow, wording.conversation, wording.words
    deadline = conversation.deadline
    is_up = (
        deadline is None and conversation.time_left is None and is_clocked(workflow, conversation)
    )
    if is_up and member == conversation.facilitator and not reminder:
        return _time_is_up(wording)
    if step_of(workflow, conversation, member, wording.room) is None:
        return None
    title, team = wording.subject() or wording.title(), wording.room.team
    say = words.rich("**{title}** in the team {team} waits for you.", title=title, team=team)
    if reminder and deadline:
        until = words.rich(" It is open until {deadline}.", deadline=Moment(deadline))
        say = (*say, *until)
    return private_view(wording.title(), say, open_button(wording))


def decide_by_call(wording: Wording) -> View:
    """Return a word to whoever is accountable that the date to decide by is near."""
    say = wording.words.rich(
        "The date to decide **{title}** is near, and it is still open.", title=wording.subject()
    )
    return private_view(wording.title(), say, open_button(wording))


def review_call(record: Record, decision: Decision, words: Words) -> View:
    """Return a word to whoever is accountable that it is time to look back at a decision."""
    say = words.rich(
        "You decided **{title}** on {day}. It is time to look back: how shared did it feel, and is "
        "it still right?",
        title=decision.title,
        day=Day(decision.decided_on),
    )
    look = Button(words.say("Look back"), Ask("decide review", {"id": record.id}), Style.PRIMARY)
    return private_view(words.say("Decision review"), say, look)


def sign_again(record: Record, words: Words) -> View:
    """Return a word to a member that what they signed has changed."""
    title = record_title(record, words)
    say = words.rich(
        "**{title}** has changed since you signed it. Your name stays under what you signed. "
        "Please read the new edition, and sign again if you stand by it.",
        title=title,
    )
    return private_view(
        title,
        say,
        Button(words.say("Read it"), asks.show_record(record.id), Style.PRIMARY),
        Button(words.say("What changed"), asks.compare(record.id)),
    )


def invitation_call(record: Record, invitation: Invitation, words: Words) -> View:
    """Return a word to the author of an invitation: to send it, or to ask for an answer."""
    if invitation.answered is Answered.DRAFTED:
        say = words.rich(
            "You wanted to ask **{name}** for something by {day}, and your invitation is still a "
            "draft.",
            name=invitation.invitee,
            day=Day(invitation.ask_by) if invitation.ask_by else "",
        )
    else:
        say = words.rich(
            "You have invited **{name}**. Has an answer come?", name=invitation.invitee
        )
    look = Button(words.say("Open"), Ask("invite show", {"id": record.id}))
    ways = next_ways(record.id, invitation, words)
    return private_view(words.say("Your invitation"), say, *ways, look)


def shared_call(record: Record, name: str, party: Party, words: Words) -> View:
    """Return a word that somebody has written something down for all who are there for a party."""
    say = words.rich(
        "**{name}** has written down “{title}” for all of us for **{party}**. Nobody else on the "
        "team can read it.",
        name=name,
        title=record_title(record, words),
        party=party.name,
    )
    show = Button(words.say("Show"), asks.show_record(record.id), Style.PRIMARY)
    return private_view(words.say("For your party"), say, show)


def seated_call(team: Team, name: str, party: Party, words: Words) -> View:
    """Return a word that somebody else is there for one's party, and can read what it keeps."""
    say = words.rich(
        "**{name}** is on the team **{team}** for **{party}** now, and can read what you have "
        "written down for all of you there. If you did not expect this, talk with your leads.",
        name=name,
        team=team.name,
        party=party.name,
    )
    return private_view(words.say("For your party"), say, team_button(team, words))


def join_call(team: TeamId, team_name: str, person: PersonId, name: str, words: Words) -> View:
    """Return a word to a lead that somebody asks to join their team."""
    say = words.rich("**{name}** asks to join the team {team}.", name=name, team=team_name)
    add = Button(
        words.say("Let them in"), asks.about_team("team add", team, person=person), Style.PRIMARY
    )
    return private_view(words.say("Somebody wants to join"), say, add)


def welcome(team: Team, party: Party | None, words: Words) -> View:
    """Return a word to somebody that they are on a team now."""
    say = words.rich("You are on the team **{team}** now.", team=team.name)
    if party:
        say = (*say, *words.rich(" You are there for **{party}**.", party=party.name))
    return private_view(words.say("Welcome"), say, team_button(team, words))


def made_lead(team: Team, words: Words) -> View:
    """Return a word to somebody that they lead a team now, since its last lead has left."""
    say = words.rich(
        "The last lead of the team **{team}** has left, so you lead it now. You can add people "
        "and change roles, also make somebody else a lead.",
        team=team.name,
    )
    return private_view(words.say("You lead your team now"), say, team_button(team, words))


def mishap(kind: Mishap, team: Team, workspace: str, words: Words, *, is_private: bool) -> View:
    """Return a word to a lead that a message of their team's met with a mishap."""
    is_unsure = kind is Mishap.UNSURE
    text = _UNSURE_IN_PRIVATE if is_unsure and is_private else _MISHAPS[kind]
    say = words.rich(text, team=team.name, workspace=workspace)
    title = words.say("Please have a look") if is_unsure else words.say("I cannot write there")
    return private_view(title, say, team_button(team, words))


def home_call(team: Team, workspace: str, name: str, words: Words, *, is_gone: bool) -> View:
    """Return a word to a lead that their team works in one channel more, or in one less."""
    if is_gone:
        say = words.rich(
            "**{name}** has let go of the channel of the team **{team}** in {workspace}. I post "
            "nothing there any more. Nobody has left the team.",
            name=name,
            team=team.name,
            workspace=workspace,
        )
        return private_view(words.say("A home is gone"), say, team_button(team, words))
    say = words.rich(
        "The team **{team}** has a new home in {workspace}. **{name}** has linked a channel there "
        "with a code that a lead has made. Whoever is in that channel sees your cards. If you did "
        "not expect this, let it go.",
        name=name,
        team=team.name,
        workspace=workspace,
    )
    unlink = Button(words.say("Let it go"), asks.about_team("team unlink", team.id))
    return private_view(words.say("A new home"), say, team_button(team, words), unlink)


def account_call(workspace: str, words: Words) -> View:
    """Return a word to somebody that one more account is theirs now."""
    say = words.rich(
        "An account in {workspace} is linked to you now, by a code that you made. From there, too, "
        "you are the same person to me. If that was not you, let the account go.",
        workspace=workspace,
    )
    unlink = Button(words.say("Let it go"), Ask("me unlink"))
    return private_view(words.say("One more account"), say, unlink)


def _time_is_up(wording: Wording) -> View:
    say = wording.words.rich(
        "The time for **{title}** is up. {progress} Give more time, or go on.",
        title=wording.subject() or wording.title(),
        progress=progress_line(wording),
    )
    look = Button(wording.words.say("Open"), asks.look(wording.conversation.id), Style.PRIMARY)
    return private_view(wording.title(), say, look)


def team_button(team: Team, words: Words) -> Button:
    """Return the way to a team's card."""
    return Button(words.say("Team card"), asks.team_home(team.id), Style.PRIMARY)


def open_button(wording: Wording) -> Button:
    """Return the way to what a conversation has for its reader."""
    ask = asks.take_part(wording.conversation.id)
    return Button(wording.words.say("Open"), ask, Style.PRIMARY)


def private_view(title: str, say: Text, *buttons: Button) -> View:
    """Return one plain word to one person, with what they can do about it."""
    blocks: tuple[Block, ...] = (Paragraph(say), Buttons(buttons))
    return View(title=title, summary=flat(say), blocks=blocks)
