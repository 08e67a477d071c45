"""Concord in Discord, as an operator runs it: `python -m benchmarks.discord.ours <address>`.

With the address of a Slack as a second argument it is in Slack and serves the local workspace, too.
Only the addresses, and the token, are not the real ones. Everything else is set in the environment.
"""

import sys
from contextlib import ExitStack

import uvloop
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from benchmarks.slack.letters import ANSWERS
from benchmarks.slack.serving import open_door
from bot.logs import configure_logs
from bot.serving_sides import run_sides
from bot.settings import read_settings
from bot.slack_access import SlackAddresses
from bot.sweeping import sweep_seldom
from tests.fakes.discord.gateway import TOKEN


def main(discord: str, slack: str = "") -> None:
    """Say so on a line when everything is served, and serve until the program is ended."""
    Route.BASE = f"{discord}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws{discord.removeprefix('http')}/gateway")
    settings = read_settings().model_copy(update={"discord_bot_token": TOKEN})
    configure_logs(settings.log_level, settings.log_format)
    sweep_seldom()
    with ExitStack() as doors:
        door = doors.enter_context(open_door())
        local = doors.enter_context(open_door()) if slack else None
        at = SlackAddresses(api=slack, answers=ANSWERS)
        ready = run_sides(
            settings, door, ready=lambda: print("ready", flush=True), local=local, slack_at=at
        )
        uvloop.run(ready)


if __name__ == "__main__":
    main(*sys.argv[1:])
