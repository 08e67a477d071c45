"""Measures everything in one run and prints a line for each; nothing fails on a slow machine."""

from benchmarks import (
    archives,
    crowd,
    engine,
    helping,
    resting,
    searching,
    starting,
    submitting,
)
from benchmarks.databases import grounds
from benchmarks.discord.measuring import measure as measure_discord
from benchmarks.slack.measuring import measure as measure_slack


def main() -> None:
    """Print the figures, the quick ones first."""
    print(helping.measure())
    print(starting.measure())
    print(resting.measure())
    print(engine.measure())
    with grounds() as both:
        for ground in both:
            print(submitting.measure(ground))
        for ground in both:
            print(crowd.measure(ground))
        for ground in both:
            print(searching.measure(ground))
        for ground in both:
            print(*archives.measure(ground), sep="\n")
        for figure in (*measure_slack(both), *measure_discord(both)):
            print(figure)


if __name__ == "__main__":
    main()
