"""The board of the local workspace outlives the program, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.board import StoredBoard
from bot.platforms.web.board import (
    CONCORD,
    PRIVATE,
    BoardAwayError,
    Channel,
    Draft,
    Message,
    Persona,
)
from commands.practice import PEOPLE, WORKSPACE, seed
from storage.board import BoardPost
from storage.database import Database, open_database
from storage.errors import ConflictError, UnavailableError
from tests.databases import START, StoppedClock
from tests.fakes.shaky_database import ShakyDatabase
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId, PersonId
from workflows.library import read_library
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import Bold, Code, Day, Italic, Link, Mention, Moment, Plain
from workflows.views import (
    Ask,
    Bullets,
    Button,
    Buttons,
    Divider,
    Facts,
    Form,
    Heading,
    Input,
    Menu,
    Option,
    Paragraph,
    Picture,
    Privacy,
    Quote,
    Small,
    Style,
    View,
)

TEAM = "leadership-team"

TEXT = (
    Plain("a"),
    Bold("b"),
    Italic("c"),
    Code("d"),
    Link("e", "https://e.example"),
    Mention(PersonId("p"), "f"),
    Moment(datetime(2026, 11, 3, 15, 30, tzinfo=UTC)),
    Day(date(2026, 11, 3)),
)
PICTURE = TallyPicture(title="Five", rows=(TallyRow(label="5", counts=(3,)),))
VIEW = View(
    title="Everything",
    summary="One of each.",
    blocks=(
        Heading("h"),
        Paragraph(TEXT),
        Bullets((TEXT, TEXT)),
        Quote(TEXT),
        Facts((("k", TEXT),)),
        Divider(),
        Small(TEXT),
        Picture(PICTURE, "Five: 3."),
        Buttons((Button("b", Ask("go", {"id": "1"}), Style.DANGER, "Sure?"),)),
        Menu("m", (Option("v", "l"),), Ask("pick")),
    ),
    form=Form(
        (Input(FieldId("q"), FieldKind.TEXT, "Q"),),
        Button("Send", Ask("send")),
        values={"q": "typed", "many": ("a", "b")},
        problems={FieldId("q"): "Look again."},
        page=(1, 2),
    ),
    privacy=Privacy.TEAM,
)


@pytest.fixture
async def board(database: Database) -> StoredBoard:
    """The board of a workspace with the practice team."""
    await database.run(lambda work: seed(work, read_library()))
    return StoredBoard(database)


async def test_a_newcomer_finds_the_practice_team(board: StoredBoard) -> None:
    assert await board.personas() == tuple(
        Persona(external_id, name, language, party.name)
        for external_id, name, party, language in PEOPLE
    )
    assert await board.channels("maria") == (
        Channel(TEAM, TEAM, "Leadership team, Lincoln Schools Partnership"),
        Channel(PRIVATE, "Concord", ""),
    )


async def test_a_message_comes_back_as_it_was_posted(board: StoredBoard) -> None:
    draft = Draft(TEAM, CONCORD, "Text", VIEW, pinned=True, nonce="n")

    posted = await board.post(draft)

    expected = Message(
        id=posted.id,
        channel=TEAM,
        author=CONCORD,
        at=START,
        seq=1,
        text="Text",
        view=VIEW,
        pinned=True,
    )
    assert posted == await board.post(draft) == await board.message(posted.id) == expected
    assert await board.messages(TEAM, "maria") == (expected,)
    assert await board.pinned(TEAM, "maria") == (expected,)


async def test_a_message_outlives_the_program(sqlite_url: str, clock: StoppedClock) -> None:
    database = open_database(sqlite_url, clock=clock, new_id=lambda: "m1")
    posted = await StoredBoard(database).post(Draft(TEAM, "maria", "Still here", nonce="n"))
    await database.close()

    database = open_database(sqlite_url, clock=clock, new_id=lambda: "m2")
    board = StoredBoard(database)

    assert await board.messages(TEAM, "joan") == (posted,)
    assert await board.post(Draft(TEAM, "maria", "Still here", nonce="n")) == posted
    await database.close()


async def test_a_person_sees_only_what_is_for_them(board: StoredBoard) -> None:
    mine = await board.post(Draft(PRIVATE, CONCORD, "For María", only="maria"))
    await board.post(Draft(PRIVATE, CONCORD, "For Joan", only="joan"))

    assert await board.messages(PRIVATE, "maria") == (mine,)
    assert [channel.latest for channel in await board.channels("maria")] == [0, mine.seq]


async def test_an_answer_changes_the_message_it_answers(board: StoredBoard) -> None:
    start = await board.post(Draft(TEAM, "maria", "Who takes notes?"))
    answer = await board.post(Draft(TEAM, "joan", "I do", thread=start.id))

    changed = replace(start, seq=answer.seq, replies=1)
    assert await board.messages(TEAM, "dev", after=start.seq) == (changed,)
    assert await board.messages(TEAM, "dev", thread=start.id) == (changed, answer)


async def test_an_edit_counts_as_a_change_but_not_as_news(board: StoredBoard) -> None:
    posted = await board.post(Draft(TEAM, CONCORD, view=replace(VIEW, title="Before")))

    edited = await board.edit(posted.id, VIEW, pinned=True)

    assert edited == replace(posted, view=VIEW, pinned=True, seq=2)
    assert await board.last_seq() == 2
    assert (await board.channels("maria"))[0].latest == posted.seq


async def test_nothing_is_edited_or_found_under_an_unknown_id(board: StoredBoard) -> None:
    assert await board.edit("unknown", VIEW, pinned=False) is None
    assert await board.message("unknown") is None


async def test_a_view_of_an_older_version_is_left_out(
    board: StoredBoard, database: Database
) -> None:
    old = BoardPost(TEAM, CONCORD, view='{"title": "Old"}')
    kept = await database.run(lambda work: work.board.post(old))

    assert (await board.messages(TEAM, "maria"))[0].view is None
    assert kept.view is not None


@pytest.mark.parametrize(
    ("name", "external_id"),
    [
        ("Eva Lind", "eva-lind"),
        ("María", "maria-2"),
        ("李雷", "person"),
        ("Concord", "concord-2"),
        ("O'Neil-Sánchez de la Torre y Vega", "o-neil-sanchez-de-la-tor"),
    ],
)
async def test_somebody_new_gets_an_id_of_their_own(
    board: StoredBoard, name: str, external_id: str
) -> None:
    persona = await board.add_persona(name, "es")

    assert persona == Persona(external_id, name, "es")
    assert (await board.personas())[-1] == persona


async def test_a_new_channel_gets_an_id_of_its_own(board: StoredBoard) -> None:
    first = await board.add_channel("Leadership Team")
    second = await board.add_channel("学校")

    assert (first.id, second.id) == ("leadership-team-2", "channel")
    assert (await board.channels("maria"))[1:3] == (first, second)


async def test_somebody_who_was_forgotten_cannot_be_played(
    board: StoredBoard, database: Database
) -> None:
    known = await database.run(lambda work: work.people.known(WORKSPACE, "maria"))
    assert known
    await database.run(lambda work: work.people.erase(known[1].id))

    assert (await board.personas())[0].external_id == "joan"


@pytest.mark.parametrize("fault", [UnavailableError(), ConflictError()])
async def test_a_board_that_cannot_be_reached_says_so(
    sqlite_database: Database, fault: Exception
) -> None:
    database = ShakyDatabase(sqlite_database)
    database.faults.append(fault)
    board = StoredBoard(database)

    with pytest.raises(BoardAwayError):
        await board.last_seq()
