"""What Concord says to one person in private: that it is their turn, or that a date has come."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from workflows import asks
from workflows.action_items import ActionItem, Occasion, due_text
from workflows.course import step_of
from workflows.identifiers import MemberId, PersonId, TeamId
from workflows.notices import Mishap
from workflows.people import Party, Team
from workflows.phases import is_clocked
from workflows.progress import progress_line
from workflows.record_pages import record_title
from workflows.records import Decision, Record
from workflows.text import Day, Moment, Slot, Text, flat
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
    is_up = deadline is None and is_clocked(workflow, conversation)
    if is_up and member == conversation.facilitator and not reminder:
        return _time_is_up(wording)
    if step_of(workflow, conversation, member, wording.room) is None:
        return None
    title, team = wording.subject() or wording.title(), wording.room.team
    say = words.rich("**{title}** in the team {team} waits for you.", title=title, team=team)
    if reminder and deadline:
        until = words.rich(" It is open until {deadline}.", deadline=Moment(deadline))
        say = (*say, *until)
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


def sign_again(record: Record, words: Words) -> View:
    """Return a word to a member that what they signed has changed."""
    title = record_title(record, words)
    say = words.rich(
        "**{title}** has changed since you signed it. Your name stays under what you signed. "
        "Please read the new edition, and sign again if you stand by it.",
        title=title,
    )
    return _private(
        title,
        say,
        Button(words.say("Read it"), asks.show_record(record.id), Style.PRIMARY),
        Button(words.say("What changed"), asks.compare(record.id)),
    )


def join_call(team: TeamId, team_name: str, person: PersonId, name: str, words: Words) -> View:
    """Return a word to a lead that somebody asks to join their team."""
    say = words.rich("**{name}** asks to join the team {team}.", name=name, team=team_name)
    add = Button(
        words.say("Let them in"), asks.about_team("team add", team, person=person), Style.PRIMARY
    )
    return _private(words.say("Somebody wants to join"), say, add)


def welcome(team: Team, party: Party | None, words: Words) -> View:
    """Return a word to somebody that they are on a team now."""
    say = words.rich("You are on the team **{team}** now.", team=team.name)
    if party:
        say = (*say, *words.rich(" You are there for **{party}**.", party=party.name))
    return _private(words.say("Welcome"), say, _card(team, words))


def made_lead(team: Team, words: Words) -> View:
    """Return a word to somebody that they lead a team now, since its last lead has left."""
    say = words.rich(
        "The last lead of the team **{team}** has left, so you lead it now. You can add people "
        "and change roles, also make somebody else a lead.",
        team=team.name,
    )
    return _private(words.say("You lead your team now"), say, _card(team, words))


def mishap(kind: Mishap, team: Team, workspace: str, words: Words, *, is_private: bool) -> View:
    """Return a word to a lead that a message of their team's met with a mishap."""
    is_unsure = kind is Mishap.UNSURE
    text = _UNSURE_IN_PRIVATE if is_unsure and is_private else _MISHAPS[kind]
    say = words.rich(text, team=team.name, workspace=workspace)
    title = words.say("Please have a look") if is_unsure else words.say("I cannot write there")
    return _private(title, say, _card(team, words))


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
        return _private(words.say("A home is gone"), say, _card(team, words))
    say = words.rich(
        "The team **{team}** has a new home in {workspace}. **{name}** has linked a channel there "
        "with a code that a lead has made. Whoever is in that channel sees your cards. If you did "
        "not expect this, let it go.",
        name=name,
        team=team.name,
        workspace=workspace,
    )
    unlink = Button(words.say("Let it go"), asks.about_team("team unlink", team.id))
    return _private(words.say("A new home"), say, _card(team, words), unlink)


def account_call(workspace: str, words: Words) -> View:
    """Return a word to somebody that one more account is theirs now."""
    say = words.rich(
        "An account in {workspace} is linked to you now, by a code that you made. From there, too, "
        "you are the same person to me. If that was not you, let the account go.",
        workspace=workspace,
    )
    unlink = Button(words.say("Let it go"), Ask("me unlink"))
    return _private(words.say("One more account"), say, unlink)


def action_call(
    item: ActionItem, occasion: Occasion, team: Team, today: date, words: Words
) -> View:
    """Return a word to the owner of an action item: that it is theirs, or that its day is near."""
    slots: dict[str, Slot] = {
        "what": item.what,
        "team": team.name,
        "due": due_text(item, today, words),
    }
    match occasion:
        case Occasion.GIVEN:
            title = words.say("Something to do")
            say = words.rich(
                "This is yours now on the team {team}: **{what}**. By when: {due}. If it does not "
                "fit, give it another date or hand it over.",
                **slots,
            )
        case Occasion.NEAR:
            title = words.say("To do soon")
            say = words.rich("A reminder from the team {team}: **{what}**, by {due}.", **slots)
            if item.plan:
                say = (*say, *words.rich(" The plan: {plan}", plan=item.plan))
        case Occasion.PAST:
            title = words.say("Is it done?")
            say = words.rich(
                "**{what}**, for the team {team}. {due}. Is it done? If this is not the week for "
                "it, give it a new date, or hand it to somebody else.",
                **slots,
            )
        case _:
            assert_never(occasion)
    return _private(title, say, *_ways_on(item, words))


def handover_call(team: Team, name: str, count: int, words: Words, *, is_unowned: bool) -> View:
    """Return a word that somebody has left, and who has now what they had taken on."""
    if is_unowned:
        say = words.rich_plural(
            "**{name}** has left the team {team}. {count} action item there has nobody now.",
            "**{name}** has left the team {team}. {count} action items there have nobody now.",
            count,
            name=name,
            team=team.name,
        )
    else:
        say = words.rich_plural(
            "**{name}** has left the team {team}, and has handed over to you. You have {count} "
            "action item there now.",
            "**{name}** has left the team {team}, and has handed over to you. You have {count} "
            "action items there now.",
            count,
            name=name,
            team=team.name,
        )
    look = asks.about_team("action list", team.id)
    return _private(
        words.say("Action items"), say, Button(words.say("Action items"), look, Style.PRIMARY)
    )


def _ways_on(item: ActionItem, words: Words) -> tuple[Button, ...]:
    done = asks.about_action("action done", item.id)
    return (
        Button(words.say("Done"), done, Style.PRIMARY),
        Button(words.say("New date"), asks.about_action("action snooze", item.id)),
        Button(words.say("Hand over"), asks.about_action("action reassign", item.id)),
    )


def _time_is_up(wording: Wording) -> View:
    say = wording.words.rich(
        "The time for **{title}** is up. {progress} Give more time, or go on.",
        title=wording.subject() or wording.title(),
        progress=progress_line(wording),
    )
    look = Button(wording.words.say("Open"), asks.look(wording.conversation.id), Style.PRIMARY)
    return _private(wording.title(), say, look)


def _card(team: Team, words: Words) -> Button:
    return Button(words.say("Team card"), asks.team_home(team.id), Style.PRIMARY)


def _open(wording: Wording) -> Button:
    ask = asks.take_part(wording.conversation.id)
    return Button(wording.words.say("Open"), ask, Style.PRIMARY)


def _private(title: str, say: Text, *buttons: Button) -> View:
    blocks: tuple[Block, ...] = (Paragraph(say), Buttons(buttons))
    return View(title=title, summary=flat(say), blocks=blocks)
