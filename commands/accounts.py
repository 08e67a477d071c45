"""My accounts: link one in another workspace by a code, so that I count once, and let one go."""

from datetime import timedelta

from commands.access import person_of_code
from commands.codes import code_form, refuse_guessing, shown, typed_code, wrong_code
from commands.context import Context
from commands.errors import BadRequestError
from commands.merging import merge_into
from commands.places import workspace_name
from commands.registry import Command
from commands.screens import Sheet, row, told
from workflows.catalogue import words_for
from workflows.identifiers import PersonId
from workflows.people import Account, Person
from workflows.text import Moment, Text, flat, plain
from workflows.views import Ask, Bullets, Button, Menu, Option, Paragraph, Small, Style, View
from workflows.words import Words, mark

CODE_LASTS = timedelta(minutes=30)


def link_me(context: Context) -> View:
    """Make a code for the asker; or with somebody's code, let the asker be that person."""
    code = typed_code(context)
    if code:
        return _link(context, code)
    if context.option("enter"):
        return code_form(context, _sheet(context.words))
    return _new_code(context)


def unlink_me(context: Context) -> View:
    """Let one of the asker's other accounts be somebody of its own again, without any seat."""
    others = [a for a in _accounts(context, context.person) if a.id != context.account.id]
    if not others:
        raise BadRequestError(mark("You have this one account only. There is nothing to let go."))
    chosen = context.option("pick") or context.option("account")
    account = next((account for account in others if account.id == chosen), None)
    if account is None:
        return _pick_account(context, others)
    if not context.option("sure"):
        return _sure_to_unlink(context, account)
    person = Person(PersonId(context.work.new_id()), context.person.name, context.person.language)
    context.work.people.add(person)
    context.work.people.move_account(account.id, person.id)
    words = context.words
    line = words.say("Your account in {workspace} is let go.", workspace=_where(context, account))
    return told(words.say("My accounts"), line)


def _new_code(context: Context) -> View:
    words = context.words
    until = context.office.now + CODE_LASTS
    code = context.work.link_codes.new_for_person(context.person.id, until=until)
    line = words.say("With your other account, in the other workspace, type this:")
    small = words.rich(
        "The code is for you alone, and good for thirty minutes, until {until}. Give it to nobody: "
        "whoever types it is you to me. I never ask you for it.",
        until=Moment(until),
    )
    more = words.say("Then that account and this one are one person to me, and you count once.")
    enter = Button(words.say("I have a code"), Ask("me link", {"enter": "yes"}))
    blocks = (Paragraph(shown("me link", code)), Paragraph(plain(more)), Small(small))
    return told(words.say("My accounts"), line, *blocks, *row(enter, _let_go(context))).in_secret()


def _link(context: Context, code: str) -> View:
    refuse_guessing(context)
    is_sure, codes = context.option("sure") == "yes", context.work.link_codes
    person = person_of_code(context, code)
    if person is None or (is_sure and not codes.drop_of_person(person.id)):
        return wrong_code(context, _sheet(context.words))
    _refuse_same_place(context, person)
    if not is_sure:
        return _sure_to_link(context, person, code)
    merged = merge_into(context, person)
    words = words_for(merged.language or context.request.caller.language)
    line = words.say("Done. Here, too, you are {name} now, and count once.", name=merged.name)
    kept = Button(words.say("What is kept about me"), Ask("me kept"))
    return told(words.say("My accounts"), line, *row(kept)).in_language(words.language)


def _refuse_same_place(context: Context, person: Person) -> None:
    """Raise BadRequestError where there is nothing to link: one account for each workspace."""
    if person.id == context.person.id:
        raise BadRequestError(
            mark("This is your own code. Please type it with your other account.")
        )
    mine = {account.workspace for account in _accounts(context, context.person)}
    if mine & {account.workspace for account in _accounts(context, person)}:
        raise BadRequestError(
            mark(
                "The code was made in a workspace in which you have an account already. Only "
                "accounts in different workspaces can be linked."
            )
        )


def _sure_to_link(context: Context, person: Person, code: str) -> View:
    """Say whose the code is, and what it means to go on."""
    words = context.words
    say = _who_it_is(context, person)
    means = (
        words.rich(
            "Your seats, answers and signatures here become those of **{name}**.", name=person.name
        ),
        words.rich(
            "Where both are on the same team, the seat you have had for longer stays, with the "
            "roles of both. The other one is given up."
        ),
        words.rich(
            "Where both have answered in a conversation that is still open, the answers from that "
            "seat count, and the others are deleted."
        ),
    )
    yes = Ask("me link", {"text": code, "sure": "yes"})
    buttons = row(
        Button(words.say("Yes, this is me"), yes, Style.PRIMARY),
        Button(words.say("No, leave it"), Ask("me")),
    )
    blocks = (Paragraph(say), Bullets(means), *buttons)
    return View(words.say("Is this you?"), flat(say), blocks).in_secret()


def _who_it_is(context: Context, person: Person) -> Text:
    """Say where a code comes from: from an account, or from whoever read an archive back."""
    words, accounts = context.words, _accounts(context, person)
    if not accounts:
        return words.rich(
            "This code is for **{name}**, who came here with an archive and has no account yet. Is "
            "that you? Go on only if the code was given to you as yours.",
            name=person.name,
        )
    return words.rich(
        "**{name}** has made this code, in {workspaces}. Is that you? Then this account and that "
        "one become one person. Go on only if you have made the code yourself.",
        name=person.name,
        workspaces=words.listed([_where(context, account) for account in accounts]),
    )


def _pick_account(context: Context, others: list[Account]) -> View:
    words = context.words
    options = tuple(Option(account.id, _where(context, account)) for account in others)
    line = words.say("Which of your other accounts is not yours, or not yours any more?")
    menu = Menu(words.say("Pick an account"), options, Ask("me unlink"))
    return told(words.say("My accounts"), line, menu)


def _sure_to_unlink(context: Context, account: Account) -> View:
    words = context.words
    line = words.say(
        "Let your account in {workspace} go? Your seats, answers and signatures stay with the "
        "account that you are using now. To me, the other one is somebody new.",
        workspace=_where(context, account),
    )
    yes = Ask("me unlink", {"account": account.id, "sure": "yes"})
    buttons = row(
        Button(words.say("Let it go"), yes, Style.DANGER), Button(words.say("Keep it"), Ask("me"))
    )
    return told(words.say("My accounts"), line, *buttons)


def _sheet(words: Words) -> Sheet:
    return Sheet(
        title=words.say("My accounts"),
        say=words.rich("Type the code that you got with `/concord me link` in the other place."),
        send=Ask("me link"),
        seen_by=words.say("Who can see this: only you."),
        button=words.say("Go on"),
    )


def _let_go(context: Context) -> Button | None:
    words, has_more = context.words, len(_accounts(context, context.person)) > 1
    return Button(words.say("Let an account go"), Ask("me unlink")) if has_more else None


def _accounts(context: Context, person: Person) -> tuple[Account, ...]:
    return context.work.people.accounts_of(person.id)


def _where(context: Context, account: Account) -> str:
    return workspace_name(context.work.workspaces.get(account.workspace), context.words)


COMMANDS = (
    Command(
        "me link",
        link_me,
        mark("Link your accounts in two workspaces, to count once"),
        takes_text=True,
    ),
    Command("me unlink", unlink_me, mark("Let one of your accounts go")),
)
