"""Concord on Slack in processes of its own, one after the other, each of which can be killed.

    python -m tests.slack.own_program API

It reads what lives it is to begin, a JSON object a line, and prints the number of each process
when it can be reached, and 0 when it has ended. All are forks, so that the time to load the program
is paid once. A life with `dies_before` kills itself before it runs an SQL statement like that (a
regular expression, or COMMIT), after one like `dies_in`. The log is at DEBUG.
"""

import asyncio
import json
import os
import re
import signal
import sys
from dataclasses import dataclass

from sqlalchemy import Engine, event

from bot.logs import configure_logs
from bot.platforms.serving import listen
from bot.platforms.slack.sending import pacing
from bot.serving_sides import run_sides
from bot.slack_access import SlackAddresses
from tests.slack.pace import UNPACED
from tests.slack.program import HTTP, settings_for


@dataclass(frozen=True, slots=True)
class Life:
    """Where a process listens, what database it works with, and where it dies, if anywhere."""

    url: str
    port: int
    keys: str
    dies_in: str = ""
    dies_before: str = ""


def live(life: Life, api: str) -> None:
    """Be Concord until somebody ends it."""
    if life.dies_before:
        _die(life.dies_in, life.dies_before)
    vars(pacing).update(UNPACED)
    settings = settings_for(life.url, HTTP).model_copy(update={"secret_keys": life.keys})
    at = SlackAddresses(f"{api}/api/", f"{api}/answers/")
    with listen(life.port) as listening:
        asyncio.run(run_sides(settings, listening, ready=_tell, slack_at=at))


def _tell() -> None:
    _say(os.getpid())


def _say(number: int) -> None:
    print(number, flush=True)  # noqa: T201 - the test reads it


def _die(in_: str, before: str) -> None:
    has_begun = not in_

    @event.listens_for(Engine, "before_cursor_execute")
    def look(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        nonlocal has_begun
        if has_begun and re.search(before, statement):
            os.kill(os.getpid(), signal.SIGKILL)
        has_begun = has_begun or bool(re.search(in_, statement))

    @event.listens_for(Engine, "commit")
    def _look_at_commit(_connection: object) -> None:
        look(None, None, "COMMIT")


def main() -> None:
    """Begin a life for each line, when the one before has ended."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            live(Life(**json.loads(line)), sys.argv[1])
            os._exit(0)
        os.waitpid(child, 0)
        _say(0)


if __name__ == "__main__":
    configure_logs("debug", "json")
    main()
