"""The settings say how Slack reaches Concord, or what is missing for that."""

import pytest

from bot.settings import Settings, read_settings
from bot.ways_in import HalfWayInError, WayIn, has_install_page, slack_way_in
from storage.secrets import new_key

pytestmark = pytest.mark.usefixtures("empty_folder")

KEY = {"secret_keys": new_key()}
SIGNED = {"slack_signing_secret": "0123456789abcdef0123456789abcdef"}
PAGE = {
    "slack_client_id": "12.34",
    "slack_client_secret": "0123456789abcdef",
    "public_url": "https://concord.example.org/",
}
TOKEN = {"slack_bot_token": "xoxb-1-2-a"}
SOCKET = {"slack_app_token": "xapp-1-A-2-b"}


@pytest.mark.parametrize(
    ("given", "way"),
    [
        ({}, WayIn.NONE),
        ({**KEY, "public_url": "https://concord.example.org"}, WayIn.NONE),
        ({**KEY, **SIGNED, **TOKEN}, WayIn.HTTP),
        ({**KEY, **SIGNED, **PAGE}, WayIn.HTTP),
        ({**KEY, **SOCKET, **TOKEN}, WayIn.SOCKET),
        ({**KEY, **SOCKET, **PAGE}, WayIn.SOCKET),
    ],
)
def test_an_operator_chooses_how_slack_reaches_concord(given: dict[str, str], way: WayIn) -> None:
    assert slack_way_in(Settings.model_validate(given)) is way


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (TOKEN, "CONCORD_SECRET_KEYS and CONCORD_SLACK_SIGNING_SECRET"),
        ({**KEY, **SIGNED}, "CONCORD_SLACK_BOT_TOKEN"),
        ({**KEY, **SOCKET}, "CONCORD_SLACK_BOT_TOKEN"),
        (
            {**KEY, **SIGNED, "slack_client_id": "1.2"},
            "CONCORD_SLACK_CLIENT_SECRET and CONCORD_PUBLIC_URL",
        ),
    ],
)
def test_an_operator_is_told_what_is_missing(given: dict[str, str], missing: str) -> None:
    with pytest.raises(HalfWayInError) as caught:
        slack_way_in(Settings.model_validate(given))

    assert str(caught.value) == (
        f"Slack cannot be reached yet: set {missing} as well; see docs/slack.md."
    )


def test_workspaces_install_by_themselves_where_there_is_a_page_for_it() -> None:
    assert has_install_page(Settings.model_validate(PAGE))
    assert not has_install_page(Settings.model_validate(TOKEN))


def test_no_print_of_the_settings_shows_a_secret() -> None:
    secrets = {**KEY, **SIGNED, **TOKEN, **SOCKET, "slack_client_secret": "0123456789abcdef"}

    shown = repr(Settings.model_validate(secrets))

    assert [secret for secret in secrets.values() if secret in shown] == []


def test_an_address_is_kept_without_its_last_slash() -> None:
    assert Settings.model_validate(PAGE).public_url == "https://concord.example.org"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("public_url", "http://concord.example.org"),
        ("public_url", "https://concord.example.org/path"),
        ("secret_keys", "short"),
        ("slack_bot_token", "xoxe.xoxb-1-rotating"),
        ("slack_app_token", "xoxb-1"),
        ("slack_client_id", "12"),
        ("slack_signing_secret", "with a space in it"),
    ],
)
def test_a_setting_that_cannot_be_right_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"CONCORD_{name.upper()}", value)

    with pytest.raises(Exception, match="cannot be used: write") as caught:
        read_settings()

    assert value not in str(caught.value)
