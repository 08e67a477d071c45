"""Potential partners and relationships: for oneself, or for all who are there for one's party."""

from tests.commands.closed import WORD, changes_party, lists_partners, rates
from tests.table import Table
from workflows.identifiers import FieldId
from workflows.relationships import PartnerMap, Relationships
from workflows.views import Ask, Privacy

PARTY = "All of us for my party"


async def test_a_member_is_asked_who_may_see_it_before_anything_is_written(table: Table) -> None:
    await table.asks("joan", "partners start")

    assert table.text("joan") == (
        "# Who may see this?\n\n"
        "It says openly how you stand with others, so nobody else ever sees it. Keep in mind that "
        "whoever owns this workspace may be able to read what is typed here.\n\n"
        "[Only me] [All of us for my party]\n"
    )


async def test_who_is_there_for_no_party_can_only_write_for_themselves(table: Table) -> None:
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "start", at="new")
    await table.fills("eve", at="new", name="New", first_party="One", second_party="Two")

    view = await table.asks("eve", "partners start", at="new")
    ask = table.button("eve", "Only me").ask
    refused = await table.sends("eve", Ask(ask.command, {**ask.options, "for": "party"}), at="new")

    assert table.labels(view) == table.labels(refused) == ["Only me"]


async def test_a_list_is_sorted_by_whether_people_work_together_already(table: Table) -> None:
    await lists_partners(table, "joan", "Only me")
    await table.presses("joan", "Bring it up to date")
    await table.fills(
        "joan",
        group="Families",
        name="The parents' council",
        relation="Yes, it is agreed or written down",
        readiness="4 · Ready to begin",
    )

    assert table.text("joan").startswith(
        "# Potential partners\n\n"
        "## You work together already\n\n"
        "- The parents' council (Families), ready to begin\n\n"
        "## Not yet\n\n"
        f"- Pat {WORD} (Principals), open to it: {WORD} talks\n\n"
        "(Leave out nobody who is willing.)\n\n"
    )


async def test_the_first_ratings_begin_with_those_who_were_listed(table: Table) -> None:
    await lists_partners(table, "joan", "Only me")

    await table.presses("joan", "Rate these relationships")

    sheet = (await table.conversation("relationships")).sheet
    assert sheet == {FieldId("ratings"): ({FieldId("partner"): f"Pat {WORD}"},)}


async def test_what_nobody_has_rated_yet_is_said_to_be_so(table: Table) -> None:
    await lists_partners(table, "joan", "Only me")
    await table.presses("joan", "Rate these relationships")

    await table.fills("joan")

    assert f"- Pat {WORD}: not rated yet\n" in table.text("joan")


async def test_ratings_go_on_from_where_they_stood_and_the_earlier_ones_are_kept(
    table: Table,
) -> None:
    await rates(table, "joan")
    await table.later(days=30)

    await table.presses("joan", "Bring it up to date")
    await table.picks("joan", f"Pat {WORD} · 2 · Guarded · Share one {WORD} list.")
    await table.fills("joan", place="4 · Cooperative")

    (record,) = await table.records()
    contents = [edition.content for edition in record.editions]
    assert [c.ratings[0].place for c in contents if isinstance(c, Relationships)] == [2, 4]


async def test_ratings_of_a_party_begin_with_what_the_party_has_listed(table: Table) -> None:
    await lists_partners(table, "joan", "Only me")

    await table.asks("joan", "relationships start")
    await table.presses("joan", PARTY)

    assert (await table.conversation("relationships")).sheet == {}


async def test_somebody_of_the_same_party_reads_it_and_takes_it_up_again(table: Table) -> None:
    await lists_partners(table, "joan")

    await table.asks("amara", "partners show")
    await table.presses("amara", "Bring it up to date")
    await table.fills("amara", press="Save")

    (record,) = await table.records()
    content = record.current.content
    assert (record.current.number, record.privacy) == (2, Privacy.CAUCUS)
    assert isinstance(content, PartnerMap)
    assert [partner.name for partner in content.partners] == [f"Pat {WORD}"]


async def test_the_others_of_the_party_are_told_and_nobody_else(table: Table) -> None:
    await table.posted()

    await lists_partners(table, "joan")

    posts = {post.to: post.view for post in await table.posted() if WORD not in repr(post.view)}
    told = {who: view.summary for who, view in posts.items() if "Joan Fields" in view.summary}
    assert sorted(told) == ["amara", "lucia", "tomas"]
    assert told["amara"] == (
        "Joan Fields has written down “Potential partners” for all of us for Educators' "
        "association. Nobody else on the team can read it."
    )


async def test_each_change_is_told_once_and_only_the_newest_one(table: Table) -> None:
    await lists_partners(table, "joan")
    await table.presses("joan", "Bring it up to date")
    await table.fills("joan")

    told = [line for line in await table.told("amara") if "Joan Fields has written" in line]

    assert len(told) == 1


async def test_who_changes_party_before_the_word_arrives_does_not_get_it(table: Table) -> None:
    await lists_partners(table, "joan")

    await changes_party(table, "amara", "District administration")

    assert WORD not in repr(await table.posted("amara"))
    assert [p for p in await table.posted("amara") if p.view.title == "For your party"] == []


async def test_somebody_else_of_the_party_takes_over_what_was_begun(table: Table) -> None:
    await table.asks("joan", "partners start")
    await table.presses("joan", PARTY)

    await table.takes_part("amara", "partners")
    await table.presses("amara", "Facilitate")

    assert table.views["amara"].form
    assert (await table.conversation("partners")).facilitator == await table.member("Amara Obi")


async def test_a_member_with_one_list_of_each_kind_picks_one(table: Table) -> None:
    await lists_partners(table, "joan", "Only me")
    await lists_partners(table, "joan")

    view = await table.asks("joan", "partners show")

    assert table.labels(view) == [
        "Only mine, Mon, Jan 5, 2026",
        "Of all of us, Mon, Jan 5, 2026",
    ]


async def test_a_member_who_has_rated_nothing_can_begin(table: Table) -> None:
    view = await table.asks("dev", "relationships show")

    assert (view.summary, table.labels(view)) == ("You have written nothing here yet.", ["Begin"])
