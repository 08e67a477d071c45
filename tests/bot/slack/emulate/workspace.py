"""A workspace in the emulator: who is in it, and what a member sees and does there."""

import re
from html import unescape
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import httpx

from bot.platforms.slack.installing.oauth import CALLBACK
from bot.platforms.slack.ports import TeamId
from tests.bot.slack.installing.slack import OUR_ADDRESS

CLIENT_ID: Final = "1.2"
SECRET: Final = "client-secret-canary"  # noqa: S105 - it opens nothing
ANAS_TOKEN: Final = "xoxp-ana"  # noqa: S105 - it opens nothing

SEED: Final = {
    "team": {"name": "Riverside", "domain": "riverside"},
    "users": [{"name": "ana", "real_name": "Ana Ruiz"}],
    "channels": [{"name": "norms"}],
    "oauth_apps": [
        {
            "app_id": "A1",
            "client_id": CLIENT_ID,
            "client_secret": SECRET,
            "name": "Concord",
            "redirect_uris": [OUR_ADDRESS + CALLBACK],
            "scopes": ["commands"],
        }
    ],
    "tokens": [
        {
            "token": ANAS_TOKEN,
            "type": "user",
            "user": "ana",
            "scopes": [
                *("channels:history", "channels:read", "channels:write", "files:read"),
                *("im:history", "im:read", "pins:read", "users:read"),
            ],
        }
    ],
    "strict_scopes": True,
}
"""A token may do what its scopes say and nothing else."""


async def asked_of_slack(browser: httpx.AsyncClient) -> str:
    """Open our install page; return what its button tells Slack."""
    page = await browser.get("/slack/install")
    (address,) = re.findall(r'href="([^"]*/oauth/v2/authorize[^"]*)"', page.text)
    return urlsplit(unescape(address)).query


class Ana:
    """A member, with all that a member of Slack may see and do."""

    def __init__(self, client: httpx.AsyncClient, address: str) -> None:
        self._client = client
        self._address = address
        self.id = ""
        self.team = TeamId("")
        self.channel = ""

    async def arrive(self) -> None:
        """Find out who and where she is."""
        me = await self.asks("auth.test")
        self.id, self.team = me["user_id"], TeamId(me["team_id"])
        channels = (await self.asks("conversations.list"))["channels"]
        (self.channel,) = (each["id"] for each in channels if each["name"] == "norms")

    async def asks(self, method: str, **fields: str) -> dict[str, Any]:
        """Return what Slack tells her."""
        answer = await self._client.post(
            f"{self._address}/api/{method}",
            data=fields,
            headers={"Authorization": f"Bearer {ANAS_TOKEN}"},
        )
        told: dict[str, Any] = answer.json()
        assert told["ok"], (method, told)
        return told

    async def lets_in(self, query: str) -> dict[str, str]:
        """Agree on Slack's page; return what her browser brings back to us."""
        page = await self._client.get(f"{self._address}/oauth/v2/authorize?{query}")
        assert page.status_code == 200, page.text
        told = {name: values[0] for name, values in parse_qs(query).items()}
        asked = ("client_id", "redirect_uri", "scope", "state")
        back = await self._client.post(
            f"{self._address}/oauth/v2/authorize/callback",
            data={"user_id": self.id, **{name: told[name] for name in asked}},
        )
        address = urlsplit(back.headers["location"])
        assert f"{address.scheme}://{address.netloc}{address.path}" == OUR_ADDRESS + CALLBACK
        return {name: values[0] for name, values in parse_qs(address.query).items()}

    async def reads(self, channel: str, thread: str = "") -> list[dict[str, Any]]:
        """Return the messages in a channel, or those in a thread."""
        found = (
            await self.asks("conversations.replies", channel=channel, ts=thread)
            if thread
            else await self.asks("conversations.history", channel=channel)
        )
        messages: list[dict[str, Any]] = found["messages"]
        return messages
