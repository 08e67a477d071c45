"""What each team of the four partnerships keeps, with the word of its partnership in it."""

from datetime import date

from storage.work import Work
from tests.databases import START
from workflows.action_items import ActionItem, ActionStatus
from workflows.identifiers import ActionId, FieldId, MemberId, RecordId
from workflows.invitations import Invitation
from workflows.keeping import CATEGORIES
from workflows.people import Member, Team
from workflows.records import Decision, Norms, Record, RecordContent, RecordEdition
from workflows.retros import Lesson, LessonKind, Retro, Share
from workflows.views import Privacy

OWN = "only-for-"
"""What each member's own things begin with; then comes who that is."""

EVERYWHERE = "budget"
"""A word that stands in what every partnership keeps: who looks for it finds their own."""


def keep_everything(work: Work, team: Team, secret: str, members: list[Member]) -> None:
    """Keep something of each kind for a team, and for its first two members alone."""
    _records(work, team, secret, members)
    _action(work, team, secret, members[0].id)
    for member in members[:2]:
        _invitation(work, team, member)


def _records(work: Work, team: Team, secret: str, members: list[Member]) -> None:
    commitments = {FieldId(c): f"{secret} {c}" for c in CATEGORIES}
    decision = Decision(
        title=f"{secret} days",
        parties=tuple({member.party: 0 for member in members if member.party}),
        accountable=members[0].id,
        decide_by=None,
        expected={},
        wished={},
        spread=0,
        level="shared",
        reason=f"{secret} reason, {EVERYWHERE}",
        method="consent",
        outcome=f"{secret} outcome",
        decided_on=date(2026, 1, 5),
    )
    _record(work, team, "", Norms(commitments=commitments))
    _record(work, team, decision.title, decision)
    lessons = (
        Lesson(text=f"{secret} lesson, {s}", kind=LessonKind.PROCESS, share=s) for s in Share
    )
    retro = Retro(
        topic=f"{secret} year",
        pace="hour",
        on=date(2026, 1, 5),
        facilitator=members[0].id,
        took_part=len(members),
        lessons=tuple(lessons),
        sharing={"yes": len(members)},
    )
    _record(work, team, retro.topic, retro)


def _action(work: Work, team: Team, secret: str, owner: MemberId) -> None:
    item = ActionItem(
        id=ActionId(work.new_id()),
        partnership=team.partnership,
        team=team.id,
        what=f"{secret} hall",
        owner=owner,
        due=date(2026, 1, 9),
        plan=f"{secret} plan",
        status=ActionStatus.OPEN,
        source=None,
        made_at=START,
    )
    work.actions.add(item)


def _invitation(work: Work, team: Team, member: Member) -> None:
    """Write something that is one member's alone."""
    word = f"{OWN}{member.name.lower()}."
    content = Invitation(
        invitee=word,
        topic="morale",
        issue=word,
        outcome=word,
        style="join",
        passages={FieldId("join-opener"): word},
        ask=word,
    )
    edition = RecordEdition(1, content, START, None)
    id_ = RecordId(work.new_id())
    work.records.add(
        Record(id_, team.partnership, team.id, "", Privacy.PRIVATE, (edition,), owner=member.id)
    )


def _record(work: Work, team: Team, title: str, content: RecordContent) -> None:
    edition = RecordEdition(1, content, START, None)
    id_ = RecordId(work.new_id())
    work.records.add(Record(id_, team.partnership, team.id, title, Privacy.TEAM, (edition,)))
