"""A pytest plugin: the run fails where coverage has one floor for all and we want a higher one.

`make test` loads it. The floor for everything together is `fail_under` in pyproject.toml.
"""

import io

import pytest
from coverage import Coverage
from coverage.exceptions import NoDataError

FLOORS = {"commands": 100, "storage": 100, "workflows": 100}
"""Per cent of lines and branches, for each package."""


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that has passed, when one of these packages is covered too little."""
    is_worker = hasattr(session.config, "workerinput")
    if is_worker or session.exitstatus != pytest.ExitCode.OK:
        return
    below = [package for package, floor in FLOORS.items() if _covered_percent(package) < floor]
    if below:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        session.config.stash[_BELOW] = below


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say which packages are below their floor."""
    for package in config.stash.get(_BELOW, []):
        terminalreporter.write_line(
            f"ERROR: {package}/ is covered less than {FLOORS[package]} %", red=True
        )


_BELOW = pytest.StashKey[list[str]]()


def _covered_percent(package: str) -> float:
    coverage = Coverage()
    coverage.load()
    try:
        return coverage.report(include=f"{package}/*", file=io.StringIO())
    except NoDataError:
        return 100.0
