"""A small conversation with a part for each kind of audience."""

from tests.factories import FOUR
from tests.stage import Stage

PARTS = """
step = [
  { id = "pick", phase = "pick", title = "Pick", ask = [
    { id = "owner", label = "Owner", kind = "person" },
    { id = "side", label = "Side", kind = "choice", source = "parties" },
  ] },
  { id = "all", phase = "all", title = "All", ask = [{ id = "idea", label = "Idea" }] },
  { id = "one", phase = "one", title = "One", ask = [{ id = "plan", label = "Plan" }] },
  { id = "two", phase = "one", title = "Two", ask = [{ id = "cost", label = "Cost" }] },
  { id = "note", phase = "note", title = "Note", ask = [{ id = "note", label = "Note" }] },
  { id = "side", phase = "side", title = "Side", ask = [{ id = "view", label = "View" }] },
]
phase = [
  { id = "pick", title = "Pick", audience = "facilitator" },
  { id = "all", title = "All" },
  { id = "one", title = "One", audience = "named", named = "owner" },
  { id = "note", title = "Note", audience = "scribe" },
  { id = "side", title = "Side", audience = "party", named = "side" },
]
"""


def picked(table: Stage) -> Stage:
    """Let the facilitator pick the owner and the side."""
    table.says("ana", owner="bo", side="association")
    return table


def owned(table: Stage) -> Stage:
    """Go on to the part of the owner."""
    picked(table)
    for name in FOUR:
        table.says(name, idea="x")
    return table
