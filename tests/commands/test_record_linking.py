"""Editions compared, and records that feed each other."""

from tests.commands.scenes import agree_norms, check_norms, decide
from tests.commands.test_record_lists import keep_many, menu
from tests.commands.test_records import shared_with_partners
from tests.table import PRIVATE, Table
from workflows.records import Record, RecordEdition
from workflows.views import Ask


async def two(table: Table) -> tuple[Record, Record]:
    """Return the norms and a decision of the team, not linked yet."""
    return await agree_norms(table), await decide(table)


async def compares_with(table: Table, record: Record, **changes: object) -> None:
    """Let a record get a second edition that says other things, and Dev compare the two."""
    content = record.current.content.model_copy(update=changes)
    edition = RecordEdition(2, content, record.current.made_at, None)
    await table.database.run(lambda work: work.records.add_edition(record.id, edition))
    await table.sends("dev", Ask("record compare", {"id": record.id}))


async def test_a_reader_sees_what_changed_between_two_editions(table: Table) -> None:
    await agree_norms(table)
    await agree_norms(table, "clear")
    await table.asks("dev", "norms show")

    await table.presses("dev", "What changed")

    assert table.views["dev"].summary == "From edition 1 to edition 2, 6 parts changed."
    assert "- Before: " in table.text("dev")
    assert "we will be clear about outside" in table.text("dev")


async def test_a_reader_picks_which_editions_to_compare(table: Table) -> None:
    for word in ("kind", "clear", "kind"):
        await agree_norms(table, word)
    await table.asks("dev", "record compare norms")
    offered = menu(table.views["dev"])

    await table.picks("dev", "Edition 1, Mon, Jan 5, 2026")

    assert len(offered) == 4
    assert table.views["dev"].summary == "Edition 1 and edition 3 read the same."


async def test_where_there_is_one_edition_nothing_can_be_compared(table: Table) -> None:
    record = await agree_norms(table)

    await table.sends("dev", Ask("record compare", {"id": record.id, "pick": "1-7"}))

    assert table.views["dev"].summary.startswith("There is one edition only")


async def test_who_names_no_record_to_compare_sees_the_list(table: Table) -> None:
    await agree_norms(table)

    await table.asks("dev", "record compare")

    assert table.views["dev"].title == "Records"


async def test_a_check_of_norms_is_fed_by_them(table: Table) -> None:
    await agree_norms(table)
    await check_norms(table)
    check = await table.record("Norm check, Mon, Jan 5, 2026")

    await table.sends("dev", Ask("record show", {"id": check.id}))
    await table.presses("dev", "Group norms")

    assert "Feeds:\n\n[Norm check, Mon, Jan 5, 2026]" in table.text("dev")
    assert table.views["dev"].summary == "Group norms, edition 1."


async def test_a_member_links_two_records_and_drops_the_link_again(table: Table) -> None:
    norms, _ = await two(table)
    await table.sends("dev", Ask("record show", {"id": norms.id}))
    await table.presses("dev", "Link a record")
    await table.fills("dev", record="Decision: The early-release days", way="It feeds this one")
    linked = table.text("dev")

    await table.presses("dev", "Remove a link")
    await table.picks("dev", "Decision: The early-release days")

    assert "Fed by:\n\n[Decision: The early-release days]" in linked
    assert "Fed by:" not in table.text("dev")


async def test_a_record_that_is_not_in_the_list_is_found_by_a_word(table: Table) -> None:
    norms, _ = await two(table)
    await table.sends("dev", Ask("record link", {"id": norms.id}))
    await table.fills("dev", words="zebra")
    nothing = [asked.id for asked in table.form("dev").inputs]

    await table.fills("dev", words="release")
    await table.fills("dev", record="Decision: The early-release days", way="This one feeds it")

    assert nothing == ["way", "words"]
    assert "Feeds:\n\n[Decision: The early-release days]" in table.text("dev")


async def test_who_picks_nothing_to_link_is_asked_again(table: Table) -> None:
    norms, _ = await two(table)
    await table.sends("dev", Ask("record link", {"id": norms.id}))

    await table.fills("dev")

    assert table.problems("dev") == {"words": "Please pick a record, or type a word of it."}


async def test_a_record_does_not_feed_itself(table: Table) -> None:
    norms = await agree_norms(table)
    await table.sends("dev", Ask("record link", {"id": norms.id}))
    alone = table.views["dev"].summary

    await table.sends("dev", Ask("record link", {"id": norms.id}), {"record": norms.id})

    assert alone == "There is no other record that you can see."
    assert table.views["dev"].title == "Nothing was changed"
    assert await table.rows("record_link") == []


async def test_a_record_without_links_has_none_to_remove(table: Table) -> None:
    norms = await agree_norms(table)

    await table.sends("dev", Ask("record unlink", {"id": norms.id}))

    assert table.views["dev"].summary == "This record has no links."


async def test_a_link_to_what_a_reader_may_not_see_is_not_shown(table: Table) -> None:
    shared = await shared_with_partners(table)
    own = await table.record("Group norms")
    await table.database.run(lambda work: work.record_links.link(own.id, shared.id))

    await table.sends("eve", Ask("record show", {"id": shared.id}), at=PRIVATE)
    await table.sends("eve", Ask("record link", {"id": shared.id}), at=PRIVATE)

    assert "Fed by" not in table.text("eve")
    assert table.views["eve"].summary == "Only members of the team that agreed this can do that."


async def test_more_changes_than_a_screen_holds_are_announced(table: Table) -> None:
    await keep_many(table, [1])
    record = await table.record("Decision: Decision 1")
    longer = {name: f"{name} " * 60 for name in ("reason", "proposal", "outcome", "changed")}
    inputs = tuple(f"{number} {'word ' * 99}" for number in range(4))

    await compares_with(table, record, **longer, inputs=inputs)

    assert "More has changed. Open both editions to read all of it." in table.text("dev")


async def test_what_is_gone_is_said_to_be_nothing_now(table: Table) -> None:
    record = await decide(table)

    await compares_with(table, record, reason="")

    assert table.text("dev").count("- Now: nothing.") == 1


async def test_what_was_not_there_before_is_said_to_be_new(table: Table) -> None:
    record = await decide(table)

    await compares_with(table, record, changed="We meet on Mondays.")

    assert "- Before: nothing.\n- Now: We meet on Mondays." in table.text("dev")
