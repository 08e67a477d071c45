"""Draws what is said in private about the facilitator's chair, if it is still true."""

from typing import assert_never

from commands.calls_wording import wording_of
from commands.context import Office
from commands.drawn import Drawn, present
from workflows.chair_calls import ChairCall, DeputyCall, DrawnCall
from workflows.chair_words import deputy_call, drawn_call
from workflows.circles import admits
from workflows.conversations import Status


def draw_chair_call(office: Office, call: ChairCall) -> Drawn | None:
    """Return what is said to one person as it should read now; None when it is not wanted."""
    wording, team = wording_of(office, call.conversation, call.member)
    conversation = wording.conversation
    seat = present(team, call.member)
    if conversation.status is not Status.OPEN or not seat or not admits(conversation, seat):
        return None
    match call:
        case DrawnCall():
            is_theirs = conversation.facilitator == call.member
            return Drawn(drawn_call(wording), team) if is_theirs else None
        case DeputyCall():
            still_waits = conversation.round == call.round
            return Drawn(deputy_call(wording), team) if still_waits else None
        case _:
            assert_never(call)
