"""Keeps Python from looking again and again through what lives as long as the program.

Python looks for circles of objects that nobody needs after every 700 new ones. A request makes
few circles and many objects, and thousands of modules, tables and texts stay for good: looking
took a tenth of the time of a request.
"""

import gc
from typing import Final

SWEEP_AFTER: Final = 20_000
"""New objects until the young are looked through; a request makes some hundred."""

YOUNG: Final = 20
"""Sweeps of the young until those that stayed are looked through as well."""

OLD: Final = 50
"""Sweeps of those until everything is."""


def sweep_seldom() -> None:
    """Call once, when all that stays is there: it is left out of every later sweep."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SWEEP_AFTER, YOUNG, OLD)
