"""How long it takes from hearing an interaction until Discord has the first answer, in process."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from time import perf_counter
from typing import Any, Final

from benchmarks.databases import Ground
from benchmarks.figures import Figure, milliseconds, percentile
from benchmarks.table import LIBRARY, Table, open_here, sit_down, start_of_september
from bot.discord_servers import StoredServers
from bot.platforms.discord.drawing.custom_ids import Role, Way, input_id, written
from bot.platforms.discord.handling.desk import Desk
from bot.platforms.discord.handling.handler import DiscordHandling
from bot.platforms.discord.ports import Attachment, Interaction, Kind, Payload, Someone
from bot.platforms.discord.sending.replies import Replies
from bot.returned_forms import StoredForms
from commands.dispatcher import Dispatcher
from commands.request import Request
from storage.database import Database
from workflows.identifiers import FieldId, WorkspaceId
from workflows.people import Platform, Workspace
from workflows.pictures.drawings import Drawing
from workflows.views import Document, View

PEOPLE: Final = 8
TIMES: Final = 8
WARM_UP: Final = 40
MOST_SECONDS: Final = 3.0
"""So long Discord waits for the first answer; whoever is slower has given none."""

SERVER: Final = Workspace(WorkspaceId("bench"), Platform.DISCORD, "1", "Benchmark")

_numbers = count(1)


def measure(ground: Ground) -> Iterator[Figure]:
    """Measure help, which takes no transaction, and a form, which takes one."""
    url = ground.fresh()
    table = asyncio.run(sit_down(url, PEOPLE, workspace=SERVER))
    helped, sent, alone = asyncio.run(_measure(url, table))
    yield _figure(f"Discord, help, {ground.name}", helped, "")
    ratio = percentile(sent, 50) / percentile(alone, 50)
    yield _figure(
        f"Discord, form, {ground.name}", sent, f"{ratio:.1f} times the commands without Discord"
    )


class _Discord:
    """Takes every answer at once, and notes when the first came (a ports.Calls)."""

    def __init__(self) -> None:
        self.first = 0.0

    async def call(
        self,
        verb: str,
        path: str,
        body: Payload | Sequence[Payload] | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> Any:  # noqa: ANN401 - as the port has it
        """Note the time."""
        del verb, path, body, attachments
        self.first = self.first or perf_counter()


async def _measure(url: str, table: Table) -> tuple[list[float], list[float], list[float]]:
    database = open_here(url)
    dispatcher, discord = Dispatcher(database, LIBRARY), _Discord()
    handling = DiscordHandling(_desk(database, dispatcher, discord))
    helped, sent, alone = list[float](), list[float](), list[float]()
    for number, request in enumerate(table.submissions(2 * TIMES)):
        if number % 2:
            begun = perf_counter()
            await dispatcher.ask(request)
            alone.append(perf_counter() - begun)
        else:
            helped.append(await _answered(handling, discord, _help(request)))
            sent.append(await _answered(handling, discord, _form(request)))
    await database.close()
    return helped[WARM_UP:], sent[WARM_UP:], alone[WARM_UP:]


async def _answered(handling: DiscordHandling, discord: _Discord, heard: Interaction) -> float:
    begun, discord.first = perf_counter(), 0.0
    await handling.hear(heard)
    return discord.first - begun


def _desk(database: Database, dispatcher: Dispatcher, discord: _Discord) -> Desk:
    async def paint(_view: View) -> Mapping[Drawing, bytes]:
        return {}

    async def make(_document: Document) -> bytes:
        raise AssertionError("nobody asks for a file here")

    return Desk(
        dispatcher=dispatcher,
        replies=Replies(discord),
        servers=StoredServers(database),
        returned=StoredForms(database, now=start_of_september),
        paint=paint,
        make=make,
        today=lambda: date(2026, 9, 1),
    )


def _help(request: Request) -> Interaction:
    option = {"type": 1, "name": "help"}
    return _heard(request, Kind.COMMAND, {"type": 1, "name": "concord", "options": [option]})


def _form(request: Request) -> Interaction:
    inputs = [
        {
            "type": 18,
            "component": {
                "type": 4,
                "custom_id": input_id(FieldId(name), Role.WRITTEN),
                "value": text,
            },
        }
        for name, text in request.raw.items()
    ]
    custom_id = written(Way.FORM, 0, request.ask)
    return _heard(request, Kind.FORM, {"custom_id": custom_id, "components": inputs})


def _heard(request: Request, kind: Kind, data: Payload) -> Interaction:
    person = request.caller.external_id
    return Interaction(
        id=str(next(_numbers)),
        token="token",  # noqa: S106 - opens nothing
        application="1",
        kind=kind,
        server=SERVER.external_id,
        server_name=SERVER.name,
        channel=request.channel,
        by=Someone(person, person),
        language="en-US",
        server_language="en-US",
        data=data,
    )


def _figure(what: str, seconds: Sequence[float], ratio: str) -> Figure:
    slow = percentile(seconds, 99)
    return Figure(
        what=what,
        measured=f"p50 {milliseconds(percentile(seconds, 50))}, p99 {milliseconds(slow)}",
        ratio=ratio,
        goal=f"p99 ≤ {MOST_SECONDS:g} s",
        is_met=slow <= MOST_SECONDS,
    )
