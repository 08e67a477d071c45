"""An open page is told what is new, nothing twice, and nothing that is not for its person."""

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from starlette.requests import Request

from bot.platforms.web.board import CONCORD, PRIVATE, Draft, Persona
from bot.platforms.web.hub import ClockMoved, Closing, Said, StartedOver
from bot.platforms.web.stream import Stream
from bot.platforms.web.visits import visit
from tests.fakes.desk import DONE, FakeWorkspace
from tests.fakes.html import Page

TEAM = "leadership-team"


@dataclass(frozen=True)
class Told:
    """One event: its kind, its number, and the data as the browser reads it."""

    kind: str
    number: str
    data: str

    @property
    def spoken(self) -> list[str | None]:
        return [item["data-spoken"] for item in Page(self.data).all("li", class_="message")]


def read(event: str) -> Told:
    fields: dict[str, list[str]] = {"event": [], "id": [], "data": []}
    for line in event.rstrip("\n").split("\n"):
        name, _, value = line.partition(": ")
        fields.setdefault(name, []).append(value)
    return Told(*("\n".join(fields[name]) for name in ("event", "id", "data")))


class Tab:
    """A browser's tab: reads the stream of a page, leaving out what only keeps it alive."""

    def __init__(self, events: AsyncGenerator[str, None]) -> None:
        self._events = events

    async def next(self) -> Told:
        async for event in self._events:
            if not event.startswith(":"):
                return read(event)
        raise StopAsyncIteration

    async def skip(self, events: int) -> None:
        for _ in range(events):
            await self.next()


@dataclass
class Reader:
    """Opens tabs of the workspace."""

    workspace: FakeWorkspace

    async def opens(
        self, persona: str = "ana", channel: str = TEAM, *, thread: str = "", after: int = 0
    ) -> AsyncGenerator[str, None]:
        request = Request({"type": "http", "path_params": {"persona": persona}})
        here = await visit(self.workspace.desk, request, channel=channel, thread=thread)
        return Stream(self.workspace.desk, here, after=after, keep_alive=0.01).events()


@pytest.fixture
def reader(workspace: FakeWorkspace) -> Reader:
    return Reader(workspace)


async def post(workspace: FakeWorkspace, draft: Draft) -> str:
    """Post, and tell who is listening, as the workspace does."""
    message = await workspace.board.post(draft)
    workspace.hub.tell(Said(message.channel, message.only))
    return message.id


