"""The words of a conversation for whoever is written to about it."""

from commands.access import surroundings
from commands.context import Office, member_words, team_words
from workflows.identifiers import ConversationId, MemberId
from workflows.people import Team
from workflows.room import room_of
from workflows.wording import Wording


def wording_of(
    office: Office, id_: ConversationId, member: MemberId | None = None
) -> tuple[Wording, Team]:
    """Return the words of a conversation, for one member or for the whole team."""
    conversation = office.work.conversations.get(id_)
    team, partnership = surroundings(office, conversation.team)
    seat = team.member(member) if member else None
    words = member_words(team, seat.language) if seat else team_words(team)
    workflow = office.workflow_of(conversation.workflow, conversation.edition)
    return Wording(workflow, conversation, room_of(team, partnership, words)), team
