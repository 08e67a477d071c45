"""The pictures of a record: what a retro left behind, and how relationships came to be so."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflows.samples import MADE, NORMS, RETRO, record
from workflows.action_items import ActionItem, ActionStatus
from workflows.catalogue import words_for
from workflows.identifiers import ActionId, PartnershipId, RecordId, TeamId
from workflows.pictures.relationships import RelationshipPicture
from workflows.pictures.tally import TallyPicture
from workflows.record_pictures import how_relationships_changed, what_a_retro_left
from workflows.records import Record, RecordEdition
from workflows.relationships import Rating, Relationships

ENGLISH, SPANISH = words_for("en"), words_for("es")


def item(status: ActionStatus) -> ActionItem:
    return ActionItem(
        id=ActionId("a"),
        partnership=PartnershipId("p"),
        team=TeamId("t"),
        what="Book a room",
        owner=None,
        due=None,
        plan="",
        status=status,
        source=RecordId("r"),
        made_at=MADE,
    )


def rated(*days: dict[str, int | None]) -> Record:
    """Return a record with an edition for each day; on each, partners are rated."""
    editions = [
        RecordEdition(
            number,
            Relationships(
                ratings=tuple(Rating(partner=name, place=step) for name, step in places.items()),
                on=date(2026, number, 3),
            ),
            MADE,
            None,
        )
        for number, places in enumerate(days, start=1)
    ]
    return replace(record(NORMS), editions=tuple(editions))


def test_a_retro_is_drawn_with_its_lessons_and_its_action_items_as_they_stand_now() -> None:
    items = [item(ActionStatus.OPEN), item(ActionStatus.DONE), item(ActionStatus.DONE)]

    (picture,) = what_a_retro_left(RETRO, items, ENGLISH)

    assert isinstance(picture.drawing, TallyPicture)
    assert picture.alt == (
        "Our first year. Lessons on the content: 1. Lessons on the process: 1. "
        "Open action items: 1. Action items done: 2. Action items no longer needed: 0."
    )


def test_a_retro_is_drawn_in_the_words_of_its_reader() -> None:
    (picture,) = what_a_retro_left(RETRO, [item(ActionStatus.DROPPED)], SPANISH)

    assert picture.alt == (
        "Our first year. Lecciones sobre el contenido: 1. Lecciones sobre el proceso: 1. "
        "Pendientes por hacer: 0. Pendientes hechos: 0. Pendientes que ya no hacen falta: 1."
    )


def test_a_retro_that_left_neither_lessons_nor_action_items_is_not_drawn() -> None:
    assert what_a_retro_left(RETRO.model_copy(update={"lessons": ()}), (), ENGLISH) == ()
    assert what_a_retro_left(NORMS, [item(ActionStatus.OPEN)], ENGLISH) == ()


def test_relationships_are_drawn_with_where_they_came_from() -> None:
    shown = rated({"Dana": 1, "Sam": None}, {"Dana": 3, "Sam": 4})

    (picture,) = how_relationships_changed(shown, shown.current, ENGLISH)

    assert isinstance(picture.drawing, RelationshipPicture)
    assert picture.alt == (
        "Our relationships. Dana: Conflict on Sat, Jan 3, 2026, Courteous on Tue, Feb 3, 2026. "
        "Sam: Cooperative on Tue, Feb 3, 2026."
    )


def test_an_earlier_edition_shows_nothing_of_what_came_later() -> None:
    shown = rated({"Dana": 1}, {"Dana": 3})

    (picture,) = how_relationships_changed(shown, shown.editions[0], SPANISH)

    assert picture.alt == "Nuestras relaciones. Dana: Conflicto el sáb, 3 ene 2026."


def test_whom_the_newest_list_leaves_out_is_not_drawn() -> None:
    shown = rated({"Dana": 1, "Sam": 2}, {"Sam": 3})

    (picture,) = how_relationships_changed(shown, shown.current, ENGLISH)

    assert "Dana" not in picture.alt


def test_of_many_partners_the_first_are_drawn_and_that_is_said() -> None:
    shown = rated({f"Partner {number:02}": 2 for number in range(13)})

    (picture,) = how_relationships_changed(shown, shown.current, ENGLISH)

    assert picture.alt.startswith("Our relationships. The first 12 of 13. Partner 00: Guarded")
    assert "Partner 12" not in picture.alt


@pytest.mark.parametrize("shown", [rated({"Dana": None}), record(NORMS)])
def test_where_nothing_is_rated_nothing_is_drawn(shown: Record) -> None:
    assert how_relationships_changed(shown, shown.current, ENGLISH) == ()
