"""Keeps two processes from serving the same SQLite file."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from storage.engines import sqlite_file
from storage.errors import TakenError


@contextmanager
def sole_server(url: str) -> Iterator[None]:
    """Be the only process that serves a SQLite file, or raise TakenError.

    The lock lies in a file beside it and belongs to the process: it ends with the process, however
    that ends. PostgreSQL may be served by many, so there it means nothing.
    """
    file = sqlite_file(url)
    if file is None:
        yield
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_name(f"{file.name}.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TakenError from None
        yield
