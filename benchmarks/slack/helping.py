"""How long `/concord help` takes in Slack, beside a bare Bolt that answers with the same words.

Bolt is set up as its documentation says: for one workspace with a token and one listener; for
many with a store of the Slack SDK in the same kind of database.
"""

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.databases import Ground
from benchmarks.figures import Figure, milliseconds
from benchmarks.slack.prepared import install
from benchmarks.slack.processes import Driver, Round, compare, server
from benchmarks.slack.workspaces import senders, settings

ROUNDS = 5
SECONDS = 1.0
"""How long a round takes."""

MOST_A_SECOND = 8000
"""So many requests are signed before a round begins."""

CROWD = 64
"""How many ask at once."""

WORKSPACES = 50
MOST = 0.2
LEAST = 1.0
LEAST_FROM_STORE = 8.0


def measure(ground: Ground, slack: Driver, api: str) -> Iterator[Figure]:
    """Compare in one workspace, one after another and all at once; then in many workspaces."""
    url = ground.fresh()
    with server("bare", api) as bare, server("ours", api, **settings(url, workspaces=1)) as ours:
        yield _alone(ground, _asking(slack, ours, 1), _asking(slack, bare, 1))
        yield _crowd(ground, _asking(slack, ours, 1), _asking(slack, bare, 1))
    url = ground.fresh()
    install(url, WORKSPACES)
    with (
        server("bare", api, ground.fresh(), str(WORKSPACES)) as bare,
        server("ours", api, **settings(url, workspaces=WORKSPACES)) as ours,
    ):
        yield _many(ground, _asking(slack, ours, WORKSPACES), _asking(slack, bare, WORKSPACES))


Asking = Callable[[int], Round]
"""Lets so many ask for help at once, again and again."""


def _asking(slack: Driver, port: int, workspaces: int) -> Asking:
    plan = {
        "kind": "help",
        "port": port,
        "senders": senders(workspaces),
        "seconds": SECONDS,
        "count": int(MOST_A_SECOND * SECONDS),
    }
    return lambda lines: slack.drive({**plan, "lines": lines})


def _alone(ground: Ground, ours: Asking, bare: Asking) -> Figure:
    compared = compare(partial(ours, 1), partial(bare, 1), lambda one: one.typical, ROUNDS)
    return Figure(
        what=f"Slack, help, one by one, {ground.name}",
        measured=f"p50 {milliseconds(compared.ours)}",
        ratio=compared.told(f"bare Bolt's {milliseconds(compared.other)}"),
        goal=f"≤ {MOST:g} times",
        is_met=compared.ratio <= MOST,
    )


def _crowd(ground: Ground, ours: Asking, bare: Asking) -> Figure:
    compared = compare(partial(ours, CROWD), partial(bare, CROWD), lambda one: one.rate, ROUNDS)
    return Figure(
        what=f"Slack, help, {CROWD} at once, {ground.name}",
        measured=f"{compared.ours:.0f} a second",
        ratio=compared.told(f"bare Bolt's {compared.other:.0f}"),
        goal=f"≥ {LEAST:g} times",
        is_met=compared.ratio >= LEAST,
    )


def _many(ground: Ground, ours: Asking, bare: Asking) -> Figure:
    compared = compare(partial(ours, CROWD), partial(bare, CROWD), lambda one: one.rate, ROUNDS)
    return Figure(
        what=f"Slack, help, {WORKSPACES} workspaces, {ground.name}",
        measured=f"{compared.ours:.0f} a second",
        ratio=compared.told(f"Bolt's {compared.other:.0f} with a store"),
        goal=f"≥ {LEAST_FROM_STORE:g} times",
        is_met=compared.ratio >= LEAST_FROM_STORE,
    )
