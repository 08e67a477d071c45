"""Asks axe whether everyone can use what is on a screen, in light and in dark."""

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

Scheme = Literal["light", "dark"]

RULES = {"resultTypes": ["violations"]}
"""Only violations come back with the elements they are about."""


def barriers(page: Page) -> list[str]:
    """Return what stands in somebody's way on a page, as a list of rules and places."""
    schemes: tuple[Scheme, ...] = ("dark", "light")
    return [barrier for scheme in schemes for barrier in _barriers(page, scheme)]


def _barriers(page: Page, scheme: Scheme) -> list[str]:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{scheme}: {violation['id']} at {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
