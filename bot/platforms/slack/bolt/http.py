"""Where Slack calls us over HTTP: commands, interactions and events all come to one address."""

from typing import Final

from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.platforms.slack.bolt.dispatch import Dispatch
from bot.platforms.slack.bolt.metrics import Metrics
from bot.platforms.slack.bolt.payloads import read_body
from bot.platforms.slack.edge.edge import Edge
from bot.platforms.slack.edge.memory import Now

PATH: Final = "/slack/events"


def events_route(dispatch: Dispatch, secret: str, *, metrics: Metrics, now: Now) -> Route:
    """Return where Slack calls us; `secret` is the signing secret."""
    return Route(PATH, Edge(_Events(dispatch), secret, now=now, refused=metrics.refused))


class _Events:
    """The application behind the edge, which hands over each body in one piece."""

    def __init__(self, dispatch: Dispatch) -> None:
        self._dispatch = dispatch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        message = await receive()
        ((_, content_type),) = scope["headers"]
        answer = await self._dispatch(read_body(message["body"], content_type.decode("latin-1")))
        body = answer.body.encode()
        headers = [
            (b"content-type", answer.headers["content-type"][0].encode()),
            (b"content-length", str(len(body)).encode()),
        ]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})
