"""Concord in Slack, as an operator runs it: `python -m benchmarks.slack.ours <address of the api>`.

Only the addresses are not Slack's own. Everything else is set in the environment.
"""

import sys

import uvloop

from benchmarks.slack.letters import ANSWERS
from benchmarks.slack.serving import open_door, port_of
from bot.logs import configure_logs
from bot.serving_sides import run_sides
from bot.settings import read_settings
from bot.slack_access import SlackAddresses
from bot.sweeping import sweep_seldom


def main(api: str) -> None:
    """Say the port on a line, and serve until the program is ended."""
    settings = read_settings()
    configure_logs(settings.log_level, settings.log_format)
    sweep_seldom()
    with open_door() as door:
        at = SlackAddresses(api=api, answers=ANSWERS)
        uvloop.run(
            run_sides(settings, door, ready=lambda: print(port_of(door), flush=True), slack_at=at)
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
