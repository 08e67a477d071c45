"""Records to show: one of each kind, with what people typed in every place."""

from datetime import UTC, date, datetime

from workflows.contents import NamedNote
from workflows.identifiers import ConversationId, FieldId, MemberId, PartnershipId, RecordId, TeamId
from workflows.records import (
    Decision,
    NormCheck,
    Norms,
    Record,
    RecordContent,
    RecordEdition,
    Signature,
    title_of,
)
from workflows.retros import Lesson, LessonKind, PlannedAction, Retro, Said, Share, Weighed
from workflows.views import Privacy

MADE = datetime(2026, 11, 3, 12, tzinfo=UTC)

NORMS = Norms(
    commitments={FieldId("logistics"): "on time", FieldId("outside"): "one voice"},
    stances={"note": 1, "agree": 2},
    asked=4,
    notes=(
        NamedNote(member=MemberId("bo"), text="Let us try it."),
        NamedNote(member=None, text="Not too long."),
    ),
)
NORM_CHECK = NormCheck(
    counts={FieldId("logistics"): {"kept": 3, "not": 1}, FieldId("outside"): {"partly": 4}},
    answered=4,
    commitments={},
)
DECISION = Decision(
    title="Early days",
    parties=("administration", "association"),
    accountable=MemberId("ana"),
    decide_by=date(2026, 12, 1),
    expected={"heard-a": 1, "shared": 3},
    wished={"shared": 4},
    spread=1,
    level="shared",
    reason="It touches everyone.",
    method="gradients",
    proposal="We try one.",
    tally={"veto": 1, "whole": 3},
    concerns=(NamedNote(member=MemberId("bo"), text="Who pays?"),),
    inputs=("Think of buses.",),
    outcome="We try one in March.",
    changed="We start later.",
    decided_on=date(2026, 11, 3),
    review_on=date(2027, 3, 1),
    dissent=(NamedNote(member=None, text="Too soon."),),
    support={"yes": 3, "noted": 1},
    felt={"shared": 2, "heard-a": 1},
    was_heard={"no": 1, "yes": 2},
    still_right={"keep": 3},
)
RETRO = Retro(
    topic="Our first year",
    pace="hour",
    on=date(2026, 11, 3),
    facilitator=MemberId("bo"),
    scribe=MemberId("cy"),
    took_part=4,
    said=(
        Said(
            question=FieldId("results-what"),
            entries=(
                NamedNote(member=None, text="More talks"),
                NamedNote(member=MemberId("dee"), text="Fewer left"),
            ),
        ),
    ),
    notes={FieldId("aims-notes"): "We aimed high."},
    weighed=(Weighed(text="More talks", dots=3), Weighed(text="Fewer left", dots=1)),
    lessons=(
        Lesson(text="Ask early", kind=LessonKind.PROCESS, share=Share.PARTNERS),
        Lesson(text="Mentors need time", kind=LessonKind.CONTENT, share=Share.TEAM),
    ),
    actions=(
        PlannedAction(
            what="Book a room", who=MemberId("bo"), due=date(2026, 12, 1), plan="On Monday at eight"
        ),
        PlannedAction(what="Call the board", who=MemberId("ana"), due=date(2026, 12, 2)),
    ),
    celebrate="Nobody left!",
    worth={"no": 1, "yes": 3},
    sharing={"yes": 3, "no": 1},
)


def record(content: RecordContent, *signers: str) -> Record:
    """Return a record of one edition, signed by these members."""
    signatures = tuple(Signature(MemberId(name), MADE, "hash") for name in signers)
    edition = RecordEdition(1, content, MADE, ConversationId("c"), signatures)
    title = title_of(content)
    return Record(RecordId("r"), PartnershipId("p"), TeamId("t"), title, Privacy.TEAM, (edition,))
