"""A person at a screen: what they press, write and see, named as in English and read as shown."""

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from playwright.sync_api import ElementHandle, Locator, Page, Response, expect

from tests.browser.reading import read
from workflows.catalogue import LANGUAGE_NAMES
from workflows.text import Slot

OK = 200

SCROLL = "place => place.scrollIntoView({ block: 'nearest' })"
"""Shows a place, also if a newer version of its message takes it away this very moment."""


class PersonAtScreen:
    """Somebody with a page of the workspace, in their own language.

    Everything that Concord says is named in English and looked for in the person's language.
    What is open in front of them is the dialog if there is one, else the conversation.
    """

    def __init__(self, page: Page, name: str, language: str) -> None:
        self.page = page
        self.name = name
        self.language = language

    @cached_property
    def dialog(self) -> Locator:
        """The open dialog."""
        return self.page.locator("#dialog[open]")

    @cached_property
    def feed(self) -> Locator:
        """The messages of the channel or thread."""
        return self.page.locator("#feed")

    @property
    def front(self) -> Locator:
        """What is in front now."""
        return self.dialog if self.dialog.is_visible() else self.page.locator(".workspace")

    def reads(self, text: str, **slots: Slot) -> str:
        """Return a text of Concord's as this person reads it."""
        return read(self.language, text, **slots)

    def settles(self, act: Callable[[], None]) -> None:
        """Do something, and wait until its answer is on the screen."""
        before = self._inside()
        with self.page.expect_response(_is_answer) as answer:
            act()
        if "hx-retarget" in answer.value.headers:
            expect(self.page.locator("#composer-problem")).not_to_be_empty()
        elif answer.value.status == OK:
            if before:
                before.wait_for_element_state("hidden")
            expect(self.dialog.locator("h2").first).to_be_visible()

    def types(self, line: str) -> None:
        """Write something into the message box and send it as it is."""
        box = self.page.locator("#text")
        box.fill(line)
        box.press("Escape")
        self.settles(lambda: box.press("Enter"))

    def picks_command(self, beginning: str, usage: str) -> None:
        """Find a command in the list behind the slash and send it, all by keyboard."""
        box = self.page.locator("#text")
        box.fill("")
        self.page.keyboard.type(beginning)
        option = self.page.get_by_role("option", name=usage)
        expect(option).to_be_visible()
        while option.get_attribute("aria-selected") != "true":
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        expect(box).to_have_value(f"{usage} ")
        self.settles(lambda: self.page.keyboard.press("Enter"))

    def presses(self, label: str, **slots: Slot) -> None:
        """Press the newest button of that name; wait for its answer, or for what it asks first."""
        button = self.button(label, **slots)
        if button.get_attribute("data-confirm"):
            button.click()
        else:
            self.settles(button.click)

    def is_sure(self) -> None:
        """Say yes to the question that was asked."""
        self.settles(self.page.locator("#confirm button[value=yes]").click)

    def button(self, label: str, **slots: Slot) -> Locator:
        """Return the newest button of that name."""
        name = self.reads(label, **slots)
        return self.front.get_by_role("button", name=name, exact=True).last

    def writes(self, question: str, answer: str) -> None:
        """Answer a question of the form in words, with a date, or with a name from a list."""
        field = self.dialog.get_by_label(re.compile(f"^{re.escape(self.reads(question))}"))
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)

    def picks(self, question: str, *choices: str) -> None:
        """Answer a question of the form by picking, in Concord's words."""
        for choice in choices:
            self.picks_named(question, self.reads(choice))

    def picks_named(self, question: str, *choices: str) -> None:
        """Answer a question of the form by picking what people gave a name."""
        legend = self.page.get_by_text(self.reads(question))
        group = self.dialog.locator("fieldset").filter(has=legend)
        for choice in choices:
            group.get_by_label(choice, exact=True).check()

    def closes(self) -> None:
        """Close the dialog, in which nothing was written."""
        self.dialog.locator(".head [data-close]").click()
        expect(self.dialog).to_be_hidden()

    def sees(self, text: str, **slots: Slot) -> None:
        """Wait for words of Concord's."""
        self.sees_typed(self.reads(text, **slots))

    def sees_typed(self, *texts: str) -> None:
        """Wait for words that people wrote."""
        for text in texts:
            place = self.front.get_by_text(text).last
            expect(place).to_be_visible()
            place.evaluate(SCROLL)

    def gets_file(self, *, begins: bytes) -> None:
        """Download the newest file, once the dialog that asked for it is gone."""
        expect(self.dialog).to_be_hidden()
        link = self.feed.get_by_role("link", name=self.reads("Download")).last
        link.evaluate(SCROLL)
        with self.page.expect_download() as download:
            link.click()
        file = download.value
        assert Path(file.path()).read_bytes().startswith(begins)
        assert file.suggested_filename == link.get_attribute("download")

    def sees_picture(self, title: str) -> str:
        """Wait for a picture with this title, and return what it says to those who cannot see."""
        picture = self.feed.get_by_role("img", name=title).last
        picture.evaluate(SCROLL)
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("picture => picture.naturalWidth") > 0
        return picture.get_attribute("alt") or ""

    def sees_nowhere(self, *texts: str) -> None:
        """Find none of these words anywhere on the page, hidden ones included."""
        content = self.page.content()
        assert [text for text in texts if text in content] == []

    def becomes(self, newcomer: str) -> str:
        """Let somebody new in, who speaks the same language, go on as them, and return their id."""
        self.presses("Add a person")
        self.writes("Name", newcomer)
        self.picks_named("Language", LANGUAGE_NAMES[self.language])
        self.button("Add this person").click()
        self._is(newcomer)
        return self.page.url.split("/")[4]

    def picks_persona(self, name: str) -> None:
        """Go on as somebody else of the workspace, who speaks the same language."""
        self.page.locator("#side").get_by_role("link", name=name).click()
        self._is(name)

    def opens_channel(self, name: str) -> None:
        """Add a channel, and arrive in it."""
        self.presses("Add a channel")
        self.writes("Name", name)
        self.button("Add this channel").click()
        self._arrives("h1 bdi", name)

    def goes_to(self, channel: str) -> None:
        """Go to a channel."""
        self.page.goto(re.sub("/c/.*", f"/c/{channel}", self.page.url))

    def has_messages(self, count: int) -> list[str]:
        """Wait for that many messages on the page, and return their ids in order."""
        messages = self.feed.locator(".message")
        expect(messages).to_have_count(count)
        return [message.get_attribute("id") or "" for message in messages.all()]

    def opens_thread(self) -> None:
        """Read the newest thread."""
        self._enters_thread(self.feed.locator(".replies a:not(.first)"))

    def opens_thread_of(self, text: str) -> None:
        """Read the thread of a message that somebody wrote, or begin it."""
        self._enters_thread(self.feed.locator(".message", has_text=text).locator(".replies a"))

    def goes_back(self) -> None:
        """Go back from a thread to its channel."""
        self.page.locator(".top .back").click()
        expect(self.page.locator(".hash")).to_be_visible()
        self.page.wait_for_load_state()

    def _enters_thread(self, links: Locator) -> None:
        links.last.click()
        self._arrives("h1", self.reads("Thread"))

    def _is(self, name: str) -> None:
        self._arrives(".people [aria-current] bdi", name)
        self.name = name

    def _arrives(self, sign: str, text: str) -> None:
        """Wait for the sign of a new page, and until that page also does what one asks of it."""
        expect(self.page.locator(sign)).to_have_text(text)
        self.page.wait_for_load_state()

    def _inside(self) -> ElementHandle | None:
        return self.page.query_selector("#dialog[open] h2")


def _is_answer(response: Response) -> bool:
    """Tell answers to what somebody did from the page's own pictures and streams."""
    asked = response.request
    return asked.resource_type == "fetch" and not asked.url.partition("?")[0].endswith("/stream")
