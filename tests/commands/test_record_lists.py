"""Records listed, narrowed and searched, as far as somebody can see."""

from collections.abc import Iterable

import pytest

from storage.work import Work
from tests.commands.scenes import agree_norms, decide
from tests.commands.test_records import shared_with_partners
from tests.fakes.hostile import INJECTIONS
from tests.table import PRIVATE, Table
from workflows.identifiers import RecordId
from workflows.views import Ask, Bullets, Menu, View

LEADERS = "Leadership team"
LONG_WORDS = "extraordinary responsibilities notwithstanding unforeseeable circumstances abroad"


def menu(view: View) -> list[str]:
    """Return what can be picked on a screen."""
    menus = [block for block in view.blocks if isinstance(block, Menu)]
    return [option.label for block in menus for option in block.options]


async def keep_many(table: Table, numbers: Iterable[int]) -> None:
    """Keep decisions of the leadership team, each the same but for its name."""
    record = await decide(table, "Decision 0")

    def keep(work: Work) -> None:
        for number in numbers:
            name = f"Decision {number}"
            content = record.current.content.model_copy(
                update={"title": name, "changed": LONG_WORDS}
            )
            edition = type(record.current)(1, content, record.current.made_at, None)
            kept = type(record)(
                id=RecordId(f"many{number:08}"),
                partnership=record.partnership,
                team=record.team,
                title=name,
                privacy=record.privacy,
                editions=(edition,),
            )
            work.records.add(kept)

    await table.database.run(keep)


async def test_a_list_has_pages_of_ten(table: Table) -> None:
    await keep_many(table, range(1, 12))
    await table.asks("dev", "record list")
    first = table.views["dev"]

    await table.presses("dev", "Older")
    second = table.views["dev"]
    await table.presses("dev", "Newer")

    assert (len(menu(first)), len(menu(second))) == (10, 2)
    assert "11 to 12 of 12." in table.draw(second)
    assert table.views["dev"] == first


async def test_a_list_says_whose_each_record_is_and_from_when(table: Table) -> None:
    await decide(table)

    await table.asks("dev", "record list")

    assert "Decision: The early-release days · Leadership team · Mon, Jan 5, 2026" in table.text(
        "dev"
    )


async def test_a_list_is_narrowed_by_a_form(table: Table) -> None:
    await agree_norms(table)
    await decide(table)
    await table.asks("dev", "record list")
    await table.presses("dev", "Filter")

    await table.fills("dev", team=LEADERS, kind="Decision", year="2026", mine="Yes")

    assert table.views["dev"].summary == "1 record, as you chose."
    assert menu(table.views["dev"]) == ["Decision: The early-release days"]
    assert f"Shown: {LEADERS} · Decision · 2026 · to be signed by me." in table.text("dev")


async def test_the_form_shows_what_was_chosen(table: Table) -> None:
    await agree_norms(table)
    await table.sends("dev", Ask("record list", {"kind": "norms", "mine": "yes"}))

    await table.presses("dev", "Filter")

    team = (await table.team()).id
    assert table.values("dev") == {"team": team, "kind": "norms", "year": "", "mine": "yes"}


async def test_who_has_signed_everything_is_told_that_nothing_waits(table: Table) -> None:
    await agree_norms(table)
    await table.posted()
    await table.presses("dev", "Sign")

    await table.sends("dev", Ask("record list", {"mine": "yes"}))

    assert table.views["dev"].summary == "There is no such record among what you can see."


async def test_where_nothing_is_kept_no_year_is_asked_for(table: Table) -> None:
    await table.sends("dev", Ask("record list", {"form": "yes"}))

    assert [asked.id for asked in table.form("dev").inputs] == ["team", "kind", "mine"]


