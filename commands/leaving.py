"""Leaving a team: what that means, and who takes over what one has to do."""

from collections.abc import Mapping

from commands.access import Seat, access_team_here
from commands.action_keeping import open_of_member
from commands.context import Context
from commands.membership import leave_team
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows import asks
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, MemberId
from workflows.people import Member
from workflows.views import Button, Option, Style, View
from workflows.words import mark

HEIR = FieldId("heir")


def leave(context: Context) -> View:
    """Leave the team; what was agreed stays, and somebody else takes over a lead's place.

    Whoever has something to do there is asked who takes it over.
    """
    seat = access_team_here(context)
    others = tuple(member for member in seat.team.present if member.id != seat.member.id)
    count = len(open_of_member(context.office, seat.member)) if others else 0
    if context.option("sure") != "yes":
        return _handover(context, seat, others, count) if count else _sure(context, seat)
    heir = None
    if count:
        answers, problems = _questions(context, others, count).read(context)
        if problems:
            return _handover(context, seat, others, count, problems)
        heir = MemberId(str(answers[HEIR])) if HEIR in answers else None
    leave_team(context, seat, heir)
    line = context.words.say("You have left the team. Thank you for your part.")
    return told(seat.team.name, line)


def _sure(context: Context, seat: Seat) -> View:
    """Ask whether somebody wants to leave, and say what that means."""
    words, team = context.words, seat.team
    if len(team.present) > 1:
        line = words.say("Leave “{team}”? What you agreed stays on record.", team=team.name)
    else:
        line = words.say(
            "You are the last one on “{team}”. Once you leave, nobody can open what it keeps. You "
            "may want to take its records away first.",
            team=team.name,
        )
    yes = asks.about_team("team leave", team.id, sure="yes")
    records = Button(words.say("Records"), asks.about_team("record list", team.id))
    buttons = row(
        Button(words.say("Leave the team"), yes, Style.DANGER),
        None if len(team.present) > 1 else records,
        Button(words.say("Stay"), asks.team_home(team.id)),
    )
    return told(team.name, line, *buttons)


def _handover(
    context: Context,
    seat: Seat,
    others: tuple[Member, ...],
    count: int,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    """Ask whether somebody wants to leave, and who takes over what they have to do."""
    words, team = context.words, seat.team
    sheet = Sheet(
        title=words.say("Leave the team"),
        say=words.rich_plural(
            "Leave **{team}**? What you agreed stays on record. You have {count} open action item "
            "there.",
            "Leave **{team}**? What you agreed stays on record. You have {count} open action items "
            "there.",
            count,
            team=team.name,
        ),
        send=asks.about_team("team leave", team.id, sure="yes"),
        seen_by=words.say("Who can see this: everyone on the team."),
        button=words.say("Leave the team"),
    )
    return form_screen(context, sheet, _questions(context, others, count), context.raw, problems)


def _questions(context: Context, others: tuple[Member, ...], count: int) -> Questions:
    words = context.words
    asked = Field(
        id=HEIR,
        label=words.plural("Who takes it over?", "Who takes them over?", count),
        hint=words.say("Leave this empty, and the team decides."),
        kind=FieldKind.PERSON,
        required=False,
    )
    return Questions((asked,), {HEIR: tuple(Option(one.id, one.name) for one in others)})


COMMANDS = (Command("team leave", leave, mark("Leave your team")),)
