"""The step of Workflow Builder: it asks one person, starts nothing, and says how it went."""

from bot.platforms.slack.errors import GoneError
from bot.platforms.slack.ports import Ack
from commands.practice import CHANNEL
from tests.bot.slack.handling.people import People
from tests.bot.slack.handling.slack import FakeSlack
from tests.table import Table


async def test_a_person_is_asked_for_a_check_in_and_nothing_is_started(
    people: People, slack: FakeSlack, table: Table
) -> None:
    before = await table.kept()

    await run(people)

    assert "A workflow asks you for a decision check-in." in people.reads("joan")
    assert slack.whispers[-1].channel == CHANNEL
    assert await table.kept() == before
    assert slack.called("functions.completeSuccess") == [
        {"function_execution_id": "Fx1", "outputs": {"channel": CHANNEL, "person": "joan"}}
    ]


async def test_the_person_starts_it_by_pressing(people: People) -> None:
    await run(people)

    await people.press("joan", "Check in on a decision")

    assert "What is to be decided?" in people.sees("joan")


async def test_a_step_without_a_person_fails_with_a_sentence(
    people: People, slack: FakeSlack
) -> None:
    await run(people, person="")

    assert slack.called("functions.completeError") == [
        {
            "function_execution_id": "Fx1",
            "error": "This step needs a channel and a person.",
        }
    ]


async def test_an_unknown_step_fails(people: People, slack: FakeSlack) -> None:
    await run(people, name="run_poll")

    assert len(slack.called("functions.completeError")) == 1


async def test_a_step_that_cannot_reach_the_person_says_why(
    people: People, slack: FakeSlack
) -> None:
    slack.failing["chat.postEphemeral"] = GoneError("user_not_in_channel")

    await run(people, person="lucia")

    (failed,) = slack.called("functions.completeError")
    assert failed["error"].startswith("No pude llegar a esta persona en este canal.")


async def run(people: People, *, name: str = "ask_decision", person: str = "joan") -> None:
    """Let Slack run the step."""
    event = {
        "type": "function_executed",
        "function": {"callback_id": name},
        "function_execution_id": "Fx1",
        "inputs": {"channel": CHANNEL, "person": person},
    }
    ack: Ack = await people.handling.function(people.site, {"event": event})
    assert ack.body is None
    assert ack.after
    await ack.after()
