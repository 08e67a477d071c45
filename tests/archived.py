"""A partnership to archive: records of every kind and more, with hostile words in every place."""

import asyncio
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.archives.exporting import export_partnership
from storage.database import open_database
from storage.fresh_ids import new_id
from storage.work import Work
from tests.databases import START, StoppedClock
from tests.fakes.hostile import INJECTIONS
from tests.storage.samples import ANA_HERE, BO_HERE, PARTNERSHIP, TEAM, keep_people
from workflows.action_items import ActionItem, ActionStatus
from workflows.archives.manifest import listed
from workflows.archives.parts import MANIFEST
from workflows.contents import NamedNote
from workflows.identifiers import ActionId, FieldId, RecordId
from workflows.invitations import Answered, Invitation
from workflows.keeping import CATEGORIES
from workflows.records import (
    Decision,
    NormCheck,
    Norms,
    Record,
    RecordContent,
    RecordEdition,
    Signature,
    may_be_signed,
    title_of,
)
from workflows.relationships import PartnerMap, PotentialPartner, Rating, Relationships
from workflows.retros import (
    Lesson,
    LessonKind,
    PlannedAction,
    Retro,
    Said,
    SavedLesson,
    Share,
    Weighed,
)
from workflows.views import Privacy

Files = dict[str, bytes]


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def contents() -> Iterator[RecordContent]:
    """Yield contents of all kinds, over and over."""
    for typed in cycle([*INJECTIONS, "Grüße, ¿qué tal?", "نلتقي", "a\nb", "x" * 3000]):
        notes = (NamedNote(member=BO_HERE.id, text=typed), NamedNote(member=None, text=typed))
        commitments = {FieldId(category): typed for category in CATEGORIES}
        yield Norms(commitments=commitments, stances={"note": 1, "agree": 2}, asked=3, notes=notes)
        counts = {FieldId(category): {"kept": 2, "not": 1} for category in reversed(CATEGORIES)}
        yield NormCheck(counts=counts, answered=3, commitments=commitments)
        yield Decision(
            title=typed[:60],
            parties=tuple(party.id for party in PARTNERSHIP.parties),
            accountable=ANA_HERE.id,
            decide_by=date(2026, 2, 1),
            expected={"shared": 2, "heard-a": 1},
            wished={"shared": 3},
            spread=1,
            level="shared",
            reason=typed,
            method="fist",
            tally={"5": 1, "4": 2},
            concerns=notes,
            inputs=(typed,),
            outcome=typed,
            decided_on=date(2026, 1, 5),
            review_on=date(2026, 6, 1),
            dissent=notes,
            support={"yes": 3},
        )
        yield from private_lists(typed)
        yield retro(typed)
        yield SavedLesson(text=typed, about=LessonKind.PROCESS)


def private_lists(typed: str) -> Iterator[RecordContent]:
    """Yield contents of the kinds that so far are one member's or one party's alone."""
    yield Invitation(
        invitee=typed[:60],
        topic="topic",
        issue=typed,
        findings=("finding",),
        story=typed,
        outcome=typed,
        style="join",
        passages={FieldId("join-opener"): typed},
        ask=typed,
        ask_by=date(2026, 3, 1),
        answered=Answered.SENT,
        follow_up=date(2026, 3, 8),
    )
    partner = PotentialPartner(
        group="other", name=typed[:60], relation="none", common=typed, readiness=2
    )
    yield PartnerMap(partners=(partner,))
    ratings = (Rating(partner=typed[:60], place=3, stronger=typed), Rating(partner="Bo"))
    yield Relationships(ratings=ratings, on=date(2026, 1, 5))


def retro(typed: str) -> Retro:
    """Return what a team took from looking back."""
    entries = (NamedNote(member=ANA_HERE.id, text=typed), NamedNote(member=None, text=typed))
    due = date(2026, 4, 1)
    return Retro(
        topic=typed[:60],
        pace="days",
        on=date(2026, 1, 5),
        facilitator=ANA_HERE.id,
        scribe=BO_HERE.id,
        took_part=3,
        said=(Said(question=FieldId("aims-goal"), entries=entries),),
        notes={FieldId("aims-notes"): typed},
        weighed=(Weighed(text=typed, dots=2),),
        lessons=(Lesson(text=typed, kind=LessonKind.CONTENT, share=Share.PARTNERS),),
        actions=(PlannedAction(what=typed, who=BO_HERE.id, due=due, plan=typed),),
        celebrate=typed,
        worth={"yes": 2, "partly": 1},
        sharing={"yes": 3},
    )


