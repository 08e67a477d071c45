"""What Concord has of Slack: who has let it in, and the ways to reach them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from bot.clock import SystemClock
from bot.installations import StoredInstallations
from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.handling.desk import Make
from bot.platforms.slack.handling.responding import ADDRESS, Responses
from bot.platforms.slack.installing.exchange import AppSecrets, Exchange
from bot.platforms.slack.installing.lifecycle import Lifecycle
from bot.platforms.slack.installing.oauth import AUTHORIZE
from bot.platforms.slack.outside import SLACK_API, open_session
from bot.platforms.slack.sending.calls import SlackCalls
from bot.platforms.slack.sending.platform import SlackPlatform
from bot.settings import Settings
from bot.studio import Studio
from storage.database import Database
from storage.secrets import Keyring


@dataclass(frozen=True, slots=True)
class SlackAddresses:
    """Where Slack is: its Web API, how each address for an answer begins, where people say yes."""

    api: str = SLACK_API
    answers: str = ADDRESS
    authorize: str = AUTHORIZE


SLACK_ITSELF: Final = SlackAddresses()


@dataclass(frozen=True, slots=True)
class SlackAccess:
    """Everything that speaks to Slack, for one program."""

    exchange: Exchange
    installations: Lifecycle
    calls: SlackCalls
    responses: Responses
    platform: SlackPlatform
    make: Make


@asynccontextmanager
async def open_access(
    settings: Settings, database: Database, studio: Studio, at: SlackAddresses
) -> AsyncIterator[SlackAccess]:
    """Return access to Slack; its connections are closed at the end of the block."""
    now = SystemClock().now
    kept = StoredInstallations(database, Keyring(settings.secret_keys), now=now)
    app = AppSecrets(settings.slack_client_id, settings.slack_client_secret)
    async with open_session() as session:
        exchange = Exchange(session, app, at.api)
        installations = Lifecycle(kept, exchange, now=now)
        calls = SlackCalls(session, installations, now=now, address=at.api)
        responses = Responses(session, address=at.answers)
        platform = SlackPlatform(calls, installations, draw=messages, paint=studio.paint, now=now)
        yield SlackAccess(exchange, installations, calls, responses, platform, studio.make)
