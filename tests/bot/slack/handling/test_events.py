"""What happens in a workspace: comings and goings of people and of Concord, and mentions."""

from dataclasses import replace

from bot.platforms.slack.ports import OrgId, Site, TeamId
from commands.practice import CHANNEL
from tests.bot.slack.handling.conftest import FakeInstallations, Told, profile
from tests.bot.slack.handling.people import SITE, THREAD, People
from tests.bot.slack.handling.slack import FakeSlack
from tests.commands.scenes import write_norms
from tests.table import Table
from workflows.people import Role


async def test_somebody_who_mentions_concord_in_a_thread_is_answered_there(
    people: People, slack: FakeSlack
) -> None:
    await people.hear("app_mention", user="amara", channel=CHANNEL, thread_ts=THREAD)

    assert [(w.user, w.channel, w.thread) for w in slack.whispers] == [("amara", CHANNEL, THREAD)]
    assert "Agree our norms" in people.reads("amara")


async def test_another_bot_that_mentions_concord_is_not_answered(
    people: People, slack: FakeSlack
) -> None:
    await people.hear("app_mention", user="UBOT2", bot_id="B2", channel=CHANNEL)

    assert slack.calls == []


async def test_whoever_lets_concord_into_the_channel_of_a_team_sees_its_card(
    people: People, slack: FakeSlack
) -> None:
    await people.hear("member_joined_channel", user="UBOT", inviter="maria", channel=CHANNEL)

    assert "Agree our norms" in people.reads("maria")
    assert [whisper.user for whisper in slack.whispers] == ["maria"]


async def test_whoever_lets_concord_into_a_free_channel_is_told_how_to_begin(
    people: People,
) -> None:
    await people.hear("member_joined_channel", user="UBOT", inviter="eve", channel="planning")

    assert "Set up Concord" in people.reads("eve")


async def test_others_who_come_into_a_channel_are_not_greeted(
    people: People, slack: FakeSlack, installations: FakeInstallations
) -> None:
    await people.hear("member_joined_channel", user="eve", inviter="maria", channel=CHANNEL)
    await people.hear("member_joined_channel", user="UBOT", channel=CHANNEL)
    installations.kept.clear()
    await people.hear("member_joined_channel", user="UBOT", inviter="maria", channel=CHANNEL)

    assert slack.calls == []


async def test_somebody_who_was_deactivated_is_off_their_teams_at_once(
    people: People, table: Table
) -> None:
    await write_norms(table)

    await people.hear("user_change", user={"id": "maria", **profile("María"), "deleted": True})

    team, running = await table.team(), await table.conversation("norms")
    joan, amara = await table.member("Joan Fields"), await table.member("Amara Obi")
    assert [member.name for member in team.leads] == ["Joan Fields"]
    assert "María Ortega" not in [member.name for member in team.present]
    assert running.facilitator in {joan, amara}
    assert not running.people[await table.member("María Ortega")].here


async def test_the_last_lead_who_was_deactivated_leaves_a_lead_behind(
    people: People, table: Table
) -> None:
    for who in ("maria", "joan"):
        await people.hear("user_change", user={"id": who, "deleted": True})

    (lead,) = (await table.team()).leads
    assert Role.LEAD in lead.roles


async def test_somebody_who_was_deactivated_can_do_nothing_any_more(people: People) -> None:
    await people.hear("user_change", user={"id": "dev", "deleted": True})

    await people.type("dev", "norms start")

    assert "You are not on the team “Leadership team” yet." in people.reads("dev")


async def test_somebody_unknown_who_was_deactivated_is_not_met_by_that(
    people: People, table: Table
) -> None:
    before = await table.kept()

    await people.hear("user_change", user={"id": "eve", "deleted": True})

    assert await table.kept() == before


async def test_somebody_who_changed_their_profile_is_looked_up_anew(
    people: People, slack: FakeSlack
) -> None:
    await people.type("lucia", "home")
    slack.profiles["lucia"] = profile("Lucía Ramos", "en", is_restricted=True)

    await people.hear("user_change", user={"id": "lucia"})
    await people.type("lucia", "home")

    assert "se guarda para Lincoln Schools" in people.reads("lucia")


async def test_nothing_is_sent_to_a_workspace_that_put_concord_out(
    people: People, installations: FakeInstallations, told: Told
) -> None:
    await people.hear("app_uninstalled")

    assert installations.ended == [("T1", "")]
    assert told.forgotten == [SITE]


async def test_an_organisation_that_puts_concord_out_does_so_everywhere(
    people: People, installations: FakeInstallations
) -> None:
    people.site = Site(TeamId("T1"), OrgId("E1"), is_org_wide=True)

    await people.hear("app_uninstalled")

    assert installations.ended == [("", "E1")]


async def test_only_the_token_of_the_bot_ends_an_installation(
    people: People, installations: FakeInstallations
) -> None:
    await people.hear("tokens_revoked", tokens={"oauth": ["maria"]})
    after_one_person = list(installations.ended)

    await people.hear("tokens_revoked", tokens={"oauth": [], "bot": ["UBOT"]})

    assert (after_one_person, installations.ended) == ([], [("T1", "")])


async def test_an_organisation_lets_concord_into_workspaces_and_out_again(
    people: People, told: Told
) -> None:
    people.site = replace(SITE, org=OrgId("E1"), is_org_wide=True)

    await people.hear("team_access_granted", team_ids=["T5", "T6", 7])
    await people.hear("team_access_revoked", team_ids=["T5"])
    await people.hear("team_access_revoked", team_ids="T6")

    assert (told.granted, told.revoked) == (["T5", "T6"], ["T5"])
    assert told.forgotten == [people.site] * 3


async def test_an_event_that_is_none_of_our_business_leads_to_nothing(people: People) -> None:
    ack = await people.hear("reaction_added", user="maria")

    assert (ack.body, ack.after) == (None, None)
