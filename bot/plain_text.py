"""Draws a view as plain text: for the terminal, and for transcripts that people read in tests."""

from collections.abc import Iterator
from typing import assert_never

from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, Plain, Text
from workflows.views import (
    Block,
    Bullets,
    Button,
    Buttons,
    Divider,
    Document,
    Facts,
    Form,
    Heading,
    Input,
    Menu,
    Paragraph,
    Picture,
    Quote,
    Small,
    View,
)
from workflows.words import Words


def draw_view(view: View, words: Words) -> str:
    """Return a view as lines of text, in the order in which it is read."""
    lines = [f"# {view.title}"]
    if view.problem:
        lines += ["", f"! {view.problem}"]
    for block in view.blocks:
        lines += ["", *_block(block, words)]
    if view.form:
        lines += ["", *_form(view.form, words)]
    return "\n".join(lines) + "\n"


def draw_text(text: Text, words: Words) -> str:
    """Return a text tree as characters, with days and moments in the reader's own way."""
    return "".join(_inline(node, words) for node in text)


def _block(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"## {text}"
        case Divider():
            yield "---"
        case Picture(alt=alt):
            yield f"[{words.say('Picture')}: {alt}]"
        case Buttons(buttons):
            yield _row(buttons)
        case Menu(label, options):
            yield f"{label}: {' | '.join(option.label for option in options)}"
        case Document(name, _):
            yield f"[{words.say('Document')}: {name}]"
        case _:
            yield from _prose(block, words)


def _prose(block: Paragraph | Bullets | Quote | Facts | Small, words: Words) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield draw_text(text, words)
        case Small(text):
            yield f"({draw_text(text, words)})"
        case Quote(text):
            yield from (f"> {line}" for line in draw_text(text, words).split("\n"))
        case Bullets(items):
            yield from (_hanging("- ", draw_text(item, words)) for item in items)
        case Facts(pairs):
            yield from (_hanging(f"{name}: ", draw_text(text, words)) for name, text in pairs)
        case _:
            assert_never(block)


def _form(form: Form, words: Words) -> Iterator[str]:
    if form.page:
        page, pages = map(str, form.page)
        yield words.say("Page {page} of {pages}", page=page, pages=pages)
    for asked in form.inputs:
        yield from _input(asked, form, words)
    yield _row(form.ways)


def _input(asked: Input, form: Form, words: Words) -> Iterator[str]:
    optional = "" if asked.required else f" ({words.say('optional')})"
    hint = f"  ~ {asked.hint}" if asked.hint else ""
    yield f"? {asked.label}{optional}{hint}"
    value = form.values.get(asked.id, "")
    for option in asked.options:
        picked = option.value == value or option.value in value
        yield f"  ({'x' if picked else ' '}) {option.label}"
    if not asked.options:
        yield _hanging("  = ", value if isinstance(value, str) else ", ".join(value))
    if problem := form.problems.get(asked.id):
        yield f"  ! {problem}"


def _row(buttons: tuple[Button, ...]) -> str:
    return " ".join(f"[{button.label}]" for button in buttons)


def _hanging(first: str, text: str) -> str:
    """Return a text of several lines with all but the first indented."""
    return (first + text.replace("\n", "\n" + " " * len(first))).rstrip()


def _inline(node: Inline, words: Words) -> str:
    match node:
        case Plain() | Bold() | Italic() | Code():
            return node.text
        case Link():
            return f"{node.label} <{node.url}>"
        case Mention():
            return f"@{node.name}"
        case Moment():
            return words.moment(node.at)
        case Day():
            return words.day(node.on)
        case _:
            assert_never(node)
