"""Concord where people are in Slack: at home, in a shortcut, in a step of a workflow."""

import pytest

from tests.fakes.slack import payloads
from tests.fakes.slack.server import FakeSlack
from tests.slack.program import HTTP, SOCKET, concord_beside
from tests.slack.table import CHANNEL, set_table
from tests.stories import norms

pytestmark = [
    pytest.mark.parametrize("way", [HTTP, SOCKET]),
]


async def test_a_person_finds_at_home_what_waits_and_answers_it(
    fake: FakeSlack, sqlite_url: str, way: str
) -> None:
    async with concord_beside(fake, sqlite_url, way) as concord:
        table = await set_table(fake, concord, "es")
        person = table.others[0]
        await person.opens_home()
        await person.sees("Nothing waits for you just now.")
        person.goes_back()
        await norms.begin(table)
        person.closes()
        await person.opens_home()
        await person.sees("{count} things wait for you.", count=1)

        await person.presses("Group norms")
        await norms.write_ideas(table, person, 1)

        await person.sees("Nothing waits for you just now.")


async def test_a_person_turns_a_message_into_a_decision(
    fake: FakeSlack, sqlite_url: str, way: str
) -> None:
    async with concord_beside(fake, sqlite_url, way) as concord:
        table = await set_table(fake, concord, "en")
        person, decision = table.others[0], table.story.decision

        await person.uses_shortcut("log_decision", on=f"{decision.title} &amp; &lt;b&gt; <@U1>")
        await person.sees("What is to be decided?")

        assert f"{decision.title} & <b> {table.lead.name}" in person.screen.front


async def test_a_person_opens_concord_from_anywhere(
    fake: FakeSlack, sqlite_url: str, way: str
) -> None:
    async with concord_beside(fake, sqlite_url, way) as concord:
        table = await set_table(fake, concord, "en")

        await table.others[2].uses_shortcut("open_concord")

        await table.others[2].sees("Nothing waits for you just now.")


async def test_a_lead_picks_from_a_menu_whose_role_changes(
    fake: FakeSlack, sqlite_url: str, way: str
) -> None:
    async with concord_beside(fake, sqlite_url, way) as concord:
        table = await set_table(fake, concord, "en")
        lead = table.lead

        await lead.types("/concord team role")
        await lead.chooses(table.others[0].name)
        await lead.picks("What do they do for the team?", "scribe")
        await lead.presses("Save")

        await lead.sees_typed(f"{table.others[0].name} ({lead.reads('scribe')})")


async def test_a_workflow_asks_a_person_for_a_decision(
    fake: FakeSlack, sqlite_url: str, way: str
) -> None:
    async with concord_beside(fake, sqlite_url, way) as concord:
        table = await set_table(fake, concord, "en")
        person, inputs = table.others[0], {"channel": CHANNEL, "person": table.others[0].id}
        step = payloads.event(
            fake,
            "function_executed",
            function={"id": "Fn1", "callback_id": "ask_decision", "type": "app"},
            inputs=inputs,
            function_execution_id="Fx1",
            workflow_execution_id="Wx1",
            bot_access_token="xwfp-canary",  # noqa: S106 - it opens nothing
        )

        await person.gives(step)
        await person.presses("Check in on a decision")

        await person.sees("What is to be decided?")
        await fake.workspace.until(lambda: "Fx1" in fake.workspace.finished, lambda: "not run")
        assert "error" not in fake.workspace.finished["Fx1"]
