"""Makes requests that Slack would never send, always the same ones from the same seed."""

import gzip
import json
from random import Random
from typing import Any
from urllib.parse import urlencode

from tests.bot.slack.bolt.payloads import CANARY, CLOSED, KINDS, VERIFICATION, written
from tests.bot.slack.edge.letters import FORM, JSON, Headers, altered, stamped
from tests.databases import START

ODD: list[Any] = [
    *(None, True, False, 0, -1, 10**30, 1.5, 1e999, float("nan")),
    *("", "id", "T1", "E1", CANARY, "x" * 300, "\x00", "\ud800", "🎉", "true", "١٢"),
    *([], {}, [None], [{}], [[]], {"id": 5}, {"id": None}, {"id": "T2"}, {"type": "modal"}),
    [{"action_id": None}],
    json.loads("[" * 60 + "]" * 60),
]
KEYS = (
    *("type", "command", "event", "event_id", "actions", "view", "callback_id", "trigger_id"),
    *("team", "team_id", "enterprise", "enterprise_id", "user", "user_id", "channel", "message"),
    *("authorizations", "is_enterprise_install", "is_ext_shared_channel", "response_url"),
    *("response_urls", "function_data", "bot_access_token", "app_installed_team_id", "item", "id"),
    *("challenge", "ssl_check", "payload", "actor", "bot_id", "thread_ts", "subtype", "hash"),
)
TYPES = (JSON, FORM, b"application/json; charset=utf-8", b"text/plain", b"application/json;x", b"")
PAYLOADS = (*KINDS.values(), CLOSED, VERIFICATION)


class Vandal(Random):
    """Takes what Slack sends, and damages it."""

    def letter(self, *, is_signed: bool) -> tuple[Headers, bytes]:
        """Return the headers and the body of a request."""
        body, content_type = self._body()
        if self.random() < 0.1:
            content_type = self.choice(TYPES)
        if is_signed:
            return stamped(body, START, content_type=content_type), body
        headers = stamped(body, START, secret=f"guess {self.random()}", content_type=content_type)
        return (self._damaged_headers(headers) if self.random() < 0.7 else headers), body

    def _body(self) -> tuple[bytes, bytes]:
        if self.random() < 0.1:
            return self.randbytes(self.randrange(200)), self.choice(TYPES)
        payload = {**self.choice(PAYLOADS), "trigger_id": str(self.random())}
        if "event_id" in payload:
            payload["event_id"] = str(self.random())
        body, content_type = self._written(
            self._damaged(payload) if self.random() < 0.9 else payload
        )
        return (self._torn(body) if self.random() < 0.2 else body), content_type

    def _written(self, payload: Any) -> tuple[bytes, bytes]:  # noqa: ANN401 - any JSON
        if not isinstance(payload, dict):
            return json.dumps(payload).encode(), JSON
        if "command" in payload and self.random() < 0.8:
            return urlencode(payload, errors="replace").encode(), FORM
        if "type" in payload and isinstance(payload["type"], str):
            payload.pop("command", None)
            return written(payload)
        return json.dumps(payload).encode(), JSON

    def _damaged(self, value: Any) -> Any:  # noqa: ANN401 - any JSON
        if self.random() < 0.05:
            return self.choice(ODD)
        match value:
            case dict():
                kept = {k: self._damaged(v) for k, v in value.items() if self.random() > 0.03}
                if self.random() < 0.2:
                    kept[self.choice(KEYS)] = self.choice(ODD)
                return kept
            case list():
                return [self._damaged(each) for each in value]
            case _:
                return value

    def _torn(self, body: bytes) -> bytes:
        place = self.randrange(len(body) + 1)
        match self.randrange(5):
            case 0:
                return body[:place]
            case 1:
                return body[:place] + self.randbytes(3) + body[place:]
            case 2:
                return body + b"&" + body
            case 3:
                return gzip.compress(body, 1)
            case _:
                return b"[" * self.choice((10, 100, 1000)) + body

    def _damaged_headers(self, headers: Headers) -> Headers:
        name, value = self.choice(headers)
        match self.randrange(6):
            case 0:
                return altered(headers, name)
            case 1:
                return [*headers, (name, value)]
            case 2:
                return altered(headers, name, value.upper())
            case 3:
                return altered(headers, name, self.randbytes(self.randrange(80)))
            case 4:
                return altered(headers, name, b"9" * self.choice((9, 10, 11, 400)))
            case _:
                return altered(headers, name, value[: self.randrange(len(value) + 1)])
