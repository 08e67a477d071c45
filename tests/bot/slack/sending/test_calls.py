"""One call of Slack's Web API: what is sent, with which token, and where to."""

from dataclasses import replace

import pytest

from bot.platforms.slack.errors import (
    RevokedError,
    SlackAwayError,
    SlackError,
    SlackRefusedError,
    UnknownOutcomeError,
)
from bot.platforms.slack.ports import OrgId, Site, TeamId
from bot.platforms.slack.sending.calls import SlackCalls
from bot.platforms.slack.sending.tokens import FRESH_FOR
from tests.bot.slack.sending.installed import INSTALLED, SITE, FakeInstallations
from tests.bot.slack.sending.posts import CANARY, POST, post
from tests.bot.slack.sending.web_api import (
    TOKEN,
    Trouble,
    WebApi,
    refused,
)
from tests.databases import StoppedClock


async def test_slack_gets_a_form_with_the_token_of_the_workspace(
    calls: SlackCalls, slack: WebApi
) -> None:
    await post(calls, thread_ts=None, link_names=False)

    (call,) = slack.calls
    assert call.token == TOKEN
    assert call.arguments == {
        "channel": "C1",
        "text": CANARY,
        "blocks": "[]",
        "link_names": "false",
    }


async def test_an_organisation_that_has_installed_concord_is_told_which_workspace_is_meant(
    calls: SlackCalls, slack: WebApi, installations: FakeInstallations
) -> None:
    site = Site(TeamId("T7"), OrgId("E1"), is_org_wide=True)
    installations.kept[site] = replace(INSTALLED, team=TeamId(""), org=OrgId("E1"))

    await calls.call(site, "auth.test")

    assert slack.calls[0].arguments == {"team_id": "T7"}


async def test_many_calls_share_a_connection_and_a_look_for_the_token(
    calls: SlackCalls, slack: WebApi, installations: FakeInstallations
) -> None:
    for _ in range(5):
        await post(calls)

    assert (len(slack.calls), len(slack.ports), installations.searches) == (5, 1, 1)


async def test_a_token_is_looked_up_again_after_a_minute_or_when_it_is_to_be_forgotten(
    calls: SlackCalls, installations: FakeInstallations, clock: StoppedClock
) -> None:
    await post(calls)
    clock.time += FRESH_FOR
    await post(calls)
    calls.forget(SITE)
    await post(calls)

    assert installations.searches == 3


async def test_a_workspace_that_took_its_token_back_is_not_asked_again(
    calls: SlackCalls, slack: WebApi, installations: FakeInstallations
) -> None:
    slack.tokens.clear()

    with pytest.raises(RevokedError, match="invalid_auth"):
        await post(calls)
    with pytest.raises(RevokedError, match="not_installed"):
        await post(calls)

    assert installations.ended == [(SITE.team, SITE.org)]
    assert len(slack.calls) == 1


async def test_a_workspace_that_was_left_and_joined_again_is_not_ended_by_the_old_token(
    calls: SlackCalls, slack: WebApi, installations: FakeInstallations
) -> None:
    await post(calls)
    slack.tokens = {"xoxb-newer"}
    await installations.save(replace(INSTALLED, bot_token="xoxb-newer"))  # noqa: S106 - it opens nothing

    await post(calls)

    assert installations.ended == []
    assert slack.texts("C1") == [CANARY, CANARY]


async def test_slack_counts_as_away_while_the_token_cannot_be_looked_up(
    calls: SlackCalls, slack: WebApi, installations: FakeInstallations
) -> None:
    installations.is_away = True

    with pytest.raises(SlackAwayError):
        await post(calls)

    assert slack.calls == []


async def test_a_token_that_was_taken_back_is_noted_later_when_the_database_is_away(
    calls: SlackCalls, slack: WebApi, installations: FakeInstallations
) -> None:
    slack.tokens.clear()
    installations.lost_ends = 1
    with pytest.raises(RevokedError, match="invalid_auth"):
        await post(calls)

    with pytest.raises(RevokedError, match="invalid_auth"):
        await post(calls)

    assert installations.ended == [(SITE.team, SITE.org)]


async def test_a_token_that_has_run_out_ends_nothing_for_it_is_about_to_be_renewed(
    calls: SlackCalls, slack: WebApi, installations: FakeInstallations
) -> None:
    slack.troubles[POST].append(refused("token_expired"))

    with pytest.raises(SlackAwayError):
        await post(calls)

    assert installations.ended == []


async def test_a_file_is_uploaded_without_showing_the_token_to_where_it_goes(
    calls: SlackCalls, slack: WebApi
) -> None:
    file = await calls.upload(SITE, "tally.png", b"\x89PNG", alt="2 of 3 agree")

    assert slack.files == {file: b"\x89PNG"}
    assert [(call.method, call.token) for call in slack.calls] == [
        ("files.getUploadURLExternal", TOKEN),
        ("upload", ""),
        ("files.completeUploadExternal", TOKEN),
    ]
    assert slack.calls[0].arguments["alt_txt"] == "2 of 3 agree"


@pytest.mark.parametrize(("place", "channel"), [("C1", "C1"), ("U2", "DU2")])
async def test_a_file_is_shared_into_a_channel_or_with_a_person(
    place: str, channel: str, calls: SlackCalls, slack: WebApi
) -> None:
    file = await calls.upload(SITE, "norms.md", b"# Norms", channel=place)

    assert slack.texts(channel) == [file]


@pytest.mark.parametrize(
    ("trouble", "kind"), [(Trouble(500), SlackAwayError), (Trouble(403), SlackRefusedError)]
)
async def test_a_file_that_is_not_taken_is_not_shared(
    trouble: Trouble, kind: type[SlackError], calls: SlackCalls, slack: WebApi
) -> None:
    slack.troubles["upload"].append(trouble)

    with pytest.raises(SlackError) as error:
        await calls.upload(SITE, "norms.md", b"# Norms", channel="C1")

    assert type(error.value) is kind
    assert slack.called("files.completeUploadExternal") == []


@pytest.mark.parametrize("answer", ['{"ok": true}', '{"ok": true, "channel": "D1"}'])
async def test_an_answer_without_what_was_asked_for_counts_as_lost(
    answer: str, calls: SlackCalls, slack: WebApi
) -> None:
    slack.troubles["conversations.open"].append(Trouble(body=answer))

    with pytest.raises(UnknownOutcomeError):
        await calls.upload(SITE, "norms.md", b"# Norms", channel="U1")
