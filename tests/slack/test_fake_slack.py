"""The fake Slack is as strict as Slack is documented to be."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio

from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import BOT_TOKEN, BOT_USER, Profile

PLAIN = {"type": "plain_text", "text": "Hello", "emoji": False}
BLOCKS = json.dumps([{"type": "section", "text": PLAIN}])
MODAL = json.dumps(
    {
        "type": "modal",
        "callback_id": "form",
        "title": PLAIN,
        "close": PLAIN,
        "blocks": [{"type": "section", "text": PLAIN}],
    }
)


@pytest_asyncio.fixture
async def fake(fake: FakeSlack) -> FakeSlack:
    """A Slack with one person in two channels; Concord is in one of them."""
    fake.workspace.join(Profile("U1", "Ana"), "C1", "C2")
    fake.workspace.channels["C1"].add(BOT_USER)
    return fake


async def call(
    fake: FakeSlack, method: str, *, token: str = BOT_TOKEN, **form: str
) -> dict[str, Any]:
    """Call a method and return what Slack answers."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with httpx.AsyncClient() as client:
        reply = await client.post(f"{fake.api}{method}", data=form, headers=headers)
    answer: dict[str, Any] = reply.json()
    return answer


@pytest.mark.parametrize(
    ("method", "form", "error"),
    [
        (
            "chat.postMessage",
            {"channel": "C9", "text": "Hi", "blocks": BLOCKS},
            "channel_not_found",
        ),
        ("chat.postMessage", {"channel": "C2", "text": "Hi", "blocks": BLOCKS}, "not_in_channel"),
        ("chat.postMessage", {"channel": "C1"}, "no_text"),
        ("chat.postMessage", {"channel": "C1", "text": "Hi", "thread_ts": "1"}, "thread_not_found"),
        ("chat.update", {"channel": "C1", "ts": "1", "text": "Hi"}, "message_not_found"),
        (
            "chat.postEphemeral",
            {"channel": "C1", "user": "U9", "text": "Hi"},
            "user_not_in_channel",
        ),
        ("conversations.open", {"users": "U9"}, "user_not_found"),
        ("users.info", {"user": "U9"}, "user_not_found"),
        ("views.open", {"trigger_id": "1", "view": MODAL}, "invalid_trigger_id"),
        ("views.update", {"view_id": "V9", "view": MODAL}, "not_found"),
        ("files.completeUploadExternal", {"files": '[{"id": "F9"}]'}, "file_not_found"),
        ("oauth.v2.access", {"client_id": "1", "client_secret": "2", "code": "3"}, "invalid_code"),
    ],
)
async def test_slack_refuses_what_is_not_there(
    fake: FakeSlack, method: str, form: dict[str, str], error: str
) -> None:
    assert await call(fake, method, **form) == {"ok": False, "error": error}


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-old", "invalid_auth")])
async def test_slack_refuses_a_stranger(fake: FakeSlack, token: str, error: str) -> None:
    assert await call(fake, "auth.test", token=token) == {"ok": False, "error": error}


async def test_slack_remembers_what_is_against_its_rules(fake: FakeSlack) -> None:
    picture = json.dumps([{"type": "section", "text": {**PLAIN, "text": "x" * 3001}}])

    answer = await call(fake, "chat.postMessage", channel="C1", text="Hi", blocks=picture)
    await call(fake, "views.open", view=MODAL)
    await call(fake, "chat.nothing")

    assert answer["error"] == "invalid_blocks"
    assert len(fake.workspace.faults) == 3
    fake.workspace.faults.clear()


async def test_a_trigger_opens_one_window_within_three_seconds(fake: FakeSlack) -> None:
    good, late = fake.views.trigger("U1"), fake.views.trigger("U1")

    first = await call(fake, "views.open", trigger_id=good, view=MODAL)
    second = await call(fake, "views.push", trigger_id=good, view=MODAL)
    fake.workspace.clock.time += timedelta(seconds=3)
    third = await call(fake, "views.push", trigger_id=late, view=MODAL)

    assert first["ok"]
    assert second["error"] == "exchanged_trigger_id"
    assert third["error"] == "expired_trigger_id"


async def test_three_windows_lie_on_each_other_at_most(fake: FakeSlack) -> None:
    answers = [
        await call(fake, method, trigger_id=fake.views.trigger("U1"), view=MODAL)
        for method in ("views.open", "views.push", "views.push", "views.push")
    ]

    assert [answer.get("error") for answer in answers] == [None, None, None, "push_limit_reached"]


async def test_a_window_that_has_changed_is_not_changed_by_an_old_hash(fake: FakeSlack) -> None:
    opened = await call(fake, "views.open", trigger_id=fake.views.trigger("U1"), view=MODAL)
    known = {"view_id": opened["view"]["id"], "hash": opened["view"]["hash"], "view": MODAL}

    first, second = [await call(fake, "views.update", **known) for _ in range(2)]

    assert first["ok"]
    assert second["error"] == "hash_conflict"


async def test_an_address_takes_five_answers_within_half_an_hour(fake: FakeSlack) -> None:
    body = {"response_type": "ephemeral", "text": "Hi", "blocks": json.loads(BLOCKS)}
    used, old = fake.address("U1", "C1"), fake.address("U1", "C1")

    async with httpx.AsyncClient() as client:
        five = [(await client.post(used, json=body)).status_code for _ in range(5)]
        sixth = await client.post(used, json=body)
        fake.workspace.clock.time += timedelta(minutes=30)
        late = await client.post(old, json=body)

    assert five == [200] * 5
    assert (sixth.status_code, sixth.text) == (404, "used_url")
    assert (late.status_code, late.text) == (404, "expired_url")
