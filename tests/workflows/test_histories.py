"""Whatever happens to a conversation: secrets are kept, nothing is lost, records are true."""

import os
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflows.agreed import is_what_was_agreed
from tests.workflows.histories import History, Move
from workflows.conversations import Status

HISTORIES = int(os.environ.get("HISTORIES", "1000"))
"""How many histories a run goes through; a longer run asks for more in the environment."""

WAYS: Mapping[str, Mapping[str, str]] = {
    "norms": {},
    "consent": {"level": "shared", "method": "consent"},
    "fist": {"level": "shared", "method": "fist"},
    "gradients": {"level": "shared", "method": "gradients"},
    "heard": {"level": "heard-b"},
    "explained": {"level": "explained-a"},
    "alone": {"level": "alone-b"},
    "three-parties": {"parties": "administration association families", "level": "heard"},
}
"""Each way through the two conversations, by what is said on that way and no other."""

MOVES = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 3), st.integers(0, 41)), max_size=20)


@pytest.mark.parametrize("way", WAYS)
@settings(
    max_examples=HISTORIES // len(WAYS),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(moves=MOVES, ends=st.booleans())
def test_a_team_keeps_its_secrets_and_its_word_whatever_happens(
    way: str, moves: list[Move], *, ends: bool
) -> None:
    history = History(
        workflow="norms" if way == "norms" else "decision",
        parties=3 if way == "three-parties" else 2,
        said=WAYS[way],
    )

    history.goes_on(moves)
    if ends:
        history.ends([pick for _, _, pick in moves] or [1])

    conversation = history.table.conversation
    if conversation.status is Status.COMPLETED:
        here = sum(place.here for place in conversation.people.values())
        is_what_was_agreed(history.table.record(), history.ledger, here)
