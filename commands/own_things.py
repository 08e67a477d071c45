"""Deletes what is one member's alone: records, and the conversations that they were written in."""

from commands.context import Office
from commands.dates import drop_follow_up
from workflows.conversations import Status
from workflows.identifiers import MemberId
from workflows.records import Record


def erase_own(office: Office, member: MemberId) -> None:
    """Delete everything that is one member's alone."""
    for record in office.work.records.of_owner(member):
        drop_follow_up(office, record.id)
        office.work.records.erase(record.id)
    for conversation in office.work.conversations.of_member(member):
        if conversation.owner == member:
            office.work.conversations.erase(conversation.id)


def erase_record(office: Office, member: MemberId, record: Record) -> None:
    """Delete a record that is one member's alone, and the conversations it was written in.

    So is a change of it that has been begun.
    """
    written_in = {edition.conversation for edition in record.editions}
    for conversation in office.work.conversations.of_member(member):
        is_begun = conversation.about == record.id and conversation.status is Status.OPEN
        if conversation.owner == member and (conversation.id in written_in or is_begun):
            office.work.conversations.erase(conversation.id)
    drop_follow_up(office, record.id)
    office.work.records.erase(record.id)
