"""What becomes of a message that may have arrived or not."""

from datetime import timedelta
from functools import partial

from bot.delivery import LEASE
from bot.outcomes import Book, Unknown
from bot.platforms.port import (
    DeliveryError,
    OutcomeUnknownError,
)
from storage.database import Database
from tests.bot.forgetful.slack_mail import Send, put_in
from tests.bot.mail import State, put, states
from tests.databases import StoppedClock
from tests.fakes.platform import FakePlatform
from workflows.notices import Mishap


async def test_a_message_of_unknown_outcome_is_never_posted_again_and_the_leads_are_told_once(
    database: Database, send: Send, platform: FakePlatform, told: list[Mishap], clock: StoppedClock
) -> None:
    platform.troubles.append(OutcomeUnknownError())
    await put_in(database, 1)

    await send()
    clock.time += timedelta(days=1)
    await send()

    assert await states(database) == [State("unknown", 1, "unanswered")]
    assert (platform.calls, told) == (1, [Mishap.UNSURE])


async def test_an_edit_of_unknown_outcome_is_simply_made_again(
    database: Database, send: Send, platform: FakePlatform, told: list[Mishap], clock: StoppedClock
) -> None:
    await put_in(database, 1)
    await send()
    await put_in(database, 1)
    platform.troubles.append(OutcomeUnknownError())

    await send()
    clock.time += timedelta(seconds=2)
    await send()

    assert await states(database) == [State("sent", 1, None), State("sent", 2, None)]
    assert (platform.calls, len(platform.messages), told) == (3, 1, [])


async def test_a_new_message_is_posted_again_where_the_platform_knows_what_it_has(
    database: Database, send: Send, platform: FakePlatform, told: list[Mishap]
) -> None:
    platform.troubles.append(OutcomeUnknownError())
    await database.run(lambda work: put(work, 1))

    await send()

    assert await states(database) == [State("pending", 1, "no-answer")]
    assert told == []


async def test_a_message_is_of_unknown_outcome_when_the_platform_takes_too_long(
    database: Database,
    send: Send,
    platform: FakePlatform,
    told: list[Mishap],
) -> None:
    platform.troubles.append(TimeoutError())
    await put_in(database, 1)

    await send()

    assert await states(database) == [State("unknown", 1, "unanswered")]
    assert told == [Mishap.UNSURE]


async def test_a_message_is_of_unknown_outcome_when_its_sender_died_after_asking(
    database: Database, send: Send, platform: FakePlatform, told: list[Mishap], clock: StoppedClock
) -> None:
    await put_in(database, 1)
    (delivery,) = await database.run(lambda work: work.outbox.claim("dead", 1, LEASE))
    await database.run(lambda work: work.outbox.ask(delivery.id, "dead"))
    clock.time += LEASE

    await send()

    assert await states(database) == [State("unknown", 2, "unanswered")]
    assert (platform.calls, told) == (0, [Mishap.UNSURE])


async def test_a_message_is_sent_when_its_sender_died_before_asking(
    database: Database, send: Send, platform: FakePlatform, clock: StoppedClock
) -> None:
    await put_in(database, 1)
    await database.run(lambda work: work.outbox.claim("dead", 1, LEASE))
    clock.time += LEASE

    await send()

    assert await states(database) == [State("sent", 2, None)]
    assert platform.calls == 1


async def test_a_message_that_was_refused_is_tried_again(
    database: Database, send: Send, platform: FakePlatform, clock: StoppedClock
) -> None:
    platform.troubles.append(DeliveryError())
    await put_in(database, 1)
    await send()
    clock.time += timedelta(seconds=2)

    await send()

    assert await states(database) == [State("sent", 2, None)]
    assert platform.calls == 2


async def test_nobody_is_told_of_a_message_that_another_sender_has_taken_on_meanwhile(
    database: Database, send: Send, told: list[Mishap], clock: StoppedClock
) -> None:
    book = Book("late", lambda _work, _delivery, mishap: told.append(mishap))
    await put_in(database, 1)
    (delivery,) = await database.run(lambda work: work.outbox.claim("late", 1, LEASE))
    clock.time += LEASE
    await send()

    await database.run(partial(book.note, delivery, Unknown()))

    assert await states(database) == [State("sent", 2, None)]
    assert told == []
