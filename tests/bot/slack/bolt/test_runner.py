"""Slack is answered the moment there is an answer; what comes after is held on to."""

import asyncio
import json

import pytest
from structlog.testing import capture_logs

from bot.platforms.slack.bolt.dispatch import Dispatch
from bot.platforms.slack.ports import Ack
from tests.bot.slack.bolt.office import Office, open_office, saying
from tests.bot.slack.bolt.payloads import COMMAND, EVENT, KINDS
from tests.bot.slack.edge.letters import Reply
from tests.databases import StoppedClock


@pytest.mark.parametrize("kind", KINDS)
async def test_slack_is_answered_before_what_comes_after_is_done(office: Office, kind: str) -> None:
    may_end, has_ended = asyncio.Event(), asyncio.Event()

    async def after() -> None:
        await may_end.wait()
        has_ended.set()

    office.hearing.answer = saying({"text": "Done"}, after)

    reply = await office.send(KINDS[kind])

    assert (reply.status, has_ended.is_set(), len(office.tasks)) == (200, False, 1)
    may_end.set()
    await has_ended.wait()


@pytest.mark.parametrize("kind", KINDS)
async def test_slack_keeps_its_answer_when_what_comes_after_fails(
    office: Office, kind: str
) -> None:
    async def after() -> None:
        raise ConnectionError

    office.hearing.answer = saying({"text": "Done"}, after)

    with capture_logs() as lines:
        replies = [await office.send(KINDS[kind]) for _ in range(50)]

    assert {(reply.status, reply.body) for reply in replies} == {(200, b'{"text":"Done"}')}
    assert [line["event"] for line in lines] == ["slack_work_failed"]


async def test_slack_does_not_wait_for_a_clock_to_tick(office: Office) -> None:
    """Bolt's own runner sleeps for ten milliseconds at a time; ours does not sleep at all."""
    loop = asyncio.get_running_loop()
    asked_for: list[float] = []
    call_at = loop.call_at

    def noted(when: float, *rest: object, **context: object) -> asyncio.TimerHandle:
        asked_for.append(when - loop.time())
        return call_at(when, *rest, **context)  # type: ignore[arg-type]  # as they came

    loop.call_at = noted  # type: ignore[method-assign]  # the one way to look on
    await office.send(COMMAND)

    assert [round(seconds, 1) for seconds in asked_for] == [5.0, 2.5], "only the time limits"


async def test_what_comes_after_is_finished_before_the_program_ends(clock: StoppedClock) -> None:
    done: list[int] = []

    async def after() -> None:
        await asyncio.sleep(0.02)
        done.append(len(done))

    async with open_office(clock) as office:
        office.hearing.answer = saying({}, after)
        for number in range(5):
            await office.send({**COMMAND, "trigger_id": str(number)})

    assert done == [0, 1, 2, 3, 4]


async def test_what_takes_too_long_is_cut_off_when_the_program_ends(clock: StoppedClock) -> None:
    async def for_ever() -> None:
        await asyncio.Event().wait()

    with capture_logs() as lines:
        async with open_office(clock, grace=0) as office:
            office.hearing.answer = saying({}, for_ever)
            await office.send(COMMAND)

    assert [(line["event"], line["count"]) for line in lines] == [("slack_work_cut_off", 1)]


async def test_slack_hears_in_time_that_something_takes_long(clock: StoppedClock) -> None:
    may_end = asyncio.Event()

    async def slowly() -> Ack:
        await may_end.wait()
        return Ack({"text": "Done"})

    async with open_office(clock, ack_seconds=0) as office:
        office.hearing.answer = slowly

        command, event = await office.send(COMMAND), await office.send(EVENT)

        assert json.loads(command.body)["text"].startswith("This takes longer than usual.")
        assert event == Reply(503)
        may_end.set()

    assert office.hearing.kinds == ["command", "event"]


async def test_slack_finds_what_took_long_when_it_asks_again(clock: StoppedClock) -> None:
    may_end = asyncio.Event()

    async def slowly() -> Ack:
        await may_end.wait()
        return Ack({"text": "Done"})

    async with open_office(clock, ack_seconds=0) as office:
        office.hearing.answer = slowly
        assert await office.send(EVENT) == Reply(503)
        may_end.set()

        patient = Dispatch(office.bolt, office.apologies, office.metrics, now=clock, ack_seconds=60)
        again = await patient(EVENT)

    assert json.loads(again.body) == {"text": "Done"}
    assert office.hearing.kinds == ["event"]
