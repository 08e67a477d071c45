"""Puts simcord's Discord behind Concord's calls, which look at each answer as it comes in."""

import asyncio
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord.http import HTTPClient, Route
from typing_extensions import override


@dataclass(frozen=True, slots=True)
class _Answer:
    """As much of an answer of aiohttp's as Concord looks at."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: {"Via": "1.1 google"})

    async def read(self) -> bytes:
        return self.body


class Wire(HTTPClient):
    """Asks whatever client is logged in now; `changed` is called when it has answered.

    simcord neither shows an answer to whoever asks to see it, nor takes the parts of a form that
    are files: here both are as discord.py has them.
    """

    def __init__(self, client: Callable[[], HTTPClient], changed: Callable[[], None]) -> None:
        super().__init__(asyncio.get_running_loop())
        self._client = client
        self._changed = changed
        self.token = client().token or "simcord"

    @override
    async def request(
        self,
        route: Route,
        *,
        files: Sequence[discord.File] | None = None,
        form: Iterable[dict[str, Any]] | None = None,
        **kwargs: Any,
    ) -> Any:
        for file in files or ():
            file.reset()
        status, told = await self._asked(route, form, kwargs.get("json"))
        self._changed()
        if route.path.endswith("/callback") and status == 200:
            status, told = 204, None  # simcord tells of the interaction, Discord only if asked
        body = b"" if told is None else json.dumps(told).encode()
        await kwargs["raise_for_status"](_Answer(status, body))

    async def _asked(
        self, route: Route, form: Iterable[dict[str, Any]] | None, body: object
    ) -> tuple[int, Any]:
        asking = {"json": body} if form is None else _with_files(form)
        try:
            return 200, await self._client().request(route, **asking)
        except discord.HTTPException as error:
            return error.status, {"code": error.code, "message": "no"}


def _with_files(form: Iterable[dict[str, Any]]) -> dict[str, Any]:
    parts = {part["name"]: part for part in form}
    payload = json.loads(parts.pop("payload_json")["value"])
    message = next((payload[part] for part in ("data", "message") if part in payload), payload)
    files = [
        discord.File(
            io.BytesIO(part["value"]), part["filename"], description=named["description"] or None
        )
        for part, named in zip(parts.values(), message["attachments"], strict=True)
    ]
    told = [{"name": "payload_json", "value": json.dumps(payload)}]
    return {"form": told, "files": files}
