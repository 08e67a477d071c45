"""Make the pictures of docs/slack-screens.md: ten screens of Slack, from the payloads it gets.

Plays the conversations, and draws them with an npm package:

    npm install --prefix scripts/slack_screens
    python -m scripts.slack_screens
"""

import asyncio
import base64
import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from playwright.sync_api import Browser

from scripts.slack_screens.around import AROUND
from scripts.slack_screens.scenes import ten_screens
from scripts.slack_screens.screens import Screen
from tests.browser.chromium import chromium

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PICTURES = ROOT / "docs" / "pictures" / "slack"
STATIC = ROOT / "bot" / "platforms" / "web" / "static"
RENDERER = HERE / "node_modules" / "slack-blocks-to-jsx"
SCALE = 1.4

Drawn = list[list[str]]
"""The HTML of each block of each part of a screen."""


def make_pictures() -> None:
    """Play the conversations, draw what Slack was given, and take a picture of each screen."""
    screens = asyncio.run(ten_screens())
    drawn = _drawn(screens)
    PICTURES.mkdir(exist_ok=True)
    with chromium() as browser:
        for screen, parts in zip(screens, drawn, strict=True):
            _take(browser, screen, _page(screen, parts))


def _drawn(screens: Sequence[Screen]) -> list[Drawn]:
    asked = [{"language": s.language, "parts": s.parts, "files": s.files} for s in screens]
    drawn: list[Drawn] = json.loads(_node("render.mjs", json.dumps(asked).encode()))
    return drawn


def _node(script: str, given: bytes) -> bytes:
    """Return what a script of ours writes when it reads something."""
    node = shutil.which("node")
    if node is None or not RENDERER.exists():
        raise SystemExit("First: npm install --prefix scripts/slack_screens (it needs Node 20)")
    run = [node, str(HERE / script)]
    return subprocess.run(run, input=given, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603 - our own


def _page(screen: Screen, drawn: Drawn) -> str:
    templates = Environment(loader=FileSystemLoader(HERE), autoescape=True)
    return templates.get_template("frame.html").render(
        screen=screen,
        parts=[
            [(block, Markup(html)) for block, html in zip(*pair, strict=True)]  # noqa: S704 - React escaped it
            for pair in zip(screen.parts, drawn, strict=True)
        ],
        said=AROUND[screen.language],
        mark=Markup((STATIC / "mark.svg").read_text()),  # noqa: S704 - a file of ours
        renderer_css=Markup((RENDERER / "dist" / "style.css").read_text()),  # noqa: S704 - of the npm package
        css=Markup(_css()),  # noqa: S704 - a file of ours
    )


def _css() -> str:
    font = (STATIC / "fonts" / "inter-latin-wght-normal.woff2").read_bytes()
    address = f"data:font/woff2;base64,{base64.b64encode(font).decode()}"
    return (HERE / "frame.css").read_text().replace("FONT", address)


def _take(browser: Browser, screen: Screen, html: str) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 600}, device_scale_factor=SCALE)
    page.set_content(html)
    page.wait_for_function("document.fonts.ready")
    file = PICTURES / f"{screen.name}.png"
    file.write_bytes(_node("shrink.mjs", page.locator("main").screenshot()))
    page.close()
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    make_pictures()
