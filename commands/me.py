"""Me: my language, what is kept about me, a copy of it, and to be forgotten."""

import json
from collections.abc import Mapping

from commands.access import Seat, access_own_seats
from commands.access_open import records_open_to
from commands.announcing import announce_record
from commands.codes import tries_of
from commands.context import Context
from commands.errors import BadRequestError
from commands.membership import leave_team
from commands.own_things import erase_own
from commands.places import workspace_name
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows.catalogue import LANGUAGE_NAMES, words_for
from workflows.conversations import Conversation
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, WorkspaceId
from workflows.people import Account, Member, Person, Team
from workflows.records import content_json
from workflows.text import Text
from workflows.views import Ask, Bullets, Button, Document, Option, Raw, Style, TextFile, View
from workflows.words import mark

LANGUAGE = FieldId("language")


def show_me(context: Context) -> View:
    """Show what the asker can set and see about themselves."""
    words = context.words
    line = words.say("This is about you alone. Nobody else can open it.")
    return told(
        words.say("My settings"),
        line,
        *row(
            Button(words.say("My language"), Ask("me language")),
            Button(words.say("What is kept about me"), Ask("me kept")),
            Button(words.say("Take it away"), Ask("me export")),
            Button(words.say("My accounts"), Ask("me link")),
            Button(words.say("Forget me"), Ask("me forget"), Style.DANGER),
        ),
    )


def set_language(context: Context) -> View:
    """Choose the language of everything that only the asker sees."""
    words = context.words
    options = tuple(Option(code, name) for code, name in LANGUAGE_NAMES.items())
    asked = Field(id=LANGUAGE, label=words.say("Your language"), kind=FieldKind.CHOICE)
    questions = Questions((asked,), {LANGUAGE: options})
    if not context.raw:
        return _language_form(context, questions, {LANGUAGE: words.language})
    answers, problems = questions.read(context)
    if problems:
        return _language_form(context, questions, context.raw, problems)
    language = str(answers[LANGUAGE])
    person = context.person
    context.work.people.save(Person(person.id, person.name, language))
    chosen = words_for(language)
    line = chosen.say("From now on I write to you in English.")
    return told(chosen.say("My settings"), line).in_language(chosen.language)


def show_kept(context: Context) -> View:
    """Show what is kept about the asker, in sentences."""
    words = context.words
    language = LANGUAGE_NAMES[words.language]
    lines = (
        words.rich("Your name: **{name}**", name=context.person.name),
        words.rich("Your language: **{language}**", language=language),
        *(
            words.rich("Your account in **{workspace}**", workspace=_where(context, account))
            for account in _accounts(context)
        ),
        *(_kept_on_team(context, seat) for seat in access_own_seats(context)),
    )
    line = words.say(
        "This is kept about you. When a conversation ends, Concord lets go of who wrote "
        "unsigned answers."
    )
    export = Button(words.say("Take it away"), Ask("me export"))
    return told(words.say("What is kept about me"), line, Bullets(lines), *row(export))


def export_me(context: Context) -> View:
    """Give the asker everything that is kept about them, as a JSON file."""
    words = context.words
    text = json.dumps(_everything(context), ensure_ascii=False, indent=2, sort_keys=True)
    line = words.say("Here is everything that is kept about you.")
    return told(words.say("My settings"), line, Document("about-me.json", TextFile(text + "\n")))


def forget_me(context: Context) -> View:
    """Take the asker off all teams, delete their answers, and drop their name."""
    words = context.words
    title = words.say("Forget me")
    if context.option("sure") != "yes":
        line = words.say(
            "You leave all your teams, and your name is dropped. Your answers are deleted, and so "
            "is what only you can see, such as your invitations. What your teams agreed stays, "
            "without your name. This cannot be undone."
        )
        yes = Button(words.say("Forget me"), Ask("me forget", {"sure": "yes"}), Style.DANGER)
        return told(title, line, *row(yes, Button(words.say("Stay"), Ask("me"))))
    for seat in access_own_seats(context):
        _forget_seat(context, seat)
    for account in context.work.people.accounts_of(context.person.id):
        context.work.returned_forms.forget(account.workspace, account.external_id)
    context.work.people.erase(context.person.id)
    context.work.link_codes.drop_of_person(context.person.id)
    context.work.buckets.clear(tries_of(context.person.id))
    return told(title, words.say("You are forgotten. Take care."))


