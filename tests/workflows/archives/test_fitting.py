"""Whatever people have typed goes into an archive and comes out of it as it was."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.storage.samples import ANA_HERE, BO_HERE, NORMS, PARTNERSHIP, TEAM
from workflows.archives.fitting import read_partnership, read_thing
from workflows.archives.kept_records import KeptRecord, kept_record
from workflows.archives.parts import Part
from workflows.archives.shape import kept_partnership
from workflows.contents import NamedNote
from workflows.identifiers import FieldId, MemberId
from workflows.keeping import CATEGORIES
from workflows.records import NormCheck, Norms, RecordEdition, Signature
from workflows.typed import fit

FRAME = kept_partnership(PARTNERSHIP, [TEAM])
TYPED = st.text(st.characters(), max_size=60).map(lambda text: fit(text, longest=50))
MOMENTS = st.datetimes(
    datetime(1970, 1, 2),  # noqa: DTZ001 - hypothesis wants it so, and adds the zone
    datetime(2199, 12, 30),  # noqa: DTZ001 - for the same reason
    timezones=st.just(UTC),
)
CATEGORY = st.sampled_from(CATEGORIES).map(FieldId)
COUNTS = st.dictionaries(st.sampled_from(["agree", "note", "object"]), st.integers(0, 10_000))
MEMBERS = st.sampled_from([ANA_HERE.id, BO_HERE.id])
NOTES = st.lists(st.builds(NamedNote, member=st.none() | MEMBERS, text=TYPED)).map(tuple)
CONTENTS = st.one_of(
    st.builds(
        Norms,
        commitments=st.dictionaries(CATEGORY, TYPED),
        stances=COUNTS,
        asked=st.integers(0, 10_000),
        notes=NOTES,
    ),
    st.builds(
        NormCheck,
        counts=st.dictionaries(CATEGORY, COUNTS),
        answered=st.integers(0, 100),
        commitments=st.dictionaries(CATEGORY, TYPED),
    ),
)


@given(CONTENTS, MOMENTS, st.sets(MEMBERS), st.dictionaries(MEMBERS, TYPED))
def test_a_record_comes_back_from_its_file_as_it_was(
    content: Norms | NormCheck, at: datetime, signers: set[MemberId], noted: dict[MemberId, str]
) -> None:
    bare = RecordEdition(1, content, at, None)
    signed = tuple(Signature(member, at, bare.hash) for member in sorted(signers))
    notes = tuple(NamedNote(member=member, text=text) for member, text in noted.items())
    record = replace(NORMS, editions=(replace(bare, signatures=signed, notes=notes),))

    file = kept_record(record).as_json()

    read = read_thing(Part.RECORDS, record.id, file, FRAME)
    assert isinstance(read, KeptRecord)
    assert read.record(PARTNERSHIP.id) == record


def test_a_blank_around_a_text_makes_no_record_unreadable() -> None:
    record = kept_record(replace(NORMS, title=" How we work\n"))

    assert read_thing(Part.RECORDS, record.id, record.as_json(), FRAME) == record


def test_a_partnership_comes_back_from_its_file_as_it_was() -> None:
    assert read_partnership(FRAME.as_json()) == FRAME
