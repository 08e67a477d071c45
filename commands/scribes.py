"""Tells a conversation who took the notes the last time, so that it is somebody else's turn."""

from collections.abc import Mapping

from commands.context import Office
from workflows.conversations import Conversation, Status
from workflows.people import Team
from workflows.talking import SCRIBE_BEFORE


def scribe_before(office: Office, team: Team, conversation: Conversation) -> Mapping[str, str]:
    """Return who took the notes the last time, as a fact; none where nobody on the team did."""
    earlier = office.work.conversations.of_team(team.id, conversation.workflow)
    scribes = [each.scribe for each in earlier if each.status is Status.COMPLETED and each.scribe]
    seat = team.member(scribes[-1]) if scribes else None
    return {SCRIBE_BEFORE: seat.id} if seat and seat.is_here else {}
