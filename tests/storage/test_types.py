"""Tests of what columns take and give back: the same on both databases."""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from storage.database import Database
from storage.errors import RefusedError, UnstorableTextError
from storage.work import Work
from tests.databases import START
from tests.storage.samples import (
    ANA,
    ANA_HERE,
    CONVERSATION,
    KEEP,
    TEAM,
    keep_conversation,
    keep_people,
)
from workflows.conversations import Answer, Participation

EAST = timezone(timedelta(hours=5, minutes=45))


def answer(work: Work, text: Answer) -> None:
    conversation = work.conversations.get(CONVERSATION.id)
    place = Participation(answers={KEEP: text})
    work.conversations.save(conversation.with_person(ANA_HERE.id, place))


async def test_a_time_comes_back_as_the_same_instant_in_utc(database: Database) -> None:
    gone = replace(ANA_HERE, left_at=START.astimezone(EAST))
    await database.run(keep_people)

    await database.run(lambda work: work.teams.save_member(gone))

    team = await database.run(lambda work: work.teams.get(TEAM.id))
    assert str(team.members[1].left_at) == str(START)


async def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    gone = replace(ANA_HERE, left_at=START.replace(tzinfo=None))
    await database.run(keep_people)

    with pytest.raises(RefusedError, match="ValueError"):
        await database.run(lambda work: work.teams.save_member(gone))


@pytest.mark.parametrize("text", ["a\0b", "half a smile \ud83d"])
async def test_a_text_that_one_database_refuses_is_refused_by_both(
    database: Database, text: str
) -> None:
    with pytest.raises(UnstorableTextError):
        await database.run(lambda work: work.people.add(replace(ANA, name=text)))


async def test_an_answer_with_a_nul_is_refused_by_both(database: Database) -> None:
    await database.run(keep_conversation)

    with pytest.raises(UnstorableTextError):
        await database.run(lambda work: answer(work, "a\0b"))


@pytest.mark.parametrize(
    "text",
    ["\\u0000 as a programmer writes it", "👩‍👩‍👧 Ñandú שלום", "'; drop table person; --", ""],
)
async def test_any_other_answer_comes_back_as_it_was_given(database: Database, text: str) -> None:
    await database.run(keep_conversation)

    await database.run(lambda work: answer(work, text))

    kept = await database.run(lambda work: work.conversations.get(CONVERSATION.id))
    assert kept.people[ANA_HERE.id].answers == {KEEP: text}


@pytest.mark.parametrize("value", [True, 1, 1.0, 2.5, ("a", "b"), ({KEEP: "x"}, {KEEP: 3})])
async def test_an_answer_keeps_its_kind(database: Database, value: Answer) -> None:
    await database.run(keep_conversation)

    await database.run(lambda work: answer(work, value))

    kept = await database.run(lambda work: work.conversations.get(CONVERSATION.id))
    assert repr(kept.people[ANA_HERE.id].answers[KEEP]) == repr(value)
