"""A workspace lets Concord in, puts it out, and lets it in again; what it agreed stays."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from tests.fakes.slack import payloads
from tests.fakes.slack.server import FakeSlack
from tests.slack.program import HTTP, Concord, concord_beside
from tests.slack.table import set_table
from tests.stories import norms

APP = {
    "slack_client_id": "1.2",
    "slack_client_secret": "0123456789abcdef0123456789abcdef",
    "public_url": "https://concord.test",
    "slack_bot_token": "",
}


async def test_a_team_goes_on_after_its_workspace_let_concord_in_again(
    fake: FakeSlack, sqlite_url: str
) -> None:
    fake.workspace.tokens.clear()
    async with concord_beside(fake, sqlite_url, HTTP, **APP) as concord:
        await _let_in(fake, concord, "xoxb-canary-first")
        table = await set_table(fake, concord, "en")
        await norms.begin(table)
        table.lead.closes()

        await _put_out(fake, concord)
        await table.lead.types("/concord home")
        await table.lead.sees(
            "Concord is not installed here any more. Whoever looks after this workspace can add it."
        )
        fake.calls.clear()
        await _let_in(fake, concord, "xoxb-canary-second")
        await table.lead.presses("Answer in private")
        await norms.write_in_silence(table)
        await norms.read_what_all_wrote(table)

        assert {call.token for call in fake.calls} == {"", "xoxb-canary-second"}


async def _let_in(fake: FakeSlack, concord: Concord, token: str) -> None:
    """Do what an administrator does: press on our page, say yes at Slack, and come back."""
    fake.belongings.codes["code"] = token
    page = await concord.client.get("/slack/install")
    (address,) = re.findall(rf'href="({fake.url}/authorize[^"]*)"', page.text)
    state = parse_qs(urlsplit(unescape(address)).query)["state"][0]
    cookie = page.headers["set-cookie"].partition(";")[0]
    back = {"code": "code", "state": state}
    done = await concord.client.get("/slack/oauth", params=back, headers={"cookie": cookie})
    assert done.is_success


async def _put_out(fake: FakeSlack, concord: Concord) -> None:
    """Take Concord's token back, and tell it so, as Slack does."""
    fake.workspace.tokens.clear()
    for event in (
        payloads.event(fake, "tokens_revoked", tokens={"oauth": [], "bot": ["U0CONCORD"]}),
        payloads.event(fake, "app_uninstalled"),
    ):
        assert (await concord.line.carry(event)).is_ok
