"""What happens because its time has come: parts end, people are reminded and called."""

from datetime import UTC, datetime
from functools import partial

from sqlalchemy import select
from sqlmodel import col

from commands.duties import perform
from storage.tables.clockwork import ScheduleRow
from storage.work import Work
from tests.commands.scenes import (
    EVERYONE,
    agree_norms,
    ask_for_consent,
    decide,
    look_back,
    mark_levels,
    name_decision,
    write_norms,
)
from tests.table import Table
from workflows.conversations import Status
from workflows.identifiers import ConversationId, PhaseId, RecordId
from workflows.schedules import (
    CallDecision,
    CallInvitation,
    CallReview,
    ClosePhase,
    Duty,
    RemindPhase,
)
from workflows.views import Ask

LEADS = ("maria", "joan")
WAITS = "Group norms in the team Leadership team waits for you. "
NEAR = "The date to decide The early-release days is near, and it is still open."


async def performs(table: Table, *duties: Duty) -> None:
    """Carry duties out, as the heartbeat does when their time has come."""
    for duty in duties:
        await table.database.run(partial(_perform, table, duty))


def _perform(table: Table, duty: Duty, work: Work) -> None:
    perform(work, table.library, duty)


async def due_at(table: Table) -> list[tuple[str, datetime]]:
    """Return what is to happen, and when."""
    return await table.database.run(_due)


def _due(work: Work) -> list[tuple[str, datetime]]:
    columns = (col(ScheduleRow.subject), col(ScheduleRow.next_at))
    rows = work.connection.execute(select(*columns).where(col(ScheduleRow.next_at).is_not(None)))
    return sorted((row.subject.partition("/")[0], row.next_at) for row in rows)


async def test_a_part_ends_when_its_time_is_up(table: Table) -> None:
    await write_norms(table)

    await table.later(minutes=10)

    assert (await table.conversation("norms")).phase == "merge"


async def test_a_part_that_was_given_more_time_ends_then(table: Table) -> None:
    await write_norms(table)
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "More time")

    await table.later(minutes=14)
    before = (await table.conversation("norms")).phase
    await table.later(minutes=1)

    assert (before, (await table.conversation("norms")).phase) == ("write", "merge")


async def test_the_clock_of_a_part_that_ended_early_does_nothing(table: Table) -> None:
    await write_norms(table)
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")
    before = await table.conversation("norms")

    await table.later(minutes=10)

    assert await table.conversation("norms") == before
    assert await due_at(table) == []


async def test_a_part_without_enough_answers_waits_for_its_facilitator(table: Table) -> None:
    await ask_for_consent(table)

    await table.later(days=2)

    assert (await table.conversation("norms")).phase == "consent"
    assert (await table.told("maria"))[-1].startswith("The time for Group norms is up.")


async def test_those_who_have_not_answered_are_reminded_once(table: Table) -> None:
    await ask_for_consent(table)
    for who in ("joan", "dev"):
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")

    await table.later(days=1, hours=12)

    heard = {who for who in EVERYONE if await table.told(who)}
    assert heard == set(EVERYONE) - {"joan", "dev"}
    assert await table.told("amara") == [WAITS + "It is open until 2026-01-07 08:00 UTC."]


async def test_nobody_is_reminded_of_a_part_of_minutes(table: Table) -> None:
    await write_norms(table)

    await table.later(minutes=9)

    assert [post for post in await table.posted() if post.to in EVERYONE] == []


async def test_more_time_is_told_in_the_reminder_that_is_there(table: Table) -> None:
    await ask_for_consent(table)
    await table.later(days=1, hours=12)
    await table.posted()
    await table.takes_part("maria", "norms")
    await table.presses("maria", "Where we stand")

    await table.presses("maria", "More time")
    await table.later(days=1)

    assert await table.told("amara") == [WAITS + "It is open until 2026-01-08 08:00 UTC."]


async def test_who_is_accountable_is_called_the_morning_before_the_date(table: Table) -> None:
    await name_decision(table)

    await table.later(days=27, hours=6)

    assert (await table.conversation("decision")).phase == "level"
    assert NEAR in await table.told("dev")


async def test_a_call_goes_out_at_eight_where_the_team_lives(table: Table) -> None:
    await name_decision(table)

    assert ("decide-by", datetime(2026, 2, 1, 13, tzinfo=UTC)) in await due_at(table)


async def test_the_facilitator_is_called_when_the_accountable_has_left(table: Table) -> None:
    await name_decision(table)
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await table.later(days=27, hours=6)

    assert NEAR in await table.told("joan")


async def test_a_call_to_decide_is_off_once_it_is_decided(table: Table) -> None:
    await decide(table)

    assert [what for what, _ in await due_at(table)] == ["review"]


async def test_a_date_that_is_here_already_needs_no_call(table: Table) -> None:
    table.clock.time = datetime(2026, 2, 1, 14, tzinfo=UTC)

    await name_decision(table)

    assert [what for what, _ in await due_at(table)] == ["phase"]


async def test_a_date_that_is_named_again_is_called_for_once(table: Table) -> None:
    await name_decision(table)
    await mark_levels(table)

    assert [what for what, _ in await due_at(table)] == ["decide-by"]


async def test_who_was_accountable_is_called_to_look_back(table: Table) -> None:
    await decide(table)

    await table.later(days=57)

    (call,) = await table.told("dev")
    assert call.startswith("You decided The early-release days on 2026-01-05.")
    assert [await table.told(who) for who in LEADS] == [[], []]


async def test_the_leads_are_called_to_look_back_when_the_accountable_has_left(
    table: Table,
) -> None:
    await decide(table)
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await table.later(days=57)

    assert [len(await table.told(who)) for who in (*LEADS, "dev")] == [1, 1, 0]


async def test_who_is_called_looks_back_from_the_message(table: Table) -> None:
    await decide(table)
    await table.later(days=57)
    await table.posted()

    await table.presses("dev", "Look back", at="")

    assert table.views["dev"].summary == "Decision review, Look back: please answer."


async def test_what_was_looked_back_at_is_not_called_for_any_more(table: Table) -> None:
    await look_back(table, await decide(table))

    assert await due_at(table) == []


async def test_a_duty_whose_matter_is_gone_does_nothing(table: Table) -> None:
    nothing, phase = ConversationId("nothing"), PhaseId("write")
    before = await table.kept()

    await performs(
        table,
        ClosePhase(nothing, phase, 1),
        RemindPhase(nothing, phase, 1),
        CallDecision(nothing),
        CallReview(RecordId("nothing")),
        CallInvitation(RecordId("nothing")),
    )

    assert await table.kept() == before


async def test_a_duty_of_an_ended_conversation_does_nothing(table: Table) -> None:
    norms = await agree_norms(table)
    conversation = await table.conversation("norms")
    before = await table.kept()

    place = (conversation.id, conversation.phase, conversation.round)
    await performs(
        table,
        ClosePhase(*place),
        RemindPhase(*place),
        CallDecision(conversation.id),
        CallReview(norms.id),
        CallInvitation(norms.id),
    )

    assert await table.kept() == before
    assert conversation.status is Status.COMPLETED


async def test_a_duty_of_a_round_that_has_passed_does_nothing(table: Table) -> None:
    await ask_for_consent(table)
    conversation = await table.conversation("norms")
    before = await table.kept()

    place = (conversation.id, PhaseId("write"), 2)
    await performs(table, ClosePhase(*place), RemindPhase(*place))

    assert await table.kept() == before
