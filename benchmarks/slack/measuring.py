"""Measures everything about Slack, with a Slack on this computer that answers at once."""

from collections.abc import Iterable, Iterator

from benchmarks.databases import Ground
from benchmarks.figures import Figure
from benchmarks.slack import helping, submitting
from benchmarks.slack.processes import driver, server


def measure(grounds: Iterable[Ground]) -> Iterator[Figure]:
    """Measure on each kind of database."""
    with driver() as slack, server("api") as port:
        api = f"http://127.0.0.1:{port}/api/"
        for ground in grounds:
            yield from helping.measure(ground, slack, api)
            yield submitting.measure(ground, slack, api)
