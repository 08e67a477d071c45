"""Whoever waits for Concord is told that there will be an answer, and gets it."""

import asyncio
from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from bot.platforms.discord.drawing.custom_ids import Way, written
from bot.platforms.discord.errors import TooLateError
from bot.platforms.discord.handling import waiting
from bot.platforms.discord.ports import Kind
from tests.bot.discord.handling.office import (
    FORM,
    HOME,
    LATER,
    LATER_IN_PLACE,
    MESSAGE,
    Office,
    asking,
    done,
)

PRESS = {"custom_id": written(Way.BUTTON, 0, HOME)}
EPHEMERAL = 1 << 6


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell people at once that they have to wait."""
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 0)


@pytest.fixture
def slow(office: Office) -> Office:
    """An office that works until Discord was called."""
    office.dispatcher.before = until(lambda: office.calls.made != [])
    return office


def until(look: Callable[[], bool]) -> Callable[[], object]:
    """Return what waits until a look finds something."""

    async def wait() -> None:
        while not look():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0)

    return wait


async def test_a_person_is_promised_an_answer_for_them_alone(slow: Office) -> None:
    await slow.hears(done(Kind.PRESS, PRESS))

    promise, answer = slow.calls.made
    assert promise.body == {"type": LATER, "data": {"flags": EPHEMERAL}}
    assert answer.line == "PATCH /webhooks/2/canary/messages/@original"
    assert "Done." in answer.words


async def test_a_person_is_promised_a_change_in_place_without_seeing_it(slow: Office) -> None:
    await slow.hears(done(Kind.PRESS, PRESS, has_message=True, is_ephemeral=True))

    promise, answer = slow.calls.made
    assert promise.body == {"type": LATER_IN_PLACE}
    assert answer.line.startswith("PATCH")


async def test_a_form_that_took_too_long_comes_on_a_card_that_leads_to_it(slow: Office) -> None:
    slow.dispatcher.view = asking()

    await slow.hears(done(Kind.PRESS, PRESS))

    assert slow.answers == [LATER]
    assert "Open the form" in slow.words
    assert slow.painted == [slow.dispatcher.view]


async def test_a_person_hears_of_a_bug_after_a_promise(slow: Office) -> None:
    slow.dispatcher.error = RuntimeError()

    with pytest.raises(RuntimeError):
        await slow.hears(done(Kind.PRESS, PRESS))

    assert slow.answers == [LATER]
    assert "Something went wrong" in slow.words


async def test_a_promise_that_discord_does_not_take_is_none(slow: Office) -> None:
    slow.calls.troubles.append(TooLateError(404, 10062))

    with capture_logs() as lines:
        await slow.hears(done(Kind.PRESS, PRESS))

    assert slow.answers == [LATER, MESSAGE]
    assert [line["event"] for line in lines] == ["discord_deferral_not_given"]


async def test_an_answer_in_time_needs_no_promise(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 60)
    office.dispatcher.view = asking()

    await office.hears(done(Kind.PRESS, PRESS))

    assert office.answers == [FORM]
