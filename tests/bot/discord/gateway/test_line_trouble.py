"""The line to Discord comes back after every trouble, and says so where there is no use in it."""

import asyncio

import pytest
from discord.http import Route
from structlog.testing import capture_logs

from bot.platforms.discord.gateway.line import Line, LineLostError
from bot.platforms.discord.gateway.pace import LONGEST_PAUSE
from tests.bot.discord.gateway.office import Office, connected, line_of, until_ready
from tests.fakes.discord.gateway import FakeGateway, Welcome
from tests.fakes.discord.gateway_payloads import APPLICATION, interaction, server

HALF_AN_HOUR = 1800.0
A_DAY = 86400.0


async def heard_again(office: Office, gateway: FakeGateway) -> None:
    """Let somebody do something, and wait until it is heard."""
    await gateway.tell("INTERACTION_CREATE", interaction())
    await office.has_heard(len(office.heard) + 1)


async def test_what_was_missed_is_told_after_the_line_was_cut(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office) as line:
        await heard_again(office, gateway)
        await gateway.tell_later("INTERACTION_CREATE", interaction(locale="fr"))
        gateway.cut()
        await gateway.has_sessions(1, resumed=1)
        await office.has_heard(2)
        await until_ready(line)

    assert [it.language for it in office.heard] == ["en-US", "fr"], "nothing is told twice"
    assert office.pauses == []


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4009])
async def test_the_session_goes_on_after_discord_closed_it(
    office: Office, gateway: FakeGateway, code: int
) -> None:
    async with connected(office):
        await gateway.close(code)
        await gateway.has_sessions(1, resumed=1)
        await heard_again(office, gateway)


async def test_the_session_goes_on_when_discord_asks_to_reconnect(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office):
        await gateway.ask_to_reconnect()
        await gateway.has_sessions(1, resumed=1)
        await heard_again(office, gateway)


async def test_the_session_goes_on_when_only_the_connection_was_not_good(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office):
        await gateway.invalidate(is_resumable=True)
        await gateway.has_sessions(1, resumed=1)
        await heard_again(office, gateway)


async def test_a_new_session_begins_when_the_old_one_is_not_good(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office) as line:
        await gateway.invalidate(is_resumable=False)
        await gateway.has_sessions(2)
        await until_ready(line)
        await heard_again(office, gateway)

    assert office.prepared == [APPLICATION], "only once"


async def test_a_new_session_begins_when_the_old_one_is_forgotten(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office):
        gateway.welcomes.append(Welcome.INVALID)
        gateway.cut()
        await gateway.has_sessions(2)
        await heard_again(office, gateway)


async def test_a_line_that_is_silent_is_made_anew(office: Office, gateway: FakeGateway) -> None:
    async with connected(office, silence=0.2):
        await gateway.has(lambda it: bool(it.resumed))


async def test_the_end_does_not_wait_for_a_goodbye_that_does_not_come(
    office: Office, gateway: FakeGateway
) -> None:
    gateway.welcomes.append(Welcome.DEAFNESS)

    async with connected(office) as line:
        pass

    assert line.http() is None


async def test_the_end_may_come_before_the_beginning(office: Office) -> None:
    line = line_of(office)

    line.stop()
    await line.run()

    assert line.application == ""


async def test_a_second_ready_does_nothing_twice(office: Office, gateway: FakeGateway) -> None:
    async with connected(office):
        await gateway.ready_again()
        await gateway.tell("GUILD_CREATE", server())
        await office.has_met(2)
        await heard_again(office, gateway)

    assert office.prepared == [APPLICATION]
    assert len(office.heard) == 1


async def test_the_first_connection_may_fail(office: Office, gateway: FakeGateway) -> None:
    gateway.welcomes.append(Welcome.CUT)

    async with connected(office):
        await heard_again(office, gateway)

    assert office.pauses == [1.0]
    assert office.prepared == [APPLICATION], "only once"


async def test_the_line_may_break_before_the_first_session(
    office: Office, gateway: FakeGateway
) -> None:
    gateway.welcomes.extend([Welcome.CUT_AFTER_HELLO, 4000])

    async with connected(office):
        await heard_again(office, gateway)


