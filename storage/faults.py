"""Turns what database drivers raise into our own errors, without a word of what was being kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, InterfaceError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from storage.errors import ConflictError, RefusedError, StorageError, UnavailableError

_CONFLICTS: Final = frozenset(
    {
        "SQLITE_CONSTRAINT_UNIQUE",
        "SQLITE_CONSTRAINT_PRIMARYKEY",
        "SQLITE_CONSTRAINT_FOREIGNKEY",  # what it hangs on has just gone
        "23505",  # unique_violation
        "23503",  # foreign_key_violation
        "40001",  # serialization_failure
        "40P01",  # deadlock_detected
    }
)
_OUT_OF_REACH: Final = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_IOERR",
    "SQLITE_FULL",
    "SQLITE_CANTOPEN",
    "SQLITE_READONLY",
    "08",  # connection exceptions
    "25P03",  # idle_in_transaction_session_timeout
    "53",  # insufficient resources
    "55P03",  # lock_not_available
    "57",  # operator intervention: shutting down, starting up, statement_timeout
)


@contextmanager
def faults_translated() -> Iterator[None]:
    """Raise errors of storage in place of the drivers'.

    The drivers' texts may hold what a person typed: PostgreSQL shows the whole row that it refused.
    So they are left behind, also as a cause, and ours carry a code only.
    """
    fault: StorageError
    try:
        yield
    except StatementError as error:
        fault = _fault_of(error).with_traceback(error.__traceback__)
    except (OSError, PoolTimeoutError) as error:
        fault = UnavailableError(type(error).__name__)
    except StopIteration:
        # No future can hold it: whoever waits for the work would wait for ever. And with it as a
        # cause, contextlib would take the new error for Python's own stand-in and raise the old.
        raise RuntimeError("a function of work has run out of items") from None
    else:
        return
    raise fault from None


def _fault_of(error: StatementError) -> StorageError:
    if isinstance(error.orig, StorageError):
        return error.orig
    code = _code_of(error)
    if code in _CONFLICTS:
        return ConflictError(code)
    if code.startswith(_OUT_OF_REACH) or _lost(error):
        return UnavailableError(code)
    return RefusedError(code)


def _code_of(error: StatementError) -> str:
    """Return SQLite's name of an error, PostgreSQL's SQLSTATE, or the name of its class."""
    name = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None)
    return str(name or type(error.orig).__name__)


def _lost(error: StatementError) -> bool:
    """Return whether the connection broke while it was used."""
    return isinstance(error, InterfaceError) or (
        isinstance(error, DBAPIError) and error.connection_invalidated
    )
