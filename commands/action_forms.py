"""The forms of action items: make one, change it, give it a new date, hand it over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from commands.access import Seat, access_own_record, access_team_here
from commands.access_actions import access_action, access_action_to_change, action_named
from commands.action_keeping import change_action, make_actions
from commands.action_views import action_screen
from commands.actions import actions_here, chosen_action, list_actions
from commands.context import Context
from commands.proposals import to_do
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen
from workflows import asks
from workflows.action_items import LONGEST_PLAN, LONGEST_WHAT, ActionDraft, ActionItem
from workflows.conversations import Answers
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, MemberId, RecordId
from workflows.text import Bold
from workflows.views import Ask, Option, Raw, View
from workflows.words import mark

WHAT = FieldId("what")
OWNER = FieldId("owner")
DUE = FieldId("due")
PLAN = FieldId("plan")

EVERYTHING = (WHAT, OWNER, DUE, PLAN)

NOBODY = "nobody"
"""Stands in the form for no owner."""


def add_action(context: Context) -> View:
    """Make an action item, from nothing or from a record of the team's; sent twice, it makes one.

    The form names the item that it makes, by the option `new`.
    """
    seat, source = _beginning(context)
    id_, made = action_named(context, seat)
    if not context.raw:
        new = context.work.new_id() if made else id_
        return _add_form(context, seat, new, {})
    if made:
        return action_screen(context, seat, made)
    questions = _questions(context, seat, *EVERYTHING)
    answers, problems = _read(context, seat, questions)
    if problems:
        return _add_form(context, seat, id_, context.raw, problems)
    draft = _drafted(questions, answers, ActionDraft("", id=id_))
    me = seat.member.id
    (item,) = make_actions(context.office, seat.team, [draft], by=me, source=source)
    return action_screen(context, seat, item, context.words.say("This is on the list now."))


def propose_action(context: Context) -> View:
    """Open the form of a new action item, with words that came along and are not kept yet."""
    seat = access_team_here(context)
    text = context.raw.get(WHAT, "")
    values = to_do(text) if isinstance(text, str) else {}
    return _add_form(context, seat, context.work.new_id(), values)


def edit_action(context: Context) -> View:
    """Change what an item says."""
    return _change(context, mark("Change an action item"), *EVERYTHING)


def snooze(context: Context) -> View:
    """Give an item a new date; without saying which, show the list to pick from."""
    return _change(context, mark("A new date"), DUE)


def reassign(context: Context) -> View:
    """Hand an item over; without saying which, show the list to pick from."""
    return _change(context, mark("Hand over"), OWNER)


def _beginning(context: Context) -> tuple[Seat, RecordId | None]:
    """Return for which team an item is made, and from which of its records."""
    if source := context.option("source"):
        seat, record = access_own_record(context, RecordId(source))
        return seat, record.id
    return access_team_here(context), None


def _change(context: Context, title: str, *asked: FieldId) -> View:
    """Ask some of the questions about an item, and keep the answers."""
    chosen = chosen_action(context)
    if chosen is None:
        return list_actions(context)
    if not context.raw:
        seat, item = access_action(context, chosen)
        values = _values(item) if WHAT in asked else {}
        return _change_form(context, item, title, _questions(context, seat, *asked), values)
    seat, before = access_action_to_change(context, chosen)
    questions = _questions(context, seat, *asked)
    answers, problems = _read(context, seat, questions, before.due)
    if problems:
        return _change_form(context, before, title, questions, context.raw, problems)
    as_it_was = ActionDraft(before.what, before.owner, before.due, before.plan)
    now = _drafted(questions, answers, as_it_was)
    after = replace(before, what=now.what, owner=now.owner, due=now.due, plan=now.plan)
    change_action(context.office, seat.team, before, after, by=seat.member.id)
    return action_screen(context, seat, after, context.words.say("Saved."))


def _questions(context: Context, seat: Seat, *asked: FieldId) -> Questions:
    words = context.words
    fields = {
        WHAT: Field(id=WHAT, label=words.say("What is to be done?"), longest=LONGEST_WHAT),
        OWNER: Field(id=OWNER, label=words.say("Who takes it on?"), kind=FieldKind.PERSON),
        DUE: Field(
            id=DUE,
            label=words.say("By when?"),
            kind=FieldKind.DATE,
            required=WHAT not in asked,
        ),
        PLAN: Field(
            id=PLAN,
            label=words.say("When and where will you do it?"),
            hint=words.say("Such as: Monday after the staff meeting, in the office"),
            required=False,
            longest=LONGEST_PLAN,
        ),
    }
    members = (Option(member.id, member.name) for member in seat.team.present)
    nobody = Option(NOBODY, words.say("Nobody yet"))
    return Questions(tuple(fields[each] for each in asked), {OWNER: (*members, nobody)})


def _read(
    context: Context, seat: Seat, questions: Questions, kept: date | None = None
) -> tuple[Answers, dict[FieldId, str]]:
    """Read a form; a day that has passed is a slip, unless it stood there before."""
    answers, problems = questions.read(context)
    due = _day(answers)
    today = seat.room(context.words).words.day_of(context.office.now)
    if due and due < today and due != kept:
        problems[DUE] = context.words.say("Please pick today or a later day.")
    return answers, problems


def _drafted(questions: Questions, answers: Answers, before: ActionDraft) -> ActionDraft:
    """Return an item as it is worded now; what was not asked stays."""
    asked = {field.id for field in questions.fields}
    return replace(
        before,
        what=str(answers.get(WHAT, before.what)),
        owner=_owner(answers) if OWNER in asked else before.owner,
        due=_day(answers) if DUE in asked else before.due,
        plan=str(answers.get(PLAN, "")) if PLAN in asked else before.plan,
    )


def _owner(answers: Answers) -> MemberId | None:
    picked = str(answers[OWNER])
    return None if picked == NOBODY else MemberId(picked)


def _day(answers: Answers) -> date | None:
    return date.fromisoformat(str(answers[DUE])) if DUE in answers else None


def _values(item: ActionItem) -> Raw:
    return {
        WHAT: item.what,
        OWNER: item.owner or NOBODY,
        DUE: item.due.isoformat() if item.due else "",
        PLAN: item.plan,
    }


def _add_form(
    context: Context,
    seat: Seat,
    new: str,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words, source = context.words, context.option("source")
    options = {"team": seat.team.id, "new": new, **({"source": source} if source else {})}
    sheet = Sheet(
        title=words.say("An action item"),
        say=words.rich("Something that somebody on **{team}** takes on.", team=seat.team.name),
        send=Ask("action add", options),
        seen_by=words.say("Who can see this: everyone on the team."),
    )
    questions = _questions(context, seat, *EVERYTHING)
    return form_screen(context, sheet, questions, values, problems)


def _change_form(
    context: Context,
    item: ActionItem,
    title: str,
    questions: Questions,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say(title),
        say=(Bold(item.what),),
        send=asks.about_action(context.request.ask.command, item.id),
        seen_by=words.say("Who can see this: everyone on the team."),
    )
    return form_screen(context, sheet, questions, values, problems)


COMMANDS = (
    Command("action add", add_action, mark("Write down what somebody takes on")),
    Command("action snooze", snooze, mark("Give an action item a new date"), which=actions_here),
    Command("action reassign", reassign, mark("Hand an action item over"), which=actions_here),
    Command("action edit", edit_action),
    Command("action propose", propose_action),
)
