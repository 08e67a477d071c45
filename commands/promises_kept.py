"""Tells a conversation what was promised before, as it stands when the group looks at that."""

from collections.abc import Iterator
from dataclasses import replace

from commands.context import Office, team_words
from commands.scribes import scribe_before
from workflows.action_items import LONGEST_LINE, soonest
from workflows.conversations import Conversation
from workflows.course import open_phase
from workflows.definitions import Workflow
from workflows.hooks import PROMISED
from workflows.people import Team
from workflows.room import Room
from workflows.typed import shorten

MOST = 10
"""Lines of what was promised: a group talks about so many, and all stand among its action items."""


def with_promises(
    office: Office, team: Team, workflow: Workflow, conversation: Conversation, room: Room
) -> Conversation:
    """Return a conversation that knows what is open now, if it is about to look at that."""
    if open_phase(workflow, conversation).then != "carried":
        return conversation
    told = replace(room, words=team_words(team))
    promised = {PROMISED: "\n".join(_open_lines(office, team, told))}
    facts = {**conversation.facts, **promised, **scribe_before(office, team, conversation)}
    return conversation.model_copy(update={"facts": facts})


def _open_lines(office: Office, team: Team, room: Room) -> Iterator[str]:
    """Yield what is still to be done, by whom, the soonest first, and how much more there is.

    All read the same, so it is said in the words of the team, whoever presses the button.
    """
    items = soonest(office.work.actions.open_of_team(team.id))
    for item in items[:MOST]:
        what = shorten(item.what, LONGEST_LINE)
        yield f"{what} ({room.name(item.owner)})" if item.owner else what
    if len(items) > MOST:
        yield room.words.plural("{count} more", "{count} more", len(items) - MOST)
