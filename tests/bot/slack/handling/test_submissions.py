"""Forms: each is kept before Slack has its answer, and the same window shows what follows."""

from tests.bot.slack.handling.conftest import profile
from tests.bot.slack.handling.people import People
from tests.bot.slack.handling.slack import FakeSlack, parts_in
from tests.commands.scenes import write_norms
from tests.table import PRIVATE, Table
from workflows import asks
from workflows.identifiers import FieldId, StepId

DECISION: dict[str, str | tuple[str, ...]] = {
    "title": "The lunch break",
    "parties": ("District administration", "Educators' association"),
    "accountable": "Dev Patel",
    "decide_by": "2026-02-02",
}


async def test_a_problem_stands_at_its_field_and_everything_typed_stays(
    people: People, slack: FakeSlack
) -> None:
    await people.type("joan", "decide start")

    ack = await people.send("joan", **{**DECISION, "title": "x" * 151})

    (block, sentence), *others = slack.window("joan").errors.items()
    assert ack.body
    assert ack.body["response_action"] == "errors"
    assert (block.partition("~")[0], others) == ("title", [])
    assert sentence == "This is 1 character too long. Please shorten it."
    assert len(slack.window("joan").typed) == 4


async def test_the_next_page_takes_the_place_of_the_first(
    people: People, slack: FakeSlack, table: Table
) -> None:
    await people.type("joan", "decide start")

    ack = await people.send("joan", **DECISION)

    assert ack.body
    assert ack.body["response_action"] == "update"
    assert "Choose the pace" in people.sees("joan")
    assert len(slack.windows["joan"]) == 1
    assert (await table.conversation("decision")).sheet[FieldId("title")] == "The lunch break"


async def test_a_lead_adds_people_who_have_not_met_concord(
    people: People, slack: FakeSlack, table: Table
) -> None:
    slack.profiles["noor"] = profile("Noor Haddad", "es")
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "help", at=PRIVATE)
    await people.type("maria", "team add")

    await people.send("maria", people=("noor",), party="Educators' association")

    assert "Leadership team has 9 members." in people.sees("maria")
    assert (await table.team()).members[-1].name == "Noor Haddad"


async def test_the_result_of_a_form_can_be_closed(people: People, slack: FakeSlack) -> None:
    await people.type("lucia", "me language")

    await people.send("lucia", language="English")

    window = slack.window("lucia").view
    assert "From now on I write to you in English." in people.sees("lucia")
    assert (window["close"]["text"], window.get("submit")) == ("Close", None)


async def test_a_form_that_comes_too_late_gives_back_what_was_typed(
    people: People, table: Table
) -> None:
    await write_norms(table)
    await people.type("amara", "home")
    await people.press("amara", "Group norms")
    people.fill("amara", idea_logistics="we start on time and end on time")
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")

    await people.send("amara")

    assert "The group has moved on, so this was not taken in." in people.sees("amara")
    assert "we start on time and end on time" in people.sees("amara")


async def test_a_form_that_was_sent_twice_counts_once(people: People, table: Table) -> None:
    await people.type("joan", "decide start")
    people.fill("joan", **DECISION)
    sent = people.snapshot("joan")

    first = await people.send_view("joan", sent)
    second = await people.send_view("joan", sent)

    assert first.body == second.body
    assert len(await table.rows("conversation")) == 1


async def test_what_somebody_else_wrote_meanwhile_is_shown_beside_what_was_typed(
    people: People, table: Table
) -> None:
    await write_norms(table)
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")
    for who in ("maria", "amara"):
        await _edits(people, table, who)
    await people.send("maria", commit_logistics="we meet on Mondays")

    ack = await people.send("amara", commit_logistics="we meet on Fridays")

    assert ack.body
    assert ack.body["response_action"] == "update"
    assert "we meet on Mondays" in people.sees("amara")
    assert people.values("amara") == {"commit-logistics": "we meet on Fridays"}


async def test_a_window_of_another_version_says_so(people: People) -> None:
    view = {"id": "V1", "private_metadata": "{}", "state": {"values": {}}}

    ack = await people.send_view("lucia", view)

    assert ack.body
    assert ack.body["response_action"] == "update"
    assert ack.body["view"]["title"]["text"] == "Versión anterior"


async def test_a_window_that_is_closed_leaves_no_trace(people: People, slack: FakeSlack) -> None:
    ack = await people.handling.submission(people.site, {"type": "view_closed"})

    assert (ack.body, ack.after, slack.calls) == (None, None, [])


async def test_the_picture_of_a_result_follows_its_words(
    people: People, table: Table, slack: FakeSlack
) -> None:
    await people.type("joan", "decide start")
    await people.send("joan", **DECISION)
    await people.send("joan", pace="Ten minutes, now")
    await _all_but_mark(table)
    await people.type("tomas", "home")
    await people.press("tomas", "The lunch break")

    await people.send("tomas", **_marks(people))

    assert len(parts_in(slack.window("tomas").view, "image")) == 1


def _marks(people: People) -> dict[str, str]:
    labels = [
        option["text"]["text"]
        for element in ("radio_buttons", "static_select")
        for found in parts_in(people.slack.window("tomas").view, element)
        for option in found["options"]
    ]
    return {"expected": labels[1], "wished": labels[3]}


async def _all_but_mark(table: Table) -> None:
    for who in ("maria", "joan", "dev", "lucia", "sam", "amara", "grace"):
        await table.takes_part(who, "decision")
        await table.fills(who, expected="explained-a", wished="shared")


async def _edits(people: People, table: Table, who: str) -> None:
    conversation = await table.conversation("norms")
    step = asks.edit(conversation.id, StepId("commit-logistics"), conversation.round)
    await people.press_in_message(who, {"action_id": "ask:0", "value": step.encode()})
