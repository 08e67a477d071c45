"""Exports a partnership and prints the seconds and the megabytes it took: a program of its own.

python -m benchmarks.exporting DATABASE PARTNERSHIP FILE
"""

import asyncio
import re
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from benchmarks.table import open_here
from bot.archives.exporting import export_partnership
from workflows.identifiers import PartnershipId

_STATUS = Path("/proc/self/status")


def main(url: str, partnership: str, file: str) -> None:
    """Print both figures."""
    begun = perf_counter()
    asyncio.run(_export(url, PartnershipId(partnership), Path(file)))
    print(f"{perf_counter() - begun:.2f} {_most_megabytes():.1f}")


async def _export(url: str, partnership: PartnershipId, file: Path) -> None:
    database = open_here(url)
    await export_partnership(database, partnership, file, lambda _done, _total: None)
    await database.close()


def _most_megabytes() -> float:
    """Return the most memory this process had in use.

    On Linux, what getrusage tells may be that of the process which started this one.
    """
    if _STATUS.exists():
        return int(re.findall(r"VmHWM:\s+(\d+)", _STATUS.read_text())[0]) / 1024
    return getrusage(RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    main(*sys.argv[1:])
