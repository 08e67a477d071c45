"""By what a message is known, so that a second one edits the first."""

import pytest

from workflows.action_calls import ActionCall, HandoverCall
from workflows.action_items import Occasion
from workflows.chair_calls import DeputyCall, DrawnCall
from workflows.identifiers import (
    ActionId,
    ConversationId,
    FieldId,
    MemberId,
    PersonId,
    RecordId,
    TeamId,
    WorkspaceId,
)
from workflows.notices import (
    ConversationCard,
    DecideByCall,
    JoinCall,
    Mishap,
    MishapCall,
    Notice,
    OpenPrivately,
    PreRead,
    Prompt,
    RecordCard,
    Reveal,
    TeamCard,
    Welcome,
    subject,
)
from workflows.record_calls import ReviewCall, SignAgain

C, M, R, T = ConversationId("c"), MemberId("m"), RecordId("r"), TeamId("t")


@pytest.mark.parametrize(
    ("notice", "key"),
    [
        (ConversationCard(C), "conversation/c"),
        (Reveal(C, (FieldId("idea"),), "idea/1"), "reveal/c/idea/1"),
        (Prompt(C, M, 2), "prompt/c/m/2"),
        (Prompt(C, M, 2, reminder=True), "reminder/c/m/2"),
        (RecordCard(R), "record/r"),
        (TeamCard(T), "team/t"),
        (OpenPrivately(T, M), "open-privately/m"),
        (ReviewCall(R, M), "review/r/m"),
        (SignAgain(R, 2, M), "sign-again/r/2/m"),
        (PreRead(C), "pre-read/c"),
        (DrawnCall(C, M), "drawn/c/m"),
        (DeputyCall(C, M, 3), "deputy/c/m/3"),
        (DecideByCall(C, M), "decide-by/c/m"),
        (ActionCall(ActionId("a"), M, Occasion.NEAR, "2026-02-02"), "action-near/a/m/2026-02-02"),
        (HandoverCall(T, M, MemberId("f"), is_unowned=True), "handover/f/m"),
        (JoinCall(T, PersonId("p"), M), "join/t/p/m"),
        (Welcome(T, M), "welcome/m"),
        (Welcome(T, M, leads=True), "lead/m"),
        (
            MishapCall(T, M, Mishap.UNSURE, WorkspaceId("w"), is_private=False, key="2026-01-05"),
            "unsure/t/w/m/2026-01-05",
        ),
    ],
)
def test_a_message_is_known_by_what_it_is_about(notice: Notice, key: str) -> None:
    assert subject(notice) == key
