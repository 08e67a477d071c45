"""How long Slack waits while eight teams send their forms, each kept before it is answered."""

import asyncio

from benchmarks.databases import Ground
from benchmarks.figures import Figure, percentile
from benchmarks.slack.letters import Json
from benchmarks.slack.prepared import install, sit_down_in_slack
from benchmarks.slack.processes import Driver, server
from benchmarks.slack.workspaces import Senders, senders_at, settings
from benchmarks.table import Table, conversation_of, open_here

TEAMS = 8
PEOPLE = 8
"""Around each table; as many as in a usual leadership team."""

TIMES = 3
TIMES_ALONE = 8
NO_END = 600.0
"""Seconds; it is the forms that come to an end."""

MOST_SECONDS = 0.25
LONGEST_SECONDS = 2.5


def measure(ground: Ground, slack: Driver, api: str) -> Figure:
    """Let everybody send form after form at once; compare with one person alone.

    At each table sit two people more: one sends before the others, at the first table only; and
    one never sends, so that the phase does not end.
    """
    url = ground.fresh()
    tables = [sit_down_in_slack(url, PEOPLE + 2, f"team-{n}") for n in range(TEAMS)]
    install(url, 1)
    people = [each for table, _ in tables for each in senders_at(table)[1:-1]]
    modals = [each for _, modals in tables for each in modals[1:-1]]
    first = senders_at(tables[0][0])[:1]
    with server("ours", api, **settings(url, workspaces=1)) as port:
        alone = slack.drive(_plan(port, first, list(tables[0][1][:1]), TIMES_ALONE))
        crowd = slack.drive(_plan(port, people, modals, TIMES))
    wanted = (TEAMS * PEOPLE + 1) * len(tables[0][0].steps)
    kept = sum(asyncio.run(_kept(url, table)) for table, _ in tables)
    slow, longest = percentile(crowd.seconds, 99), max(crowd.seconds)
    return Figure(
        what=f"Slack, submit, {TEAMS * PEOPLE} at once, {ground.name}",
        measured=f"p99 {slow * 1000:.0f}, most {longest * 1000:.0f} ms",
        ratio=f"{slow / alone.typical:.0f} times one person alone"
        f", {crowd.rate:.0f} a second, {kept} of {wanted} kept, driver busy {crowd.busy:.0%}",
        goal=f"≤ {MOST_SECONDS * 1000:g} ms",
        is_met=slow <= MOST_SECONDS
        and longest <= LONGEST_SECONDS
        and kept == wanted
        and not crowd.late,
    )


def _plan(port: int, people: Senders, modals: list[Json], times: int) -> Json:
    return {
        "kind": "forms",
        "port": port,
        "seconds": NO_END,
        "lines": len(people),
        "senders": people,
        "modals": modals,
        "times": times,
    }


async def _kept(url: str, table: Table) -> int:
    """Return how many answers are kept."""
    database = open_here(url)
    conversation = await conversation_of(database, table)
    await database.close()
    return sum(len(place.answers) for place in conversation.people.values())
