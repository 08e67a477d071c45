"""What browser tests stand on: a browser, a running Concord, and an eye on what goes wrong."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.program import ROOT, Concord, running
from tests.browser.windows import Windows

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium does nothing of its own accord, and runs where there is no screen and no sandbox."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium. It ends with the module, or its event loop would be in the way of others."""
    found = subprocess.run(
        [ROOT / "scripts" / "chromium"], capture_output=True, text=True, check=False
    )
    if found.returncode:
        pytest.fail(found.stderr.strip(), pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=list(QUIET)
        )
        yield chromium
        chromium.close()


@pytest.fixture
def windows(browser: Browser, concord: Concord) -> Iterator[Windows]:
    """Windows on Concord, each a person's own; whatever goes wrong in one fails the test."""
    windows = Windows(browser, concord.address)
    yield windows
    windows.close()
    assert windows.troubles == []


@pytest.fixture(scope="module")
def concord(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Concord]:
    """A running Concord with the practice team, in English or in the language of a parameter."""
    folder = tmp_path_factory.mktemp("concord")
    with running(folder, language=getattr(request, "param", "en")) as concord:
        yield concord
