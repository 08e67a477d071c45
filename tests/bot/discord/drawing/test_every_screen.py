"""Discord takes every screen that Concord shows, in all languages and with the longest texts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bot.platforms.discord.drawing.cards import Passage, form_card
from bot.platforms.discord.drawing.custom_ids import Way
from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.drawing.modals import fits_in_a_modal, modal
from bot.platforms.discord.ports import DiscordMessage
from storage.database import Database
from tests.action_gallery import action_screens
from tests.bot.discord.drawing.judge import judge
from tests.bot.discord.drawing.rules import faults, modal_faults
from tests.databases import StoppedClock
from tests.gallery import FLAVOURS, RUNS, played
from tests.retro_gallery import retro_screens
from tests.table import Table
from tests.wanderer import Wanderers
from tests.wide import PAINTED
from workflows.catalogue import LANGUAGES
from workflows.library import Library, read_library
from workflows.views import Picture, View

STEPS = 400
SERVER = "1234567890123456789"
TODAY = date(2026, 11, 3)
pytestmark = pytest.mark.no_cover  # the other tests cover the same lines; measured, this takes long

SPOKEN = [*(("en", flavour) for flavour in FLAVOURS), ("es", "emoji")]
"""Languages, and what people write; their words are the same in all languages."""


@cache
def library() -> Library:
    """Return all workflows."""
    return read_library()


@pytest.mark.parametrize(("language", "flavour"), SPOKEN)
@pytest.mark.parametrize("name", RUNS)
def test_discord_takes_every_screen_of_a_workflow(name: str, language: str, flavour: str) -> None:
    views = {repr(view): view for view in played(name, language, flavour)}

    assert [wrong for view in views.values() for wrong in wrongs(view)] == []
    assert len(views) > 5


@pytest.mark.parametrize("name", RUNS)
def test_discords_own_document_has_nothing_against_a_screen(name: str) -> None:
    check = judge()
    views = {repr(view): view for view in played(name, "en", "emoji")}

    wrong = [check(verb, path, body) for view in views.values() for verb, path, body in calls(view)]
    assert [each for each in wrong if each] == []


TABLES = {"partners", "relationships"}
"""Workflows that ask for nothing but rows, whose forms have two ways on."""


@pytest.mark.parametrize("name", RUNS)
def test_some_forms_open_at_once_and_the_others_lead_there(name: str) -> None:
    asking = [view for view in played(name, "en", "plain") if view.form]

    assert {fits_in_a_modal(view) for view in asking} <= {True, False}
    assert any(fits_in_a_modal(view) for view in asking) is (name not in TABLES)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_discord_takes_every_screen_of_every_command(
    sqlite_database: Database, clock: StoppedClock, language: str
) -> None:
    wanderers = Wanderers(sqlite_database, clock, language)

    seen = await wanderers.walk(library(), "emoji", STEPS)

    assert language in {view.language for view in seen}
    assert [wrong for view in seen for wrong in wrongs(view)] == []


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_discord_takes_action_items_of_any_length(
    sqlite_database: Database, clock: StoppedClock, flavour: str
) -> None:
    seen = await action_screens(Table(sqlite_database, clock, library()), flavour)

    assert [wrong for view in seen for wrong in wrongs(view)] == []


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_discord_takes_the_ways_around_a_retro(
    sqlite_database: Database, clock: StoppedClock, flavour: str
) -> None:
    seen = await retro_screens(Table(sqlite_database, clock, library()), flavour)

    assert [wrong for view in seen for wrong in wrongs(view)] == []


def wrongs(view: View) -> list[tuple[str, list[str]]]:
    """Return what Discord would not take of a screen, wherever it may be shown."""
    found = [faults(message) for message in shown(view)]
    if view.form:
        found.append(modal_faults(modal(view, server=SERVER, today=TODAY)))
    return [(view.summary[:60], wrong) for wrong in found if wrong]


def shown(view: View) -> Iterator[DiscordMessage]:
    """Yield the messages that show a screen, with its pictures and without."""
    drawings = [block.drawing for block in view.blocks if isinstance(block, Picture)]
    for painted in (dict.fromkeys(drawings, b"\x89PNG"), PAINTED):
        yield from messages(replace(view, form=None), server=SERVER, painted=painted)
        if view.form:
            leads = Passage(Way.REOPEN, view.form.send.ask)
            yield from form_card(view, leads, server=SERVER, painted=painted)


def calls(view: View) -> Iterator[tuple[str, str, object]]:
    """Yield a screen as Discord is asked to show it."""
    for message in shown(view):
        files = [{"id": str(n), "filename": one.name} for n, one in enumerate(message.attachments)]
        body = {**message.body, **({"attachments": files} if files else {})}
        yield "POST", "/channels/1/messages", body
        yield "POST", "/interactions/1/token/callback", {"type": 4, "data": body}
    if view.form:
        data = modal(view, server=SERVER, today=TODAY)
        yield "POST", "/interactions/1/token/callback", {"type": 9, "data": data}
