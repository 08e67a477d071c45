"""The pre-read of a retro: what the team keeps, put in front of it before it looks back."""

from datetime import timedelta

from commands.access import surroundings
from commands.announcing import announce_pre_read_to
from commands.context import Office
from workflows.conversations import Conversation, Status
from workflows.course import open_phase
from workflows.definitions import Workflow
from workflows.identifiers import ConversationId, ScheduleId
from workflows.people import Team
from workflows.schedules import Once, Schedule, SendPreRead

AHEAD = timedelta(days=2)
"""How long before it begins people get what to look through."""


def set_pre_read(
    office: Office, team: Team, workflow: Workflow, conversation: Conversation
) -> None:
    """Set when the pre-read goes out, once the team gets ready; at once if it begins soon."""
    if not open_phase(workflow, conversation).drawn:
        return
    at = max((conversation.deadline or office.now) - AHEAD, office.now)
    office.work.schedules.add(
        Schedule(
            id=ScheduleId(office.work.new_id()),
            workspace=None,
            subject=f"pre-read/{conversation.id}",
            duty=SendPreRead(conversation.id),
            rule=Once(at),
            zone=team.zone,
            next_at=at,
        )
    )


def announce_pre_read(office: Office, id_: ConversationId) -> None:
    """Put the pre-read into the thread, if the team still gets ready."""
    conversation = office.work.conversations.get(id_)
    workflow = office.workflow_of(conversation.workflow, conversation.edition)
    if conversation.status is Status.OPEN and open_phase(workflow, conversation).drawn:
        team, _ = surroundings(office, conversation.team)
        announce_pre_read_to(office, team, conversation)
