"""What somebody has before them in Discord: a form, a channel, a thread, own messages.

What is in front is the form if one is open, else the place where the person is, with what only
they can see there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import discord
import simcord
from simcord.builders import ChannelHandle, UserHandle

from tests.bot.discord.drawing.reader import words
from tests.bot.discord.drawing.rules import nested
from tests.discord.server import Server

BUTTON: Final = 2
SELECT: Final = 3
GALLERY: Final = 12
LABEL: Final = 18

Component = Mapping[str, Any]


class Found(NamedTuple):
    """Something that can be pressed or picked, and the message that it stands in."""

    component: Component
    where: discord.Message


@dataclass
class Form:
    """A form that is open, with what stands in it, by the ids of its inputs."""

    opened: simcord.InteractionResult
    drawn: Mapping[str, Any]
    held: dict[str, Any] = field(default_factory=dict[str, Any])


class Screen:
    """One person's Discord; `answered` are the messages that changed last for them."""

    def __init__(self, server: Server, user: UserHandle, member: simcord.MemberActor) -> None:
        self._server = server
        self._user = user
        self._member = member
        self.place: ChannelHandle = server.channel
        self.form: Form | None = None
        self.answered = list[int]()
        self.dismissed = set[int]()

    @property
    def front(self) -> str:
        """All words in front."""
        if self.form:
            return words(self.form.drawn)
        return "\n".join(map(text_of, self.messages()))

    @property
    def own(self) -> str:
        """All words that Concord has written to this person alone."""
        return "\n".join(map(text_of, self._history(self._user.dm_channel)))

    @property
    def everything(self) -> str:
        """All words that could be read anywhere, and every file, but for what is being typed."""
        own = [self._user.dm_channel]
        public = [self._server.channel, *self._server.channel.threads]
        places = [place for place in (*public, *own) if self._can_read(place)]
        messages = [message for place in places for message in self._history(place)]
        return "\n".join([self.front, *map(text_of, messages)])

    @property
    def is_at_own_messages(self) -> bool:
        """Whether the place is what Concord writes to this person alone."""
        return self.place.guild is None

    def messages(self) -> list[discord.Message]:
        """Return what can be seen in the place, what was changed last first, then the newest."""
        seen = [one for one in self._history(self.place) if one.id not in self.dismissed]
        order = {id_: number for number, id_ in enumerate(self.answered)}
        return sorted(seen, key=lambda one: (order.get(one.id, len(order)), -one.id))

    def buttons(self, name: str) -> list[Found]:
        """Return the buttons of that name, as `messages` goes."""
        return [one for one in self._found(BUTTON) if is_called(one.component["label"], name)]

    def options(self, name: str) -> list[tuple[Found, str]]:
        """Return the menus with an option of that name, and what stands behind it."""
        return [
            (found, option["value"])
            for found in self._found(SELECT)
            for option in found.component["options"]
            if is_called(option["label"], name)
        ]

    def questions(self, label: str) -> list[Component]:
        """Return the inputs of the form whose label is that, or as much as has room there."""
        if self.form is None:
            return []
        every = [one for one in self.form.drawn["components"] if one["type"] == LABEL]
        asked = [number for number, one in enumerate(every) if _asks(one["label"], label)]
        return [every[number]["component"] for number in asked]

    def pictures(self) -> list[tuple[str, discord.Attachment]]:
        """Return the pictures in front, each with what it says to those who cannot see."""
        return [
            (item.get("description") or "", file)
            for message in self.messages()
            for gallery in _components(message)
            if gallery["type"] == GALLERY
            for item in gallery["items"]
            for file in message.attachments
            if file.url == item["media"]["url"]
        ]

    def history(self) -> list[discord.Message]:
        """Return everything in the place, the oldest first."""
        return self._history(self.place)

    def _history(self, place: ChannelHandle) -> list[discord.Message]:
        return place.history(viewer=self._member if place.guild else self._user)

    def _can_read(self, place: ChannelHandle) -> bool:
        try:
            self._history(place)
        except simcord.SetupError:
            return False
        return True

    def _found(self, kind: int) -> Iterator[Found]:
        for message in self.messages():
            for component in _components(message):
                if component["type"] == kind:
                    yield Found(component, message)


def text_of(message: discord.Message) -> str:
    """Return all that can be read in a message."""
    return "\n".join([message.content, words([one.to_dict() for one in message.components])])


def is_called(label: str, name: str) -> bool:
    """Say whether a label is a name, or as much of it as there is room for, or says more of it."""
    is_cut = label.endswith("…") and name.startswith(label[:-1])
    return label == name or is_cut or label.startswith(f"{name}: ")


def _asks(label: str, question: str) -> bool:
    return label.startswith(question) or is_called(label, question)


def _components(message: discord.Message) -> Iterator[Component]:
    for component in message.components:
        yield from nested(component.to_dict())
