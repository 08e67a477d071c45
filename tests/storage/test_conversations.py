"""Tests of the repository of conversations."""

import asyncio
from datetime import timedelta

import pytest

from storage.conversations import Conversations
from storage.database import Database
from storage.errors import ConflictError, NotFoundError
from storage.work import Work
from tests.databases import StoppedClock
from tests.storage.samples import (
    ANA_HERE,
    BO_HERE,
    CONVERSATION,
    KEEP,
    TEAM,
    keep_conversation,
    keep_people,
)
from workflows.conversations import Conversation, Participation, Status
from workflows.identifiers import ConversationId, FieldId, WorkflowId

AIM = FieldId("aim")
OTHER = CONVERSATION.model_copy(
    update={"id": ConversationId("a-later-talk"), "workflow": WorkflowId("decide"), "people": {}}
)


def add_other(work: Work) -> None:
    work.conversations.add(OTHER)


def load(work: Work) -> Conversation:
    return work.conversations.get(CONVERSATION.id)


async def test_a_conversation_comes_back_as_it_was_kept(database: Database) -> None:
    await database.run(keep_conversation)

    kept = await database.run(load)

    assert kept == CONVERSATION
    assert list(kept.people) == list(CONVERSATION.people)
    assert list(kept.sheet) == list(CONVERSATION.sheet)


async def test_an_unknown_conversation_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        await database.run(load)


async def test_a_saved_conversation_has_its_new_answers(database: Database) -> None:
    await database.run(keep_conversation)
    changed = CONVERSATION.with_person(ANA_HERE.id, Participation(answers={KEEP: True}))

    def change(work: Work) -> None:
        load(work)
        work.conversations.save(changed)

    await database.run(change)

    assert await database.run(load) == changed


async def test_a_conversation_looked_at_again_by_the_same_work_is_as_it_was_saved(
    database: Database,
) -> None:
    changed = CONVERSATION.with_sheet({AIM: 9})

    def change(work: Work) -> tuple[Conversation, Conversation]:
        before = load(work)
        work.conversations.save(changed)
        return before, load(work)

    await database.run(keep_conversation)

    assert await database.run(change) == (CONVERSATION, changed)


async def test_a_conversation_is_gone_for_the_work_that_erased_it(database: Database) -> None:
    def erase(work: Work) -> None:
        load(work)
        work.conversations.erase(CONVERSATION.id)
        load(work)

    await database.run(keep_conversation)

    with pytest.raises(NotFoundError):
        await database.run(erase)


async def test_a_conversation_has_lost_a_member_for_the_work_that_erased_them(
    database: Database,
) -> None:
    def erase(work: Work) -> Conversation:
        load(work)
        work.conversations.erase_member(ANA_HERE.id)
        return load(work)

    await database.run(keep_conversation)

    assert ANA_HERE.id not in (await database.run(erase)).people


async def test_a_conversation_may_be_saved_more_than_once_by_the_same_work(
    database: Database,
) -> None:
    changed = CONVERSATION.with_sheet({AIM: 4})

    def change(work: Work) -> None:
        keep_conversation(work)
        work.conversations.save(CONVERSATION.with_sheet({AIM: 9}))
        work.conversations.save(changed)

    await database.run(change)

    assert await database.run(load) == changed


async def test_people_who_go_and_come_keep_their_order(database: Database) -> None:
    await database.run(keep_conversation)
    bos_place = CONVERSATION.people[BO_HERE.id]

    def set_people(work: Work, people: dict[str, Participation]) -> None:
        work.conversations.save(load(work).model_copy(update={"people": people}))

    await database.run(lambda work: set_people(work, {ANA_HERE.id: Participation()}))
    await database.run(
        lambda work: set_people(work, {ANA_HERE.id: Participation(), BO_HERE.id: bos_place})
    )

    kept = await database.run(load)
    assert list(kept.people.items()) == [(ANA_HERE.id, Participation()), (BO_HERE.id, bos_place)]


async def test_a_late_writer_is_refused_when_somebody_else_has_saved(database: Database) -> None:
    await database.run(keep_conversation)

    def save_twice(work: Work) -> None:
        late = Conversations(work.connection, work.now)
        outdated = late.get(CONVERSATION.id)
        work.conversations.save(load(work))
        late.save(outdated)

    with pytest.raises(ConflictError):
        await database.run(save_twice)


async def test_twenty_writers_at_once_lose_nothing(database: Database) -> None:
    await database.run(keep_conversation)

    def count_up(work: Work) -> None:
        (conversation,) = work.conversations.open_in(TEAM.id)
        count = conversation.sheet[AIM]
        assert isinstance(count, int)
        work.conversations.save(conversation.with_sheet({AIM: count + 1}))

    async def count_up_in_the_end() -> None:
        while True:
            try:
                return await database.run(count_up)
            except ConflictError:
                continue

    await asyncio.gather(*(count_up_in_the_end() for _ in range(20)))

    assert (await database.run(load)).sheet[AIM] == 23


async def test_a_team_has_its_conversations_oldest_first(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(keep_conversation)
    clock.time += timedelta(hours=1)
    await database.run(add_other)

    everything = await database.run(lambda work: work.conversations.of_team(TEAM.id))
    decisions = await database.run(
        lambda work: work.conversations.of_team(TEAM.id, WorkflowId("decide"))
    )

    assert (everything, decisions) == ((CONVERSATION, OTHER), (OTHER,))


async def test_a_conversation_that_is_over_is_not_open(database: Database) -> None:
    await database.run(keep_conversation)
    await database.run(add_other)
    over = CONVERSATION.model_copy(update={"status": Status.COMPLETED})

    def end(work: Work) -> tuple[Conversation, ...]:
        load(work)
        work.conversations.save(over)
        return work.conversations.open_in(TEAM.id)

    assert await database.run(end) == (OTHER,)


async def test_a_member_has_the_conversations_they_took_part_in(database: Database) -> None:
    await database.run(keep_conversation)
    await database.run(add_other)

    assert await database.run(lambda work: work.conversations.of_member(ANA_HERE.id)) == (
        CONVERSATION,
    )


async def test_an_erased_member_has_no_part_in_any_conversation(database: Database) -> None:
    await database.run(keep_conversation)

    await database.run(lambda work: work.conversations.erase_member(ANA_HERE.id))

    kept = await database.run(load)
    assert kept.people == {BO_HERE.id: CONVERSATION.people[BO_HERE.id]}
    assert await database.run(lambda work: work.conversations.of_member(ANA_HERE.id)) == ()


async def test_work_under_way_does_not_write_an_erased_member_back(database: Database) -> None:
    await database.run(keep_conversation)

    def erase_meanwhile(work: Work) -> None:
        conversation = load(work)
        work.conversations.erase_member(ANA_HERE.id)
        work.conversations.save(conversation)

    with pytest.raises(ConflictError):
        await database.run(erase_meanwhile)


async def test_a_conversation_needs_a_team(database: Database) -> None:
    await database.run(keep_people)
    lost = OTHER.model_copy(update={"team": "nowhere"})

    with pytest.raises(ConflictError):
        await database.run(lambda work: work.conversations.add(lost))
