"""All that is measured about Discord."""

from collections.abc import Iterator, Sequence

from benchmarks.databases import Ground
from benchmarks.discord import answering, resting
from benchmarks.figures import Figure


def measure(both: Sequence[Ground]) -> Iterator[Figure]:
    """Yield the figures: answers on each database, then memory."""
    for ground in both:
        yield from answering.measure(ground)
    yield from resting.measure(both[0])
