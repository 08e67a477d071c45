"""The local workspace for tests, with everything around it made up."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.fakes.desk import FakeWorkspace


@pytest.fixture
def workspace() -> FakeWorkspace:
    """A workspace with Ana, Bo and Cy (who reads Spanish), and nothing said."""
    return FakeWorkspace()


@pytest.fixture
async def browser(workspace: FakeWorkspace) -> AsyncIterator[httpx.AsyncClient]:
    """A browser on a page of the workspace."""
    async with workspace.browser() as client:
        yield client
