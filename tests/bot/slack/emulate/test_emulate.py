"""Concord and npm's `emulate`: a Slack that others wrote, which nobody here has made to fit.

Everything on our side is as in the program, and the emulator checks scopes. It is fetched from
npm's registry when these tests run; they are skipped where node or npm is missing, and where there
is no network.

What the emulator lacks, and other tests see to: commands, presses and submissions; events (there
is no way to tell it where to send them); Socket Mode; tokens that end or are taken back;
organisations; rate limits; people's languages and time zones.

What it gets wrong, as far as it matters here: a token that it does not know is an administrator's.
Any objects pass as blocks. What a picture shows is read from `alt_text`, where Slack's own name for
it is `alt_txt`. A thread need not exist to be written in. And the trigger that opens a window,
which in Slack comes with a press, is to be had by asking.
"""

import httpx
import pytest

from bot.installations import StoredInstallations
from bot.platforms.port import InChannel, InPrivate, PlaceGoneError, ReplacedGoneError
from bot.platforms.slack.drawing.home import home_tab
from bot.platforms.slack.drawing.modals import modal
from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.handling.payloads import Someone
from bot.platforms.slack.handling.people import People
from bot.platforms.slack.installing.scopes import SCOPES
from bot.platforms.slack.ports import Installation, Payload, Site
from bot.platforms.slack.sending.calls import SlackCalls
from bot.platforms.slack.sending.platform import SlackPlatform
from bot.platforms.slack.sending.refs import Ref
from storage.database import Database
from tests.bot.slack.emulate.workspace import Ana, asked_of_slack
from tests.bot.slack.sending.showing import TALLY
from tests.databases import StoppedClock
from tests.dumps import dump
from tests.patience import deliver_patiently
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import plain
from workflows.views import Ask, Button, Form, Input, Paragraph, Picture, Privacy, View

CARD = View("Norms", "Three norms.", (Paragraph(plain("Be on time.")),), privacy=Privacy.TEAM)
FURTHER = View("Norms", "Four norms.", (Paragraph(plain("Listen.")),), privacy=Privacy.TEAM)
QUESTION = View(
    "Norms",
    "One question.",
    form=Form((Input(FieldId("keep"), FieldKind.TEXT, "Norm"),), Button("Send", Ask("home"))),
)


@pytest.fixture
def site(concord: Installation) -> Site:
    """Where Concord is installed."""
    return Site(concord.team)


@pytest.fixture
async def channel(site: Site, installations: StoredInstallations, ana: Ana) -> InChannel:
    """Ana's channel, as the outbox names it."""
    return InChannel(await installations.workspace(site), ana.channel)


async def as_seen(ana: Ana, ref: str, thread: str = "") -> Payload:
    """Return the message that a reference leads to, as Ana sees it."""
    there = Ref.read(ref)
    (found,) = (each for each in await ana.reads(there.channel, thread) if each["ts"] == there.ts)
    return found


async def test_a_member_lets_concord_in(
    browser: httpx.AsyncClient, back: dict[str, str], installations: StoredInstallations, ana: Ana
) -> None:
    page = await browser.get("/slack/oauth", params=back)

    found = await installations.find(Site(ana.team))
    assert "<h1>Concord is now in Riverside</h1>" in page.text
    assert found is not None
    assert (found.app, found.name, found.installer) == ("A1", "Riverside", ana.id)
    assert set(found.scopes) == {scope.name for scope in SCOPES}


async def test_nobody_who_has_the_database_has_the_token(
    concord: Installation, sqlite_database: Database
) -> None:
    everything = str(await sqlite_database.run(dump))

    assert concord.bot_user in everything
    assert concord.bot_token not in everything


@pytest.mark.usefixtures("concord")
async def test_a_code_lets_concord_in_once(
    browser: httpx.AsyncClient, back: dict[str, str]
) -> None:
    begun = httpx.QueryParams(await asked_of_slack(browser))

    again = await browser.get("/slack/oauth", params={**back, "state": begun["state"]})

    assert again.status_code == 400
    assert "Slack did not finish this" in again.text


async def test_a_channel_reads_a_card_and_later_its_next_state(
    platform: SlackPlatform, channel: InChannel, clock: StoppedClock, ana: Ana
) -> None:
    ref = await platform.deliver(channel, CARD, nonce="n1")
    first = await as_seen(ana, ref)

    changed = await deliver_patiently(platform, clock, channel, FURTHER, replaces=ref)

    second = await as_seen(ana, ref)
    assert (changed, first["text"], second["text"]) == (ref, "Three norms.", "Four norms.")
    assert "Be on time." in str(first["blocks"])
    assert "Listen." in str(second["blocks"])


