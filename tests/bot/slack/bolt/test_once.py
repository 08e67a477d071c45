"""What arrives several times has one effect, and each arrival gets the same answer."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest

from bot.platforms.slack.ports import Ack
from tests.bot.slack.bolt.office import Office, open_office, saying
from tests.bot.slack.bolt.payloads import CLOSED, COMMAND, EVENT, KINDS, SUBMISSION
from tests.bot.slack.edge.letters import Reply
from tests.databases import StoppedClock

ANSWER = {"text": "Done"}
EVENTS = ("event", "function")
"""What Slack sends again by itself, maybe to another process."""

MISTAKES = {"response_action": "errors", "errors": {"keep~1": "Please write something."}}


class Ledger:
    """The port Seen, as a database would be: shared by several processes."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.done = set[str]()
        self.is_away = False

    async def is_done(self, key: str) -> bool:
        self.asked.append(key)
        if self.is_away:
            raise ConnectionError
        return key in self.done

    async def note(self, key: str) -> None:
        self.done.add(key)


async def for_ever() -> Ack:
    """Answer never."""
    await asyncio.Event().wait()
    raise AssertionError


def entered(value: str, **changes: object) -> dict[str, Any]:
    """Return a submission with another answer in it."""
    state = {"values": {"keep~1": {"keep": {"type": "plain_text_input", "value": value}}}}
    return {**SUBMISSION, "view": {**SUBMISSION["view"], "state": state}, **changes}


@pytest.mark.parametrize("kind", KINDS)
async def test_what_slack_sends_again_has_one_effect_and_the_same_answer(
    office: Office, kind: str
) -> None:
    office.hearing.answer = saying(ANSWER)

    replies = [await office.send(KINDS[kind]) for _ in range(10)]

    assert [(reply.status, json.loads(reply.body)) for reply in replies] == [(200, ANSWER)] * 10
    assert office.hearing.kinds == [kind]


@pytest.mark.parametrize("kind", KINDS)
async def test_what_arrives_ten_times_at_once_has_one_effect_and_the_same_answer(
    office: Office, kind: str
) -> None:
    async def slowly() -> Ack:
        await asyncio.sleep(0.01)
        return Ack(ANSWER)

    office.hearing.answer = slowly

    replies = await asyncio.gather(*(office.send(KINDS[kind]) for _ in range(10)))

    assert [(reply.status, json.loads(reply.body)) for reply in replies] == [(200, ANSWER)] * 10
    assert office.hearing.kinds == [kind]


async def test_what_follows_an_answer_is_done_once(office: Office) -> None:
    done: list[str] = []

    async def after() -> None:
        done.append("after")

    office.hearing.answer = saying(ANSWER, after)

    for _ in range(3):
        await office.send(COMMAND)

    assert done == ["after"]


async def test_a_late_second_try_has_no_effect_and_an_empty_answer(office: Office) -> None:
    office.hearing.answer = saying(ANSWER)
    await office.send(EVENT)

    office.clock.time += timedelta(minutes=6)

    assert await office.send(EVENT) == Reply(200)
    assert office.hearing.kinds == ["event"]


async def test_a_form_that_is_sent_by_two_presses_has_one_effect(office: Office) -> None:
    await office.send(entered("Be on time", trigger_id="1"))
    await office.send(entered("Be on time", trigger_id="2"))

    assert office.hearing.kinds == ["submission"]


async def test_a_form_that_two_people_send_has_two_effects(office: Office) -> None:
    await office.send(entered("Be on time"))
    await office.send(entered("Be on time", user={"id": "U2"}))

    assert office.hearing.kinds == ["submission"] * 2


async def test_a_form_may_come_again_after_a_mistake(office: Office) -> None:
    office.hearing.answer = saying(MISTAKES)
    await office.send(entered("", trigger_id="1"))
    await office.send(entered("", trigger_id="2"))

    office.hearing.answer = saying(ANSWER)
    reply = await office.send(entered("Be on time", trigger_id="3"))

    assert json.loads(reply.body) == ANSWER
    assert office.hearing.kinds == ["submission"] * 3


async def test_what_failed_is_done_when_slack_sends_it_again(clock: StoppedClock) -> None:
    async def fail() -> Ack:
        raise ConnectionError

    async with open_office(clock, seen=Ledger()) as office:
        working, office.hearing.answer = office.hearing.answer, fail
        assert await office.send(EVENT) == Reply(500)

        office.hearing.answer = working

        assert await office.send(EVENT) == Reply(200)
        assert office.hearing.kinds == ["event"] * 2


@pytest.mark.parametrize("kind", EVENTS)
async def test_an_event_that_one_process_has_done_has_no_effect_in_another(
    clock: StoppedClock, kind: str
) -> None:
    ledger = Ledger()

    async with open_office(clock, seen=ledger) as one, open_office(clock, seen=ledger) as other:
        one.hearing.answer = other.hearing.answer = saying(ANSWER)
        replies = [await one.send(KINDS[kind]), await other.send(KINDS[kind])]

    assert [reply.status for reply in replies] == [200, 200]
    assert one.hearing.kinds == [kind]
    assert other.hearing.kinds == []


async def test_an_event_of_a_process_that_was_killed_is_done_by_the_next(
    clock: StoppedClock,
) -> None:
    ledger = Ledger()
    async with open_office(clock, seen=ledger, grace=0, ack_seconds=0) as killed:
        killed.hearing.answer = for_ever
        assert await killed.send(EVENT) == Reply(503)

    async with open_office(clock, seen=ledger) as following:
        reply = await following.send(EVENT)

    assert reply == Reply(200)
    assert following.hearing.kinds == ["event"]


async def test_an_event_comes_again_when_nobody_can_say_whether_it_is_done(
    clock: StoppedClock,
) -> None:
    ledger = Ledger()
    async with open_office(clock, seen=ledger) as office:
        ledger.is_away = True
        assert await office.send(EVENT) == Reply(500)
        assert office.hearing.kinds == []

        ledger.is_away = False

        assert await office.send(EVENT) == Reply(200)
        assert office.hearing.kinds == ["event"]


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - EVENTS))
async def test_other_processes_hear_nothing_of_what_slack_sends_only_once(
    clock: StoppedClock, kind: str
) -> None:
    """So that no answer of anybody's leaves a trace, and nobody waits for a second database."""
    async with open_office(clock, seen=(ledger := Ledger())) as office:
        await office.send(KINDS[kind])
        assert office.hearing.kinds == [kind]

    assert (ledger.asked, ledger.done) == ([], set())


async def test_what_has_no_name_of_its_own_is_done_each_time(office: Office) -> None:
    nameless = {name: value for name, value in COMMAND.items() if name != "trigger_id"}

    await office.send(nameless)
    await office.send(nameless)

    assert office.hearing.kinds == ["command"] * 2


async def test_a_modal_is_closed_as_often_as_slack_says(office: Office) -> None:
    assert [await office.send(CLOSED) for _ in range(2)] == [Reply(200)] * 2
