"""What every screen keeps to, so that each platform can show it and everybody can read it."""

from collections.abc import Iterator

from workflows.definitions import FieldKind
from workflows.limits import LONGEST, OPTIONS_OF_ONE, QUESTIONS_A_FORM, Place
from workflows.text import flat
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Facts,
    Form,
    Heading,
    Menu,
    Option,
    Paragraph,
    Picture,
    Quote,
    Small,
    View,
)

LONGEST_MESSAGE = 3800
LONGEST_BUTTON_ID = 100
LONGEST_BUTTON = 75
MOST_BUTTONS = 5
MOST_FACTS = 10
WITHOUT_LIMIT = (FieldKind.PERSON, FieldKind.PEOPLE)
"""Platforms have a select of their own for people."""


def broken_limits(view: View) -> list[str]:
    """Return what is wrong with a screen, in words; best, nothing."""
    return list(_broken(view))


def buttons_of(view: View) -> list[Button]:
    """Return all buttons of a screen, those under its form last."""
    rows = [block.buttons for block in view.blocks if isinstance(block, Buttons)]
    under = view.form.ways if view.form else ()
    return [button for row in (*rows, under) for button in row]


def _broken(view: View) -> Iterator[str]:
    if not view.title.strip() or not view.summary.strip():
        yield "a screen without a title or a summary"
    if sum(len(_words(block)) for block in view.blocks) > LONGEST_MESSAGE:
        yield "a screen too long for one message"
    for button in buttons_of(view):
        yield from _broken_button(button)
    for block in view.blocks:
        yield from _broken_block(block)
    if view.form:
        yield from _broken_form(view.form)


def _broken_button(button: Button) -> Iterator[str]:
    if not button.label.strip() or len(button.label) > LONGEST_BUTTON:
        yield f"a button without a good label: {button.label}"
    yield from _broken_ask(button.ask)


def _broken_ask(ask: Ask) -> Iterator[str]:
    if len(ask.encode()) > LONGEST_BUTTON_ID or Ask.decode(ask.encode()) != ask:
        yield f"a button that does not fit: {ask.encode()}"


def _broken_block(block: Block) -> Iterator[str]:
    match block:
        case Buttons():
            if not 1 <= len(block.buttons) <= MOST_BUTTONS:
                yield "a row of too many buttons, or of none"
        case Menu():
            yield from _broken_ask(Ask(block.ask.command, {**block.ask.options, "pick": "x" * 12}))
            yield from _broken_options(block.label, block.options)
        case Facts():
            if len(block.pairs) > MOST_FACTS:
                yield "too many facts"
        case Picture():
            if not block.alt:
                yield "a picture without words"
        case _:
            if not _words(block).strip():
                yield f"an empty {block.kind}"


def _broken_form(form: Form) -> Iterator[str]:
    if not 1 <= len(form.inputs) <= QUESTIONS_A_FORM:
        yield "a form with too many questions, or none"
    for asked in form.inputs:
        if len(asked.label) > LONGEST[Place.LABEL] or len(asked.hint) > LONGEST[Place.HINT]:
            yield f"a label or a hint too long: {asked.label}"
        if asked.field_kind not in WITHOUT_LIMIT:
            yield from _broken_options(asked.label, asked.options)


def _broken_options(label: str, options: tuple[Option, ...]) -> Iterator[str]:
    if len(options) > OPTIONS_OF_ONE:
        yield f"too many options: {label}"
    if any(not 1 <= len(option.label.strip()) <= LONGEST[Place.CHOICE] for option in options):
        yield f"an option without a good label: {label}"


def _words(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case Paragraph() | Quote() | Small():
            return flat(block.text)
        case Bullets():
            return "\n".join(flat(item) for item in block.items)
        case Facts():
            return "\n".join(f"{name}{flat(text)}" for name, text in block.pairs)
        case _:
            return block.kind
