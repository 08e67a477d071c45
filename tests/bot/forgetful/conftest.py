"""A platform that makes a second message when it is asked twice, and a sender to it."""

import pytest

from bot.delivery import Sender
from storage.database import Database
from storage.work import Work
from tests.bot.forgetful.slack_mail import SLACK, Send
from tests.bot.mail import draw, keep_workspaces
from tests.fakes.platform import FakePlatform
from workflows.deliveries import Delivery
from workflows.notices import Mishap
from workflows.people import Platform


@pytest.fixture
def platform() -> FakePlatform:
    """The platform that all messages go to."""
    return FakePlatform()


@pytest.fixture
def told() -> list[Mishap]:
    """What the leads are told of."""
    return []


@pytest.fixture
async def send(database: Database, platform: FakePlatform, told: list[Mishap]) -> Send:
    """Claims what is due in a workspace of Slack's, and tries to send it, one after another."""

    def tell(_work: Work, _delivery: Delivery, mishap: Mishap) -> None:
        told.append(mishap)

    await database.run(keep_workspaces)
    await database.run(lambda work: work.workspaces.add(SLACK))
    platforms = {Platform.SLACK: platform, Platform.WEB: platform}
    sender = Sender(database, platforms, draw, owner="first", tell=tell, chance=lambda: 0.5)

    async def send_all() -> None:
        for delivery in await sender.claim(20):
            await sender.send(delivery)

    return send_all
