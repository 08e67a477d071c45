"""Help, what is offered while somebody types, and what a mistyped command may have meant."""

import pytest

from commands.offered import REGISTRY
from tests.table import PRIVATE, Table
from workflows.catalogue import words_for


async def test_help_lists_every_command_that_is_offered(table: Table) -> None:
    await table.asks("maria", "help")

    lines = table.text("maria").splitlines()
    offered = [f"- /concord {c.name}: {c.summary}" for c in REGISTRY if c.is_offered]
    assert [line for line in lines if line.startswith("- ")] == offered


async def test_help_speaks_the_language_of_who_asks(table: Table) -> None:
    await table.asks("lucia", "help")

    assert table.views["lucia"].title == words_for("es").say("What I can do")


def test_completion_offers_what_help_lists(bare_table: Table) -> None:
    offers = bare_table.dispatcher.offers("en")

    assert [(offer.usage, offer.summary) for offer in offers] == [
        (f"/concord {command.name}", command.summary) for command in REGISTRY if command.summary
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("team show", "Leadership team"),
        ("/concord team show", "Leadership team"),
        ("  /CONCORD   Team  SHOW please ", "Leadership team"),
        ("help me", "What I can do"),
    ],
)
async def test_a_command_is_known_however_it_is_written(
    table: Table, line: str, title: str
) -> None:
    await table.asks("maria", line)

    assert table.views["maria"].title == title


@pytest.mark.parametrize(
    ("line", "nearest"),
    [
        ("norm start", ["norms start", "start", "retro start", "invite start", "norms show"]),
        ("norms sart", ["norms start", "norms show", "retro start", "norms check", "invite start"]),
        ("norms", ["norms show", "norms start", "norms check"]),
        ("team", ["team add", "team show", "team role", "team link", "team join"]),
        ("qqq", []),
        ("x" * 10_000, []),
        ("unsaid", []),
    ],
)
async def test_a_mistyped_command_gets_the_nearest_ones(
    table: Table, line: str, nearest: list[str]
) -> None:
    view = await table.asks("maria", line)

    labels = [label.removeprefix("/concord ") for label in table.labels(view)]
    assert (view.title, labels) == ("Unknown command", [*nearest, "Help"])


async def test_a_mistyped_command_is_answered_in_the_language_somebody_chose(table: Table) -> None:
    await table.asks("maria", "me language")
    await table.fills("maria", language="Español")

    await table.asks("maria", "norms strat", at=PRIVATE)

    assert table.views["maria"].summary == words_for("es").say(
        "I do not know that command. Did you mean one of these?"
    )


async def test_a_nearest_command_is_a_button(table: Table) -> None:
    await table.asks("maria", "norms shwo")

    await table.presses("maria", "/concord norms show")

    assert table.views["maria"].title == "Group norms"
