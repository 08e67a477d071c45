"""What is worked out when a phase ends."""

import pytest

from tests.factories import packaged, room
from tests.stage import Stage
from workflows.hooks import HOOKS, said

WEIGHTS = ("important", "lasting", "hard", "buy-in", "initiative")


@pytest.mark.parametrize(
    ("yes", "support"), [(0, "light"), (1, "light"), (2, "broad"), (3, "broad"), (4, "strong")]
)
def test_the_more_a_decision_weighs_the_more_support_it_needs(yes: int, support: str) -> None:
    sheet = {weight: at < yes for at, weight in enumerate(WEIGHTS)}

    table = Stage(packaged("decision"), sheet=sheet)

    assert HOOKS["threshold"](table.conversation) == {"threshold": support}


def test_a_decision_that_was_not_weighed_gets_no_threshold() -> None:
    assert HOOKS["threshold"](Stage(packaged("decision")).conversation) == {}


@pytest.mark.parametrize("support", ["light", "broad", "strong"])
def test_a_threshold_is_said_in_words(support: str) -> None:
    assert said("threshold", support, room().words).startswith(f"{support} support: ")


def test_a_number_is_said_as_it_is() -> None:
    assert said("spread", 3, room().words) == "3"
