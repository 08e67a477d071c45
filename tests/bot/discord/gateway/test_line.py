"""Discord is heard through a real connection, which is opened once and ended in good order."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.platforms.discord.gateway.line import Line
from bot.platforms.discord.ports import Kind
from tests.bot.discord.gateway.office import Office, connected, line_of, until_ready
from tests.fakes.discord.gateway import FakeGateway
from tests.fakes.discord.gateway_payloads import APPLICATION, SERVER, interaction, server

OTHER = "100000000000000002"


async def test_what_somebody_does_is_handed_over(office: Office, gateway: FakeGateway) -> None:
    async with connected(office):
        await gateway.tell("INTERACTION_CREATE", interaction(locale="es-419"))
        await office.has_heard(1)

    (heard,) = office.heard
    assert (heard.kind, heard.server, heard.server_name) == (Kind.COMMAND, SERVER, "Riverside")
    assert (heard.by.name, heard.language) == ("Ana Lee", "es-419")


async def test_discord_is_asked_for_nothing_that_needs_its_permission(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office):
        pass

    (asked,) = gateway.identified
    assert asked["intents"] == 1, "servers, and neither members nor messages"


async def test_an_operator_sees_when_discord_can_be_heard(
    office: Office, gateway: FakeGateway
) -> None:
    line = line_of(office)
    assert not line.is_ready()
    assert line.http() is None
    assert line.application == ""

    async with asyncio.TaskGroup() as group:
        running = group.create_task(line.run())
        await until_ready(line)
        assert line.http() is not None
        assert line.application == APPLICATION
        line.stop()
        await running

    assert not line.is_ready()
    assert line.http() is None
    assert gateway.last_close == 1000


async def test_a_line_without_a_token_is_not_opened(office: Office) -> None:
    with pytest.raises(ValueError, match="a token is needed"):
        Line(" ", office)


async def test_each_server_is_told_about_with_its_name(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office):
        await gateway.tell("GUILD_CREATE", server(OTHER, "Hillside", unavailable=None))
        await office.has_met(2)
        await gateway.tell("GUILD_UPDATE", server(OTHER, "Hilltop"))
        await gateway.tell("GUILD_UPDATE", server(OTHER, "Hilltop", features=["NEWS"]))
        await office.has_met(3)

    assert office.met == [(SERVER, "Riverside"), (OTHER, "Hillside"), (OTHER, "Hilltop")]


async def test_a_server_that_put_concord_out_is_told_about_and_one_that_is_away_is_not(
    office: Office, gateway: FakeGateway
) -> None:
    gateway.servers.append(server(OTHER, "Hillside"))

    async with connected(office):
        await gateway.tell("GUILD_DELETE", {"id": SERVER, "unavailable": True})
        await gateway.tell("GUILD_DELETE", {"id": OTHER})
        await office.has(lambda it: bool(it.left))

    assert office.left == [OTHER]


async def test_a_server_that_is_back_is_told_about_again(
    office: Office, gateway: FakeGateway
) -> None:
    async with connected(office):
        await gateway.tell("GUILD_DELETE", {"id": SERVER, "unavailable": True})
        await gateway.tell("GUILD_CREATE", server())
        await office.has_met(2)

    assert office.met == [(SERVER, "Riverside")] * 2
    assert office.left == []


async def test_a_failure_is_logged_once_and_the_next_one_is_heard(
    office: Office, gateway: FakeGateway
) -> None:
    async def fail() -> None:
        raise ConnectionError("what Ana typed")

    office.answer = fail

    with capture_logs() as lines:
        async with connected(office):
            for number in (1, 2):
                await gateway.tell("INTERACTION_CREATE", interaction())
                await office.has_heard(number)

    failures = [line for line in lines if line["log_level"] == "error"]
    assert [line["event"] for line in failures] == ["discord_work_failed"] * 2
    assert {line["what"] for line in failures} == {"interaction 2"}
    assert len(gateway.identified) == 1


async def test_an_event_of_an_odd_shape_does_not_end_the_line(
    office: Office, gateway: FakeGateway
) -> None:
    with capture_logs() as lines:
        async with connected(office):
            await gateway.tell("INTERACTION_CREATE", {"id": "1"})
            await gateway.tell("INTERACTION_CREATE", interaction())
            await office.has_heard(1)

    assert [line["kind"] for line in lines if line["event"] == "discord_event_unreadable"] == [
        "INTERACTION_CREATE"
    ]
    assert len(gateway.identified) == 1


async def test_a_ping_and_what_nobody_did_are_left_alone(
    office: Office, gateway: FakeGateway
) -> None:
    nobody = interaction()
    del nobody["member"]

    with capture_logs() as lines:
        async with connected(office):
            await gateway.tell("INTERACTION_CREATE", interaction(1))
            await gateway.tell("INTERACTION_CREATE", nobody)
            await gateway.tell("INTERACTION_CREATE", interaction())
            await office.has_heard(1)

    unknown = [line for line in lines if line["event"] == "discord_interaction_unknown"]
    assert [line["type"] for line in unknown] == [1, 2]


async def test_everything_is_prepared_before_anything_is_heard(
    office: Office, gateway: FakeGateway
) -> None:
    connections: list[int] = []

    async def look() -> None:
        connections.append(len(gateway.identified))

    office.prepare = look

    async with connected(office):
        pass

    assert office.prepared == [APPLICATION]
    assert connections == [0]


async def test_people_are_heard_although_something_could_not_be_prepared(
    office: Office, gateway: FakeGateway
) -> None:
    async def fail() -> None:
        raise ConnectionError

    office.prepare = fail

    with capture_logs() as lines:
        async with connected(office):
            await gateway.tell("INTERACTION_CREATE", interaction())
            await office.has_heard(1)

    assert "discord_not_prepared" in [line["event"] for line in lines]


async def test_an_operator_is_told_that_discord_sends_everything_elsewhere(
    office: Office, gateway: FakeGateway
) -> None:
    gateway.endpoint = "https://concord.example.org/interactions"

    with capture_logs() as lines:
        async with connected(office):
            pass

    assert "discord_interactions_go_elsewhere" in [line["event"] for line in lines]


async def test_what_is_under_way_is_finished_at_the_end_and_nothing_new_begun(
    office: Office, gateway: FakeGateway
) -> None:
    may_go_on, done = asyncio.Event(), list[str]()

    async def slowly() -> None:
        await may_go_on.wait()
        done.append("answered")

    office.answer = slowly

    async with connected(office) as line:
        await gateway.tell("INTERACTION_CREATE", interaction())
        await office.has_heard(1)
        line.stop()
        await asyncio.sleep(0)
        await gateway.tell("INTERACTION_CREATE", interaction())
        await gateway.tell("GUILD_DELETE", {"id": SERVER})
        await asyncio.sleep(0.02)  # it is on its way; if it comes later, it is not heard
        assert line.http() is not None, "what is under way may still answer"
        may_go_on.set()

    assert done == ["answered"]
    assert len(office.heard) == 1
    assert office.left == []


async def test_what_never_ends_is_cut_off_at_the_end(office: Office, gateway: FakeGateway) -> None:
    async def forever() -> None:
        await asyncio.Event().wait()

    office.answer = forever

    with capture_logs() as lines:
        async with connected(office, grace=0.01):
            await gateway.tell("INTERACTION_CREATE", interaction())
            await office.has_heard(1)

    assert [line["count"] for line in lines if line["event"] == "discord_work_cut_off"] == [1]


async def test_nothing_is_left_behind_when_the_program_ends_because_of_another_part(
    office: Office, gateway: FakeGateway
) -> None:
    ended: list[str] = []

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("answer")

    async def fail() -> None:
        await gateway.has_sessions(1)
        await gateway.tell("INTERACTION_CREATE", interaction())
        await office.has_heard(1)
        raise ConnectionError

    office.answer = forever
    line = line_of(office)

    async def program() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(line.run())
            group.create_task(fail())

    with pytest.raises(ExceptionGroup):
        await program()

    assert ended == ["answer"]
    assert line.http() is None
