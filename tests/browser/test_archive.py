"""Everyone can read an archive: by ear, in the dark, on a phone, and without a network."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from tests.archived import write_archive
from tests.browser.access import barriers


@pytest.fixture(scope="module")
def folder(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with hostile words in every place, unpacked; made before the browser starts."""
    folder = tmp_path_factory.mktemp("archive")
    with ZipFile(write_archive(sqlite_template, folder, 48)) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


@pytest.fixture
def troubles() -> list[str]:
    """What should not happen on any page: a word in the console, a dialog, a call to anywhere."""
    return []


@pytest.fixture
def page(folder: Path, browser: Browser, troubles: list[str]) -> Iterator[Page]:
    """The index of the archive, opened from the disk."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    context.on("console", lambda message: troubles.append(message.text))
    context.on("dialog", lambda dialog: troubles.append(dialog.message))
    context.on("request", lambda request: troubles.append(request.url))
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    yield page
    context.close()


def test_nothing_stands_in_the_way_of_a_reader_of_the_index(page: Page) -> None:
    assert barriers(page) == []
    assert page.locator("h1").count() == 1
    assert page.locator("td > a").count() == 48
    assert page.locator("small a").count() == 13


@pytest.mark.parametrize(
    "path",
    [
        "r0000-group-norms",
        "r0001-norm-check-*",
        "r0002-decision-*",
        "r0003-invitation-*",
        "r0004-potential-partners",
        "r0005-our-relationships",
    ],
)
def test_nothing_stands_in_the_way_of_a_reader_of_a_record(
    page: Page, folder: Path, path: str
) -> None:
    (file,) = folder.glob(f"records/{path}.html")

    page.goto(file.as_uri())

    assert barriers(page) == []
    assert page.locator("h1").count() == 1


def test_a_reader_goes_from_the_list_to_a_record_and_back(page: Page) -> None:
    page.get_by_role("link", name="Group norms").first.click()
    page.get_by_role("heading", name="Meeting logistics").or_(page.locator("dt").first).wait_for()

    page.get_by_role("link", name="Back to the list").click()

    assert page.locator("h1").inner_text() == "Riverside"


def test_an_archive_asks_for_nothing_but_its_own_files(
    page: Page, folder: Path, troubles: list[str]
) -> None:
    for file in sorted(folder.glob("records/*.html")):
        page.goto(file.as_uri())

    assert [each for each in troubles if not each.startswith(folder.as_uri())] == []
    assert len(troubles) == 1 + 48


def test_a_reader_with_a_phone_never_scrolls_sideways(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 800})

    widths = {}
    for file in [folder / "index.html", *sorted(folder.glob("records/*.html"))]:
        page.goto(file.as_uri())
        widths[file.name] = page.evaluate("document.documentElement.scrollWidth")

    assert {name: width for name, width in widths.items() if width > 320} == {}
