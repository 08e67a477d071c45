"""Sets the calls for dates people named: to decide, to look back, to follow up, to have done."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from commands.context import Office
from workflows.action_items import ActionItem, Occasion
from workflows.conversations import Conversation
from workflows.identifiers import FieldId, RecordId, ScheduleId
from workflows.invitations import Invitation
from workflows.people import Team
from workflows.records import Decision, RecordContent
from workflows.schedules import (
    CallAction,
    CallDecision,
    CallInvitation,
    CallReview,
    Duty,
    Once,
    Schedule,
)

MORNING = time(8)
"""When a call for a date goes out, where the team lives."""

ACTION_MORNING = time(9)
"""When the owner of an action item is written to, where the team lives."""

ACTION_CALLS = ((Occasion.NEAR, timedelta(days=-1)), (Occasion.PAST, timedelta(days=2)))
"""How far from its day the owner of an action item is written to."""

AHEAD = timedelta(days=1)
"""How long before the date to decide by its call goes out."""

_DECIDE_BY = FieldId("decide-by")


def set_decide_by(office: Office, team: Team, conversation: Conversation) -> None:
    """Set the call for the date to decide by, once the group has named one."""
    subject = decide_by_subject(conversation)
    office.work.schedules.call_off(subject)
    named = conversation.sheet.get(_DECIDE_BY)
    if named is None:
        return
    at = at_morning(date.fromisoformat(str(named)), team) - AHEAD
    if at > office.now:
        _set(office, team, subject, CallDecision(conversation.id), at)


def set_review(office: Office, team: Team, record: RecordId, content: RecordContent) -> None:
    """Set the call to look back at a decision, unless that has been done."""
    subject = f"review/{record}"
    office.work.schedules.call_off(subject)
    if isinstance(content, Decision) and content.review_on and not content.felt:
        _set(office, team, subject, CallReview(record), at_morning(content.review_on, team))


def set_action_calls(office: Office, team: Team, item: ActionItem) -> None:
    """Set the calls for the day of an action item, while it is open and somebody has it."""
    subject = f"action/{item.id}"
    office.work.schedules.call_off(subject)
    if not item.is_open or item.owner is None or item.due is None:
        return
    for occasion, away in ACTION_CALLS:
        at = at_morning(item.due + away, team, ACTION_MORNING)
        if at > office.now:
            _set(office, team, subject, CallAction(item.id, item.due, occasion), at)


def set_follow_up(office: Office, team: Team, record: RecordId, content: RecordContent) -> None:
    """Set the word to the author of an invitation: to send it in time, or to ask for an answer."""
    drop_follow_up(office, record)
    if isinstance(content, Invitation) and (day := content.next_day):
        at = at_morning(day, team)
        if at > office.now:
            _set(office, team, _follow_up_subject(record), CallInvitation(record), at)


def drop_follow_up(office: Office, record: RecordId) -> None:
    """Call the word to the author of an invitation off."""
    office.work.schedules.call_off(_follow_up_subject(record))


def _follow_up_subject(record: RecordId) -> str:
    return f"invitation/{record}"


def decide_by_subject(conversation: Conversation) -> str:
    """Return what the call for a date to decide by belongs to."""
    return f"decide-by/{conversation.id}"


def at_morning(on: date, team: Team, hour: time = MORNING) -> datetime:
    """Return the morning of a day where the team lives, as an aware moment."""
    return datetime.combine(on, hour, ZoneInfo(team.zone))


def _set(office: Office, team: Team, subject: str, duty: Duty, at: datetime) -> None:
    office.work.schedules.add(
        Schedule(
            id=ScheduleId(office.work.new_id()),
            workspace=None,
            subject=subject,
            duty=duty,
            rule=Once(at),
            zone=team.zone,
            next_at=at,
        )
    )
