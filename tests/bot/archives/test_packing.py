"""What is packed fits together, also where something has changed between two pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from bot.archives.packing import Packing
from tests.archived import actions
from tests.storage.samples import NORMS, PARTNERSHIP, TEAM
from workflows.archives.kept_actions import KeptAction, kept_action
from workflows.archives.kept_records import KeptLink, KeptLinks, kept_record
from workflows.archives.parts import Part
from workflows.archives.shape import kept_partnership
from workflows.identifiers import RecordId
from workflows.records import Record

FRAME = kept_partnership(PARTNERSHIP, [TEAM])
OPEN, *_ = map(kept_action, actions(4))


def read(made: BytesIO, path: str) -> bytes:
    with ZipFile(made) as file:
        return file.read(path)


@contextmanager
def packing_into(made: BytesIO) -> Iterator[Packing]:
    with ZipFile(made, "w") as file:
        yield Packing(file)


def test_a_link_to_what_is_left_out_is_left_out_too() -> None:
    records = [kept_record(replace(NORMS, id=RecordId(id_))) for id_ in ("b", "a")]
    inside = KeptLink(feeder=RecordId("b"), fed=RecordId("a"))
    outside = [
        KeptLink(feeder=RecordId("a"), fed=RecordId("mine")),
        KeptLink(feeder=RecordId("ours"), fed=RecordId("b")),
    ]

    with packing_into(made := BytesIO()) as archive:
        archive.add(Part.RECORDS, records, FRAME, [*outside, inside])
        archive.finish(FRAME)

    links = KeptLinks.model_validate_json(read(made, "links.json"))
    assert links == KeptLinks(links=(inside,))


@pytest.mark.parametrize(("kept", "source"), [([NORMS], "norms"), ([], None)])
def test_an_action_item_names_no_record_that_is_left_out(
    kept: list[Record], source: str | None
) -> None:
    with packing_into(made := BytesIO()) as archive:
        archive.add(Part.RECORDS, map(kept_record, kept), FRAME)
        archive.add(Part.ACTIONS, [OPEN.model_copy(update={"source": "norms"})], FRAME)
        archive.finish(FRAME)

    content = read(made, f"actions/{OPEN.id}.json")
    assert KeptAction.model_validate_json(content).source == source


def test_whoever_packs_is_told_if_a_seat_is_gone_at_the_end() -> None:
    smaller = kept_partnership(PARTNERSHIP, [replace(TEAM, members=TEAM.members[:1])])

    with packing_into(BytesIO()) as archive:
        archive.add(Part.RECORDS, [kept_record(NORMS)], FRAME)
        archive.finish(smaller)

    assert archive.unreadable == ["partnership.json"]