async def test_a_page_gets_a_message_when_it_is_posted(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    async with aclosing(await reader.opens()) as events:
        tab = Tab(events)
        await tab.skip(4)  # three channels and the clock
        await post(workspace, Draft(TEAM, "bo", "Hello\r<b>all</b>"))

        told = await tab.next()

    assert (told.number, told.spoken) == ("1", ["Bo Nguyen: Hello\n<b>all</b>"])
    assert told.data.startswith('<hx-partial hx-target="#log" hx-swap="upsert">')


async def test_a_page_that_was_away_gets_what_it_missed_in_one_event(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    first = await post(workspace, Draft(TEAM, "bo", "One"))
    await post(workspace, Draft(TEAM, "bo", "Two"))
    await post(workspace, Draft(TEAM, CONCORD, view=DONE))
    await workspace.board.edit(first, replace(DONE, summary="Changed."), pinned=False)

    async with aclosing(await reader.opens(after=2)) as events:
        told = await Tab(events).next()

    assert (told.number, told.spoken) == ("4", ["Bo Nguyen: Changed.", "Concord: That is done."])


async def test_an_edited_message_comes_again_under_the_same_id(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    message = await post(workspace, Draft(TEAM, CONCORD, view=DONE))

    async with aclosing(await reader.opens(after=1)) as events:
        tab = Tab(events)
        await tab.skip(4)
        await workspace.board.edit(message, replace(DONE, summary="Changed."), pinned=False)
        workspace.hub.tell(Said(TEAM))
        told = await tab.next()

    assert told.spoken == ["Concord: Changed."]
    assert Page(told.data).one("li", class_="message")["id"] == f"m{message}"


async def test_nothing_private_is_told_to_anybody_else(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    async with aclosing(await reader.opens("bo")) as events:
        tab = Tab(events)
        await tab.skip(4)
        await post(workspace, Draft(TEAM, CONCORD, "For Ana", only="ana"))
        await post(workspace, Draft(PRIVATE, CONCORD, "For Ana", only="ana"))
        await post(workspace, Draft(TEAM, "ana", "For all"))

        told = await tab.next()

    assert told.spoken == ["Ana Ortega: For all"]


async def test_a_page_hears_of_news_in_other_channels_without_a_word_of_them(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    async with aclosing(await reader.opens()) as events:
        tab = Tab(events)
        await tab.skip(4)
        await post(workspace, Draft(PRIVATE, CONCORD, "Your ideas, please", only="ana"))

        told = await tab.next()

    assert (told.kind, json.loads(told.data)) == ("news", {"channel": PRIVATE, "latest": 1})


async def test_a_page_that_opens_learns_where_the_newest_is_and_what_time_it_is(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    await post(workspace, Draft("school-team", "bo", "Hello"))

    async with aclosing(await reader.opens("cy")) as events:
        tab = Tab(events)
        news = [json.loads((await tab.next()).data) for _ in range(3)]
        clock = await tab.next()

    assert [(channel["channel"], channel["latest"]) for channel in news] == [
        (TEAM, 0),
        ("school-team", 1),
        (PRIVATE, 0),
    ]
    assert "mar, 3 nov, 10:30" in clock.data


async def test_a_thread_gets_its_answers_and_its_channel_the_count(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    start = await post(workspace, Draft(TEAM, "ana", "Who takes notes?"))
    await post(workspace, Draft(TEAM, "bo", "I do", thread=start, pinned=True))

    async with aclosing(await reader.opens(thread=start, after=1)) as events:
        thread = await Tab(events).next()
    async with aclosing(await reader.opens(after=1)) as events:
        channel = await Tab(events).next()

    assert thread.spoken == ["Ana Ortega: Who takes notes?", "Bo Nguyen: I do"]
    assert "#pinned" not in thread.data
    assert channel.spoken == ["Ana Ortega: Who takes notes?"]
    assert "1 reply" in channel.data


async def test_a_page_learns_how_much_is_pinned(workspace: FakeWorkspace, reader: Reader) -> None:
    await post(workspace, Draft(TEAM, CONCORD, view=DONE, pinned=True))

    async with aclosing(await reader.opens()) as events:
        told = await Tab(events).next()

    assert '<hx-partial hx-target="#pinned" hx-swap="innerHTML">' in told.data
    assert "Pinned (1)" in told.data


async def test_a_page_learns_the_name_of_somebody_who_came_later(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    async with aclosing(await reader.opens()) as events:
        tab = Tab(events)
        await tab.skip(4)
        workspace.board.people.append(Persona("eva", "Eva Lind"))
        await post(workspace, Draft(TEAM, "eva", "Hello"))

        assert (await tab.next()).spoken == ["Eva Lind: Hello"]


async def test_a_page_shows_the_time_when_the_clock_was_moved(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    async with aclosing(await reader.opens()) as events:
        tab = Tab(events)
        await tab.skip(4)
        await workspace.workshop.move(timedelta(days=1))
        workspace.hub.tell(ClockMoved())

        told = await tab.next()

    assert told.data == (
        '<hx-partial hx-target="#clock" hx-swap="textContent">Wed, Nov 4, 10:30 AM</hx-partial>'
    )


async def test_a_page_starts_over_with_the_workspace(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    async with aclosing(await reader.opens()) as events:
        tab = Tab(events)
        await tab.skip(4)
        workspace.hub.tell(StartedOver())

        assert (await tab.next()).kind == "start-over"


async def test_a_page_from_before_another_beginning_starts_over(reader: Reader) -> None:
    async with aclosing(await reader.opens(after=9)) as events:
        assert (await Tab(events).next()).kind == "start-over"


async def test_a_quiet_line_is_kept_alive(reader: Reader) -> None:
    async with aclosing(await reader.opens()) as events:
        lines = [await anext(events) for _ in range(8)]

    assert lines[0] == lines[-1] == ": still here\n\n"


async def test_a_page_is_let_go_when_the_program_ends(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    events = await reader.opens()
    async for _ in events:
        workspace.hub.tell(Closing())

    assert await anext(events, "end") == "end"


async def test_a_page_is_let_go_to_come_back_when_the_board_is_away(
    workspace: FakeWorkspace, reader: Reader
) -> None:
    events = await reader.opens()
    workspace.board.away = True

    assert [event async for event in events] == [": still here\n\n"]


@pytest.mark.parametrize(
    ("headers", "query", "spoken"),
    [
        ({}, "after=0", ["Bo Nguyen: One", "Bo Nguyen: Two"]),
        ({}, "after=1", ["Bo Nguyen: Two"]),
        ({"last-event-id": "1"}, "after=0", ["Bo Nguyen: Two"]),
        ({}, "", ["Bo Nguyen: One", "Bo Nguyen: Two"]),
        ({"last-event-id": "\u0661"}, "", ["Bo Nguyen: One", "Bo Nguyen: Two"]),
        ({"last-event-id": "9" * 400}, "", ["Bo Nguyen: One", "Bo Nguyen: Two"]),
    ],
)
async def test_a_browser_says_up_to_where_it_knows_everything(
    workspace: FakeWorkspace, headers: dict[str, str], query: str, spoken: list[str]
) -> None:
    await post(workspace, Draft(TEAM, "bo", "One"))
    await post(workspace, Draft(TEAM, "bo", "Two"))
    workspace.hub.close()  # so that the stream ends when all is told

    async with workspace.browser() as browser:
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        response = await browser.get(f"/as/ana/c/{TEAM}/stream?{query}", headers=raw)

    assert response.headers["content-type"].startswith("text/event-stream")
    events = [read(event) for event in response.text.split("\n\n") if "id: " in event]
    assert [event.spoken for event in events] == [spoken]
