"""One partnership in the local workspace, in Slack and in Discord at once, from end to end."""

from dataclasses import dataclass, field

import pytest

from bot.delivery import Sender
from bot.platforms.port import InChannel, InPrivate
from commands.outgoing import draw
from commands.practice import CHANNEL
from tests.commands.abroad import (
    DISCORD,
    IN_DISCORD,
    IN_SLACK,
    SLACK,
    arrives_in,
    links_account,
    links_channel,
    opens_abroad,
    sits_down,
)
from tests.commands.scenes import EVERYONE, merge_norms, write_norms
from tests.fakes.platform import FakePlatform, Shown
from tests.table import Table
from workflows import asks
from workflows.people import Platform
from workflows.records import Decision

CHANNELS = {Platform.WEB: CHANNEL, Platform.SLACK: IN_SLACK, Platform.DISCORD: IN_DISCORD}
ABROAD = {"kim": IN_SLACK, "lou": IN_DISCORD}
"""Who is on the team from elsewhere, and where."""


@dataclass
class Ports:
    """Three platforms, and what brings messages to them."""

    table: Table
    platforms: dict[Platform, FakePlatform] = field(
        default_factory=lambda: {platform: FakePlatform() for platform in Platform}
    )

    async def carry(self) -> None:
        """Send all that waits; what has to wait for another message is sent later."""
        for _ in range(3):
            sender = Sender(
                self.table.database,
                self.platforms,
                lambda work, delivery: draw(work, self.table.library, delivery),
                owner="ports",
            )
            while claimed := await sender.claim(50):
                for delivery in claimed:
                    await sender.send(delivery)
            await self.table.later(minutes=1)

    def in_channel(self, platform: Platform) -> list[tuple[InChannel, Shown]]:
        """Return what stands in channels of a platform, and where."""
        shown = self.platforms[platform].messages.values()
        return [(one.place, one) for one in shown if isinstance(one.place, InChannel)]

    def in_private(self, platform: Platform, who: str) -> list[str]:
        """Return what somebody was told in private on a platform."""
        shown = self.platforms[platform].messages.values()
        return [
            one.view.summary
            for one in shown
            if isinstance(one.place, InPrivate) and one.place.external_id == who
        ]


@pytest.fixture
async def table(table: Table) -> Table:
    """A team of ten with three homes: eight are in the local workspace, Kim and Lou elsewhere.

    Amara has an account in Slack as well, and María one in Discord.
    """
    await opens_abroad(table)
    for who, at in ABROAD.items():
        await links_channel(table, who, at)
        await sits_down(table, who, at)
    arrives_in(table, SLACK, "U-AMARA", "Amara O.")
    arrives_in(table, DISCORD, "9001", "maria")
    await links_account(table, "amara", "U-AMARA")
    await links_account(table, "9001", "maria")
    return table


@pytest.fixture
def ports(table: Table) -> Ports:
    """The three platforms."""
    return Ports(table)


async def takes_part(table: Table, who: str, workflow: str, at: str) -> None:
    """Open a conversation of the team in a channel."""
    await table.sends(who, asks.take_part((await table.conversation(workflow)).id), at=at)


async def test_the_norms_are_agreed_by_all_and_stand_in_all_homes(
    table: Table, ports: Ports
) -> None:
    await write_norms(table)
    await takes_part(table, "U-AMARA", "norms", IN_SLACK)
    await table.fills("U-AMARA", at=IN_SLACK, idea_logistics="Noon, from Slack.")
    await takes_part(table, "lou", "norms", IN_DISCORD)
    await table.fills("lou", at=IN_DISCORD, idea_logistics="Noon, from Discord.")
    await table.takes_part("maria", "norms")
    await merge_norms(table)
    await ports.carry()
    await table.presses("maria", "Go on: Can everyone live with it?")
    for who in EVERYONE:
        await table.takes_part(who, "norms")
        await table.fills(who, norm_stance="agree")
    while_two_are_missing = await table.records()
    for who, at in ABROAD.items():
        await takes_part(table, who, "norms", at)
        await table.fills(who, at=at, norm_stance="agree")
    await ports.carry()

    assert while_two_are_missing == ()
    assert (await table.record("Group norms")).current.number == 1
    homes = [
        [(one.view, one.pinned, bool(at.thread)) for at, one in ports.in_channel(platform)]
        for platform in Platform
    ]
    assert homes[0] == homes[1] == homes[2]
    titles = [view.title for view, pinned, _ in homes[0] if pinned]
    assert titles == ["Lincoln Schools Partnership · Leadership team", "Group norms"]
    replies = repr([view for view, _, in_thread in homes[1] if in_thread])
    assert ("Noon, from Slack." in replies, "Noon, from Discord." in replies) == (True, True)
    assert {p: {at.channel for at, _ in ports.in_channel(p)} for p in Platform} == {
        platform: {channel} for platform, channel in CHANNELS.items()
    }


async def test_a_person_with_two_accounts_has_one_voice(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")
    await table.fills("amara", idea_logistics="From the browser.")

    await takes_part(table, "U-AMARA", "norms", IN_SLACK)

    running = await table.conversation("norms")
    assert len(running.people) == 10
    assert sum(bool(place.answers) for place in running.people.values()) == 1
    await table.takes_part("maria", "norms")
    await table.presses("maria", "Where we stand")
    assert "of 10" in table.text("maria")


async def test_a_decision_is_made_from_everywhere_and_marks_count_once(
    table: Table, ports: Ports
) -> None:
    await table.asks("joan", "decide start")
    await table.fills(
        "joan",
        title="The early-release days",
        parties=("District administration", "Educators' association"),
        accountable="Kim Sato",
        decide_by="2026-02-02",
    )
    await table.fills("joan", pace="now")
    voices = {**dict.fromkeys(EVERYONE, CHANNEL), **ABROAD, "amara": IN_SLACK}
    accounts = {who: "U-AMARA" if who == "amara" else who for who in voices}
    for who, at in voices.items():
        await takes_part(table, accounts[who], "decision", at)
        await table.fills(accounts[who], at=at, expected="heard-a", wished="shared")
    await takes_part(table, "kim", "decision", IN_SLACK)
    await table.fills("kim", at=IN_SLACK, level="explained-a", reason="The law says so.")
    await table.fills("kim", at=IN_SLACK, outcome="We use them.", review_on="2026-03-02")
    for who, at in voices.items():
        await takes_part(table, accounts[who], "decision", at)
        await table.fills(accounts[who], at=at, support="yes")
    await ports.carry()

    content = (await table.record("Decision: The early-release days")).current.content
    assert isinstance(content, Decision)
    assert content.accountable == await table.member("Kim Sato")
    assert sum(content.expected.values()) == 10
    for platform in Platform:
        titles = [one.view.title for _, one in ports.in_channel(platform)]
        assert "Decision: The early-release days" in titles


async def test_a_call_goes_to_one_account_of_a_person(table: Table, ports: Ports) -> None:
    arrives_in(table, DISCORD, "zoe", "Zoe Park")
    await table.later(hours=2)
    await table.asks("9001", "home", at=IN_DISCORD)

    await table.asks("zoe", "team join", at=IN_DISCORD)
    await ports.carry()

    asked = "Zoe Park asks to join the team Leadership team."
    assert asked in ports.in_private(Platform.DISCORD, "9001")
    assert asked not in ports.in_private(Platform.WEB, "maria")
