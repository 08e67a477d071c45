"""Reads what Slack grants: an installation, or new tokens for one."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from bot.platforms.slack.installing.exchange import Answer, lifetime
from bot.platforms.slack.installing.ports import Tokens
from bot.platforms.slack.ports import Installation, OrgId, Payload, TeamId

_TEAM: Final = re.compile(r"T[0-9A-Z]{1,20}", re.ASCII)
_ORG: Final = re.compile(r"E[0-9A-Z]{1,20}", re.ASCII)


class OddGrantError(Exception):
    """Slack's answer does not hold what an installation needs."""


def is_holder(text: str) -> bool:
    """Return whether a text could be Slack's id of a workspace or an organisation."""
    return bool(_TEAM.fullmatch(text) or _ORG.fullmatch(text))


def granted(body: Payload, now: datetime) -> Installation:
    """Return the installation that came for a code (oauth.v2.access); raise OddGrantError.

    A whole organisation has no team.
    """
    org = _part(body, "enterprise")
    is_org_wide = bool(body.get("is_enterprise_install"))
    holder = org if is_org_wide else _part(body, "team")
    tokens = renewed(body, now)
    return Installation(
        team=TeamId("" if is_org_wide else _id(holder, _TEAM)),
        org=OrgId(_id(org, _ORG) if org or is_org_wide else ""),
        name=str(holder.get("name") or holder["id"]),
        app=_text(body, "app_id"),
        bot_user=_text(body, "bot_user_id"),
        bot="",
        installer=_text(_part(body, "authed_user"), "id"),
        scopes=tuple(filter(None, str(body.get("scope", "")).split(","))),
        bot_token=tokens.bot_token,
        refresh_token=tokens.refresh_token,
        expires_at=tokens.expires_at,
    )


def renewed(body: Payload, now: datetime) -> Tokens:
    """Return the tokens that Slack has given (oauth.v2.access); raise OddGrantError."""
    lives = lifetime(body)
    return Tokens(
        bot_token=_text(body, "access_token"),
        refresh_token=_text(body, "refresh_token") if lives else "",
        expires_at=now + lives if lives else None,
    )


def of_token(answer: Answer, bot_token: str) -> Installation:
    """Return the installation that a token of one workspace stands for (auth.test)."""
    body = answer.body
    return Installation(
        team=TeamId(_id({"id": body.get("team_id")}, _TEAM)),
        org=OrgId(str(body.get("enterprise_id") or "")),
        name=str(body.get("team") or body.get("team_id")),
        app=str(body.get("app_id") or ""),
        bot_user=_text(body, "user_id"),
        bot=bot_of(answer),
        installer="",
        scopes=answer.scopes,
        bot_token=bot_token,
    )


def bot_of(answer: Answer) -> str:
    """Return the id of the bot behind a token (auth.test), or an empty text."""
    return str(answer.body.get("bot_id") or "")


def _part(body: Payload, name: str) -> Mapping[str, Any]:
    part = body.get(name)
    return part if isinstance(part, dict) else {}


def _text(body: Mapping[str, Any], name: str) -> str:
    text = body.get(name)
    if not isinstance(text, str) or not text:
        raise OddGrantError(name)
    return text


def _id(part: Mapping[str, Any], form: re.Pattern[str]) -> str:
    id_ = str(part.get("id") or "")
    if not form.fullmatch(id_):
        raise OddGrantError("id")
    return id_
