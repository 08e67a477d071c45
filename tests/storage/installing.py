"""A workspace and an organisation that let Concord in, with tokens that stand for sealed ones."""

from datetime import timedelta

from storage.installations import Claim, SealedInstallation
from storage.work import Work
from tests.databases import START

SOON = START + timedelta(hours=1)
LATER = START + timedelta(hours=12)
LEASE = timedelta(minutes=2)

SEALED, SEALED_TOO = "sealed once", "sealed twice"
NEW, NEW_TOO = "new once", "new twice"

IN_RIVERSIDE = SealedInstallation(
    team="T1",
    org="",
    name="Riverside",
    app="A1",
    bot_user="U1",
    bot="B1",
    installer="U2",
    scopes=("chat:write", "commands"),
    bot_token=SEALED,
    refresh_token=SEALED_TOO,
    expires_at=SOON,
)
IN_THE_DISTRICT = SealedInstallation(
    team="",
    org="E1",
    name="District",
    app="A1",
    bot_user="U3",
    bot="B3",
    installer="U4",
    scopes=("commands",),
    bot_token=SEALED,
)


def save_riverside(work: Work) -> None:
    """Keep Riverside's first installation."""
    work.installations.save(IN_RIVERSIDE, at=work.now, generation="first")


def claim(work: Work) -> Claim | None:
    """Claim what expires within two hours."""
    before = work.now + timedelta(hours=2)
    return work.installations.claim(before=before, now=work.now, until=work.now + LEASE)


def renew(work: Work, generation: str = "first") -> bool:
    """Keep new tokens for the installation that was claimed."""
    return work.installations.renew(
        generation, bot_token=NEW, refresh_token=NEW_TOO, expires_at=LATER
    )


def end_riverside(work: Work) -> None:
    """Note that Riverside's installation is over."""
    work.installations.end("T1", at=work.now, youngest=work.now)
