"""A workspace and an organisation that have let Concord in."""

from datetime import timedelta

from bot.platforms.slack.ports import Installation, OrgId, TeamId
from tests.databases import START

OLD_TOKEN, OLD_REFRESH_TOKEN = "xoxe.xoxb-old", "xoxe-old"

RIVERSIDE = Installation(
    team=TeamId("T1"),
    org=OrgId(""),
    name="Riverside",
    app="A1",
    bot_user="U1",
    bot="B1",
    installer="U2",
    scopes=("chat:write", "commands"),
    bot_token=OLD_TOKEN,
    refresh_token=OLD_REFRESH_TOKEN,
    expires_at=START + timedelta(minutes=90),
)
DISTRICT = Installation(
    team=TeamId(""),
    org=OrgId("E1"),
    name="District",
    app="A1",
    bot_user="U1",
    bot="B1",
    installer="U2",
    scopes=("commands",),
    bot_token=OLD_TOKEN,
)
