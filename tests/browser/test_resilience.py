"""Nothing is lost and nothing comes twice, be it after a crash, in two tabs or in a time leap."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.people import PersonAtScreen
from tests.browser.program import Concord, running
from tests.browser.windows import Windows

LOST = "The connection to Concord is lost. Trying again. What you wrote is kept."
FAILED = "That did not reach Concord. Please try again."

A_MOMENT = 500
"""Milliseconds in which a page hears what another page has heard already."""


@pytest.fixture
def concord(tmp_path: Path) -> Iterator[Concord]:
    """A Concord for one test alone, which may do with it what it likes."""
    with running(tmp_path) as concord:
        yield concord


def test_a_team_goes_on_where_it_was_after_the_program_was_killed(
    concord: Concord, windows: Windows
) -> None:
    maria, joan, dev = (windows.person(name) for name in ("maria", "joan", "dev"))
    _start_norms(maria, "Ten minutes, now")
    maria.closes()
    joan.presses("Answer in private")
    joan.writes("Meeting logistics", "We start on time.")
    before = joan.has_messages(2)

    concord.kill()
    for person in (maria, joan, dev):
        expect(person.page.locator("#connection")).to_have_text(person.reads(LOST))
    _writes_into_the_void(dev, "Are you still there?")
    concord.start()
    for person in (maria, joan, dev):
        expect(person.page.locator("#connection")).to_be_empty()
    joan.presses("Save and continue")
    dev.settles(lambda: dev.page.locator("#text").press("Enter"))

    joan.sees("Recordkeeping")
    joan.closes()
    for person in (maria, joan, dev):
        assert person.has_messages(3)[:-1] == before
        person.sees_typed("Are you still there?")
    assert windows.forgive("ERR_", "htmx") > 0


def test_a_person_in_two_tabs_counts_once(windows: Windows) -> None:
    maria = windows.person("maria")
    _start_norms(maria, "Ten minutes, now")
    one = windows.person("joan")
    two = windows.another_tab(one)
    for tab in (one, two):
        tab.page.bring_to_front()
        tab.presses("Answer in private")
        tab.writes("Meeting logistics", "We start on time.")

    for tab in (one, two):
        tab.page.bring_to_front()
        tab.presses("Save and continue")
        tab.sees("Page {page} of {pages}", page=2, pages=6)
        tab.closes()
        tab.types("I am done with the first one.")

    assert one.has_messages(4) == two.has_messages(4)
    _end_writing(maria)
    for tab in (one, two):
        tab.opens_thread()
        expect(tab.feed.get_by_text("We start on time.")).to_have_count(1)


def test_a_person_who_writes_on_while_a_message_is_on_its_way_loses_no_word(
    windows: Windows,
) -> None:
    sam = windows.person("sam")
    box = sam.page.locator("#text")
    held: list[Route] = []
    sam.page.route("**/say", lambda route: _hold(route, held))
    with sam.page.expect_request("**/say"):
        box.fill("The first thing.")
        box.press("Enter")

    box.fill("The second thing.")
    sam.settles(held[0].continue_)

    sam.sees_typed("The first thing.")
    expect(box).to_have_value("The second thing.")


def test_a_person_who_sends_before_the_page_is_ready_keeps_what_they_wrote(
    windows: Windows,
) -> None:
    window = windows.open()
    window.route("**/htmx.min.js", lambda route: route.fulfill(body=""))
    page = window.new_page()
    page.goto("/as/sam/c/leadership-team")
    address = page.url

    page.locator("#text").fill("Good morning.")
    page.locator("#text").press("Enter")
    page.wait_for_timeout(A_MOMENT)

    expect(page.locator("#text")).to_have_value("Good morning.")
    assert page.url == address
    windows.forgive("htmx")


def test_a_person_who_presses_while_the_message_changes_is_heard(windows: Windows) -> None:
    maria, joan, dev = (windows.person(name) for name in ("maria", "joan", "dev"))
    _start_norms(maria, "Ten minutes, now")
    maria.presses("Where we stand")
    joan.button("Answer in private").hover()

    joan.page.mouse.down()
    maria.presses("More time")
    maria.closes()
    maria.types("There is more time now.")
    dev.sees_typed("There is more time now.")
    joan.page.wait_for_timeout(A_MOMENT)
    joan.settles(joan.page.mouse.up)

    joan.writes("Meeting logistics", "We start on time.")


def test_a_clock_that_is_moved_on_reminds_and_then_ends_the_phase(windows: Windows) -> None:
    maria, joan = windows.person("maria"), windows.person("joan")
    _start_norms(maria, "Two days")
    maria.writes("Meeting logistics", "We start on time.")
    maria.presses("Save and continue")
    maria.closes()

    maria.presses("+1 day")
    for _hour in range(12):
        maria.presses("+1 hour")
    joan.goes_to("@concord")
    joan.sees_typed(*joan.reads(" It is open until {deadline}.", deadline="|").split("|"))
    maria.presses("+1 day")

    maria.sees("Turn ideas into norms")
    joan.goes_to("leadership-team")
    joan.sees("Turn ideas into norms")


def test_everybody_starts_over_together(windows: Windows) -> None:
    maria, joan = windows.person("maria"), windows.person("joan")
    maria.has_messages(1)
    maria.types("This will be gone.")
    joan.sees_typed("This will be gone.")
    maria.presses("+1 week")

    maria.presses("Start over")
    maria.is_sure()

    for person in (maria, joan):
        expect(person.feed.get_by_text("This will be gone.")).to_have_count(0)
        person.sees("Agree our norms")
        person.has_messages(1)


def _hold(route: Route, held: list[Route]) -> None:
    held.append(route)


def _start_norms(person: PersonAtScreen, pace: str) -> None:
    person.presses("Agree our norms")
    person.picks("Time to write", pace)
    person.presses("Save")


def _end_writing(maria: PersonAtScreen) -> None:
    maria.presses("Where we stand")
    maria.presses("End this part")
    maria.is_sure()
    maria.sees("Turn ideas into norms")


def _writes_into_the_void(person: PersonAtScreen, text: str) -> None:
    box = person.page.locator("#text")
    box.fill(text)
    box.press("Enter")
    expect(person.page.locator("#notice")).to_have_text(person.reads(FAILED))
    expect(box).to_have_value(text)
