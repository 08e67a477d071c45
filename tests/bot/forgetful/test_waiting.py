"""What becomes of messages that wait, and of those of which something stands already."""

from datetime import timedelta

from bot.delivery import MOST_ATTEMPTS
from bot.outcomes import LONGEST_WAIT
from bot.platforms.port import (
    NotYetError,
    ReplacedGoneError,
)
from storage.database import Database
from tests.bot.forgetful.slack_mail import Send, put_in
from tests.bot.mail import State, states
from tests.databases import StoppedClock
from tests.fakes.platform import FakePlatform
from tests.storage.samples import CONVERSATION


async def test_a_message_waits_its_turn_however_often_without_being_given_up(
    database: Database, send: Send, platform: FakePlatform, clock: StoppedClock
) -> None:
    rounds = MOST_ATTEMPTS + 5
    platform.troubles.extend(NotYetError(60) for _ in range(rounds))
    await put_in(database, 1)
    for _ in range(rounds):
        await send()
        clock.time += timedelta(seconds=61)
    waiting = await states(database)

    await send()

    assert waiting == [State("pending", 0, "not-yet")]
    assert await states(database) == [State("sent", 1, None)]


async def test_a_message_that_only_waits_is_given_up_when_its_matter_is_over(
    database: Database, send: Send, platform: FakePlatform, clock: StoppedClock
) -> None:
    platform.troubles.append(NotYetError(60))
    await put_in(database, 1)
    clock.time += LONGEST_WAIT + timedelta(days=1)

    await send()

    assert await states(database) == [State("dead", 1, "not-yet")]


async def test_messages_that_waited_together_go_out_in_the_order_they_were_put_in(
    database: Database, send: Send, platform: FakePlatform, clock: StoppedClock
) -> None:
    platform.troubles.extend(NotYetError(60 - number / 100) for number in range(5))
    await put_in(database, *range(5))
    await send()
    clock.time += timedelta(seconds=61)

    await send()

    shown = [message.view.title for message in platform.messages.values()]
    assert shown == [f"prompt/{CONVERSATION.id}/ana-seat/{number}" for number in range(5)]


async def test_only_the_message_that_has_to_wait_waits(
    database: Database, send: Send, platform: FakePlatform
) -> None:
    platform.troubles.append(NotYetError(3600))
    await put_in(database, 1, 2)

    await send()

    assert await states(database) == [State("pending", 0, "not-yet"), State("sent", 1, None)]


async def test_a_message_of_which_a_part_stands_goes_on_there(
    database: Database, send: Send, platform: FakePlatform, clock: StoppedClock
) -> None:
    error = NotYetError(1)
    error.ref = "C1/1.1"
    platform.troubles.append(error)
    await put_in(database, 1)
    await send()
    clock.time += timedelta(seconds=2)

    await send()

    assert list(platform.messages) == ["C1/1.1"]
    assert await states(database) == [State("sent", 1, None)]


async def test_a_message_is_posted_anew_when_the_one_to_be_changed_is_gone(
    database: Database, send: Send, platform: FakePlatform
) -> None:
    await put_in(database, 1)
    await send()
    platform.messages.clear()
    platform.troubles.append(ReplacedGoneError())
    await put_in(database, 1)

    await send()
    await send()

    assert len(platform.messages) == 1
    assert await states(database) == [State("sent", 1, None), State("sent", 2, None)]
