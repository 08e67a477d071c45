"""Hears and says everything, and fails in every way, with the log at DEBUG.

In each payload, answer, token and error stands the canary. With the word "loud", the libraries may
say what they like: then the canary is to be found.
"""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from bot.logs import configure_logs
from bot.platforms.slack.bolt.quiet import LIBRARIES
from bot.platforms.slack.bolt.sockets import Sockets
from bot.platforms.slack.ports import Ack
from tests.bot.slack.bolt.exchange import TOKEN, open_exchange
from tests.bot.slack.bolt.office import Office, open_office, saying
from tests.bot.slack.bolt.payloads import CANARY, KINDS, VERIFICATION
from tests.bot.slack.bolt.wire import Line, served
from tests.bot.slack.edge.letters import PATH, stamped
from tests.databases import START, StoppedClock


async def fail() -> Ack:
    """Fail with something that a person typed in the text of the error."""
    raise ValueError(CANARY)


async def fail_later() -> None:
    """Fail after the answer."""
    raise ValueError(CANARY)


async def main() -> None:
    """Do everything once over HTTP and once through a socket."""
    async with open_office(StoppedClock()) as office:
        if "loud" in sys.argv:
            speak_up()
        async with served(office.app) as line:
            await everything(office, "http", lambda payload, _kind: line.send(payload))
            await refusals(line)
        await through_sockets(office)
        office.register.is_away = True
        office.clock.time = START.replace(year=START.year + 1)
        await office.send(KINDS["command"])


async def everything(
    office: Office, way: str, send: Callable[[dict[str, Any], str], Awaitable[object]]
) -> None:
    """Send each kind of payload, to be answered, to fail, and to where nobody is."""
    for number, answer in enumerate((saying({"text": CANARY}, fail_later), fail)):
        office.hearing.answer = answer
        office.hearing.heard.clear()
        for kind, payload in KINDS.items():
            await send(named(payload, f"{way} {number} {kind}"), kind)
        await office.hearing.has_heard(len(KINDS))
    office.hearing.answer = saying({"text": CANARY})
    await send({**VERIFICATION, "challenge": CANARY}, "event")


def named(payload: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a payload that is not taken for another one."""
    view = {**payload.get("view", {}), "id": name}
    return {**payload, "event_id": name, "trigger_id": name} | (
        {"view": view} if "view" in payload else {}
    )


def speak_up() -> None:
    """Undo what keeps the libraries quiet."""
    for name, logger in logging.root.manager.loggerDict.items():
        if name.startswith(LIBRARIES) and isinstance(logger, logging.Logger):
            logger.propagate = True
            logger.setLevel(logging.DEBUG)


async def refusals(line: Line) -> None:
    """Send what is refused: with a wrong secret, as garbage, and from where nobody is."""
    body = f'{{"text": "{CANARY}"'.encode()
    for secret in ("wrong", None):
        headers = stamped(body, START, secret=secret) if secret else stamped(body, START)
        await line.client.post(PATH, content=body, headers=headers)
    unknown = {**KINDS["command"], "team_id": CANARY}
    await line.send(unknown)


async def through_sockets(office: Office) -> None:
    """Connect, be refused with the ticket in the error, connect again, and hear everything."""
    async with open_exchange() as exchange, asyncio.TaskGroup() as group:
        exchange.refuses_links = True
        sockets = Sockets(office.bolt, office.dispatch, TOKEN, api=exchange.api, ping_seconds=0.05)
        group.create_task(sockets.run())
        await exchange.asked.wait()
        await asyncio.sleep(0.2)
        exchange.refuses_links = False
        await exchange.has_links(1)
        await exchange.links[0].send_str(f'{{"type": "{CANARY}')
        await everything(office, "socket", exchange.post)
        sockets.stop()


if __name__ == "__main__":
    configure_logs("debug", "json")
    logging.getLogger("tests").debug("the log is at DEBUG")
    asyncio.run(main())
    print("done")  # noqa: T201 - says that nothing was left out
