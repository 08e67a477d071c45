"""Takes pictures of what somebody sees in simcord's Discord, by way of its own page."""

import asyncio
import base64
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import discord
import simcord
from playwright.async_api import Browser, Page, async_playwright
from simcord.builders import ChannelHandle, UserHandle

from scripts.discord_screens.around import AROUND
from scripts.discord_screens.shrink import shrink
from tests.browser.chromium import QUIET

ROOT: Final = Path(__file__).resolve().parents[2]
PICTURES: Final = ROOT / "docs" / "pictures"
MARK: Final = ROOT / "bot" / "platforms" / "web" / "static" / "mark.svg"
ZONE: Final = "America/New_York"
SCALE: Final = 1.4
WIDTH: Final = 680
NARROW: Final = 400
HEIGHT: Final = 1600

LOCALES: Final = {"en": "en-US", "es": "es-ES"}
"""Discord's own codes of the languages."""

Viewer = simcord.MemberActor | UserHandle
"""A member of the server, or somebody at their direct messages."""

Target = discord.Message | simcord.InteractionResult
"""A message, or what came of something done: words for one person, or a form."""

READY: Final = "() => window.simcordPreview && window.simcordPreview.ready"
STYLE: Final = """
    [data-workbench] { display: none !important; }
    #focused-content { box-sizing: border-box; padding: 14px 0; background: #323339; }
    .message-avatar, .modal-identity { background: url("MARK") center / cover !important; }
    :is(.message-avatar, .modal-identity) * { visibility: hidden; }
"""
"""Takes what is simcord's own away, and gives Concord its mark."""

TRANSLATE: Final = """
    (words) => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode())
            for (const [from, to] of Object.entries(words))
                texts.currentNode.data = texts.currentNode.data.replace(from, to);
    }
"""


@dataclass(frozen=True, slots=True)
class Shot:
    """What a picture shows: who sees what and where, and what they write into a form."""

    name: str
    language: str
    channel: ChannelHandle
    viewer: Viewer
    target: Target
    typed: Sequence[str] = ()
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Camera:
    """A browser in front of simcord's Discord."""

    browser: Browser

    async def take(self, env: simcord.Env, shot: Shot) -> None:
        """Keep a picture of what somebody sees there now."""
        viewers, locale = [shot.viewer], LOCALES[shot.language]
        shown = env.preview(shot.channel, viewers=viewers, locale=locale, timezone=ZONE)
        async with shown as preview:
            await preview.show(shot.target)
            page = await self.browser.new_page(
                viewport={"width": NARROW if shot.narrow else WIDTH, "height": HEIGHT},
                device_scale_factor=SCALE,
                bypass_csp=True,  # it allows no styles but simcord's
            )
            await page.goto(preview.url)
            await page.add_style_tag(content=STYLE.replace("MARK", _address(MARK)))
            await page.wait_for_function(READY)
            _keep(shot.name, await _taken(page, shot))
            await page.close()


@asynccontextmanager
async def camera() -> AsyncIterator[Camera]:
    """Run a Chromium."""
    asked = await asyncio.create_subprocess_exec(
        ROOT / "scripts" / "chromium", stdout=asyncio.subprocess.PIPE
    )
    path, _ = await asked.communicate()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=path.decode().strip(), args=list(QUIET)
        )
        yield Camera(browser)
        await browser.close()


async def _taken(page: Page, shot: Shot) -> bytes:
    """Return a picture of a message or of a form, with Discord's words in the reader's language."""
    await page.evaluate(TRANSLATE, AROUND[shot.language])
    is_form = isinstance(shot.target, simcord.InteractionResult) and shot.target.modal
    if not is_form:
        return await page.locator("#focused-content").screenshot()
    form = page.get_by_role("dialog")
    for number, answer in enumerate(shot.typed):
        question = form.get_by_role("textbox").nth(number)
        await question.fill(answer)
        await question.blur()
    return await form.screenshot()


def _keep(name: str, png: bytes) -> None:
    file = PICTURES / f"discord-{name}.png"
    file.write_bytes(shrink(png))
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")


def _address(file: Path) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(file.read_bytes()).decode()}"
