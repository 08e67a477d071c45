"""Whatever happens to a conversation: secrets are kept, nothing is lost, records are true."""

import os
import sys
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflows.acts import Move, comes_to, goes_on
from tests.workflows.agreed import is_what_was_agreed
from tests.workflows.histories import History
from workflows.conversations import Status
from workflows.invitations import PASSAGES

pytestmark = pytest.mark.no_cover  # other tests cover the same lines; measured, these take twice

HISTORIES = int(os.environ.get("HISTORIES", "1000"))
"""How many histories a run goes through; a longer run asks for more in the environment."""

WAYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "consent": {"level": ("shared",), "method": ("consent",)},
    "fist": {"level": ("shared",), "method": ("fist",)},
    "gradients": {"level": ("shared",), "method": ("gradients",)},
    "heard": {"level": ("heard-b",)},
    "explained": {"level": ("explained-a",)},
    "alone": {"level": ("alone-b",)},
    "undecided": {"level": ("shared", "heard-a"), "method": ("gradients",)},
    "three-parties": {
        "parties": ("administration association families",),
        "level": ("heard", "shared"),
    },
}
"""Each way to a decision, by what is picked from on that way."""

MOVES = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 3), st.integers(0, 41)), min_size=2, max_size=20
)
ROUNDS = st.integers(1, 9)
"""How many phases have begun before anything can happen; then it goes on, or to its end."""

PARTS_OF_A_RETRO = st.integers(1, 13)


def histories(number: int) -> settings:
    """Return the settings for so many histories, the same in each run."""
    return settings(
        max_examples=number,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow],
    )


@histories(HISTORIES // 5)
@given(moves=MOVES, begin=ROUNDS, ends=st.booleans())
def test_a_team_that_agrees_norms_keeps_its_secrets_and_its_word(
    moves: list[Move], begin: int, *, ends: bool
) -> None:
    _goes_through(History("norms", parties=2, said={}), moves, begin, ends=ends)


@pytest.mark.parametrize("way", WAYS)
@histories(HISTORIES // 10)
@given(moves=MOVES, begin=ROUNDS, ends=st.booleans())
def test_a_team_that_decides_keeps_its_secrets_and_its_word(
    way: str, moves: list[Move], begin: int, *, ends: bool
) -> None:
    parties = 3 if way == "three-parties" else 2
    _goes_through(History("decision", parties=parties, said=WAYS[way]), moves, begin, ends=ends)


@pytest.mark.parametrize("style", PASSAGES)
@histories(HISTORIES // 10)
@given(moves=MOVES, begin=ROUNDS, ends=st.booleans())
def test_an_author_keeps_an_invitation_to_themselves_and_finds_it_as_they_wrote_it(
    style: str, moves: list[Move], begin: int, *, ends: bool
) -> None:
    said = {"style": (style,)}
    _goes_through(History("invitation", parties=2, said=said), moves, begin, ends=ends)


@pytest.mark.parametrize("promised", ["", "Call the board (Bo)\nBook a room"])
@histories(HISTORIES // 4)
@given(moves=MOVES, begin=PARTS_OF_A_RETRO, ends=st.booleans())
def test_a_team_that_looks_back_keeps_its_secrets_and_every_thought(
    promised: str, moves: list[Move], begin: int, *, ends: bool
) -> None:
    facts = {"promised": promised}
    _goes_through(History("retro", parties=2, said={}, facts=facts), moves, begin, ends=ends)


def _goes_through(history: History, moves: list[Move], begin: int, *, ends: bool) -> None:
    """Let everything happen; what is on record at the end must be what was agreed."""
    pick = moves[0][2]
    comes_to(history, begin, pick)
    goes_on(history, moves)
    if ends:
        comes_to(history, sys.maxsize, pick)
    conversation = history.table.conversation
    if conversation.status is Status.COMPLETED:
        here = sum(place.here for place in conversation.people.values())
        is_what_was_agreed(history.table.record(), history.ledger, here)