@pytest.mark.parametrize("year", ["0000", "9999", "x", "²026", "20261"])
async def test_a_year_that_cannot_be_picked_narrows_nothing(table: Table, year: str) -> None:
    await agree_norms(table)

    await table.sends("dev", Ask("record list", {"year": year, "kind": "nothing"}))

    assert table.views["dev"].summary == "Your team keeps 1 record."


async def test_who_is_on_two_teams_sees_the_records_of_both_in_private(table: Table) -> None:
    await agree_norms(table)
    await table.founds_another("dev")

    await table.asks("dev", "record list", at=PRIVATE)
    everything = table.views["dev"]
    await table.sends("dev", Ask("record list", {"team": "partners"}), at=PRIVATE)

    assert (everything.summary, menu(everything)) == ("1 record, as you chose.", ["Group norms"])
    assert table.views["dev"].summary == "There is no such record among what you can see."


async def test_a_record_of_another_team_that_is_open_to_partners_is_listed(table: Table) -> None:
    await shared_with_partners(table)

    await table.asks("eve", "record list", at=PRIVATE)
    await table.sends("eve", Ask("record list", {"team": "all"}), at=PRIVATE)

    assert "Group norms · Leadership team" in table.text("eve")


async def test_a_word_is_found_and_shown_in_bold(table: Table) -> None:
    await decide(table)

    await table.asks("dev", "record search TOGETHER plan")

    assert table.views["dev"].summary == "1 record found for “TOGETHER plan”."
    (hits,) = [block for block in table.views["dev"].blocks if isinstance(block, Bullets)]
    assert [node.text for node in hits.items[0] if node.kind == "bold"] == [
        "Decision: The early-release days",
        "plan",
        "together",
    ]


async def test_who_types_no_words_is_asked_for_some(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "record search")
    before = table.problems("dev")

    await table.fills("dev", words="—")
    after = table.problems("dev")
    await table.fills("dev", words="outside")

    assert before == {}
    assert after == {"words": "Please type a word or a number."}
    assert menu(table.views["dev"]) == ["Group norms"]


async def test_who_finds_nothing_is_told_what_was_searched(table: Table) -> None:
    await agree_norms(table)

    await table.asks("dev", "record search zebra")

    assert table.views["dev"].summary == "Nothing found for “zebra”."
    assert "the records of Leadership team, and what is open to all partners" in table.text("dev")


async def test_many_hits_have_pages(table: Table) -> None:
    await keep_many(table, range(1, 12))
    await table.asks("dev", "record search together")

    await table.presses("dev", "More")
    second = table.views["dev"]
    await table.presses("dev", "Better ones")

    assert len(menu(second)) == 2
    assert len(menu(table.views["dev"])) == 10


async def test_a_question_that_no_button_has_room_for_has_one_page(table: Table) -> None:
    await keep_many(table, range(1, 12))

    await table.asks("dev", f"record search {LONG_WORDS}")

    assert len(menu(table.views["dev"])) == 10
    assert "More" not in table.labels(table.views["dev"])


async def test_nobody_finds_what_another_partnership_keeps(table: Table) -> None:
    await agree_norms(table)
    table.arrives("zoe", "Zoe Park")
    await table.founds_another("zoe")

    await table.asks("zoe", "record search kind", at=PRIVATE)

    assert table.views["zoe"].summary == "Nothing found for “kind”."


async def test_who_is_on_no_team_has_nothing_to_search(table: Table) -> None:
    table.arrives("zoe", "Zoe Park")

    await table.asks("zoe", "record search kind", at=PRIVATE)
    await table.sends("zoe", Ask("record list", {"team": "all"}), at=PRIVATE)

    assert table.views["zoe"].title == "Which team?"


@pytest.mark.parametrize("typed", [*INJECTIONS, '" OR "', "kind*", "title : kind", "a NEAR b"])
async def test_whatever_is_typed_is_only_looked_for(table: Table, typed: str) -> None:
    await agree_norms(table)

    await table.asks("dev", f"record search {typed}")

    assert table.views["dev"].title == "Search records"
