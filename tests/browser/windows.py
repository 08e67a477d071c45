"""Windows of the browser, and everything that goes wrong in them."""

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    WebError,
    expect,
)

from tests.browser.people import PersonAtScreen


class Windows:
    """Windows of one browser on one Concord; `troubles` is what should not have happened."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._open: list[BrowserContext] = []
        self.troubles: list[str] = []

    def open(self) -> BrowserContext:
        """Return a window of its own: Chromium lets tabs behind another one fall asleep."""
        context = self._browser.new_context(
            base_url=self._address, viewport={"width": 1280, "height": 860}, reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE)
        context.on("console", self._on_console)
        context.on("weberror", self._on_fault)
        context.on("dialog", self._on_dialog)
        context.on("request", self._on_request)
        self._open.append(context)
        return context

    def close(self) -> None:
        """Close all windows."""
        for context in self._open:
            context.close()

    def forgive(self, *signs: str) -> int:
        """Forget troubles with a sign that a test meant to cause; return how many there were."""
        meant = [trouble for trouble in self.troubles if any(sign in trouble for sign in signs)]
        self.troubles = [trouble for trouble in self.troubles if trouble not in meant]
        return len(meant)

    def person(self, persona: str, channel: str = "leadership-team") -> PersonAtScreen:
        """Return somebody of the workspace with a page of their own."""
        return _at(self.open().new_page(), f"/as/{persona}/c/{channel}")

    def another_tab(self, person: PersonAtScreen) -> PersonAtScreen:
        """Return the same person with a second page in the same window."""
        return _at(person.page.context.new_page(), person.page.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.troubles.append(f"{message.type}: {message.text}")

    def _on_fault(self, error: WebError) -> None:
        self.troubles.append(f"fault: {error.error}")

    def _on_dialog(self, dialog: Dialog) -> None:
        self.troubles.append(f"box: {dialog.message}")
        dialog.dismiss()

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self._address, "data:")):
            self.troubles.append(f"request: {request.url}")


def _at(page: Page, address: str) -> PersonAtScreen:
    page.goto(address)
    language = page.locator("html").get_attribute("lang")
    name = page.locator(".people [aria-current] bdi").inner_text()
    return PersonAtScreen(page, name, language or "")


PATIENCE = 30_000
"""Milliseconds after which what is waited for is taken not to come."""

expect.set_options(timeout=PATIENCE)
