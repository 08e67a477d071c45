"""The workspaces in which the compared applications are installed, and who is in them."""

from typing import Final

from benchmarks.slack.letters import SECRET
from benchmarks.table import Table
from storage.secrets import new_key

CLIENT: Final = "1234567890.1234567890"
PEOPLE: Final = 64
CHANNELS: Final = 8
KEYS: Final = new_key()
"""What tokens are sealed with."""

Senders = list[tuple[str, str, str]]
"""People, each with their workspace and a channel, in Slack's ids."""


def team_id(number: int) -> str:
    """Return Slack's id of a workspace."""
    return f"T{number:08}"


HOME: Final = team_id(0)


def senders(workspaces: int) -> Senders:
    """Return people in different channels, in so many workspaces."""
    return [
        (team_id(n % workspaces), f"U{n:08}", f"C{n % CHANNELS:08}")
        for n in range(max(PEOPLE, workspaces))
    ]


def senders_at(table: Table) -> Senders:
    """Return the people around a table."""
    return [(HOME, person, table.channel) for person in table.people]


def settings(url: str, *, workspaces: int) -> dict[str, str]:
    """Return what is set for Concord: a token for one workspace, or an install page for many."""
    one = {"CONCORD_SLACK_BOT_TOKEN": "xoxb-bench"}
    many = {
        "CONCORD_SLACK_CLIENT_ID": CLIENT,
        "CONCORD_SLACK_CLIENT_SECRET": SECRET,
        "CONCORD_PUBLIC_URL": "http://127.0.0.1:8765",
    }
    return {
        "CONCORD_DATABASE_URL": url,
        "CONCORD_LOG_LEVEL": "warning",
        "CONCORD_LOG_FORMAT": "json",
        "CONCORD_SECRET_KEYS": KEYS,
        "CONCORD_SLACK_SIGNING_SECRET": SECRET,
        **(one if workspaces == 1 else many),
    }
