"""A record is taken away in the format and the language that somebody picks."""

import pytest

from tests.commands.scenes import agree_norms, decide
from tests.table import Table
from workflows import asks
from workflows.views import Ask, Document, PageFormat, Pages


async def test_a_member_is_asked_for_the_format_and_the_language(table: Table) -> None:
    await agree_norms(table)
    await table.asks("lucia", "norms show")

    await table.presses("lucia", "Llevármelo")

    form = table.form("lucia")
    assert [[option.label for option in asked.options] for asked in form.inputs] == [
        [
            "Word (.docx)",
            "PDF, para imprimir o enviar",
            "Texto (Markdown, .md)",
            "Tabla (.csv), para una hoja de cálculo",
        ],
        ["English", "Español"],
    ]
    assert form.values == {"format": "docx", "language": "es"}


async def test_a_member_takes_a_record_away_as_pages_in_another_language(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "norms show")
    await table.presses("dev", "Take it away")

    await table.fills("dev", format="pdf", language="es")

    document = table.document("dev")
    assert document.name == "normas-del-grupo-1.pdf"
    assert isinstance(document.file, Pages)
    assert (document.file.format, document.file.language) == (PageFormat.PDF, "es")
    assert document.file.zone == "America/New_York"
    assert table.views["dev"].summary == "Here is “Group norms” as a file. Only you get it."


async def test_a_member_takes_a_record_away_as_a_table(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "record export group norms")

    await table.fills("dev", format="csv", language="en")

    assert table.document("dev").name == "group-norms-1.csv"
    assert '"Meeting logistics","we will be kind about logistics"\r\n' in table.text_file("dev")


async def test_an_earlier_edition_is_taken_away_from_where_it_is_shown(table: Table) -> None:
    first = await agree_norms(table)
    await agree_norms(table, "brief")
    await table.sends("dev", Ask("record show", {"id": first.id, "edition": "1"}))
    await table.presses("dev", "Take it away")

    await table.fills("dev", format="md", language="en")

    assert table.document("dev").name == "group-norms-1.md"
    assert "kind about logistics" in table.text_file("dev")
    assert "**Edition**: 1 of 2" in table.text_file("dev")


async def test_a_format_that_there_is_not_needs_another_look(table: Table) -> None:
    record = await decide(table)

    await table.sends("dev", asks.take_away(record.id, 1), {"format": "exe", "language": "xx"})

    assert set(table.problems("dev")) == {"format", "language"}


@pytest.mark.parametrize("raw", [{}, {"format": "docx", "language": "en"}])
async def test_a_record_is_not_given_to_an_outsider(table: Table, raw: dict[str, str]) -> None:
    record = await agree_norms(table)
    table.arrives("zoe", "Zoe Park")

    await table.sends("zoe", asks.take_away(record.id, 1), raw, at="")

    assert table.views["zoe"].title == "Not found"
    assert not any(isinstance(block, Document) for block in table.views["zoe"].blocks)
