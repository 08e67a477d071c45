"""Measures what is about Discord, and nothing else: `python -m benchmarks.discord`."""

from benchmarks.databases import grounds
from benchmarks.discord.measuring import measure


def main() -> None:
    """Print the figures."""
    with grounds() as both:
        for figure in measure(both):
            print(figure, flush=True)


if __name__ == "__main__":
    main()
