"""Whatever somebody does to an archive, it is refused in a sentence, and nothing is kept of it."""

import json
import random
import re
import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from bot.archives.importing import import_partnership
from bot.archives.unpacking import MOST_A_FILE, MOST_FILES, MOST_LISTED, unpacked
from storage.database import Database
from tests.archived import (
    Files,
    changed,
    files_of,
    packed,
    plain_entry,
    silent,
    zipped,
)
from tests.bot.archives.harming import (
    Harm,
    flaw_of,
    with_file,
    with_manifest,
    with_text,
    with_value,
    without,
)
from tests.dumps import dump
from workflows.archives.errors import Flaw, UnfitArchiveError
from workflows.library import read_library

LIBRARY = read_library()
NORMS = "records/r0000.json"
DECISION = "records/r0002.json"


def with_entry(**features: int) -> Harm:
    """Give the entry of one file other features than a plain file has."""

    def harm(files: Files) -> bytes:
        made = BytesIO()
        with ZipFile(made, "w") as archive:
            for path, content in files.items():
                info = plain_entry(path)
                for feature, value in features.items() if path == NORMS else ():
                    setattr(info, feature, value)
                archive.writestr(info, content)
        return made.getvalue()

    return harm


def twice(files: Files) -> bytes:
    made = BytesIO(packed(files))
    with pytest.warns(UserWarning, match="Duplicate name"), ZipFile(made, "a") as archive:
        archive.writestr(plain_entry(NORMS), files[NORMS])
    return made.getvalue()


def with_step_that_is_none(files: Files) -> bytes:
    """Let a decision that nobody signed speak of a step that nothing can draw."""
    record = json.loads(files[DECISION])
    for edition in record["editions"]:
        edition["signatures"] = []
        edition["content"]["expected"] = {"sideways": 1}
    return zipped({**files, DECISION: json.dumps(record).encode()})


def with_end(files: Files, at: int, kind: str, value: int) -> bytes:
    """Let the end of a ZIP file say something else."""
    made = bytearray(packed(files))
    struct.pack_into(kind, made, len(made) - 22 + at, value)
    return bytes(made)


