"""Measures what is about Slack, and nothing else: `python -m benchmarks.slack`."""

from benchmarks.databases import grounds
from benchmarks.slack.measuring import measure


def main() -> None:
    """Print the figures."""
    with grounds() as both:
        for figure in measure(both):
            print(figure, flush=True)


if __name__ == "__main__":
    main()
