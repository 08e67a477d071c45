"""Fetches `emulate` and runs its Slack: written by others, who have read Slack's documents, too."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

PACKAGE: Final = "emulate@0.12.2"

OLDEST_NODE: Final = 20

FETCH_SECONDS: Final = 120

START: Final = """
import { createEmulator } from "emulate";
const seed = { slack: JSON.parse(process.argv[1]) };
const slack = await createEmulator({ service: "slack", port: 0, seed });
console.log(slack.url);
process.stdin.on("end", () => process.exit()).resume();
"""
"""Starts on a free port of this computer, and ends with whoever started it."""

_OFFLINE: Final = re.compile(
    r"code (EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTCACHED|ENOTFOUND"
    r"|ERR_SOCKET_TIMEOUT|ETIMEDOUT)"
)


def fetch(folder: Path) -> None:
    """Install the emulator into a folder, or skip the test: without node, npm or a network."""
    npm = shutil.which("npm")
    if npm is None or _node_version() < OLDEST_NODE:
        pytest.skip(f"{PACKAGE} needs npm and node {OLDEST_NODE} or newer")
    switches = ("--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts")
    patience = ("--prefer-offline", "--fetch-retries=0", "--fetch-timeout=20000")
    command = [npm, "install", "--prefix", str(folder), PACKAGE, *switches, *patience]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=FETCH_SECONDS
        )
    except subprocess.TimeoutExpired:
        pytest.skip(f"{PACKAGE} cannot be fetched: the network is too slow")
    if offline := _OFFLINE.search(done.stderr):
        pytest.skip(f"{PACKAGE} cannot be fetched without a network ({offline[1]})")
    assert done.returncode == 0, done.stderr


@contextmanager
def running(folder: Path, seed: Mapping[str, object]) -> Iterator[str]:
    """Run Slack with what is in `seed`; yield where it is, without a slash at the end."""
    command = [_node(), "--input-type=module", "--eval", START, "--", json.dumps(seed)]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            address = process.stdout.readline().strip()
            assert address.startswith("http://localhost:")
            yield address.replace("localhost", "127.0.0.1")
        finally:
            process.terminate()


def _node() -> str:
    return shutil.which("node") or ""


def _node_version() -> int:
    """Return the first number of node's version; 0 if there is no node."""
    if not (node := _node()):
        return 0
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return int(told.removeprefix("v").partition(".")[0])