async def test_discord_is_heard_again_after_half_an_hour(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office) as line:
        http = line.http()
        gateway.away = 80
        gateway.welcomes.append(Welcome.REFUSED)
        gateway.cut()
        await gateway.has_sessions(2)
        await heard_again(office, gateway)
        assert line.http() is http, "what Discord said about its limits is not forgotten"

    assert office.pauses[:8] == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, LONGEST_PAUSE, LONGEST_PAUSE]
    assert HALF_AN_HOUR < sum(office.pauses) < 2 * HALF_AN_HOUR
    assert office.prepared == [APPLICATION], "only once"


async def test_messages_can_be_sent_while_there_is_no_connection(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office) as line:
        gateway.otherwise = Welcome.REFUSED
        gateway.cut()
        await until_ready(line, is_so=False)
        http = line.http()
        assert http is not None
        assert (await http.request(Route("GET", "/users/@me")))["username"] == "concord"


async def test_discord_can_be_called_again_after_a_wait_that_nobody_ended(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office) as line:
        http = line.http()
        assert http is not None
        http._global_over.clear()  # noqa: SLF001 - what is left of a request that was cut off
        gateway.welcomes.append(Welcome.REFUSED)
        gateway.cut()
        await gateway.has_sessions(2)
        assert (await http.request(Route("GET", "/users/@me")))["username"] == "concord"


async def test_a_session_that_never_gets_ready_is_given_up(
    office: Office, gateway: FakeGateway
) -> None:
    gateway.welcomes.append(Welcome.SILENCE)
    line = line_of(office, up=0.3)

    async with asyncio.TaskGroup() as group:
        group.create_task(line.run())
        await gateway.has_sessions(2)
        await until_ready(line)
        line.stop()

    assert office.pauses == [1.0]


async def test_discord_may_be_ill_at_the_login(office: Office, gateway: FakeGateway) -> None:
    gateway.login_status = 503
    line = line_of(office)

    with capture_logs() as lines:
        async with asyncio.TaskGroup() as group:
            group.create_task(line.run())
            await gateway.has(lambda it: len(it.asked) == 3)
            gateway.login_status = 200
            await until_ready(line)
            line.stop()

    assert {"event": "discord_unreachable", "status": 503}.items() <= lines[0].items()


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_an_operator_is_told_when_discord_will_not_have_us(
    office: Office, gateway: FakeGateway, code: int
) -> None:
    gateway.welcomes.append(code)

    with pytest.raises(LineLostError, match=r"^[A-Z].* .*\.$"):
        await line_of(office).run()

    assert office.pauses == []
    assert len(gateway.asked) == 1


async def test_an_operator_is_told_that_the_token_is_wrong(
    office: Office, gateway: FakeGateway
) -> None:
    gateway.login_status = 401

    with pytest.raises(LineLostError, match="copy it once more"):
        await line_of(office).run()

    assert len(gateway.asked) == 1, "asking again makes it worse"


async def test_an_operator_is_told_that_the_token_was_replaced_meanwhile(
    office: Office, gateway: FakeGateway
) -> None:
    async with asyncio.TaskGroup() as group:
        line = line_of(office)
        running = group.create_task(lost(line))
        await until_ready(line)
        gateway.welcomes.append(Welcome.REFUSED)
        gateway.login_status = 401
        gateway.cut()

        assert "copy it once more" in await running


async def lost(line: Line) -> str:
    """Run a line until it is lost, and return what an operator is told."""
    with pytest.raises(LineLostError) as caught:
        await line.run()
    return str(caught.value)


async def test_a_bot_that_is_sent_away_for_hours_keeps_its_token(
    office: Office, gateway: FakeGateway
) -> None:
    gateway.otherwise = Welcome.INVALID
    line = line_of(office)

    async with asyncio.TaskGroup() as group:
        group.create_task(line.run())
        await gateway.has(lambda _: office.seconds >= A_DAY / 4)
        line.stop()

    assert 100 < len(gateway.identified) < 250, "Discord allows 1000 new sessions in a day"


async def test_discord_is_not_rushed_when_it_sends_us_away_each_time(
    office: Office, gateway: FakeGateway
) -> None:
    gateway.welcomes.extend([Welcome.CUT_AFTER_HELLO] * 4)

    async with connected(office, between=5.0):
        pass

    assert office.pauses == [5.0] * 5
