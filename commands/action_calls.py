"""Draws what is said in private about action items, if it is still true."""

from datetime import date
from typing import assert_never

from commands.access import surroundings
from commands.context import Office, member_words
from commands.drawn import Drawn, present
from workflows.action_calls import ActionCall, ActionWord, HandoverCall
from workflows.action_items import ActionItem, Occasion
from workflows.action_words import action_call, handover_call
from workflows.room import room_of


def draw_action_call(office: Office, call: ActionWord) -> Drawn | None:
    """Return what is said to one person as it should read now; None when it is not wanted."""
    match call:
        case ActionCall():
            return _action_call(office, call)
        case HandoverCall():
            return _handover_call(office, call)
        case _:
            assert_never(call)


def _action_call(office: Office, notice: ActionCall) -> Drawn | None:
    item = office.work.actions.get(notice.action)
    team, _ = surroundings(office, item.team)
    seat = present(team, notice.member)
    if seat is None or item.owner != seat.id or not item.is_open:
        return None
    words = member_words(team, seat.language)
    today = words.day_of(office.now)
    if not _is_on_time(item, notice, today):
        return None
    return Drawn(action_call(item, notice.occasion, team, today, words), team)


def _is_on_time(item: ActionItem, notice: ActionCall, today: date) -> bool:
    """Say whether a word still fits the day of its item, which may have been moved meanwhile."""
    if notice.occasion is Occasion.GIVEN:
        return True
    if item.due is None or item.due.isoformat() != notice.key:
        return False
    return notice.occasion is Occasion.PAST or today <= item.due


def _handover_call(office: Office, notice: HandoverCall) -> Drawn | None:
    team, partnership = surroundings(office, notice.team)
    seat = present(team, notice.member)
    owner = None if notice.is_unowned else notice.member
    items = [item for item in office.work.actions.open_of_team(team.id) if item.owner == owner]
    if seat is None or not items or (notice.is_unowned and not seat.is_lead):
        return None
    words = member_words(team, seat.language)
    name = room_of(team, partnership, words).name(notice.former)
    view = handover_call(team, name, len(items), words, is_unowned=notice.is_unowned)
    return Drawn(view, team)
