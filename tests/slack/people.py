"""A person in front of Slack: what they type, press, write and see, named as in English.

Everything that Concord says is looked for in the person's own language.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from bot.platforms.slack.ports import Payload
from tests.bot.slack.handling.slack import Window
from tests.browser.reading import read
from tests.fakes.slack import payloads
from tests.fakes.slack.lines import Line
from tests.fakes.slack.posting import private_channel
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import Profile
from tests.slack.screen import HOME, Screen, Where, inputs, unanswered, value_of
from workflows.text import Slot

T = TypeVar("T")

SEVERAL = {"checkboxes", "multi_static_select", "multi_users_select"}


@dataclass
class Slack:
    """Slack as people have it: the fake one, and its line to Concord."""

    fake: FakeSlack
    line: Line


class PersonInSlack:
    """Somebody in a channel of a workspace."""

    def __init__(self, slack: Slack, profile: Profile, channel: str) -> None:
        self._slack = slack
        self._fake = slack.fake
        self._workspace = slack.fake.workspace
        self.id = profile.id
        self.name = profile.name
        self.language = profile.language
        self.channel = channel
        self.screen = Screen(self._workspace, self.id, channel)

    def reads(self, text: str, **slots: Slot) -> str:
        """Return a text of Concord's as this person reads it."""
        return read(self.language, text, **slots)

    async def types(self, line: str) -> None:
        """Send a slash command in the channel, and wait for what comes of it."""
        text = line.removeprefix("/concord").strip()

        def show(body: Mapping[str, Any]) -> None:
            if body:
                whisper = self._fake.heard(self.id, self.channel, body)
                assert self._workspace.say(whisper) == ""

        await self.gives(payloads.command(self._fake, self.id, self.channel, text), show)

    async def presses(self, label: str, **slots: Slot) -> None:
        """Press the newest button of that name, also the one that sends the window in front."""
        name = self.reads(label, **slots)
        await self._sees(lambda: self.screen.sends(name) or self.screen.buttons(name), name)
        if self.screen.sends(name):
            await self.sends()
        else:
            await self.does(*self.screen.buttons(name)[0])

    async def chooses(self, option: str) -> None:
        """Pick an option of a menu."""
        await self._sees(lambda: self.screen.options(option), option)
        await self.does(*self.screen.options(option)[0])

    async def does(self, action: Payload, where: Where) -> None:
        """Press what stands somewhere, maybe not in front any more, and wait for the answer."""
        await self.gives(payloads.press(self._fake, self.id, action, where))

    async def sends(self) -> None:
        """Send the window in front, and let Slack show what comes back in it."""
        window = self.screen.window
        assert unanswered(window) == []

        def show(body: Mapping[str, Any]) -> None:
            self._take(window, body)

        await self.gives(payloads.submission(self._fake, self.id, window), show)

    async def gives(
        self, payload: Payload, show: Callable[[Mapping[str, Any]], None] = lambda _body: None
    ) -> None:
        """Let Slack hand a payload to Concord, and wait until this person has an answer."""
        before = self._workspace.answers[self.id]
        reply = await self._slack.line.carry(payload)
        assert reply.is_ok, "Slack shows that something went wrong"
        show(reply.body or {})
        await self._sees(lambda: self._workspace.answers[self.id] > before, "an answer")

    async def writes(self, question: str, answer: str) -> None:
        """Answer a question of the window in words, with a date, or with a name from a list."""
        block = await self._asked(question)
        element = block["element"]
        self._workspace.typed.append(answer)
        if element["type"] == "plain_text_input":
            assert len(answer) <= element["max_length"]
        is_free = element["type"] in {"plain_text_input", "datepicker", "timepicker"}
        held = answer if is_free else value_of(element, answer)
        self.screen.window.typed[block["block_id"]] = held

    async def picks(self, question: str, *choices: str) -> None:
        """Answer a question of the window by picking, in Concord's words."""
        await self.picks_named(question, *map(self.reads, choices))

    async def picks_named(self, question: str, *choices: str) -> None:
        """Answer a question of the window by picking what people gave a name."""
        block = await self._asked(question)
        values = tuple(self._value_of(block["element"], choice) for choice in choices)
        is_several = block["element"]["type"] in SEVERAL
        self.screen.window.typed[block["block_id"]] = values if is_several else values[0]

    def closes(self) -> None:
        """Close the window in front; what lies under it comes to light."""
        self._workspace.windows[self.id].pop()
        self._workspace.change()

    async def opens_home(self) -> None:
        """Open the home tab, and wait until it is there."""
        self.goes_to(HOME)
        before = self._workspace.homes.pop(self.id, None)
        opened = payloads.event(self._fake, "app_home_opened", user=self.id, tab="home")
        assert (await self._slack.line.carry(opened)).is_ok
        await self._sees(lambda: self.id in self._workspace.homes, f"a home after {before}")

    def goes_to(self, place: str, thread: str = "") -> None:
        """Go to a channel, or into a thread there."""
        self.screen.place, self.screen.thread = place, thread

    def goes_to_own_messages(self) -> None:
        """Go to what Concord has written to this person."""
        self.goes_to(private_channel(self.id))

    async def opens_thread(self) -> None:
        """Read the newest thread of the channel."""

        def threads() -> list[str]:
            messages = self._workspace.messages.values()
            return [one.thread for one in messages if one.thread and one.channel == self.channel]

        await self._sees(threads, "a thread")
        self.goes_to(self.channel, threads()[-1])

    def goes_back(self) -> None:
        """Go back to the channel, from wherever."""
        self.goes_to(self.channel)

    async def uses_shortcut(self, name: str, on: str = "") -> None:
        """Use a shortcut, on what somebody has written into the channel if that is given."""
        fake, user = self._fake, self.id
        payload = payloads.shortcut(fake, user, name)
        if on:
            payload = payloads.message_action(fake, user, name, self.channel, on)
        await self.gives(payload)

    async def sees(self, text: str, **slots: Slot) -> None:
        """Wait for words of Concord's."""
        await self.sees_typed(self.reads(text, **slots))

    async def sees_typed(self, *texts: str) -> None:
        """Wait for words that people wrote."""
        for text in texts:
            await self._sees(partial(self.screen.has, text), text)

    async def finds(self, look: Callable[[], T], wanted: str) -> T:
        """Wait until a look finds something, and return it."""
        return await self._sees(look, wanted)

    def was_told(self, text: str, **slots: Slot) -> bool:
        """Say whether Concord has written these words to this person alone."""
        return self.reads(text, **slots) in self.screen.own

    async def sees_picture(self) -> str:
        """Wait for a picture, and return what it says to those who cannot see."""
        await self._sees(self.screen.pictures, "a picture")
        image = self.screen.pictures()[0]
        file = self._workspace.files[image["slack_file"]["id"]]
        assert file.content.startswith(b"\x89PNG")
        assert file.alt == image["alt_text"]
        return file.alt

    async def sees_pinned(self, text: str) -> None:
        """Wait for words that people wrote in a message that is pinned in the channel."""
        await self._sees(lambda: text in self.screen.pinned(self.channel), text)

    def sees_no_picture(self) -> None:
        """Find no picture yet, neither here nor anywhere."""
        assert self._workspace.files == {}

    def sees_not_in_thread(self, *texts: str) -> None:
        """Find none of these words in the answers in the thread that is open."""
        assert [text for text in texts if text in self.screen.replies] == []

    def sees_nowhere(self, *texts: str) -> None:
        """Find none of these words in anything that this person can look at."""
        seen = self.screen.everything
        assert [text for text in texts if text in seen] == []

    def _value_of(self, element: Payload, choice: str) -> str:
        """Return what stands behind an option; Slack's own list of people has all their names."""
        if element["type"] != "multi_users_select":
            return value_of(element, choice)
        profiles = self._workspace.people.values()
        return next(profile.id for profile in profiles if profile.name == choice)

    async def _asked(self, question: str) -> Payload:
        """Return the block of a question in the window in front."""
        label = self.reads(question)
        await self._sees(lambda: self.screen.questions(label), label)
        return self.screen.questions(label)[0]

    def _take(self, window: Window, body: Mapping[str, Any]) -> None:
        """Let a window do what Concord says."""
        stack, views = self._workspace.windows[self.id], self._fake.views
        match dict(body):
            case {"response_action": "errors", "errors": dict(errors)}:
                assert errors.keys() <= {block["block_id"] for block in inputs(window)}
                window.errors = errors
            case {"response_action": "update", "view": view}:
                assert views.change(self.id, window, view) == ""
            case {"response_action": "push", "view": view}:
                assert isinstance(views.lay(self.id, view), Window)
            case {"response_action": "clear"}:
                stack.clear()
            case {}:
                stack.remove(window)
        self._workspace.answered(self.id)

    async def _sees(self, look: Callable[[], T], wanted: str) -> T:
        def tell() -> str:
            return f"{self.name} does not see {wanted!r} but:\n{self.screen.front}"

        return await self._workspace.until(look, tell)
