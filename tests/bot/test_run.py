"""Concord as a program: it starts, says where, ends cleanly, and never runs twice."""

import signal
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.clock import SystemClock
from bot.platforms.serving import listen
from bot.workshop import OFFSET
from storage.database import open_database
from storage.lock import sole_server
from storage.schema import current, head
from tests.bot.starting import refusal, running

DATABASE = "sqlite:///data/concord.db"

pytestmark = pytest.mark.usefixtures("empty_folder")


def test_a_newcomer_can_open_the_address_as_soon_as_it_is_printed() -> None:
    with running() as concord:
        page = httpx.get(concord.address, follow_redirects=True)

    assert (page.status_code, "Leadership team" in page.text) == (200, True)
    assert current(DATABASE) == head()


def test_an_operator_runs_concord_on_a_database_server(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres_url)

    with running() as concord:
        page = httpx.get(concord.address, follow_redirects=True)

    assert page.status_code == 200
    assert not Path("data").exists()


async def test_a_tester_who_moved_the_clock_finds_it_moved_after_a_sudden_end() -> None:
    with running() as concord:
        async with httpx.AsyncClient(headers={"origin": concord.address}) as browser:
            moved = await browser.post(f"{concord.address}/as/joan/clock", data={"by": "1w"})
        concord.program.kill()

    database = open_database(DATABASE, clock=SystemClock().now, new_id=str)
    offset = await database.run(lambda work: work.settings.get(OFFSET))
    await database.close()
    assert moved.is_success
    assert offset == str(timedelta(weeks=1).total_seconds())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_operator_stops_concord_cleanly_while_a_page_is_open(number: signal.Signals) -> None:
    with running() as concord, httpx.Client(base_url=concord.address) as browser:
        page = browser.get("/", follow_redirects=True)
        with browser.stream("GET", f"{page.url.path}/stream") as stream:
            assert next(stream.iter_lines())
            concord.program.send_signal(number)
            _, log = concord.program.communicate(timeout=60)

    assert (concord.program.returncode, log) == (0, "")


def test_an_operator_cannot_start_concord_twice_on_the_same_data() -> None:
    with sole_server(DATABASE):
        code, words = refusal()

    assert code == 1
    assert words == (
        "Concord did not start. Another Concord is already at work with this database."
        " Try `python -m bot doctor`.\n"
    )


def test_an_operator_starts_concord_again_at_once_after_it_was_killed() -> None:
    with running() as concord:
        concord.program.kill()
        concord.program.wait(timeout=60)

        with running() as again:
            page = httpx.get(again.address, follow_redirects=True)

    assert page.status_code == 200


def test_an_operator_is_told_of_wrong_settings() -> None:
    Path("mine.toml").write_text("zone = 'Mars'\nprot = 1\n")

    code, words = refusal("--config", "mine.toml")

    assert code == 2
    assert words.splitlines() == [
        "zone in mine.toml cannot be used: write a time zone such as America/Chicago.",
        "prot in mine.toml is not a setting. Did you mean port?",
    ]


def test_an_operator_is_told_that_the_chosen_port_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with listen(0) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("CONCORD_PORT", str(port))
        code, words = refusal()

    assert code == 1
    assert words == (
        f"Concord did not start. Port {port} cannot be used: address already in use."
        " Try `python -m bot doctor`.\n"
    )


def test_an_operator_is_told_that_the_data_cannot_be_kept() -> None:
    Path("data").write_text("a file where the folder should be")

    code, words = refusal()

    assert (code, words) == (
        1,
        "Concord did not start. data cannot be used: File exists. Try `python -m bot doctor`.\n",
    )
