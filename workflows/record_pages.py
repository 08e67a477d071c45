"""Shows a record: what was agreed, who signed, and what was noted."""

from collections.abc import Mapping
from typing import Final, assert_never

from workflows import continuum
from workflows.contents import NamedNote
from workflows.depictions import continuum_picture, framed
from workflows.identifiers import FieldId
from workflows.invitation_pages import invitation_blocks
from workflows.invitations import Invitation
from workflows.keeping import CATEGORIES
from workflows.people import Party
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.records import (
    Decision,
    NormCheck,
    Norms,
    Record,
    RecordContent,
    RecordEdition,
)
from workflows.relationship_pages import partner_blocks, rating_blocks
from workflows.relationships import PartnerMap, Relationships
from workflows.retro_pages import lesson_blocks, retro_blocks
from workflows.retros import Retro, SavedLesson
from workflows.room import Room
from workflows.signature_lines import signature_blocks
from workflows.text import Day, Plain, Text, plain
from workflows.typed import shorten
from workflows.views import Bullets, Facts, Heading, Paragraph, Quote, Small, Written
from workflows.words import Words, mark

LONGEST_NAMED: Final = 60
"""Characters of a lesson that is named in a list."""

CATEGORY_NAMES: Mapping[str, str] = {
    "logistics": mark("Meeting logistics"),
    "records": mark("Recordkeeping"),
    "participation": mark("Participation"),
    "deciding": mark("Decision making"),
    "expectations": mark("Expectations"),
    "outside": mark("Communication"),
}

STEMS: Mapping[str, str] = {
    "logistics": mark("Our meeting arrangements are …"),
    "records": mark("Notes and records are kept by …"),
    "participation": mark("So that everyone takes part we agree …"),
    "deciding": mark("When something must be decided we will …"),
    "expectations": mark("To keep ourselves to this we will …"),
    "outside": mark("When we describe the partnership to others we will …"),
}
"""The words that each commitment goes on from, as the form asks for it."""

METHOD_NAMES: Mapping[str, str] = {
    "consent": mark("Consent"),
    "fist": mark("Fist to five"),
    "gradients": mark("Gradients of agreement"),
}

PICKED: Mapping[str, str] = {
    "5": mark("5 · I will lead it"),
    "4": mark("4 · Good"),
    "3": mark("3 · Fine to go on"),
    "2": mark("2 · I have a minor concern, let us talk"),
    "1": mark("1 · I have a major concern"),
    "0": mark("0 · I block it"),
    "agree": mark("I agree"),
    "note": mark("I agree, and I have a note"),
    "object": mark("I object"),
    "whole": mark("Whole-hearted yes"),
    "minor": mark("Yes, with a minor point"),
    "reserved": mark("Support with reservations"),
    "abstain": mark("Abstain"),
    "discuss": mark("Need to talk more"),
    "dislike": mark("Do not like it, will support it"),
    "serious": mark("Seriously disagree"),
    "veto": mark("Cannot let it pass"),
    "yes": mark("Yes"),
    "noted": mark("Yes, with dissent noted"),
    "not-yet": mark("Not yet"),
    "partly": mark("Partly"),
    "no": mark("No"),
    "keep": mark("Keep it"),
    "adapt": mark("Keep it, with a change"),
    "again": mark("Take it up again"),
}


def record_title(record: Record, words: Words) -> str:
    """Return what a record is called."""
    match record.current.content:
        case Norms():
            return words.say("Group norms")
        case NormCheck():
            return words.say(
                "Norm check, {day}", day=words.day(words.day_of(record.current.made_at))
            )
        case Decision():
            return words.say("Decision: {title}", title=record.title)
        case Invitation():
            return words.say("Invitation to {name}", name=record.current.content.invitee)
        case Retro():
            return words.say("Lessons learned: {topic}", topic=record.title)
        case SavedLesson():
            text = shorten(record.current.content.text, LONGEST_NAMED)
            return words.say("Saved lesson: {lesson}", lesson=text)
        case PartnerMap():
            return words.say("Potential partners")
        case Relationships():
            return words.say("Our relationships")
        case _:
            assert_never(record.current.content)


def record_blocks(record: Record, room: Room, edition: RecordEdition) -> tuple[Written, ...]:
    """Return one edition of a record as blocks."""
    body = record_body(edition.content, room)
    last = _edition_line(record, edition, room.words)
    return (*body, *signature_blocks(edition, room), last)


def record_body(content: RecordContent, room: Room) -> tuple[Written, ...]:
    """Return what was agreed, without who has signed it."""
    match content:
        case Norms():
            return _norms(content, room)
        case NormCheck():
            return _norm_check(content, room)
        case Decision():
            return _decision(content, room)
        case Invitation():
            return invitation_blocks(content, room.words)
        case Retro():
            return retro_blocks(content, room)
        case SavedLesson():
            return lesson_blocks(content, room.words)
        case PartnerMap():
            return partner_blocks(content, room.words)
        case Relationships():
            return rating_blocks(content, room.words)
        case _:
            assert_never(content)


