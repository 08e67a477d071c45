"""Make the README's picture: norms that a team has agreed, and three of four have signed.

Plays the conversation in a browser, as the tests do:

    python -m scripts.make_readme_picture
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, ViewportSize

from tests.browser import norms
from tests.browser.chromium import chromium
from tests.browser.program import running
from tests.browser.table import set_table
from tests.browser.windows import Windows

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "workspace.png"
SIZE: ViewportSize = {"width": 1440, "height": 900}
SCALE = 8 / 9
"""Makes 1280 x 800 of it, so that a whole record is to be seen."""


def make_picture() -> None:
    """Play until one signature is missing, and take the picture over that person's shoulder."""
    with TemporaryDirectory() as folder, running(Path(folder)) as concord, chromium() as browser:
        table = set_table(Windows(browser, concord.address), "en", "readme")
        norms.write_in_silence(table)
        norms.turn_ideas_into_norms(table)
        norms.all_agree(table)
        *signers, viewer = table.people
        for person in signers:
            person.presses("Sign")
        viewer.sees("{signed} of {here} members have signed.", signed=len(signers), here=4)
        _take(browser, viewer.page.url)


def _take(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=SIZE, device_scale_factor=SCALE)
    page.goto(address)
    page.wait_for_function("document.fonts.ready")
    PICTURE.parent.mkdir(exist_ok=True)
    page.screenshot(path=PICTURE)


if __name__ == "__main__":
    make_picture()
