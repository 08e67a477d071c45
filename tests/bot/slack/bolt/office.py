"""Concord's side of Slack put together, with fakes at the ports: what is handled, who is there."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from starlette.types import ASGIApp

from bot.platforms.slack.bolt.apologies import Apologies
from bot.platforms.slack.bolt.app import slack_app
from bot.platforms.slack.bolt.authorize import Authorize
from bot.platforms.slack.bolt.dispatch import ACK_SECONDS, Dispatch
from bot.platforms.slack.bolt.http import events_route
from bot.platforms.slack.bolt.metrics import Metrics
from bot.platforms.slack.bolt.once import Once, Seen, SeenNowhereElse
from bot.platforms.slack.bolt.tasks import Tasks, open_tasks
from bot.platforms.slack.ports import Ack, Installation, OrgId, Payload, Site, TeamId
from bot.platforms.watching import web_pages
from tests.bot.slack.bolt.payloads import CANARY, written
from tests.bot.slack.edge.letters import SECRET, Reply, post, stamped
from tests.databases import StoppedClock
from workflows.catalogue import words_for
from workflows.identifiers import WorkspaceId

LINCOLN = Installation(
    team=TeamId("T1"),
    org=OrgId(""),
    name="Lincoln",
    app="A1",
    bot_user="UBOT",
    bot="BBOT",
    installer="U1",
    scopes=("commands", "chat:write"),
    bot_token=f"xoxb-{CANARY}",
)

Answer = Callable[[], Awaitable[Ack]]


async def nothing() -> Ack:
    """Answer without a word."""
    return Ack()


def saying(body: Payload, after: Callable[[], Awaitable[None]] | None = None) -> Answer:
    """Return an answer with that body."""

    async def answer() -> Ack:
        return Ack(body, after)

    return answer


class Hearing:
    """The port Handling: keeps what it is asked for, and answers as the test wishes."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Site, Payload]] = []
        self.answer: Answer = nothing
        self._changed = asyncio.Condition()

    async def command(self, site: Site, payload: Payload) -> Ack:
        return await self._hear("command", site, payload)

    async def action(self, site: Site, payload: Payload) -> Ack:
        return await self._hear("action", site, payload)

    async def submission(self, site: Site, payload: Payload) -> Ack:
        return await self._hear("submission", site, payload)

    async def shortcut(self, site: Site, payload: Payload) -> Ack:
        return await self._hear("shortcut", site, payload)

    async def event(self, site: Site, payload: Payload) -> Ack:
        return await self._hear("event", site, payload)

    async def function(self, site: Site, payload: Payload) -> Ack:
        return await self._hear("function", site, payload)

    @property
    def kinds(self) -> list[str]:
        return [kind for kind, _, _ in self.heard]

    async def has_heard(self, number: int) -> None:
        """Wait until so much was heard; how it is answered is settled by then."""
        async with self._changed:
            await self._changed.wait_for(lambda: len(self.heard) >= number)

    async def _hear(self, kind: str, site: Site, payload: Payload) -> Ack:
        answer = self.answer
        async with self._changed:
            self.heard.append((kind, site, payload))
            self._changed.notify_all()
        return await answer()


class Register:
    """The port Installations, with one list of who is there."""

    def __init__(self, *installations: Installation) -> None:
        self.installations = list(installations)
        self.searches = 0
        self.is_away = False

    async def find(self, site: Site) -> Installation | None:
        self.searches += 1
        if self.is_away:
            raise ConnectionError(CANARY)
        there = (site.org if site.is_org_wide else "", "" if site.is_org_wide else site.team)
        for each in self.installations:
            if (each.org if not each.team else "", each.team) == there:
                return each
        return None

    async def save(self, installation: Installation) -> None:
        self.installations.append(installation)

    async def end(self, team: TeamId, org: OrgId) -> None:
        self.installations = [i for i in self.installations if (i.team, i.org) != (team, org)]

    async def workspace(self, site: Site) -> WorkspaceId:
        return WorkspaceId(site.team)

    async def site(self, workspace: WorkspaceId) -> Site:
        return Site(TeamId(workspace))


@dataclass(frozen=True, slots=True)
class Office:
    """All parts; `app` is reached without a network."""

    clock: StoppedClock
    hearing: Hearing
    register: Register
    metrics: Metrics
    tasks: Tasks
    authorize: Authorize
    bolt: AsyncApp
    dispatch: Dispatch
    app: ASGIApp
    apologies: Apologies

    async def send(self, payload: dict[str, Any]) -> Reply:
        """Send a payload as Slack does: a second later than the one before, and signed anew."""
        self.clock.time += timedelta(seconds=1)
        body, content_type = written(payload)
        headers = stamped(body, self.clock(), content_type=content_type)
        return await post(self.app, headers, body)


@asynccontextmanager
async def open_office(
    clock: StoppedClock,
    *,
    seen: Seen | None = None,
    grace: float = 5,
    ack_seconds: float = ACK_SECONDS,
) -> AsyncIterator[Office]:
    """Put the parts together; at the end of the block, what is under way is waited for."""
    hearing, register, metrics = Hearing(), Register(LINCOLN), Metrics()
    apologies = Apologies(words_for("en"))
    authorize = Authorize(register, now=clock)
    once = Once(seen or SeenNowhereElse(), now=clock)
    async with open_tasks(grace) as tasks:
        bolt = slack_app(hearing, authorize, once=once, tasks=tasks, apologies=apologies)
        dispatch = Dispatch(bolt, apologies, metrics, now=clock, ack_seconds=ack_seconds)
        events = events_route(dispatch, SECRET, metrics=metrics, now=clock)
        app = web_pages(metrics.text, _always, routes=[events])
        yield Office(
            clock=clock,
            hearing=hearing,
            register=register,
            metrics=metrics,
            tasks=tasks,
            authorize=authorize,
            bolt=bolt,
            dispatch=dispatch,
            app=app,
            apologies=apologies,
        )


async def _always() -> bool:
    return True
