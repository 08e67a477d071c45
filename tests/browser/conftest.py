"""What browser tests stand on: a browser, a running Concord, and an eye on what goes wrong."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import NoChromiumError, chromium
from tests.browser.program import Concord, running
from tests.browser.windows import Windows


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium. It ends with the module, before tests come that need an event loop."""
    try:
        with chromium() as browser:
            yield browser
    except NoChromiumError as error:
        pytest.fail(str(error), pytrace=False)


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
