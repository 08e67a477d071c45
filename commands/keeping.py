"""Keeps what a conversation leaves behind, and shows it to the team."""

from zoneinfo import ZoneInfo

from commands.action_keeping import make_actions
from commands.announcing import (
    announce_record,
    announce_shared,
    announce_team,
    announce_voided,
)
from commands.context import Office
from commands.dates import set_follow_up, set_review
from workflows.action_items import ActionDraft
from workflows.circles import is_closed
from workflows.conversations import Conversation
from workflows.definitions import Workflow
from workflows.endings import Ending
from workflows.identifiers import ConversationId, RecordId
from workflows.keeping import keep
from workflows.people import Team
from workflows.records import (
    Norms,
    Record,
    RecordContent,
    RecordEdition,
    content_hash,
    title_of,
)
from workflows.retros import PlannedAction, Retro
from workflows.views import Privacy


def keep_record(office: Office, team: Team, workflow: Workflow, conversation: Conversation) -> None:
    """Keep the record of a conversation that came to its end, and show it to those it is for.

    A conversation about an earlier record makes a new edition of it; the earlier ones stay. If it
    leaves something else, such as a check of norms, the earlier record feeds that.
    """
    before = office.work.records.get(RecordId(conversation.about)) if conversation.about else None
    on = office.now.astimezone(ZoneInfo(team.zone)).date()
    content = keep(Ending(workflow, conversation, on, before.current.content if before else None))
    if content is None:
        return
    if before is None or before.kind != content.kind:
        record, number = _add(office, team, conversation, content), 1
        if before is not None:
            office.work.record_links.link(before.id, record)
    else:
        record, number = before.id, before.current.number + 1
        _renew(office, team, before, _next_edition(office, before, content, conversation.id))
    set_review(office, team, record, content)
    set_follow_up(office, team, record, content)
    if isinstance(content, Retro):
        make_actions(office, team, map(_draft, content.actions), source=record)
    if is_closed(conversation):
        announce_shared(office, team, record, conversation, number)
    else:
        announce_record(office, team, record)
    if isinstance(content, Norms):
        announce_team(office, team)  # its card has buttons for the norms now


def keep_written(office: Office, team: Team, id_: RecordId, content: RecordContent) -> Record:
    """Keep what a member has written down for the team without a conversation, and show it."""
    record = Record(
        id=id_,
        partnership=team.partnership,
        team=team.id,
        title=title_of(content),
        privacy=Privacy.TEAM,
        editions=(RecordEdition(1, content, office.now, None),),
    )
    office.work.records.add(record)
    announce_record(office, team, id_)
    return record


def keep_edition(office: Office, team: Team, before: Record, content: RecordContent) -> None:
    """Keep what a member has changed of a record without a conversation."""
    _renew(office, team, before, _next_edition(office, before, content, None))
    set_follow_up(office, team, before.id, content)


def _renew(office: Office, team: Team, before: Record, edition: RecordEdition) -> None:
    """Keep a new edition; who signed is told if that does not hold for it."""
    office.work.records.add_edition(before.id, edition)
    if edition.hash != before.current.hash:
        announce_voided(office, team, before)


def _next_edition(
    office: Office, before: Record, content: RecordContent, conversation: ConversationId | None
) -> RecordEdition:
    """Return a new edition; signatures and notes stay only where it says what they were for."""
    agreed = content_hash(content)
    return RecordEdition(
        number=before.current.number + 1,
        content=content,
        made_at=office.now,
        conversation=conversation,
        signatures=tuple(s for s in before.current.signatures if s.hash == agreed),
        notes=before.current.notes if before.current.hash == agreed else (),
    )


def _add(
    office: Office, team: Team, conversation: Conversation, content: RecordContent
) -> RecordId:
    record = Record(
        id=RecordId(office.work.new_id()),
        partnership=team.partnership,
        team=team.id,
        title=title_of(content),
        privacy=conversation.privacy,
        editions=(RecordEdition(1, content, office.now, conversation.id),),
        owner=conversation.owner,
        party=conversation.party,
    )
    office.work.records.add(record)
    return record.id


def _draft(action: PlannedAction) -> ActionDraft:
    return ActionDraft(action.what, action.who, action.due, action.plan)
