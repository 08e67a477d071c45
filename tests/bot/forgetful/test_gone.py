"""What becomes of messages to a channel, a person or a workspace that is gone."""

from datetime import timedelta
from functools import partial

from bot.delivery import LEASE
from bot.outcomes import GONE_PAUSE, Book, PrivateShut
from bot.platforms.port import (
    PlaceGoneError,
    PrivateShutError,
    WorkspaceGoneError,
)
from storage.database import Database
from storage.work import Work
from tests.bot.forgetful.slack_mail import SLACK, Send, put_in
from tests.bot.mail import State, states
from tests.databases import StoppedClock
from tests.fakes.platform import FakePlatform
from tests.storage.mailing import TO_ANA
from tests.storage.samples import CONVERSATION, TO_HOME
from workflows.identifiers import MemberId
from workflows.notices import Mishap, Prompt


async def test_work_stops_when_a_workspace_is_gone_and_goes_on_when_it_is_back(
    database: Database, send: Send, platform: FakePlatform, told: list[Mishap], clock: StoppedClock
) -> None:
    platform.troubles.extend(WorkspaceGoneError() for _ in range(2))
    await put_in(database, 1, 2, 3)
    await send()
    gone = (platform.calls, list(told))
    clock.time += GONE_PAUSE + timedelta(seconds=1)
    await send()
    clock.time += GONE_PAUSE + timedelta(seconds=1)

    await send()

    assert gone == (1, [Mishap.WORKSPACE_GONE])
    assert told == [Mishap.WORKSPACE_GONE]
    assert len(platform.messages) == 3
    assert platform.calls == 5


async def test_a_channel_that_is_gone_is_left_in_peace_and_the_leads_are_told_once(
    database: Database, send: Send, platform: FakePlatform, told: list[Mishap], clock: StoppedClock
) -> None:
    platform.troubles.extend(PlaceGoneError() for _ in range(2))
    await put_in(database, *range(6))

    await send()

    assert (platform.calls, told) == (2, [Mishap.PLACE_GONE])
    assert [state.status for state in await states(database)] == ["dead"] * 2 + ["pending"] * 4
    clock.time += GONE_PAUSE
    await send()
    assert len(platform.messages) == 4


async def test_the_leads_are_told_again_when_a_channel_was_back_and_is_gone_once_more(
    database: Database, send: Send, platform: FakePlatform, told: list[Mishap]
) -> None:
    for number in range(3):
        platform.troubles.extend([PlaceGoneError()] if number != 1 else [])
        await put_in(database, number)
        await send()

    assert told == [Mishap.PLACE_GONE] * 2


async def test_a_person_gets_messages_while_a_channel_is_gone(
    database: Database, send: Send, platform: FakePlatform
) -> None:
    platform.troubles.extend(PlaceGoneError() for _ in range(2))
    await put_in(database, 1, 2)
    await send()

    def put_in_private(work: Work) -> None:
        notice = Prompt(CONVERSATION.id, MemberId("ana-seat"), 9)
        work.outbox.put(TO_ANA, notice, workspace_id=SLACK.id)
        work.outbox.put(TO_HOME, notice, workspace_id=SLACK.id)

    await database.run(put_in_private)
    await send()

    assert [state.status for state in await states(database)][2:] == ["sent", "pending"]


async def test_a_private_word_that_is_shut_out_is_over_and_told_of_each_time(
    database: Database, send: Send, platform: FakePlatform, told: list[Mishap]
) -> None:
    platform.troubles.extend([PrivateShutError(), PrivateShutError()])
    for number in range(3):
        await database.run(partial(_put_to_ana, number=number))
        await send()

    assert [state.status for state in await states(database)] == ["unsaid", "unsaid", "sent"]
    assert told == [Mishap.PRIVATE_SHUT] * 2


async def test_nobody_is_told_of_a_shut_out_word_that_somebody_else_has_taken_on_meanwhile(
    database: Database, send: Send, told: list[Mishap], clock: StoppedClock
) -> None:
    book = Book("late", lambda _work, _delivery, mishap: told.append(mishap))
    await put_in(database, 1)
    (delivery,) = await database.run(lambda work: work.outbox.claim("late", 1, LEASE))
    clock.time += LEASE
    await send()

    await database.run(partial(book.note, delivery, PrivateShut()))

    assert await states(database) == [State("sent", 2, None)]
    assert told == []


def _put_to_ana(work: Work, number: int) -> None:
    notice = Prompt(CONVERSATION.id, MemberId("ana-seat"), number)
    work.outbox.put(TO_ANA, notice, workspace_id=SLACK.id)
