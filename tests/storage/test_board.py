"""Tests of the repository of the local web workspace."""

from dataclasses import replace

from storage.board import BoardChannel, BoardMessage, BoardPost
from storage.database import Database
from storage.work import Work
from tests.databases import START

HELLO = BoardPost("general", "ana", "Hello.")
CARD = BoardPost("general", "concord", view='{"title": "Norms"}', pinned=True, nonce="n1")


def post_all(work: Work, *posts: BoardPost) -> list[BoardMessage]:
    return [work.board.post(post) for post in posts]


def numbers(messages: tuple[BoardMessage, ...]) -> list[int]:
    return [message.number for message in messages]


async def test_channels_come_in_the_order_they_were_made(database: Database) -> None:
    def make(work: Work) -> list[BoardChannel]:
        return [
            work.board.add_channel("team", "Team", topic="Where we meet"),
            work.board.add_channel("general", "General"),
        ]

    made = await database.run(make)

    assert made == [
        BoardChannel("team", "Team", "Where we meet", START),
        BoardChannel("general", "General", "", START),
    ]
    assert await database.run(lambda work: work.board.channels()) == tuple(made)


async def test_a_message_comes_back_as_it_was_posted(database: Database) -> None:
    posted = await database.run(lambda work: work.board.post(CARD))

    assert posted == BoardMessage(
        id="new000000001",
        channel="general",
        thread=None,
        author="concord",
        text="",
        view='{"title": "Norms"}',
        only=None,
        at=START,
        number=1,
        seq=1,
        pinned=True,
    )
    assert await database.run(lambda work: work.board.get(posted.id)) == posted


async def test_an_unknown_message_is_none(database: Database) -> None:
    assert await database.run(lambda work: work.board.get("nothing")) is None


async def test_a_message_with_the_same_nonce_is_not_posted_twice(database: Database) -> None:
    first = await database.run(lambda work: work.board.post(CARD))
    second = await database.run(lambda work: work.board.post(replace(CARD, text="again")))

    assert second == first
    assert await database.run(lambda work: work.board.last_seq()) == 1


async def test_a_changed_message_keeps_its_place_and_is_new_to_readers(
    database: Database,
) -> None:
    first, second = await database.run(lambda work: post_all(work, CARD, HELLO))

    edited = await database.run(lambda work: work.board.edit(first.id, "{}", pinned=False))

    assert edited == replace(first, view="{}", pinned=False, seq=3)
    assert await database.run(lambda work: work.board.messages("general", "bo")) == (
        edited,
        second,
    )
    assert await database.run(lambda work: work.board.messages("general", "bo", after_seq=2)) == (
        edited,
    )


async def test_a_message_that_is_gone_cannot_be_changed(database: Database) -> None:
    assert await database.run(lambda work: work.board.edit("gone", "{}", pinned=False)) is None


async def test_a_message_for_one_person_is_seen_by_nobody_else(database: Database) -> None:
    whisper = replace(HELLO, only="ana")
    await database.run(lambda work: post_all(work, whisper, replace(HELLO, channel="team")))

    anas = await database.run(lambda work: work.board.messages("general", "ana"))
    bos = await database.run(lambda work: work.board.messages("general", "bo"))
    ana_heard_of = await database.run(lambda work: work.board.newest_numbers("ana"))
    bo_heard_of = await database.run(lambda work: work.board.newest_numbers("bo"))

    assert (numbers(anas), numbers(bos)) == ([1], [])
    assert (ana_heard_of, bo_heard_of) == ({"general": 1, "team": 2}, {"team": 2})


async def test_an_answer_stands_in_the_thread_and_changes_what_it_answers(
    database: Database,
) -> None:
    root = await database.run(lambda work: work.board.post(CARD))
    answer = replace(HELLO, thread=root.id)
    await database.run(lambda work: post_all(work, answer, replace(answer, only="bo")))

    channel = await database.run(lambda work: work.board.messages("general", "ana"))
    thread = await database.run(lambda work: work.board.messages("general", "ana", thread=root.id))

    assert channel == (replace(root, seq=3, replies=1),)
    assert numbers(thread) == [1, 2]


async def test_a_long_channel_shows_its_newest_messages(database: Database) -> None:
    await database.run(lambda work: post_all(work, *[HELLO] * 5))

    messages = await database.run(lambda work: work.board.messages("general", "ana", limit=2))

    assert numbers(messages) == [4, 5]


async def test_an_empty_board_has_seen_no_change(database: Database) -> None:
    assert await database.run(lambda work: work.board.last_seq()) == 0
