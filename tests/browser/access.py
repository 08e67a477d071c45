"""Asks axe whether everyone can use what is on a screen, in light and in dark."""

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

ALL_RULES = {"resultTypes": ["violations"]}
RULES_ABOUT_COLOUR = {**ALL_RULES, "runOnly": ["color-contrast", "link-in-text-block"]}


def barriers(page: Page) -> list[str]:
    """Return what stands in somebody's way on a page, as a list of rules and places.

    In the dark only the colours are others.
    """
    return [*_barriers(page, "dark", RULES_ABOUT_COLOUR), *_barriers(page, "light", ALL_RULES)]


def _barriers(page: Page, scheme: Scheme, rules: dict[str, list[str]]) -> list[str]:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("rules => axe.run(document, rules)", rules)
    return [
        f"{scheme}: {violation['id']} at {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
