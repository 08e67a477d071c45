"""Slack takes every screen that Concord can show, in both languages and with the longest texts."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from bot.platforms.slack.drawing.home import home_tab
from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.drawing.modals import loading, modal
from commands.offered import REGISTRY
from storage.database import Database
from tests.action_gallery import action_screens
from tests.bot.slack.drawing.rules import faults
from tests.databases import StoppedClock
from tests.gallery import FLAVOURS, RUNS, pictures_of, played
from tests.retro_gallery import retro_screens
from tests.table import Table
from tests.wanderer import Wanderers
from workflows.catalogue import LANGUAGES
from workflows.library import Library, read_library
from workflows.views import View

STEPS = 400

pytestmark = pytest.mark.no_cover  # the other tests cover the same lines; measured, this takes long


@cache
def library() -> Library:
    """Return all workflows."""
    return read_library()


SPOKEN = [*(("en", flavour) for flavour in FLAVOURS), ("es", "emoji")]
"""Languages, and what people write; their words are the same in all languages."""


@pytest.mark.parametrize(("language", "flavour"), SPOKEN)
@pytest.mark.parametrize("name", RUNS)
def test_slack_takes_every_screen_of_a_workflow(name: str, language: str, flavour: str) -> None:
    views = {repr(view): view for view in played(name, language, flavour)}

    assert [wrong for view in views.values() for wrong in wrongs(view)] == []
    assert len(views) > 5


@pytest.mark.parametrize("language", LANGUAGES)
async def test_slack_takes_every_screen_of_every_command(
    sqlite_database: Database, clock: StoppedClock, language: str
) -> None:
    wanderers = Wanderers(sqlite_database, clock, language)

    seen = await wanderers.walk(library(), "emoji", STEPS)

    assert wanderers.asked == {command.name for command in REGISTRY}
    assert [wrong for view in seen for wrong in wrongs(view)] == []
    assert language in {view.language for view in seen}


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_slack_takes_action_items_of_any_length(
    sqlite_database: Database, clock: StoppedClock, flavour: str
) -> None:
    seen = await action_screens(Table(sqlite_database, clock, library()), flavour)

    assert [wrong for view in seen for wrong in wrongs(view)] == []


@pytest.mark.parametrize("flavour", FLAVOURS)
async def test_slack_takes_the_ways_around_a_retro(
    sqlite_database: Database, clock: StoppedClock, flavour: str
) -> None:
    seen = await retro_screens(Table(sqlite_database, clock, library()), flavour)

    assert [wrong for view in seen for wrong in wrongs(view)] == []


def test_a_new_workflow_is_looked_at_here() -> None:
    assert {workflow.id for workflow in library()} == RUNS.keys()


@pytest.mark.parametrize("language", [*LANGUAGES, ""])
def test_slack_takes_what_stands_there_while_a_form_is_made(language: str) -> None:
    assert faults(loading(language), "modal") == []


def wrongs(view: View) -> list[tuple[str, list[str]]]:
    """Return what Slack would not take of a screen, wherever it may be shown."""
    drawn = [(surface, faults(payload, surface)) for surface, payload in payloads(view)]
    return [(f"{surface}: {view.summary[:60]}", found) for surface, found in drawn if found]


def payloads(view: View) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield a screen as each surface shows it, with its pictures and without."""
    with_pictures = pictures_of(view)
    for pictures in (with_pictures, {}) if with_pictures else ({},):
        yield "modal", modal(view, "C0123456789", pictures)
        if view.form is None:
            yield "home", home_tab(view, pictures)
            for message in messages(view, pictures):
                yield "message", {"text": message.text, "blocks": message.blocks}
