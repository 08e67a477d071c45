"""What can go wrong with what is kept.

StorageError
├── NotFoundError          nothing is kept under this id
├── ConflictError          somebody else was first; trying again may help
├── UnavailableError       the database is gone, locked or too slow; try again later
├── UnstorableTextError    a text that not every database can keep
├── TakenError             another process works with this database
├── NotEmptyError          an archive can be read into an empty database only
├── UnreadableSecretError  none of the keys opens a sealed text
└── RefusedError           the database refused a statement: a mistake of ours
"""

import inspect


class StorageError(Exception):
    """Something went wrong with what is kept."""

    def __init__(self, detail: str = "") -> None:
        """Take a detail for the log: a code or the name of a table, never what a person typed."""
        words = inspect.getdoc(type(self)) or ""
        super().__init__(f"{words} ({detail})" if detail else words)


class NotFoundError(StorageError):
    """This is not here, or not any more."""


class ConflictError(StorageError):
    """Somebody else changed this at the same moment."""


class UnavailableError(StorageError):
    """What is kept cannot be reached right now."""


class UnstorableTextError(StorageError):
    """This text has characters that cannot be kept."""


class TakenError(StorageError):
    """Another Concord is already at work with this database."""


class NotEmptyError(StorageError):
    """Somebody is in this database already; an archive needs an empty one."""


class UnreadableSecretError(StorageError):
    """None of the secret keys opens what is kept here; the key that sealed it is missing."""


class RefusedError(StorageError):
    """The database did not accept a statement."""
