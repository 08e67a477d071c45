"""Asks Slack what time it is: what it signs is refused by a clock that is five minutes wrong."""

from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp

from bot.platforms.slack.installing.exchange import PATIENCE
from bot.platforms.slack.outside import SLACK_API


async def slack_time(api: str = SLACK_API) -> datetime | None:
    """Return the time of Slack's servers, to the second; None if they cannot be reached."""
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.head(f"{api}api.test", allow_redirects=False) as response,
        ):
            return parsedate_to_datetime(response.headers.get("Date", ""))
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return None
