"""Fixtures for the tests of what people do in Discord."""

import pytest

from tests.bot.discord.handling.office import Office


@pytest.fixture
def office() -> Office:
    """The handlers, and all that they work with."""
    return Office()
