"""What the stories in Slack stand on: a fake Slack, which is asked for its faults in the end."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.platforms.slack.sending import pacing
from tests.fakes.slack.server import FakeSlack
from tests.slack.pace import UNPACED


@pytest.fixture(autouse=True)
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Send without a pause; what paces messages has tests of its own."""
    for name, pace in UNPACED.items():
        monkeypatch.setattr(pacing, name, pace)


@pytest.fixture
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database of the kind that a parameter names."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest_asyncio.fixture
async def fake(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> AsyncIterator[FakeSlack]:
    """A Slack, in which nothing may be drawn against its rules, and nothing typed be logged."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with FakeSlack().running() as fake:
        yield fake
    assert fake.workspace.faults == []
    said = "".join([*capsys.readouterr(), caplog.text])
    assert [typed for typed in fake.workspace.typed if typed in said] == []