HARMS: dict[str, tuple[Harm, Flaw]] = {
    "a text file": (lambda _: b"Not a ZIP file at all.", Flaw.NOT_AN_ARCHIVE),
    "nothing": (lambda _: b"", Flaw.NOT_AN_ARCHIVE),
    "only a beginning": (lambda files: packed(files)[:10], Flaw.CUT_OFF),
    "cut off": (lambda files: packed(files)[:-1], Flaw.CUT_OFF),
    "half of it": (lambda files: packed(files)[: len(packed(files)) // 2], Flaw.CUT_OFF),
    "something before": (lambda files: b"PK\x03\x04" + packed(files), Flaw.CUT_OFF),
    "something after": (lambda files: packed(files) + b"x", Flaw.CUT_OFF),
    "a list elsewhere": (
        lambda files: packed(files).replace(b"PK\x01\x02", b"PK\x01\x00"),
        Flaw.CUT_OFF,
    ),
    "more files than it has": (
        lambda files: with_end(files, 10, "<H", MOST_FILES + 1),
        Flaw.TOO_LARGE,
    ),
    "another ZIP file": (lambda _: packed({"index.html": b"Hello."}), Flaw.NOT_AN_ARCHIVE),
    "no manifest": (without("manifest.json"), Flaw.NOT_AN_ARCHIVE),
    "a manifest that is none": (with_manifest(format="one"), Flaw.NOT_AN_ARCHIVE),
    "a manifest without files": (with_manifest(files=None), Flaw.NOT_AN_ARCHIVE),
    "a format before the first": (with_manifest(format=0), Flaw.NOT_AN_ARCHIVE),
    "a newer format": (with_manifest(format=2, more=True, files=[]), Flaw.NEWER),
    "a file too few": (without(NORMS), Flaw.MISSING_FILE),
    "a page too few": (without("index.html"), Flaw.MISSING_FILE),
    "no partnership": (
        lambda files: packed(
            {k: v for k, v in files.items() if k == "manifest.json"}
            | {"manifest.json": changed(files["manifest.json"], files=[])}
        ),
        Flaw.MISSING_FILE,
    ),
    "a file too many": (
        lambda files: packed({**files, "records/more.json": b"{}"}),
        Flaw.STRANGE_FILE,
    ),
    "a way out": (with_file("../../etc/passwd.json"), Flaw.STRANGE_FILE),
    "a way out of records": (with_file("records/../../x.json"), Flaw.STRANGE_FILE),
    "a way from the root": (with_file("/etc/passwd"), Flaw.STRANGE_FILE),
    "a way in another style": (with_file("records\\..\\..\\x.json"), Flaw.STRANGE_FILE),
    "a name with a zero": (with_file("records/r.json\0.html"), Flaw.STRANGE_FILE),
    "a folder": (with_file("records/", b""), Flaw.STRANGE_FILE),
    "a program": (with_file("records/run.exe"), Flaw.STRANGE_FILE),
    "a file twice": (twice, Flaw.STRANGE_FILE),
    "a link": (with_entry(external_attr=0o120777 << 16), Flaw.STRANGE_FILE),
    "another packing": (with_entry(compress_type=ZIP_BZIP2), Flaw.STRANGE_FILE),
    "a file of zeros": (
        with_file("records/zeros.html", bytes(MOST_A_FILE + 1)),
        Flaw.TOO_LARGE,
    ),
    "many files of zeros": (
        lambda files: zipped({**files, **{f"records/{n}.html": bytes(2**23) for n in range(3)}}),
        Flaw.TOO_LARGE,
    ),
    "another content": (
        lambda files: packed({**files, NORMS: files[NORMS].replace(b"agree", b"agroo")}),
        Flaw.CHANGED,
    ),
    "another size": (lambda files: packed({**files, NORMS: files[NORMS] + b" "}), Flaw.CHANGED),
    "another page": (
        lambda files: packed({**files, "index.html": files["index.html"].replace(b"is", b"as")}),
        Flaw.CHANGED,
    ),
    "a record that is no JSON": (with_file(NORMS, b"{"), Flaw.UNREADABLE),
    "a record nested deep": (with_file(NORMS, b"[" * 100_000), Flaw.UNREADABLE),
    "a record without editions": (with_value(NORMS, editions=[]), Flaw.LOOSE_ENDS),
    "a record of nobody's": (with_value(NORMS, team="another"), Flaw.LOOSE_ENDS),
    "a record of another name": (with_value(NORMS, id="r0009"), Flaw.LOOSE_ENDS),
    "a private record": (with_value(NORMS, privacy="private"), Flaw.UNREADABLE),
    "a field from nowhere": (with_value(NORMS, owner="ana"), Flaw.UNREADABLE),
    "an unknown kind": (with_text(NORMS, '"norms"', '"poem"'), Flaw.UNREADABLE),
    "editions with a gap": (with_text(NORMS, '"number": 2', '"number": 3'), Flaw.LOOSE_ENDS),
    "a signature of a stranger": (with_text(NORMS, '"bo-seat"', '"eve-seat"'), Flaw.LOOSE_ENDS),
    "a signature twice": (with_text(NORMS, '"bo-seat"', '"ana-seat"'), Flaw.LOOSE_ENDS),
    "words that nobody signed": (
        with_text(DECISION, '"reason": "', '"reason": "not '),
        Flaw.WRONG_SIGNATURE,
    ),
    "a step that is none": (with_step_that_is_none, Flaw.UNREADABLE),
    "a time without a zone": (with_text(NORMS, '08:00:00.000001Z"', '08:00:00"'), Flaw.UNREADABLE),
    "a time long ago": (with_text(NORMS, '"2026-01-05T', '"0001-01-05T'), Flaw.UNREADABLE),
    "a day far away": (with_text(DECISION, '"2026-06-01"', '"9999-12-31"'), Flaw.UNFIT_TEXT),
    "a number beyond counting": (with_text(NORMS, '"asked": 3', '"asked": 99999'), Flaw.UNFIT_TEXT),
    "a text beyond reading": (with_value(NORMS, title="x" * 10_001), Flaw.UNFIT_TEXT),
    "a text with a zero": (with_value(NORMS, title="a\0b"), Flaw.UNFIT_TEXT),
    "a text that turns around": (with_value(NORMS, title="a\u202eb"), Flaw.UNFIT_TEXT),
    "half a character": (with_text(NORMS, '"title": ""', '"title": "\\ud800"'), Flaw.UNREADABLE),
    "an unknown language": (with_value("partnership.json", language="xx"), Flaw.UNREADABLE),
    "an unknown zone": (
        with_text("partnership.json", "America/New_York", "America/Springfield"),
        Flaw.UNREADABLE,
    ),
    "a zone that is a way out": (
        with_text("partnership.json", "America/New_York", "../../etc/passwd"),
        Flaw.UNREADABLE,
    ),
    "a person without a seat": (
        with_text("partnership.json", '"people": [', '"people": [{"id": "eve", "name": "Eve"},'),
        Flaw.LOOSE_ENDS,
    ),
    "a person twice": (
        with_text("partnership.json", '"people": [', '"people": [{"id": "bo", "name": "Bo"},'),
        Flaw.LOOSE_ENDS,
    ),
    "an unknown party": (
        with_text("partnership.json", '"party": "assoc"', '"party": "other"'),
        Flaw.LOOSE_ENDS,
    ),
}


NAMES = ["a signature of a stranger", "another content", "half a character"]
"""Some that are found only when the file is read, and that is late."""


def harm_to(harmed: Path, name: str) -> None:
    """Do one of these things to an archive."""
    harm, _ = HARMS[name]
    harmed.write_bytes(harm(files_of(harmed)))


@pytest.mark.parametrize(("harm", "flaw"), HARMS.values(), ids=HARMS)
def test_an_archive_is_refused_that_holds(harm: Harm, flaw: Flaw, harmed: Path) -> None:
    harmed.write_bytes(harm(files_of(harmed)))

    assert flaw_of(harmed) == flaw


def test_an_archive_is_refused_before_a_list_of_millions_is_read(harmed: Path) -> None:
    listing = MOST_LISTED + 1
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, listing, 4, 0)
    harmed.write_bytes(b"PK\x03\x04" + bytes(listing) + end)

    assert flaw_of(harmed) == Flaw.TOO_LARGE


def test_an_archive_is_refused_that_is_larger_than_any(harmed: Path) -> None:
    with harmed.open("r+b") as file:
        file.truncate(2**28 + 1)

    assert flaw_of(harmed) == Flaw.TOO_LARGE


@pytest.mark.parametrize("seed", range(8))
def test_no_damage_does_anything_but_be_refused(seed: int, harmed: Path) -> None:
    chance, whole = random.Random(seed), harmed.read_bytes()  # noqa: S311 - a test may guess

    for _ in range(60):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        harmed.write_bytes(damaged)
        flaw_of(harmed)  # some bits say nothing, such as a date; no other error may come


@pytest.mark.parametrize("name", NAMES)
async def test_nothing_is_kept_of_an_archive_that_is_refused(
    name: str, harmed: Path, database: Database
) -> None:
    harm_to(harmed, name)
    before = await database.run(dump)

    with unpacked(harmed) as opened, pytest.raises(UnfitArchiveError):
        await import_partnership(database, opened, LIBRARY, silent)

    assert await database.run(dump) == before


@pytest.mark.parametrize("flaw", Flaw)
def test_an_operator_reads_what_is_wrong_in_plain_sentences(flaw: Flaw) -> None:
    assert re.fullmatch(r"[A-Z].*\.", str(UnfitArchiveError(flaw)))
