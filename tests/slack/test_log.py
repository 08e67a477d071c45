"""What people write and what opens doors is in no log, even when everything is to be logged."""

from pathlib import Path

import pytest

from tests.bot.slack.edge.letters import SECRET
from tests.fakes.slack.payloads import VERIFICATION
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import BOT_TOKEN
from tests.slack.own_process import own_process
from tests.slack.table import set_table
from tests.stories import norms


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
async def test_an_operator_finds_nothing_that_was_typed_and_no_token(
    fake: FakeSlack, sqlite_url: str, tmp_path: Path
) -> None:
    log = tmp_path / "log.txt"
    async with own_process(fake, log) as own:
        await own.begin(sqlite_url)
        table = await set_table(fake, own, "en")
        await norms.begin(table)
        await norms.write_in_silence(table)
        await norms.read_what_all_wrote(table)
        await norms.turn_ideas_into_norms(table)
        await norms.object_once(table)

    text = log.read_text()
    canaries = [*fake.workspace.typed, BOT_TOKEN, SECRET, VERIFICATION]
    assert '"level": "debug"' in text
    assert [canary for canary in canaries if canary in text] == []
