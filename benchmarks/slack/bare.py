"""Bolt without anything around it, as its documentation sets it up for production.

`python -m benchmarks.slack.bare <address of the api> [<address of a database> <workspaces>]`: in
one workspace with a token, or in many with a store of the Slack SDK, which then is filled.
"""

import asyncio
import sys
from typing import Any

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from slack_sdk.oauth.installation_store.sqlite3 import SQLite3InstallationStore
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import create_async_engine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.slack.letters import APP, PATH, SECRET
from benchmarks.slack.serving import serve
from benchmarks.slack.workspaces import CLIENT, team_id
from storage.engines import address_of, is_sqlite

HELP = "Type `/concord home` and press what you need."


def web_app(**about: Any) -> Starlette:  # noqa: ANN401 - whatever Bolt takes
    """Return an application with one command, which is answered with the same words always."""
    app = AsyncApp(signing_secret=SECRET, **about)

    @app.command("/concord")
    async def show_help(ack: AsyncAck) -> None:
        await ack(HELP)

    handler = AsyncSlackRequestHandler(app)

    async def endpoint(request: Request) -> Response:
        return await handler.handle(request)

    return Starlette(routes=[Route(PATH, endpoint, methods=["POST"])])


def store_at(url: str) -> AsyncInstallationStore:
    """Return the Slack SDK's store for a database."""
    if is_sqlite(url):
        return SQLite3InstallationStore(database=url.removeprefix("sqlite:///"), client_id=CLIENT)
    return AsyncSQLAlchemyInstallationStore(
        client_id=CLIENT, engine=create_async_engine(address_of(url))
    )


async def fill(url: str, workspaces: int) -> None:
    """Keep an installation for each workspace."""
    store = store_at(url)
    if isinstance(store, AsyncSQLAlchemyInstallationStore):  # the other makes its tables by itself
        await store.create_tables()  # type: ignore[no-untyped-call] # the library has no type here
    for number in range(workspaces):
        installation = Installation(
            app_id=APP,
            team_id=team_id(number),
            user_id="U0ADMIN",
            bot_token=f"xoxb-{number}",
            bot_id="B0BENCH",
            bot_user_id="U0BOT",
            bot_scopes=["commands", "chat:write", "users:read"],
        )
        await store.async_save(installation)
    if isinstance(store, AsyncSQLAlchemyInstallationStore):
        await store.engine.dispose()


def main(api: str, url: str = "", workspaces: str = "0") -> None:
    """Serve what the arguments say."""
    if not url:
        serve(web_app(client=AsyncWebClient("xoxb-bench", base_url=api)))
        return
    asyncio.run(fill(url, int(workspaces)))
    settings = AsyncOAuthSettings(
        client_id=CLIENT,
        client_secret="bench",  # noqa: S106 - opens nothing
        installation_store=store_at(url),
    )
    serve(web_app(client=AsyncWebClient(base_url=api), oauth_settings=settings))


if __name__ == "__main__":
    main(*sys.argv[1:])
