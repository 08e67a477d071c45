"""The doors to action items, which are for the members of their team."""

from collections.abc import Iterable

from commands.access import Seat, access_team, missing
from commands.context import Context
from storage.errors import NotFoundError
from workflows.action_items import ActionItem
from workflows.identifiers import ActionId
from workflows.records import Record


def access_action(context: Context, action: ActionId) -> tuple[Seat, ActionItem]:
    """Return an action item of one of the asker's teams, with their seat there."""
    try:
        found = context.work.actions.get(action)
    except NotFoundError:
        raise missing(context) from None
    return access_team(context, found.team), found


def access_action_to_change(context: Context, action: ActionId) -> tuple[Seat, ActionItem]:
    """Return an action item that nobody else can change until this work ends."""
    seat, _ = access_action(context, action)
    return seat, context.work.actions.hold(action)


def access_actions_of(context: Context, seat: Seat, record: Record) -> tuple[ActionItem, ...]:
    """Return what came of a record; nothing for those who may read it from another team."""
    return context.work.actions.of_source(record.id) if record.team == seat.team.id else ()


def access_own_actions(context: Context, seats: Iterable[Seat]) -> tuple[ActionItem, ...]:
    """Return what the asker has to do from these seats of theirs, the soonest first."""
    own = {seat.member.id for seat in seats}
    items = context.work.actions.open_of_person(context.person.id)
    return tuple(item for item in items if item.owner in own)


def action_named(context: Context, seat: Seat) -> tuple[ActionId, ActionItem | None]:
    """Return the id that a form gives to its action item, and the item if it was sent before.

    What is kept under the id for another team looks as if it were not there.
    """
    id_ = ActionId(context.new_id())
    try:
        found = context.work.actions.get(id_)
    except NotFoundError:
        return id_, None
    if found.team != seat.team.id:
        raise missing(context)
    return id_, found
