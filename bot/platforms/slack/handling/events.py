"""Hears what happens in a workspace: the home tab, comings and goings, mentions of Concord."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.platforms.slack.handling.answering import answer
from bot.platforms.slack.handling.asking import ask, typed
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.homes import publish_home
from bot.platforms.slack.handling.payloads import (
    Someone,
    is_set,
    needed,
    object_at,
    text_at,
    texts_at,
)
from bot.platforms.slack.ports import Ack, OrgId, Payload, Site, TeamId
from workflows.views import Ask

Hearing = Callable[[Desk, Site, Payload], Awaitable[Ack]]


async def on_event(desk: Desk, site: Site, payload: Payload) -> Ack:
    """Hear one event; what is none of our business leads to nothing."""
    event = object_at(payload, "event")
    hear = HEARD.get(text_at(event, "type"))
    return await hear(desk, site, event) if hear else Ack()


async def _home_opened(desk: Desk, site: Site, event: Payload) -> Ack:
    if text_at(event, "tab") != "home":
        return Ack()
    spot = Spot(site, await desk.people.asker(site, Someone(needed(event, "user"))))

    async def publish() -> None:
        await publish_home(desk, spot)

    return Ack(after=publish)


async def _mentioned(desk: Desk, site: Site, event: Payload) -> Ack:
    """Show home to whoever names Concord: that is the way in from a thread."""
    if text_at(event, "bot_id"):
        return Ack()
    return await _show_home(desk, site, event, needed(event, "user"))


async def _joined(desk: Desk, site: Site, event: Payload) -> Ack:
    """Greet whoever let Concord into a channel, once, with the team's card or how to begin."""
    inviter = text_at(event, "inviter")
    installation = await desk.installations.find(site)
    is_us = installation is not None and text_at(event, "user") == installation.bot_user
    return await _show_home(desk, site, event, inviter) if is_us and inviter else Ack()


async def _show_home(desk: Desk, site: Site, event: Payload, user: str) -> Ack:
    asker = await desk.people.asker(site, Someone(user))
    spot = Spot(site, asker, needed(event, "channel"), text_at(event, "thread_ts"))
    return answer(desk, spot, await typed(desk, spot, "home"))


async def _changed(desk: Desk, site: Site, event: Payload) -> Ack:
    """Take somebody off their teams whose account was deactivated; nobody has to ask for it."""
    user = needed(event, "user", "id")
    if is_set(event, "user", "deleted"):
        name = text_at(event, "user", "profile", "real_name")
        asker = await desk.people.asker(site, Someone(user, name))
        await ask(desk, Spot(site, asker), Ask("me left"))
    desk.people.forget(site, user)
    return Ack()


async def _uninstalled(desk: Desk, site: Site, _event: Payload) -> Ack:
    await desk.installations.end(*_covered(site))
    desk.hooks.forget(site)
    return Ack()


async def _revoked(desk: Desk, site: Site, event: Payload) -> Ack:
    """Tokens of single people are none of ours; without the bot's, nothing can be sent."""
    return await _uninstalled(desk, site, event) if texts_at(event, "tokens", "bot") else Ack()


async def _access_granted(desk: Desk, site: Site, event: Payload) -> Ack:
    for team in texts_at(event, "team_ids"):
        await desk.hooks.granted(site, team)
    desk.hooks.forget(site)
    return Ack()


async def _access_revoked(desk: Desk, site: Site, event: Payload) -> Ack:
    for team in texts_at(event, "team_ids"):
        await desk.hooks.revoked(site, team)
    desk.hooks.forget(site)
    return Ack()


def _covered(site: Site) -> tuple[TeamId, OrgId]:
    """Return what an installation is kept under: a workspace, or a whole organisation."""
    return (TeamId(""), site.org) if site.is_org_wide else (site.team, site.org)


HEARD: Final[Mapping[str, Hearing]] = {
    "app_home_opened": _home_opened,
    "app_mention": _mentioned,
    "app_uninstalled": _uninstalled,
    "member_joined_channel": _joined,
    "team_access_granted": _access_granted,
    "team_access_revoked": _access_revoked,
    "tokens_revoked": _revoked,
    "user_change": _changed,
}
"""What is heard of each event that Slack is asked to send."""
