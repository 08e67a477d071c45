"""Concord as a program of its own, as people run it, on a free port and with an empty database."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.platforms.serving import listen

ROOT = Path(__file__).parents[2]
GRACE_SECONDS = 20


class Concord:
    """The program, which can be killed and started again; it keeps its address and its data."""

    def __init__(self, folder: Path, *, language: str = "en") -> None:
        with listen(0) as free:
            self._port = str(free.getsockname()[1])
        self._folder = folder
        self.language = language
        self._log = folder / "log.txt"

    @property
    def address(self) -> str:
        """Where the workspace is."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def log(self) -> str:
        """What the program had to say; nothing while all is well."""
        return self._log.read_text()

    def start(self) -> None:
        """Start the program, and return when it answers."""
        settings = {
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"sqlite:///{self._folder}/concord.db",
            "PORT": self._port,
            "CONCORD_LANGUAGE": self.language,
        }
        with self._log.open("ab") as log:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=self._folder,
                env={**_plain_environment(), **settings},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._program.stdout
        assert self.address in self._program.stdout.readline(), self.log

    def kill(self) -> None:
        """End the program as a power cut does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End the program as its operator does."""
        self._end(signal.SIGTERM)

    def _end(self, number: signal.Signals) -> None:
        self._program.send_signal(number)
        self._program.communicate(timeout=GRACE_SECONDS)


@contextmanager
def running(folder: Path, *, language: str = "en") -> Iterator[Concord]:
    """Run Concord with the practice team; it must have nothing to complain of."""
    concord = Concord(folder, language=language)
    concord.start()
    yield concord
    concord.stop()
    assert concord.log == ""


def _plain_environment() -> dict[str, str]:
    """Return the environment without anybody's settings of Concord, and without measuring it."""
    unwanted = ("CONCORD_", "COVERAGE_")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
