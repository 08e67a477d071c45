"""Who types what a command is about gets it at once, or what there is to pick from."""

import pytest

from commands.choosing import MOST_OFFERED, fitting
from commands.dispatcher import Dispatcher
from commands.practice import CHANNEL, WORKSPACE
from commands.request import Caller, Request
from storage.errors import UnavailableError
from tests.commands.scenes import agree_norms, decide
from tests.fakes.shaky_database import ShakyDatabase
from tests.table import Table
from workflows.views import Ask, Option

DAYS, HOMEWORK = Option("r1", "The early-release days"), Option("r2", "Homework days")


async def types(table: Table, who: str, line: str) -> str:
    """Let somebody type a line in the team's channel; return what they see."""
    view = await table.dispatcher.typed(table.callers[who], CHANNEL, line)
    return view.summary


async def offered(table: Table, who: str, command: str, text: str) -> list[str]:
    """Return what somebody is offered while they type."""
    request = Request(table.callers[who], CHANNEL, Ask(command))
    return [option.label for option in await table.dispatcher.completions(request, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("early", (DAYS,)),
        ("  EARLY-release   days ", (DAYS,)),
        ("r2", (HOMEWORK,)),
        ("homework days", (HOMEWORK,)),
        ("days", (DAYS, HOMEWORK)),
        ("", (DAYS, HOMEWORK)),
        ("budget", ()),
    ],
)
def test_a_text_fits_what_has_it_in_its_name(text: str, found: tuple[Option, ...]) -> None:
    assert fitting((DAYS, HOMEWORK), text) == found


@pytest.mark.parametrize("command", ["decide show", "record show"])
async def test_a_member_who_types_a_part_of_its_name_sees_the_decision(
    table: Table, command: str
) -> None:
    await decide(table)

    seen = await types(table, "joan", f"/concord {command} early")

    assert "early-release days" in seen


async def test_a_member_who_types_a_part_of_its_name_looks_back_at_the_decision(
    table: Table,
) -> None:
    await decide(table)

    assert await types(table, "joan", "decide review early") == (
        "Decision review, Look back: please answer."
    )


@pytest.mark.parametrize("text", ["budget", "o"])
async def test_a_member_who_types_what_fits_none_or_many_sees_the_list(
    table: Table, text: str
) -> None:
    await agree_norms(table)
    await decide(table)

    assert await types(table, "joan", f"record show {text}") == "Your team keeps 2 records."


async def test_a_lead_who_types_a_name_changes_the_role_of_that_member(table: Table) -> None:
    assert await types(table, "maria", "team role amara") == "Change a role: please answer."


async def test_a_member_is_offered_what_fits_while_they_type(table: Table) -> None:
    await agree_norms(table)
    await decide(table)

    assert await offered(table, "joan", "record export", "group") == ["Group norms"]
    assert await offered(table, "joan", "decide show", "") == ["The early-release days"]


@pytest.mark.parametrize("command", ["norms start", "no such command", "team role"])
async def test_a_member_is_offered_nothing_where_there_is_nothing_for_them_to_pick(
    table: Table, command: str
) -> None:
    assert await offered(table, "dev", command, "") == []


async def test_a_stranger_is_offered_nothing_and_stays_unknown(table: Table) -> None:
    await decide(table)
    request = Request(Caller(WORKSPACE, "eve", "Eve"), CHANNEL, Ask("decide show"))

    assert await table.dispatcher.completions(request, "") == ()
    assert await table.database.run(lambda work: work.people.known(WORKSPACE, "eve")) is None


async def test_a_member_is_offered_nothing_while_the_database_is_away(table: Table) -> None:
    await decide(table)
    shaky = ShakyDatabase(table.database)
    shaky.faults.append(UnavailableError("away"))
    table.dispatcher = Dispatcher(shaky, table.library)

    assert await offered(table, "joan", "decide show", "") == []
    assert await offered(table, "joan", "decide show", "") == ["The early-release days"]


async def test_no_more_is_offered_than_a_list_can_show(table: Table) -> None:
    for number in range(MOST_OFFERED + 1):
        await decide(table, f"Decision {number}")

    assert len(await offered(table, "joan", "decide show", "decision")) == MOST_OFFERED


async def test_a_lead_finds_somebody_picked_who_has_not_met_concord(table: Table) -> None:
    noor = Caller(WORKSPACE, "noor", "Noor Haddad")

    await table.sends("maria", Ask("team add", {"person": "noor"}), newcomers=(noor,))

    form = table.views["maria"].form
    assert form
    picked = tuple(form.values["people"])
    assert [o.label for o in form.inputs[0].options if o.value in picked] == ["Noor Haddad"]
