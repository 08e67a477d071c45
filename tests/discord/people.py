"""A person in front of Discord: what they type, press, write and see, named as in English.

Everything that Concord says is looked for in the person's own language.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

import simcord
from simcord.builders import ChannelHandle

from tests.browser.reading import read
from tests.discord.filling import defaults, put
from tests.discord.screen import Form, Screen, text_of
from tests.discord.server import LOCALES, Server
from workflows.catalogue import words_for
from workflows.text import Slot

WAYS_IN: Final = (
    "Open the form",
    "Continue",
    "Correct my answer",
    "Add a row",
    "Change this row",
)
"""The buttons that open a form."""

T = TypeVar("T")


class PersonInDiscord:
    """Somebody in a channel of a server."""

    def __init__(self, server: Server, name: str, language: str) -> None:
        self._server = server
        self.member = server.newcomer(name)
        self._user = self.member.user
        self.id = str(self._user.id)
        server.languages[self.id] = LOCALES[language]
        self.name = name
        self.chat = self._user.dm_channel.id
        self.language = language
        self.screen = Screen(server, self._user, self.member)

    def reads(self, text: str, **slots: Slot) -> str:
        """Return a text of Concord's as this person reads it."""
        return read(self.language, text, **slots)

    async def types(self, line: str, **options: Any) -> None:  # noqa: ANN401 - as simcord has them
        """Send a slash command in the channel, and see what comes of it."""
        typed = line.removeprefix("/")
        self._show(await self.member.slash(self._place, typed, **options))

    async def presses(self, label: str, **slots: Slot) -> None:
        """Press the newest button of that name; a form has but one, which sends it."""
        if self.screen.form:
            await self.sends()
            return
        name = self.reads(label, **slots)
        found, *_ = await self._sees(lambda: self.screen.buttons(name), name)
        custom_id = found.component["custom_id"]
        self._show(await self._hand.click(found.where, custom_id=custom_id))

    async def chooses(self, option: str) -> None:
        """Pick an option of a menu."""
        (found, value), *_ = await self._sees(lambda: self.screen.options(option), option)
        custom_id = found.component["custom_id"]
        self._show(await self._hand.select(found.where, [value], custom_id=custom_id))

    async def sends(self) -> None:
        """Send the form, which closes it."""
        form = self._form
        await self._server.meanwhile()
        self.screen.form = None
        self._show(await self._hand.submit_modal(form.opened, form.held))

    async def uses_on(self, name: str, target: Any) -> None:  # noqa: ANN401 - a message or a member
        """Pick a command from the menu of a message or of a person."""
        self._show(await self.member.context_menu(self._server.channel, name, target))

    async def is_offered(self, command: str, option: str, typed: str) -> list[str]:
        """Type into an option of a command; return what is offered for it."""
        offered = await self.member.autocomplete(self._place, command, option, typed)
        return [each["name"] for each in offered]

    async def writes(self, question: str, answer: str) -> None:
        """Answer a question of the form in words, with a date, or with a name from a list."""
        self._server.typed.append(answer)
        await self._answers(question, answer)

    async def picks(self, question: str, *choices: str) -> None:
        """Answer a question of the form by picking, in Concord's words."""
        await self.picks_named(question, *map(self.reads, choices))

    async def picks_named(self, question: str, *choices: str) -> None:
        """Answer a question of the form by picking what people gave a name."""
        await self._answers(question, *choices)

    def closes(self) -> None:
        """Close the form if one is open, and dismiss what only this person can see."""
        self.screen.form = None
        own = [one.id for one in self.screen.history() if one.flags.ephemeral]
        self.screen.dismissed.update(own)

    def goes_to_own_messages(self) -> None:
        """Go to what Concord has written to this person."""
        self._goes_to(self._user.dm_channel)

    async def opens_thread(self) -> None:
        """Read the newest thread of the channel."""
        threads = await self._sees(lambda: self._server.channel.threads, "a thread")
        self._goes_to(threads[-1])

    def goes_back(self) -> None:
        """Go back to the channel, from wherever."""
        self._goes_to(self._server.channel)

    async def sees(self, text: str, **slots: Slot) -> None:
        """Wait for words of Concord's."""
        await self.sees_typed(self.reads(text, **slots))

    async def sees_typed(self, *texts: str) -> None:
        """Wait for words that people wrote."""
        for text in texts:
            await self._sees(partial(self._has, text), text)

    async def finds(self, look: Callable[[], T], wanted: str) -> T:
        """Wait until a look finds something, and return it."""
        return await self._sees(look, wanted)

    def was_told(self, text: str, **slots: Slot) -> bool:
        """Say whether Concord has written these words to this person alone."""
        return self.reads(text, **slots) in self.screen.own

    async def sees_picture(self) -> str:
        """Wait for a picture, and return what it says to those who cannot see."""
        (alt, file), *_ = await self._sees(self.screen.pictures, "a picture")
        assert (await file.read()).startswith(b"\x89PNG")
        assert file.description == alt
        return alt

    async def sees_pinned(self, text: str) -> None:
        """Wait for words that people wrote in a message that is pinned in the channel."""

        def pinned() -> bool:
            return any(text in text_of(one) for one in self._server.channel.pinned_messages())

        await self._sees(pinned, text)

    def sees_no_picture(self) -> None:
        """Find no picture in the place."""
        assert self.screen.pictures() == []

    def sees_nowhere(self, *texts: str) -> None:
        """Find none of these words in anything that this person can look at."""
        seen = self.screen.everything
        assert [text for text in texts if text in seen] == []

    def sees_not_in_thread(self, *texts: str) -> None:
        """Find none of these words in the thread that is open."""
        assert [text for text in texts if self._has(text)] == []

    @property
    def _place(self) -> ChannelHandle:
        return self.screen.place

    @property
    def _hand(self) -> Any:  # noqa: ANN401 - simcord has two kinds, which are alike where we need it
        return self._user if self.screen.is_at_own_messages else self.member

    @property
    def _form(self) -> Form:
        assert self.screen.form
        return self.screen.form

    def _goes_to(self, place: ChannelHandle) -> None:
        self.screen.form = None
        self.screen.place = place

    def _has(self, text: str) -> bool:
        return text in self.screen.front

    def _show(self, result: simcord.InteractionResult) -> None:
        """Take in what came of something; every answer is for this person alone."""
        assert result.acknowledged, "Discord shows that the interaction failed"
        if drawn := result.modal:
            self.screen.form = Form(result, drawn, defaults(drawn, self._server.members))
            return
        told = [one for one in (result.response, *result.followups) if one]
        assert all(one.ephemeral for one in told)
        self.screen.answered = [one.id for one in told]

    async def _answers(self, question: str, *answers: str) -> None:
        label = self.reads(question)
        if not self.screen.questions(label):
            await self._opens_form(label)
        asked = self.screen.questions(label)
        assert asked, f"{self.name} is not asked {label!r} but:\n{self.screen.front}"
        put(self._form.held, asked, answers, self._server.members)

    async def _opens_form(self, wanted: str) -> None:
        """Press what opens the form, if it is not open yet."""
        assert self.screen.form is None, f"no {wanted!r} but:\n{self.screen.front}"
        names = [words_for(self.language).say(way) for way in WAYS_IN]

        def ways() -> list[str]:
            return [name for name in names if self.screen.buttons(name)]

        await self._sees(ways, wanted)
        await self._server.meanwhile()
        newest = min(ways(), key=self._rank)
        found = self.screen.buttons(newest)[0]
        custom_id = found.component["custom_id"]
        self._show(await self._hand.click(found.where, custom_id=custom_id))

    def _rank(self, name: str) -> int:
        where = self.screen.buttons(name)[0].where.id
        return [one.id for one in self.screen.messages()].index(where)

    async def _sees(self, look: Callable[[], T], wanted: str) -> T:
        def tell() -> str:
            return f"{self.name} does not see {wanted!r} but:\n{self.screen.front}"

        return await self._server.until(look, tell)
