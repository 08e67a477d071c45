"""Makes the record of a conversation at its end: exactly what was agreed, nothing else."""

from collections.abc import Callable, Mapping

from workflows.endings import Ending
from workflows.identifiers import FieldId, MemberId
from workflows.invitations import PASSAGES, Invitation
from workflows.records import Decision, NormCheck, Norms, RecordContent
from workflows.relationships import PartnerMap, PotentialPartner, Rating, Relationships
from workflows.retro_keeping import keep_retro

CATEGORIES = ("logistics", "records", "participation", "deciding", "expectations", "outside")
"""The six things that group norms are about, in their order."""

_CONCERNS = ("stance-reason", "fist-reason", "gradient-reason")


def keep(ending: Ending) -> RecordContent | None:
    """Return what the record of a conversation holds; None where it leaves none."""
    return KEEPERS[ending.workflow.id](ending) if ending.workflow.leaves else None


def _norms(ending: Ending) -> RecordContent:
    return Norms(
        commitments={FieldId(c): ending.text(f"commit-{c}") for c in CATEGORIES},
        stances=ending.counts("norm-stance"),
        asked=sum(place.here for place in ending.conversation.people.values()),
        notes=ending.notes("norm-reason"),
    )


def _norm_check(ending: Ending) -> RecordContent:
    answered = {c: ending.counts(f"check-{c}") for c in CATEGORIES}
    return NormCheck(
        counts={FieldId(c): totals for c, totals in answered.items()},
        answered=max(sum(totals.values()) for totals in answered.values()),
        commitments={
            FieldId(c): ending.conversation.facts.get(f"norm-{c}", "") for c in CATEGORIES
        },
    )


def _decision(ending: Ending) -> RecordContent:
    sheet = ending.conversation.sheet
    parties = sheet.get(FieldId("parties"), ())
    spread = sheet.get(FieldId("spread"), 0)
    concerns = [note for field in _CONCERNS for note in ending.notes(field)]
    return Decision(
        title=ending.text("title"),
        parties=tuple(str(p) for p in parties) if isinstance(parties, tuple) else (),
        accountable=MemberId(ending.text("accountable")),
        decide_by=ending.day("decide-by"),
        expected=ending.counts("expected"),
        wished=ending.counts("wished"),
        spread=spread if isinstance(spread, int) else 0,
        level=ending.text("level"),
        reason=ending.text("reason"),
        method=ending.text("method"),
        proposal=ending.text("proposal"),
        rounds=1 + sum(ending.conversation.returned.values()),
        tally={**ending.counts("stance"), **ending.counts("fist"), **ending.counts("gradient")},
        concerns=tuple(concerns),
        inputs=tuple(note.text for note in ending.notes("input")),
        outcome=ending.text("outcome"),
        changed=ending.text("changed"),
        decided_on=ending.on,
        review_on=ending.day("review-on"),
        dissent=ending.notes("dissent"),
        support=ending.counts("support"),
    )


def _decision_review(ending: Ending) -> RecordContent:
    before = ending.before
    if not isinstance(before, Decision):
        raise TypeError("a decision review goes back to a decision")
    return before.model_copy(
        update={
            "felt": ending.counts("felt"),
            "was_heard": ending.counts("was-heard"),
            "still_right": ending.counts("still-right"),
        }
    )


def _invitation(ending: Ending) -> RecordContent:
    """Keep what was written in the style that was chosen last; a new message is a draft again."""
    findings = ending.conversation.sheet.get(FieldId("findings"), ())
    style = ending.text("style")
    written = Invitation(
        invitee=ending.text("invitee"),
        topic=ending.text("topic"),
        issue=ending.text("issue"),
        findings=tuple(str(each) for each in findings) if isinstance(findings, tuple) else (),
        story=ending.text("story"),
        outcome=ending.text("outcome"),
        style=style,
        passages={part: ending.text(part) for part in PASSAGES[style]},
        ask=ending.text("ask"),
        ask_by=ending.day("ask-by"),
    )
    return written.as_far_as(ending.before) if isinstance(ending.before, Invitation) else written


def _partners(ending: Ending) -> RecordContent:
    rows = (PotentialPartner.model_validate(row) for row in ending.rows("partners"))
    return PartnerMap(partners=tuple(rows))


def _relationships(ending: Ending) -> RecordContent:
    rows = (Rating.model_validate(row) for row in ending.rows("ratings"))
    return Relationships(ratings=tuple(rows), on=ending.on)


KEEPERS: Mapping[str, Callable[[Ending], RecordContent]] = {
    "norms": _norms,
    "norm-check": _norm_check,
    "decision": _decision,
    "decision-review": _decision_review,
    "invitation": _invitation,
    "partners": _partners,
    "relationships": _relationships,
    "retro": keep_retro,
}
