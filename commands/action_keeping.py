"""Keeps action items, with the calls and messages that follow when one is made or changed."""

from collections.abc import Iterable
from dataclasses import replace

from commands.announcing import announce_team, announce_to
from commands.context import Office
from commands.dates import set_action_calls
from workflows.action_calls import ActionCall, HandoverCall
from workflows.action_items import ActionDraft, ActionItem, ActionStatus, Occasion
from workflows.identifiers import ActionId, MemberId, RecordId
from workflows.people import Member, Team


def make_actions(
    office: Office,
    team: Team,
    drafts: Iterable[ActionDraft],
    *,
    by: MemberId | None = None,
    source: RecordId | None = None,
) -> tuple[ActionItem, ...]:
    """Keep new action items of a team, and tell their owners, except for whoever makes them."""
    items = tuple(_made(office, team, draft, source) for draft in drafts)
    for item in items:
        office.work.actions.add(item)
        set_action_calls(office, team, item)
        _tell_owner(office, team, item, by)
    if items:
        announce_team(office, team)  # its card counts them
    return items


def change_action(
    office: Office,
    team: Team,
    before: ActionItem,
    after: ActionItem,
    *,
    by: MemberId | None = None,
) -> None:
    """Keep an item as it is now; what stays the same leads to nothing."""
    if after == before:
        return
    office.work.actions.save(after)
    set_action_calls(office, team, after)
    if after.owner != before.owner:
        _tell_owner(office, team, after, by)
    if after.is_open != before.is_open:
        announce_team(office, team)


def open_of_member(office: Office, member: Member) -> tuple[ActionItem, ...]:
    """Return what a member has to do."""
    items = office.work.actions.open_of_team(member.team)
    return tuple(item for item in items if item.owner == member.id)


def hand_on(
    office: Office, team: Team, leaver: Member, heir: Member | None, leads: Iterable[Member]
) -> None:
    """Let somebody have what a member who leaves has to do, or nobody; tell them, or the leads."""
    items = open_of_member(office, leaver)
    for item in items:
        handed = replace(item, owner=heir.id if heir else None)
        office.work.actions.save(handed)
        set_action_calls(office, team, handed)
    for told in ((heir,) if heir else leads) if items else ():
        call = HandoverCall(team.id, told.id, leaver.id, is_unowned=heir is None)
        announce_to(office, told.person, call)


def _made(office: Office, team: Team, draft: ActionDraft, source: RecordId | None) -> ActionItem:
    return ActionItem(
        id=draft.id or ActionId(office.work.new_id()),
        partnership=team.partnership,
        team=team.id,
        what=draft.what,
        owner=draft.owner,
        due=draft.due,
        plan=draft.plan,
        status=ActionStatus.OPEN,
        source=source,
        made_at=office.now,
    )


def _tell_owner(office: Office, team: Team, item: ActionItem, by: MemberId | None) -> None:
    """Tell whoever has an item now, unless they have taken it themselves."""
    for owner in team.present:
        if owner.id == item.owner != by:
            key = office.now.isoformat()
            announce_to(office, owner.person, ActionCall(item.id, owner.id, Occasion.GIVEN, key))
