"""When Concord needs long: a window says so in time, and shows what came of it later."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from typing_extensions import override

from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.handling.desk import Desk, Dispatcher
from bot.platforms.slack.handling.handler import SlackHandling
from bot.platforms.slack.ports import Payload, Site
from commands.request import Caller, Request
from tests.bot.slack.handling.people import People
from tests.bot.slack.handling.slack import FakeSlack, words_in
from workflows.views import View


@dataclass
class SlowDispatcher:
    """Has nothing to say before Slack was asked for a window."""

    behind: Dispatcher
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    fault: Exception | None = None

    async def ask(self, request: Request) -> View:
        await self.asked.wait()
        return await self.behind.ask(request)

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        await self.asked.wait()
        if self.fault:
            raise self.fault
        return await self.behind.typed(caller, channel, line)

    def leaflet(self, caller: Caller, line: str) -> View | None:
        return self.behind.leaflet(caller, line)


@dataclass
class WatchedSlack(FakeSlack):
    """Tells when a window is asked for, and keeps what each one says first."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    first_words: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        super().__init__()

    @override
    async def call(self, site: Site, method: str, /, **arguments: Any) -> Payload:
        if method == "views.open":
            self.asked.set()
            self.first_words.append(words_in(arguments["view"]["blocks"]))
        return await super().call(site, method, **arguments)


@pytest.fixture
def slack() -> WatchedSlack:
    """Slack, watched."""
    return WatchedSlack()


@pytest.fixture
def dispatcher(desk: Desk, slack: WatchedSlack) -> SlowDispatcher:
    """A Concord that needs long."""
    return SlowDispatcher(desk.dispatcher, slack.asked)


@pytest.fixture
def people(desk: Desk, slack: WatchedSlack, dispatcher: SlowDispatcher) -> People:
    """The people of the practice team, who wait."""
    impatient = replace(desk, dispatcher=dispatcher, patience=0)
    return People(slack, SlackHandling(impatient))


async def test_somebody_who_waits_is_told_so_until_the_form_comes(
    people: People, slack: WatchedSlack
) -> None:
    await people.type("maria", "norms start")

    assert slack.first_words == ["One moment, please."]
    assert "Choose the pace" in people.sees("maria")
    assert len(slack.windows["maria"]) == 1


async def test_somebody_who_waited_reads_an_answer_without_a_form_in_the_window(
    people: People, slack: WatchedSlack
) -> None:
    ack = await people.type("maria", "home")

    assert ack.body is None
    assert "Agree our norms" in people.sees("maria")
    assert slack.whispers == []


async def test_somebody_whose_window_did_not_open_in_time_is_answered_below(
    people: People, slack: WatchedSlack
) -> None:
    slack.is_slow = True

    await people.type("maria", "home")

    assert "Agree our norms" in people.reads("maria")


async def test_somebody_who_closes_the_window_while_they_wait_is_left_alone(
    people: People, slack: WatchedSlack
) -> None:
    slack.failing["views.update"] = SlackRefusedError("not_found")

    await people.type("maria", "home")

    assert slack.whispers == []


async def test_somebody_who_waits_for_a_fault_is_told_of_it(
    people: People, dispatcher: SlowDispatcher
) -> None:
    dispatcher.fault = LookupError("a bug")

    with pytest.raises(LookupError):
        await people.type("lucia", "home")

    assert "Something went wrong in Concord." in people.sees("lucia")


async def test_a_fault_is_not_hidden_where_no_window_opened(
    people: People, dispatcher: SlowDispatcher, slack: WatchedSlack
) -> None:
    dispatcher.fault = LookupError("a bug")
    slack.is_slow = True

    with pytest.raises(LookupError):
        await people.type("lucia", "home")


async def test_a_fault_of_our_own_while_somebody_waits_is_not_hidden(
    people: People, slack: WatchedSlack
) -> None:
    slack.failing["views.open"] = LookupError("a bug")

    with pytest.raises(LookupError):
        await people.type("maria", "home")


async def test_nobody_waits_in_a_window_where_none_can_open(
    people: People, slack: WatchedSlack
) -> None:
    slack.asked.set()

    await people.hear("app_mention", user="maria", channel="general", thread_ts="1.2")

    assert slack.first_words == []
    assert "Agree our norms" in people.reads("maria")
