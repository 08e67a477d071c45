"""Me: my language, what is kept about me, a copy of it, and to be forgotten."""

import json
from collections.abc import Mapping

from commands.access import Seat, access_own_seats
from commands.context import Context
from commands.membership import leave_team
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows.catalogue import LANGUAGES, words_for
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId
from workflows.people import Person
from workflows.text import Text
from workflows.views import Ask, Bullets, Button, Document, Option, Raw, Style, View
from workflows.words import mark

LANGUAGE = FieldId("language")
LANGUAGE_NAMES: Mapping[str, str] = {"en": "English", "es": "Español"}


def show_me(context: Context) -> View:
    """Show what the asker can set and see about themselves."""
    words = context.words
    line = words.say("This is about you alone. Nobody else can open it.")
    return told(
        context,
        words.say("My settings"),
        line,
        *row(
            Button(words.say("My language"), Ask("me language")),
            Button(words.say("What is kept about me"), Ask("me kept")),
            Button(words.say("Take it away"), Ask("me export")),
            Button(words.say("Forget me"), Ask("me forget"), Style.DANGER),
        ),
    )


def set_language(context: Context) -> View:
    """Choose the language of everything that only the asker sees."""
    words = context.words
    options = tuple(Option(code, LANGUAGE_NAMES[code]) for code in LANGUAGES)
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
    return View(chosen.say("My settings"), line, told(context, "", line).blocks)


def show_kept(context: Context) -> View:
    """Show what is kept about the asker, in sentences."""
    words = context.words
    seats = access_own_seats(context, context.person.id)
    lines: list[Text] = [words.rich("Your name: **{name}**", name=context.person.name)]
    for seat in seats:
        taking_part = context.work.conversations.of_member(seat.member.id)
        signed = context.work.records.signed_by(seat.member.id)
        lines.append(
            words.rich(
                "On the team **{team}**: your seat, your part in {conversations} conversations, "
                "your name under {records} records.",
                team=seat.team.name,
                conversations=len(taking_part),
                records=len(signed),
            )
        )
    line = words.say(
        "This is kept about you. When a conversation ends, Concord lets go of who wrote "
        "unsigned answers."
    )
    export = Button(words.say("Take it away"), Ask("me export"))
    return told(
        context, words.say("What is kept about me"), line, Bullets(tuple(lines)), *row(export)
    )


def export_me(context: Context) -> View:
    """Give the asker everything that is kept about them, as a JSON file."""
    words = context.words
    text = json.dumps(_everything(context), ensure_ascii=False, indent=2, sort_keys=True)
    line = words.say("Here is everything that is kept about you.")
    return told(context, words.say("My settings"), line, Document("about-me.json", text + "\n"))


def forget_me(context: Context) -> View:
    """Take the asker off all teams, delete their answers, and drop their name."""
    words = context.words
    if context.option("sure") != "yes":
        line = words.say(
            "You leave all your teams, your answers are deleted, and your name is dropped. What "
            "your teams agreed stays, without your name. This cannot be undone."
        )
        yes = Button(words.say("Forget me"), Ask("me forget", {"sure": "yes"}), Style.DANGER)
        return told(
            context, words.say("Forget me"), line, *row(yes, Button(words.say("Stay"), Ask("me")))
        )
    for seat in access_own_seats(context, context.person.id):
        leave_team(context, seat)
        context.work.conversations.erase_member(seat.member.id)
    context.work.people.erase(context.person.id)
    return told(context, words.say("Forget me"), words.say("You are forgotten. Take care."))


def _everything(context: Context) -> dict[str, object]:
    person = context.person
    return {
        "name": person.name,
        "language": person.language or "",
        "accounts": [a.external_id for a in context.work.people.accounts_of(person.id)],
        "teams": [_about_seat(context, seat) for seat in access_own_seats(context, person.id)],
    }


def _about_seat(context: Context, seat: Seat) -> dict[str, object]:
    me = seat.member.id
    return {
        "team": seat.team.name,
        "roles": sorted(seat.member.roles),
        "joined": seat.member.joined_at.isoformat() if seat.member.joined_at else "",
        "answers": {
            conversation.id: {
                "workflow": conversation.workflow,
                "given": place.model_dump(mode="json"),
            }
            for conversation in context.work.conversations.of_member(me)
            if (place := conversation.people.get(me))
        },
        "signed": [record.id for record in context.work.records.signed_by(me)],
    }


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
)
