"""Codes that people type: what was typed, the form for one, and how often somebody may be wrong."""

from datetime import timedelta

from commands.context import Context
from commands.errors import BadRequestError
from commands.registry import LONGEST_TEXT
from commands.screens import Questions, Sheet, form_screen
from workflows.definitions import Field
from workflows.identifiers import FieldId, PersonId
from workflows.text import Code, Text
from workflows.typed import fit
from workflows.views import View
from workflows.words import Words, mark

CODE = FieldId("code")

MOST_WRONG = 10
"""Codes that do not fit which one person may type in a row."""

ANOTHER_AFTER = timedelta(minutes=6)
"""After this time one more may be wrong."""


def typed_code(context: Context) -> str:
    """Return what was typed as a code, after the command or into the form; empty for nothing."""
    given = context.raw.get(CODE) or context.option("text")
    return fit(given, longest=LONGEST_TEXT) if isinstance(given, str) else ""


def code_form(context: Context, sheet: Sheet) -> View:
    """Return the form with one question, for a code."""
    return form_screen(context, sheet, _question(context.words), {})


def wrong_code(context: Context, sheet: Sheet) -> View:
    """Note that somebody typed a code that does not fit, and let them look at it again.

    Nothing is raised, for what is refused leaves no trace, and this has to.
    """
    words, now = context.words, context.office.now
    context.work.buckets.reserve(tries_of(context.person.id), now=now, interval=ANOTHER_AFTER)
    problem = words.say(
        "This code does not fit. It may be used up, replaced by a newer one, or too old. Please "
        "look at it again, or ask for a new one."
    )
    return form_screen(
        context, sheet, _question(words), {CODE: typed_code(context)}, {CODE: problem}
    )


def refuse_guessing(context: Context) -> None:
    """Raise BadRequestError for somebody who was wrong too often, whatever they type now."""
    free_at = context.work.buckets.free_at(tries_of(context.person.id))
    if free_at - context.office.now > ANOTHER_AFTER * (MOST_WRONG - 1):
        raise BadRequestError(
            mark("Many codes did not fit. Please wait for a quarter of an hour, then try again.")
        )


def tries_of(person: PersonId) -> str:
    """Return the key under which it is counted how often somebody was wrong."""
    return f"code/{person}"


def shown(command: str, code: str) -> Text:
    """Return what is to be typed elsewhere, as it is typed."""
    return (Code(f"/concord {command} {code}"),)


def _question(words: Words) -> Questions:
    label, hint = words.say("What is the code?"), words.say("Twelve letters and digits")
    return Questions((Field(id=CODE, label=label, hint=hint, longest=LONGEST_TEXT),))
