"""Everyone can use the workspace: with a keyboard alone, by ear, in the dark, and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.access import barriers
from tests.browser.people import PersonAtScreen
from tests.browser.windows import Windows

PHONE: ViewportSize = {"width": 390, "height": 800}

Way = Callable[[PersonAtScreen], None]


def _stays(_person: PersonAtScreen) -> None:
    """Look at the channel as it is."""


def _opens_a_form(person: PersonAtScreen) -> None:
    person.presses("Add a person")


def _sends_an_empty_form(person: PersonAtScreen) -> None:
    person.types("/concord decide start")
    person.presses("Save and continue")
    expect(person.dialog.get_by_role("alert").first).to_be_visible()


def _looks_for_a_command(person: PersonAtScreen) -> None:
    person.page.locator("#text").fill("/")
    expect(person.page.get_by_role("listbox")).to_be_visible()


def _answers_in_a_thread(person: PersonAtScreen) -> None:
    person.types("Who brings the coffee on Tuesday?")
    person.opens_thread_of("coffee")
    person.types("I do.")
    person.sees_typed("I do.")


def _reads_private_messages(person: PersonAtScreen) -> None:
    person.goes_to("@concord")
    person.types("/concord help")
    person.feed.locator(".card").wait_for()


def _is_asked_whether_sure(person: PersonAtScreen) -> None:
    person.presses("Start over")
    expect(person.page.get_by_role("alertdialog")).to_be_visible()


def _looks_at_the_side_of_a_phone(person: PersonAtScreen) -> None:
    person.page.set_viewport_size(PHONE)
    person.page.locator(".top .drawer").click()
    expect(person.page.locator("#side")).to_be_visible()


WAYS = [
    _stays,
    _opens_a_form,
    _sends_an_empty_form,
    _looks_for_a_command,
    _answers_in_a_thread,
    _reads_private_messages,
    _is_asked_whether_sure,
    _looks_at_the_side_of_a_phone,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.strip("_"))
def test_nothing_stands_in_the_way_of_a_person_who(windows: Windows, way: Way) -> None:
    person = windows.person("maria")

    way(person)

    assert barriers(person.page) == []


def test_what_stands_in_the_way_of_a_person_is_found(windows: Windows) -> None:
    page = windows.person("maria").page

    page.get_by_label("Send").evaluate("button => button.removeAttribute('aria-label')")

    assert [barrier.partition(" at ")[0] for barrier in barriers(page)] == ["light: button-name"]


def test_nothing_stands_in_the_way_of_a_person_at_a_wrong_address(windows: Windows) -> None:
    person = windows.person("maria")
    person.page.goto("/as/nobody/c/leadership-team")

    person.page.get_by_role("link", name="Go to the first channel").focus()

    assert barriers(person.page) == []
    assert windows.forgive("404") == 1


def test_a_person_without_a_mouse_answers_a_whole_form(windows: Windows) -> None:
    dev = windows.person("dev")
    keys = dev.page.keyboard

    keys.press("Tab")
    keys.press("Enter")
    keys.type("/dec")
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    keys.press("Enter")
    dev.settles(lambda: keys.press("Enter"))
    for answer in ("Who speaks at the board meeting", "It is in two weeks."):
        keys.type(answer)
        keys.press("Tab")
    for _party in range(2):
        keys.press("Space")
        keys.press("Tab")
    keys.type("Joan")
    keys.press("Tab")
    keys.type("12312030")
    dev.settles(lambda: keys.press("Enter"))
    keys.press("Space")
    dev.settles(lambda: keys.press("Enter"))

    dev.sees("Your two marks")
    dev.sees_typed("Who speaks at the board meeting")


def test_a_person_is_led_to_what_needs_another_look(windows: Windows) -> None:
    joan = windows.person("joan")
    joan.types("/concord decide start")
    joan.presses("Save and continue")
    expect(joan.dialog.locator(".summary")).to_be_focused()

    joan.page.keyboard.press("Tab")
    joan.page.keyboard.press("Enter")

    expect(joan.dialog.get_by_label("What is to be decided?")).to_be_focused()


@pytest.mark.parametrize("leave", ["by key", "by mouse"])
def test_a_person_who_leaves_a_form_is_back_where_they_were(windows: Windows, leave: str) -> None:
    maria = windows.person("maria")
    opener = maria.button("Add a person")
    opener.focus()
    maria.settles(lambda: maria.page.keyboard.press("Enter"))

    if leave == "by key":
        maria.page.keyboard.press("Escape")
    else:
        maria.closes()

    expect(maria.dialog).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize("leave", ["by key", "by mouse"])
def test_a_person_who_leaves_a_command_can_write_on(windows: Windows, leave: str) -> None:
    sam = windows.person("sam")
    sam.types("/concord decide start")

    if leave == "by key":
        sam.page.keyboard.press("Escape")
    else:
        sam.closes()
    expect(sam.dialog).to_be_hidden()
    sam.page.keyboard.type("Not now.")

    expect(sam.page.locator("#text")).to_have_value("Not now.")


def test_a_person_is_asked_before_what_they_wrote_is_lost(windows: Windows) -> None:
    grace = windows.person("grace")
    grace.presses("Add a channel")
    grace.writes("Name", "music")

    grace.page.keyboard.press("Escape")
    grace.page.get_by_role("alertdialog").get_by_role("button", name="Go back").press("Enter")

    expect(grace.dialog.get_by_label("Name")).to_have_value("music")


def test_a_person_goes_on_typing_when_no_command_is_meant(windows: Windows) -> None:
    amara = windows.person("amara")
    amara.page.locator("#text").focus()
    amara.page.keyboard.type("/no")
    expect(amara.page.get_by_role("listbox")).to_be_visible()

    amara.page.keyboard.press("Escape")

    expect(amara.page.get_by_role("listbox")).to_be_hidden()
    expect(amara.page.locator("#text")).to_have_value("/no")


def test_a_person_who_types_a_whole_command_gets_that_one(windows: Windows) -> None:
    joan = windows.person("joan")
    box = joan.page.locator("#text")

    box.press_sequentially("/concord team show")
    box.press("Enter")

    joan.sees("{team} has {count} members.", team="Leadership team", count=8)