def leave_workspace(context: Context) -> View:
    """Take somebody off their teams here: their platform says that they are gone.

    They stay on a team that works in another workspace, too, where they have an account as well,
    and are written to there from now on.
    """
    here = context.request.caller.workspace
    elsewhere = {account.workspace for account in _accounts(context)} - {here}
    seats = [s for s in access_own_seats(context) if s.member.is_here]
    left = [s for s in seats if _works_in(s.team, {here}) and not _works_in(s.team, elsewhere)]
    if elsewhere:
        context.work.people.retire(context.account.id)
    elif not left:
        raise BadRequestError(mark("You are on no team that works only here."))
    for seat in left:
        leave_team(context, seat)
    words = context.words
    line = words.say("You have left your teams here. Thank you for your part.")
    return told(words.say("My settings"), line)


def _works_in(team: Team, workspaces: set[WorkspaceId]) -> bool:
    return any(home.workspace in workspaces for home in team.homes)


def _accounts(context: Context) -> tuple[Account, ...]:
    return context.work.people.accounts_of(context.person.id)


def _where(context: Context, account: Account) -> str:
    return workspace_name(context.work.workspaces.get(account.workspace), context.words)


def _forget_seat(context: Context, seat: Seat) -> None:
    """End a seat, delete its answers, and take its name off the cards in the team's channels."""
    if seat.member.is_here:
        leave_team(context, seat)
    erase_own(context.office, seat.member.id)
    context.work.conversations.erase_member(seat.member.id)
    for record in records_open_to(context, seat):
        if seat.member.id in record.current.named:
            announce_record(context.office, seat.team, record.id)
    context.work.record_notes.erase(seat.member.id)


def _kept_on_team(context: Context, seat: Seat) -> Text:
    me = seat.member.id
    return context.words.rich(
        "Your seat on the team **{team}**. Conversations you took part in: {conversations}. "
        "Records you signed: {records}. Action items you have or had: {actions}. Records that are "
        "yours alone: {own}.",
        team=seat.team.name,
        conversations=len(context.work.conversations.of_member(me)),
        records=len(context.work.records.signed_by(me)),
        actions=len(context.work.actions.of_owner(me)),
        own=len(context.work.records.of_owner(me)),
    )


def _everything(context: Context) -> dict[str, object]:
    person = context.person
    return {
        "name": person.name,
        "language": person.language or "",
        "accounts": [
            {"workspace": _where(context, account), "id": account.external_id}
            for account in _accounts(context)
        ],
        "teams": [_about_seat(context, seat) for seat in access_own_seats(context)],
    }


def _about_seat(context: Context, seat: Seat) -> dict[str, object]:
    me, work = seat.member, context.work
    party = seat.partnership.party(me.party) if me.party else None
    return {
        "partnership": seat.partnership.name,
        "team": seat.team.name,
        "party": party.name if party else "",
        "roles": sorted(me.roles),
        "joined": me.joined_at.isoformat() if me.joined_at else "",
        "left": me.left_at.isoformat() if me.left_at else "",
        "answers": {
            conversation.id: {
                "workflow": conversation.workflow,
                "given": conversation.people[me.id].model_dump(mode="json"),
                **_alone(conversation, me),
            }
            for conversation in work.conversations.of_member(me.id)
        },
        "signed": [record.id for record in work.records.signed_by(me.id)],
        "actions": [
            {
                "what": item.what,
                "by": item.due.isoformat() if item.due else "",
                "when and where": item.plan,
                "status": item.status,
            }
            for item in work.actions.of_owner(me.id)
        ],
        "notes": work.record_notes.of_member(me.id),
        "own": {
            record.id: [json.loads(content_json(edition.content)) for edition in record.editions]
            for record in work.records.of_owner(me.id)
        },
        "named": [r.id for r in records_open_to(context, seat) if me.id in r.current.named],
    }


def _alone(conversation: Conversation, me: Member) -> dict[str, object]:
    """Return what stands on a sheet that is the asker's alone."""
    if conversation.owner != me.id:
        return {}
    return {"sheet": conversation.model_dump(mode="json", include={"sheet"})["sheet"]}


def _language_form(
    context: Context,
    questions: Questions,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("My language"),
        say=words.rich("This is the language of everything that only you see."),
        send=Ask("me language"),
        seen_by=words.say("Who can see this: only you."),
    )
    return form_screen(context, sheet, questions, values, problems)


COMMANDS = (
    Command("me", show_me, mark("Your language, and what is kept about you")),
    Command("me language", set_language, mark("Choose your language")),
    Command("me kept", show_kept, mark("See what is kept about you")),
    Command("me export", export_me, mark("Take away what is kept about you")),
    Command("me forget", forget_me, mark("Leave all teams and be forgotten")),
    Command("me left", leave_workspace),
)
