"""Seals all tokens with the newest of the secret keys, all of them or none."""

from bot.clock import SystemClock
from bot.settings import Settings
from storage.database import Database, open_database
from storage.errors import UnreadableSecretError
from storage.fresh_ids import new_id
from storage.installations import SealedInstallation
from storage.secrets import Keyring
from storage.work import Work


def _opened(settings: Settings) -> Database:
    """Return the database for a single piece of work; whoever opens it closes it."""
    return open_database(settings.database_url, clock=SystemClock().now, new_id=new_id)


async def reseal_all(settings: Settings) -> int:
    """Return how many installations were sealed anew; raise StorageError if that cannot be."""
    ring = Keyring(settings.secret_keys)

    def reseal(work: Work) -> int:
        found = work.installations.to_reseal()
        for each in found:
            work.installations.reseal(
                each.id,
                bot_token=ring.reseal(each.bot_token),
                refresh_token=ring.reseal(each.refresh_token),
            )
        return len(found)

    database = _opened(settings)
    try:
        return await database.run(reseal)
    finally:
        await database.close()


async def living(settings: Settings) -> tuple[SealedInstallation, ...]:
    """Return all installations as they are kept; raise StorageError if that cannot be."""
    database = _opened(settings)
    try:
        return await database.run(lambda work: work.installations.living())
    finally:
        await database.close()


def is_readable(installation: SealedInstallation, ring: Keyring) -> bool:
    """Return whether the keys open the tokens of an installation."""
    try:
        ring.unseal(installation.bot_token)
        ring.unseal(installation.refresh_token)
    except UnreadableSecretError:
        return False
    return True
