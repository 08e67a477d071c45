"""Concord as a program in Discord: it says where it is, and why it ends."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from bot.commandline.run import run
from tests.bot.starting import start
from tests.fakes.discord.gateway import FakeGateway

TOKEN = f"{'M' * 24}.{'a' * 6}.{'b' * 27}"

pytestmark = pytest.mark.usefixtures("empty_folder")


@pytest.fixture
def gateway(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGateway]:
    """A Discord that lets nobody in, and answers while the test waits for the program."""
    gateway, ready, loop = FakeGateway(), threading.Event(), asyncio.new_event_loop()
    gateway.login_status = 401
    over = asyncio.Event()

    async def answer() -> None:
        async with gateway.running():
            ready.set()
            await over.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(answer(),))
    thread.start()
    ready.wait()
    gateway.point(monkeypatch)
    yield gateway
    loop.call_soon_threadsafe(over.set)
    thread.join()
    loop.close()


@pytest.mark.usefixtures("gateway")
def test_an_operator_whose_token_is_wrong_reads_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCORD_DISCORD_BOT_TOKEN", TOKEN)
    monkeypatch.setattr("uvloop.run", asyncio.run)  # beside a second loop, uvloop does not close

    ended = CliRunner().invoke(run)

    assert ended.exit_code == 1
    assert ended.output.splitlines()[-1] == (
        "Concord has ended. Discord does not take the bot's token: copy it once more from the "
        "Developer Portal."
    )
    assert TOKEN not in ended.output


def test_an_operator_reads_where_concord_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCORD_DISCORD_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("CONCORD_LOCAL_WORKSPACE", "true")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")  # nothing of Discord's is called

    with start() as program:
        assert program.stdout
        line = program.stdout.readline()
        program.terminate()

    assert line.startswith("Concord is ready for Discord, people at this computer (http://127.")