def records(count: int) -> Iterator[Record]:
    """Yield so many records, made one day after the other; every third has two editions."""
    for number, content in enumerate(islice(contents(), count)):
        editions = [_edition(at, content, number) for at in range(1, 2 + (number % 3 == 0))]
        id_ = RecordId(f"r{number:04}")
        yield Record(id_, PARTNERSHIP.id, TEAM.id, title_of(content), Privacy.TEAM, tuple(editions))


def actions(count: int) -> Iterator[ActionItem]:
    """Yield an action item for every fourth of so many records, of each status and of nobody's."""
    texts = cycle([*INJECTIONS, "Die Busse zählen", "x" * 300])
    for number, typed in zip(range(0, count, 4), texts, strict=False):
        status = list(ActionStatus)[number // 4 % 3]
        yield ActionItem(
            id=ActionId(f"a{number:04}"),
            partnership=PARTNERSHIP.id,
            team=TEAM.id,
            what=typed[:300],
            owner=None if number % 8 else BO_HERE.id,
            due=None if number % 12 else date(2026, 3, 1),
            plan=typed[:300] if number % 8 else "",
            status=status,
            source=None if number % 16 else RecordId(f"r{number:04}"),
            made_at=START + timedelta(days=number),
            ended_at=None if status is ActionStatus.OPEN else START + timedelta(days=number + 1),
        )


def keep_records(count: int) -> Callable[[Work], None]:
    """Return what keeps the partnership with so many records, which feed each other."""

    def keep(work: Work) -> None:
        keep_people(work)
        for record in records(count):
            work.records.add(record)
        for number in range(1, count, 5):
            work.record_links.link(RecordId(f"r{number:04}"), RecordId(f"r{number - 1:04}"))
        for action in actions(count):
            work.actions.add(action)

    return keep


def write_archive(migrated: Path, folder: Path, count: int) -> Path:
    """Return the archive of the partnership with so many records; `migrated` is left as it is."""
    source = shutil.copy(migrated, folder / "source.db")

    async def write() -> None:
        database = open_database(f"sqlite:///{source}", clock=StoppedClock(), new_id=new_id)
        await database.run(keep_records(count))
        await export_partnership(database, PARTNERSHIP.id, folder / "archive.zip", silent)
        await database.close()

    asyncio.run(write())
    return folder / "archive.zip"


def files_of(archive: Path) -> Files:
    """Return the files in an archive by their paths."""
    with ZipFile(archive) as opened:
        return {path: opened.read(path) for path in opened.namelist()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files as an archive whose manifest is right, so that only they can be wrong."""
    lines = [
        listed(path, content).model_dump() for path, content in files.items() if path != MANIFEST
    ]
    return packed({**files, MANIFEST: changed(files[MANIFEST], files=lines)})


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP file, as Concord would pack them."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for path, content in files.items():
            archive.writestr(plain_entry(path), content)
    return made.getvalue()


def plain_entry(path: str) -> ZipInfo:
    """Return the entry of a file, as Concord makes it."""
    info = ZipInfo(path)
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o100644 << 16
    return info


def changed(content: bytes, **changes: object) -> bytes:
    """Return a JSON file with some of its values changed."""
    return json.dumps({**json.loads(content), **changes}).encode()


def _edition(number: int, content: RecordContent, day: int) -> RecordEdition:
    made_at = START + timedelta(days=day, microseconds=number)
    edition = RecordEdition(number, content, made_at, None)
    signers = (ANA_HERE.id, BO_HERE.id) if may_be_signed(content) else ()
    signatures = tuple(Signature(member, made_at, edition.hash) for member in signers)
    notes = (NamedNote(member=ANA_HERE.id, text="Not too long."),) if number > 1 else ()
    return RecordEdition(number, content, made_at, None, signatures, notes)
