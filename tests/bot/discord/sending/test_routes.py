"""How discord.py is told what shares a limit, without an id or a token in a template."""

import pytest

from bot.platforms.discord.sending.routes import is_answer, is_repeatable, route


@pytest.mark.parametrize(
    ("path", "template", "major"),
    [
        ("/users/@me/channels", "/users/@me/channels", ""),
        ("/channels/11", "/channels/{channel_id}", "11"),
        ("/channels/11/messages/22", "/channels/{channel_id}/messages/{id_2}", "11"),
        ("/guilds/33/threads/active", "/guilds/{guild_id}/threads/active", "33"),
        ("/applications/44/commands", "/applications/{id_0}/commands", ""),
        (
            "/interactions/55/secret/callback",
            "/interactions/{webhook_id}/{webhook_token}/callback",
            "55+secret",
        ),
        (
            "/webhooks/44/secret/messages/@original",
            "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
            "44+secret",
        ),
    ],
)
def test_each_channel_server_and_token_has_limits_of_its_own(
    path: str, template: str, major: str
) -> None:
    found = route("GET", path)

    assert found.path == template
    assert found.major_parameters == major
    assert found.url.endswith(path)


@pytest.mark.parametrize("path", ["", "channels", "/channels/", "/channels/1?x=1", "/{x}", "//1"])
def test_what_is_no_path_is_a_mistake_of_ours(path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        route("GET", path)


def test_only_what_somebody_waits_for_is_an_answer() -> None:
    assert is_answer("/interactions/1/t/callback")
    assert is_answer("/webhooks/1/t")
    assert not is_answer("/channels/1/messages")


def test_a_post_is_repeatable_only_if_discord_can_tell() -> None:
    nonce = {"nonce": "n", "enforce_nonce": True}

    assert is_repeatable("POST", "/channels/1/messages", nonce)
    assert not is_repeatable("POST", "/channels/1/messages", {"nonce": "n"})
    assert not is_repeatable("POST", "/channels/1/threads", {"name": "Card"})
    assert not is_repeatable("POST", "/webhooks/1/t", None)
    assert is_repeatable("POST", "/channels/1/messages/2/threads", {"name": "Card"})
    assert is_repeatable("PATCH", "/channels/1/messages/2", {})
