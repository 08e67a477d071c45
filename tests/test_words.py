"""Everything people read is said in every language, in words that fit, and only through Words."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from jinja2 import Environment
from jinja2.lexer import TOKEN_DATA

from scripts.extraction import ROOT, template
from scripts.words import TRANSLATED, problems_of, read, updated

TEMPLATES = sorted((ROOT / "bot" / "platforms" / "web" / "templates").rglob("*.html"))
CODE = [
    file
    for package in ("bot", "commands", "workflows")
    for file in sorted((ROOT / package).rglob("*.py"))
    if "commandline" not in file.parts
]

SHOWN = {
    "Bold": (0, "text"),
    "Button": (0, "label", "confirm"),
    "Heading": (0, "text"),
    "Input": ("label", "hint"),
    "Italic": (0, "text"),
    "Link": (0, "label"),
    "Menu": (0, "label"),
    "Option": (1, "label"),
    "Picture": ("alt",),
    "Plain": (0, "text"),
    "View": (0, 1, "title", "summary", "problem"),
    "plain": (0,),
}
"""Where words stand in the values that become a screen."""

BRAND = "Concord"
LOUD = re.compile("[!¡\u2600-\u27bf\U0001f000-\U0001faff]")
FORMAL = re.compile(r"\b(usted|vosotros|vuestr[oa]s?|os)\b", re.IGNORECASE)
WORD = re.compile(r"(?<![/\w])[A-Za-z]{2}")
WORDS_OF_A_PAGE = re.compile(r"[A-Z][a-z]|[a-z]{2,} [a-z]{2,}")
TAG = re.compile(r"<[^<>]*>")
ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
SPOKEN_ATTRIBUTE = re.compile(r'\b(?:alt|aria-label|placeholder|title)="([^"]*)"')
SPOKEN_ELSEWHERE = re.compile(r"\.(say|rich|plural|rich_plural)\(")


@cache
def texts() -> Catalog:
    """Return the texts of the sources, which take a second to collect."""
    return template()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_reader_finds_every_text_translated_and_fitting(language: str) -> None:
    assert list(problems_of(language, texts())) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translator_finds_the_catalogue_as_the_script_writes_it(language: str) -> None:
    assert updated(language, texts()).decode() == _file(language).read_text("utf-8")


def test_nobody_is_shouted_at() -> None:
    assert [text for text in _all_texts() if LOUD.search(text)] == []


def test_a_spanish_reader_is_addressed_in_one_way() -> None:
    assert [text for text in _translations("es") if FORMAL.search(text)] == []


@pytest.mark.parametrize("file", CODE, ids=str)
def test_no_screen_is_made_of_words_that_cannot_be_translated(file: Path) -> None:
    assert list(_bare_words(ast.parse(file.read_text("utf-8")))) == []


@pytest.mark.parametrize("file", TEMPLATES, ids=str)
def test_no_template_has_words_that_cannot_be_translated(file: Path) -> None:
    source = file.read_text("utf-8")
    tokens = Environment(autoescape=True).lex(source)
    markup = "".join(text for _, kind, text in tokens if kind == TOKEN_DATA)

    spoken = [*SPOKEN_ATTRIBUTE.findall(markup), TAG.sub("\n", ATTRIBUTE.sub("", markup))]

    assert [text for text in spoken if WORDS_OF_A_PAGE.search(text.replace(BRAND, ""))] == []
    assert SPOKEN_ELSEWHERE.findall(source) == []


def _bare_words(tree: ast.AST) -> Iterator[str]:
    """Yield the literals that would be shown as they stand."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            for part in SHOWN.get(call.func.id, ()):
                yield from (text for text in _literals(_argument(call, part)) if WORD.search(text))


def _argument(call: ast.Call, part: int | str) -> ast.expr | None:
    if isinstance(part, int):
        return call.args[part] if part < len(call.args) else None
    return next((keyword.value for keyword in call.keywords if keyword.arg == part), None)


def _literals(value: ast.expr | None) -> Iterator[str]:
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield from (text for part in parts for text in _literals(part))
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_literals(body), *_literals(orelse))
        case _:
            pass


def _all_texts() -> Iterator[str]:
    for message in texts():
        yield from (message.id,) if isinstance(message.id, str) else message.id
    for language in TRANSLATED:
        yield from _translations(language)


def _translations(language: str) -> Iterator[str]:
    for message in read(language):
        if message.id and message.string:
            yield from (message.string,) if isinstance(message.string, str) else message.string


def _file(language: str) -> Path:
    return ROOT / "workflows" / "locales" / language / "messages.po"
