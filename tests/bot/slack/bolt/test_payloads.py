"""What Slack sends is read; what nobody could read is refused, and nothing falls over."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.platforms.slack.bolt.payloads import DEEPEST, kind_of, read_body
from tests.bot.slack.bolt.office import Office
from tests.bot.slack.bolt.payloads import (
    ACTION,
    CLOSED,
    COMMAND,
    EVENT,
    FUNCTION,
    KINDS,
    SHORTCUT,
    SUBMISSION,
    VERIFICATION,
    written,
)
from tests.bot.slack.edge.letters import FORM, JSON, post, stamped

WORDS = st.text(st.characters(exclude_categories=["Cs"]))

GARBAGE = [
    (b"", JSON),
    (b"", FORM),
    (b"{", JSON),
    (b"null", JSON),
    (b"[]", JSON),
    (b"5", JSON),
    (b'"text"', JSON),
    (b"NaN", JSON),
    (b'{"type": NaN}', JSON),
    (b"[" * 100_000, JSON),
    (b'{"a":' * 100_000, JSON),
    (b'{"type": "\xff"}', JSON),
    (b'{"type": "\\ud800"}', JSON),
    ('{"type": "x"}'.encode("utf-16"), JSON),
    (b"9" * 5000, JSON),
    (b"payload=", FORM),
    (b"payload=%7B", FORM),
    (b"payload=null", FORM),
    (b"payload=[]", FORM),
    (b"payload={}&payload={}", FORM),
    (b"command=/concord&command=/other", FORM),
    (b"command=%FF", FORM),
    (b"payload=" + b"[" * 100_000, FORM),
    (b"&".join(b"a%d=" % number for number in range(101)), FORM),
    (b"ssl_check=1&token=x", FORM),
    (json.dumps(EVENT).encode(), FORM),
    (urlencode(COMMAND).encode(), JSON),
]

ODD: list[dict[str, Any]] = [
    {},
    {"command": 5},
    {"type": "block_suggestion", "action_id": "x"},
    {"type": "event_callback"},
    {**EVENT, "event": "text"},
    {**EVENT, "event": None},
    {**EVENT, "event": {"type": None}},
    {**EVENT, "event_id": 5},
    {**EVENT, "authorizations": {}},
    {**EVENT, "authorizations": [None]},
    {**EVENT, "authorizations": [{"team_id": 5}]},
    {**EVENT, "authorizations": [{"team": [{"id": "T1"}]}]},
    {**EVENT, "event": {**EVENT["event"], "user": ["id"]}},
    {**EVENT, "event": {**EVENT["event"], "item": {"channel": 5}}},
    {**FUNCTION, "event": {"type": "function_executed"}},
    {**FUNCTION, "event": {**FUNCTION["event"], "function": "pulse"}},
    {**FUNCTION, "event": {"type": "function_executed", "function": {"callback_id": "pulse"}}},
    {**ACTION, "actions": []},
    {**ACTION, "actions": None},
    {**ACTION, "actions": [{"action_id": 5}]},
    {**ACTION, "team": 5},
    {**ACTION, "team": {"id": {}}},
    {**ACTION, "team": {"id": "T" * 256}},
    {**ACTION, "user": True},
    {**ACTION, "enterprise": 5},
    {**ACTION, "channel": 5.5},
    {**ACTION, "response_urls": "text"},
    {**ACTION, "response_urls": None},
    {**ACTION, "response_urls": ["text"]},
    {**ACTION, "event": "text"},
    {**COMMAND, "event": "text"},
    {**SUBMISSION, "view": "text"},
    {**SUBMISSION, "view": {"callback_id": "form"}},
    {**SUBMISSION, "view": {**SUBMISSION["view"], "type": "workflow_step"}},
    {**SUBMISSION, "view": {**SUBMISSION["view"], "callback_id": None}},
    {**SUBMISSION, "view": {**SUBMISSION["view"], "app_installed_team_id": 5}},
    {**SHORTCUT, "callback_id": None},
    {**VERIFICATION, "challenge": None},
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_payload_is_read(kind: str) -> None:
    body, content_type = written(KINDS[kind])

    payload = read_body(body, content_type.decode())

    assert payload == KINDS[kind]
    assert kind_of(payload) == kind


@pytest.mark.parametrize(("payload", "kind"), [(CLOSED, "closed"), (VERIFICATION, "verification")])
def test_a_payload_without_effect_is_read(payload: dict[str, Any], kind: str) -> None:
    assert kind_of(payload) == kind


def test_what_people_write_is_read_in_every_script() -> None:
    text = "São Paulo 東京 🎉 \N{COMBINING ACUTE ACCENT}"
    escaped = json.dumps({**EVENT, "text": text}).encode()
    plain = json.dumps({**EVENT, "text": text}, ensure_ascii=False).encode()
    form = urlencode({**COMMAND, "text": text}).encode()

    payloads = [read_body(escaped, "Application/JSON"), read_body(plain, "application/json")]
    payloads.append(read_body(form, FORM.decode()))

    assert [payload and payload["text"] for payload in payloads] == [text] * 3


@given(st.dictionaries(WORDS, WORDS, min_size=1, max_size=9))
@example({"\\x41": "100 % + 1 & \\u0041 = ?"})
def test_a_form_is_read_as_it_was_written(fields: dict[str, str]) -> None:
    assert read_body(urlencode(fields).encode(), FORM.decode()) == fields


@pytest.mark.parametrize(("body", "content_type"), GARBAGE)
async def test_garbage_that_slack_signed_is_a_bad_request(
    office: Office, body: bytes, content_type: bytes
) -> None:
    headers = stamped(body, office.clock(), content_type=content_type)

    assert (await post(office.app, headers, body)).status == 400
    assert office.hearing.heard == []


@pytest.mark.parametrize("payload", ODD)
async def test_a_payload_of_another_shape_is_a_bad_request(
    office: Office, payload: dict[str, Any]
) -> None:
    body = json.dumps(payload).encode()

    assert (await post(office.app, stamped(body, office.clock()), body)).status == 400
    assert office.hearing.heard == []


@pytest.mark.parametrize(("levels", "is_read"), [(DEEPEST - 2, True), (DEEPEST, False)])
def test_a_payload_is_read_down_to_a_depth(levels: int, *, is_read: bool) -> None:
    value: object = "leaf"
    for _ in range(levels):
        value = [value]

    assert (kind_of({**COMMAND, "deep": value}) is not None) == is_read