async def test_a_reply_stands_in_its_thread(
    platform: SlackPlatform, channel: InChannel, clock: StoppedClock, ana: Ana
) -> None:
    card = await platform.deliver(channel, CARD, nonce="n1")
    place = InChannel(channel.workspace, channel.channel, card)

    reply = await deliver_patiently(platform, clock, place, FURTHER, nonce="n2")

    root = Ref.read(card).ts
    assert (await as_seen(ana, reply, thread=root))["thread_ts"] == root


async def test_a_card_is_pinned(platform: SlackPlatform, channel: InChannel, ana: Ana) -> None:
    ref = await platform.deliver(channel, CARD, nonce="n1", pin=True)

    pins = (await ana.asks("pins.list", channel=channel.channel))["items"]
    assert Ref.read(ref).ts in {pin["message"]["ts"] for pin in pins}


async def test_a_picture_is_uploaded_and_shown(
    platform: SlackPlatform, channel: InChannel, clock: StoppedClock, ana: Ana
) -> None:
    shown = View("Norms", "A picture.", (Picture(TALLY, "3 are on time"),), privacy=Privacy.TEAM)

    ref = await deliver_patiently(platform, clock, channel, shown)

    (image,) = (each for each in (await as_seen(ana, ref))["blocks"] if each["type"] == "image")
    assert image["alt_text"] == "3 are on time"
    assert image["slack_file"]["id"].startswith("F")


async def test_a_member_reads_in_private_what_is_for_them_alone(
    platform: SlackPlatform, channel: InChannel, ana: Ana, concord: Installation
) -> None:
    ref = await platform.deliver(InPrivate(channel.workspace, ana.id), CARD, nonce="n1")

    members = (await ana.asks("conversations.members", channel=Ref.read(ref).channel))["members"]
    assert (await as_seen(ana, ref))["text"] == "Three norms."
    assert set(members) == {ana.id, concord.bot_user}


async def test_what_is_gone_is_not_written_to_any_more(
    platform: SlackPlatform, channel: InChannel, clock: StoppedClock
) -> None:
    with pytest.raises(ReplacedGoneError):
        await platform.deliver(channel, CARD, nonce="n1", replaces=f"{channel.channel}/1.1")
    with pytest.raises(PlaceGoneError):
        await deliver_patiently(platform, clock, InChannel(channel.workspace, "C404"), CARD)


async def test_a_member_who_presses_gets_a_window_and_what_changes_in_it(
    calls: SlackCalls, site: Site, ana: Ana
) -> None:
    trigger = await calls.call(site, "views.generateTriggerId", user_id=ana.id)
    drawn = modal(QUESTION, ana.channel)

    opened = (await calls.call(site, "views.open", trigger_id=trigger["trigger_id"], view=drawn))[
        "view"
    ]
    change = {"view_id": opened["id"], "hash": opened["hash"], "view": drawn}
    changed = (await calls.call(site, "views.update", **change))["view"]

    assert changed["blocks"] == drawn["blocks"]
    assert changed["private_metadata"] == drawn["private_metadata"]
    with pytest.raises(SlackRefusedError, match="hash_conflict"):
        await calls.call(site, "views.update", **change)


async def test_a_member_has_a_home_tab(calls: SlackCalls, site: Site, ana: Ana) -> None:
    drawn = home_tab(CARD)

    published = await calls.call(site, "views.publish", user_id=ana.id, view=drawn)

    assert published["view"]["blocks"] == drawn["blocks"]


async def test_a_member_is_told_something_that_nobody_else_sees(
    calls: SlackCalls, site: Site, ana: Ana
) -> None:
    words = {"channel": ana.channel, "user": ana.id, "text": "canary", "blocks": []}

    told = await calls.call(site, "chat.postEphemeral", **words)

    assert told["message_ts"]
    assert "canary" not in str(await ana.reads(ana.channel))


async def test_a_member_is_called_by_their_name(
    calls: SlackCalls,
    site: Site,
    installations: StoredInstallations,
    clock: StoppedClock,
    ana: Ana,
) -> None:
    people = People(calls, installations, clock)

    asker = await people.asker(site, Someone(ana.id))

    assert (asker.caller.name, asker.is_visitor) == ("Ana Ruiz", False)


async def test_concord_cannot_read_what_people_write(
    calls: SlackCalls, site: Site, ana: Ana
) -> None:
    with pytest.raises(SlackRefusedError, match="missing_scope"):
        await calls.call(site, "conversations.history", channel=ana.channel)