def _norms(norms: Norms, room: Room) -> tuple[Written, ...]:
    words = room.words
    pairs = tuple(
        (
            words.say(CATEGORY_NAMES[category]),
            plain(f"{words.say(STEMS[category])} {norms.commitments.get(FieldId(category), '')}"),
        )
        for category in CATEGORIES
    )
    answered = words.rich(
        "{answered} of {asked} members took part in the last round.",
        answered=sum(norms.stances.values()),
        asked=norms.asked,
    )
    return (
        Facts(pairs),
        Paragraph(answered),
        *_counted(words.say("How far people went along"), norms.stances, words),
        *_notes(words.say("Notes"), norms.notes, room),
    )


def _norm_check(check: NormCheck, room: Room) -> tuple[Written, ...]:
    words = room.words
    segments = (words.say("Kept"), words.say("Partly kept"), words.say("Not kept"))
    rows = tuple(
        TallyRow(
            label=words.say(CATEGORY_NAMES[category]),
            counts=tuple(
                check.counts.get(FieldId(category), {}).get(pick, 0)
                for pick in ("kept", "partly", "not")
            ),
        )
        for category in CATEGORIES
    )
    answered = words.plural("{count} member answered.", "{count} members answered.", check.answered)
    picture = TallyPicture(title=words.say("How we keep our norms"), rows=rows, segments=segments)
    return (framed(picture), Paragraph(plain(answered)))


def _decision(decision: Decision, room: Room) -> tuple[Written, ...]:
    words = room.words
    parties = tuple(party for party in room.parties if party.id in decision.parties)
    picture = continuum_picture(
        decision.title, decision.expected, decision.wished, parties, words, agreed=decision.level
    )
    return (
        Facts(_decision_facts(decision, parties, room)),
        *_quoted(words.say("What was decided"), decision.outcome),
        *_quoted(words.say("Why this step"), decision.reason),
        *_quoted(words.say("The proposal"), decision.proposal),
        *_listed(words.say("What people wanted to be weighed"), decision.inputs),
        *_quoted(words.say("What the input changed"), decision.changed),
        framed(picture),
        *_counted(words.say("How far people went along"), decision.tally, words),
        *_counted(words.say("Standing by it outside"), decision.support, words),
        *_felt(decision, parties, words),
        *_notes(words.say("Concerns taken up"), decision.concerns, room),
        *_notes(words.say("Dissent and notes"), decision.dissent, room),
    )


def _decision_facts(
    decision: Decision, parties: tuple[Party, ...], room: Room
) -> tuple[tuple[str, Text], ...]:
    words = room.words
    method = METHOD_NAMES.get(decision.method)
    pairs: list[tuple[str, Text]] = [
        (words.say("Agreed step"), plain(continuum.label(decision.level, parties, words))),
        (words.say("Accountable"), room.mention(decision.accountable)),
        (words.say("Decided on"), (Day(decision.decided_on),)),
    ]
    if method:
        pairs.append((words.say("Way to decide"), plain(words.say(method))))
    if decision.decide_by:
        pairs.append((words.say("To be decided by"), (Day(decision.decide_by),)))
    if decision.review_on:
        pairs.append((words.say("Look at it again"), (Day(decision.review_on),)))
    return tuple(pairs)


def _felt(decision: Decision, parties: tuple[Party, ...], words: Words) -> tuple[Written, ...]:
    if not decision.felt:
        return ()
    lines = tuple(
        plain(f"{continuum.label(level, parties, words)}: {decision.felt[level]}")
        for level in continuum.levels(parties)
        if level in decision.felt
    )
    return (
        Heading(words.say("How shared it felt")),
        Bullets(lines),
        *_counted(words.say("Was your side heard?"), decision.was_heard, words),
        *_counted(words.say("Is it still right?"), decision.still_right, words),
    )


def _quoted(heading: str, text: str) -> tuple[Written, ...]:
    return (Heading(heading), Quote(plain(text))) if text else ()


def _listed(heading: str, texts: tuple[str, ...]) -> tuple[Written, ...]:
    return (Heading(heading), Bullets(tuple(map(plain, texts)))) if texts else ()


def _counted(heading: str, counts: Mapping[str, int], words: Words) -> tuple[Written, ...]:
    if not counts:
        return ()
    lines = (
        plain(f"{words.say(label)}: {counts[pick]}")
        for pick, label in PICKED.items()
        if pick in counts
    )
    return (Heading(heading), Bullets(tuple(lines)))


def _notes(heading: str, notes: tuple[NamedNote, ...], room: Room) -> tuple[Written, ...]:
    if not notes:
        return ()
    lines = (
        (*room.mention(note.member), Plain(": "), Plain(note.text))
        if note.member
        else (Plain(note.text),)
        for note in notes
    )
    return (Heading(heading), Bullets(tuple(lines)))


def _edition_line(record: Record, edition: RecordEdition, words: Words) -> Small:
    return Small(
        words.rich(
            "Edition {number} of {last}, {day}. Fingerprint {hash}.",
            number=edition.number,
            last=record.current.number,
            day=Day(words.day_of(edition.made_at)),
            hash=edition.fingerprint,
        )
    )
