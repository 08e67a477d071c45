"""Starts the browser that plays the people."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.browser.program import ROOT

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


class NoChromiumError(Exception):
    """There is none; the message says in a sentence what to install."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a Chromium with a profile of its own. Raises NoChromiumError.

    While it runs, its event loop is in the way of any other in this thread.
    """
    path = _path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


def _path() -> str:
    script = [ROOT / "scripts" / "chromium"]
    found = subprocess.run(script, capture_output=True, text=True, check=False)
    if found.returncode:
        raise NoChromiumError(found.stderr.strip())
    return found.stdout.strip()
