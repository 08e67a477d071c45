"""What the parts of an archive say of each other has to be true, or none of it is kept."""

import json
from pathlib import Path

import pytest

from tests.archived import Files, files_of, zipped
from tests.bot.archives.harming import Harm, flaw_of, with_text, with_value, without
from workflows.archives.errors import Flaw

NORMS = "records/r0000.json"
ACTION = "actions/a0000.json"
LINK = {"feeder": "r0001", "fed": "r0000"}


def with_links(*links: dict[str, str]) -> Harm:
    return with_value("links.json", links=links)


def with_note(**changes: str) -> Harm:
    """Add a note beside the second edition of the norms, which has one."""

    def harm(files: Files) -> bytes:
        record = json.loads(files[NORMS])
        notes = record["editions"][1]["notes"]
        notes.append({**notes[0], **changes})
        return zipped({**files, NORMS: json.dumps(record).encode()})

    return harm


HARMS: dict[str, tuple[Harm, Flaw]] = {
    "no links": (without("links.json"), Flaw.MISSING_FILE),
    "links that are none": (with_value("links.json", links="none"), Flaw.UNREADABLE),
    "a link from nowhere": (with_links({**LINK, "feeder": "r0099"}), Flaw.LOOSE_ENDS),
    "a link to nowhere": (with_links({**LINK, "fed": "r0099"}), Flaw.LOOSE_ENDS),
    "a link to an action item": (with_links({**LINK, "fed": "a0000"}), Flaw.LOOSE_ENDS),
    "a link twice": (with_links(LINK, LINK), Flaw.LOOSE_ENDS),
    "a note of a stranger": (with_note(member="eve-seat"), Flaw.LOOSE_ENDS),
    "two notes of one member": (with_note(), Flaw.LOOSE_ENDS),
    "a note beyond reading": (with_note(member="bo-seat", text="x" * 10_001), Flaw.UNFIT_TEXT),
    "an action item of nobody's team": (with_value(ACTION, team="other"), Flaw.LOOSE_ENDS),
    "an action item of a stranger": (with_value(ACTION, owner="eve-seat"), Flaw.LOOSE_ENDS),
    "an action item from nowhere": (with_value(ACTION, source="r0099"), Flaw.LOOSE_ENDS),
    "an action item of another name": (with_value(ACTION, id="a0009"), Flaw.LOOSE_ENDS),
    "a status that is none": (with_value(ACTION, status="late"), Flaw.UNREADABLE),
    "a day beyond keeping": (with_text(ACTION, "2026-03-01", "9999-12-31"), Flaw.UNFIT_TEXT),
    "a plan that turns around": (with_value(ACTION, plan="a\u202eb"), Flaw.UNFIT_TEXT),
    "a record of one member's": (with_value(NORMS, privacy="private"), Flaw.UNREADABLE),
    "a record of one party's": (with_value(NORMS, privacy="caucus"), Flaw.UNREADABLE),
}


@pytest.mark.parametrize(("harm", "flaw"), HARMS.values(), ids=HARMS)
def test_an_archive_is_refused_that_holds(harm: Harm, flaw: Flaw, harmed: Path) -> None:
    harmed.write_bytes(harm(files_of(harmed)))

    assert flaw_of(harmed) == flaw


def test_an_archive_that_nobody_did_harm_to_is_read(harmed: Path) -> None:
    harmed.write_bytes(zipped(files_of(harmed)))

    assert flaw_of(harmed) is None
