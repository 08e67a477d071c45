"""What somebody has before them in Slack: a window, a channel, a thread, a home, whispers.

What is in front is the topmost window if there is one, else the place where the person is.
"""

from collections.abc import Iterator

from bot.platforms.slack.ports import Payload
from tests.bot.slack.drawing.reader import shown
from tests.bot.slack.handling.slack import Whisper, Window, parts_in
from tests.fakes.slack.posting import private_channel
from tests.fakes.slack.state import Message, Workspace

HOME = "home"

Where = Message | Whisper | Window | None
"""Where something stands; None is the home tab."""

Found = tuple[Payload, Where]


class Screen:
    """One person's Slack. `place` is a channel or HOME, `thread` the thread that is open in it."""

    def __init__(self, workspace: Workspace, user: str, channel: str) -> None:
        self._workspace = workspace
        self._user = user
        self.place = channel
        self.thread = ""

    @property
    def front(self) -> str:
        """All words in front."""
        return "\n".join(shown(drawn) for drawn, _ in self.places())

    def has(self, text: str) -> bool:
        """Say whether these words are in front."""
        return text in self.front

    @property
    def replies(self) -> str:
        """All words below the message whose thread is open."""
        _, *replies = self._workspace.posts(self.place, self.thread)
        return "\n".join(shown(reply.blocks) for reply in replies)

    @property
    def own(self) -> str:
        """All words that Concord has written to this person alone."""
        posts = self._workspace.posts(private_channel(self._user), "")
        return "\n".join(shown(post.blocks) for post in posts)

    @property
    def everything(self) -> str:
        """All words that could be read anywhere in Slack, but for what is being typed."""
        room, own = self._workspace, private_channel(self._user)
        mine = {name for name, members in room.channels.items() if self._user in members}
        messages = [m for m in room.messages.values() if m.channel in mine]
        drawn: list[object] = [
            *(window.view for window in room.windows.get(self._user, ())),
            *(message.blocks for message in messages),
            *(whisper.blocks for _, whisper in room.whispers if whisper.user == self._user),
            room.homes.get(self._user, {}),
        ]
        files = [
            f.content.decode(errors="replace") for f in room.files.values() if f.channel == own
        ]
        return "\n".join([*files, *(message.text for message in messages), *map(shown, drawn)])

    @property
    def window(self) -> Window:
        """The window in front."""
        return self._workspace.windows[self._user][-1]

    def places(self) -> Iterator[tuple[object, Where]]:
        """Yield what is in front, the newest first, and where it stands."""
        room = self._workspace
        for window in room.windows.get(self._user, [])[-1:]:
            yield window.view, window
            return
        if self.place == HOME:
            yield room.homes.get(self._user, {}), None
            return
        found: list[tuple[int, Message | Whisper]] = [
            *((post.number, post) for post in room.posts(self.place, self.thread)),
            *(
                (number, whisper)
                for number, whisper in room.whispers
                if (whisper.user, whisper.channel) == (self._user, self.place)
            ),
        ]
        for _, one in sorted(found, key=lambda pair: pair[0], reverse=True):
            yield list(one.blocks) or [{"text": one.text}], one

    def buttons(self, name: str) -> list[Found]:
        """Return the buttons of that name, the newest first."""
        return [
            (button, where)
            for drawn, where in self.places()
            for button in parts_in(drawn, "button")
            if is_called(button["text"]["text"], name)
        ]

    def options(self, name: str) -> list[Found]:
        """Return the options of that name in menus, each as the action of whoever picks it."""
        return [
            ({**menu, "block_id": section["block_id"], "selected_option": option}, where)
            for drawn, where in self.places()
            for section in parts_in(drawn, "section")
            for menu in parts_in(section, "static_select")
            for option in menu["options"]
            if is_called(option["text"]["text"], name)
        ]

    def sends(self, name: str) -> bool:
        """Say whether the button of that name is the one that sends the window in front."""
        windows = self._workspace.windows.get(self._user, [])[-1:]
        return any(is_called(w.view.get("submit", {}).get("text", ""), name) for w in windows)

    def questions(self, label: str) -> list[Payload]:
        """Return the questions of the window in front whose label begins so."""
        windows = self._workspace.windows.get(self._user, [])[-1:]
        asked = [block for window in windows for block in inputs(window)]
        return [block for block in asked if block["label"]["text"].startswith(label)]

    def pictures(self) -> list[Payload]:
        """Return the pictures in front."""
        return [image for drawn, _ in self.places() for image in parts_in(drawn, "image")]

    def pinned(self, channel: str) -> str:
        """All words that are pinned in a channel."""
        pinned = [self._workspace.messages[ref] for ref in self._workspace.pins]
        return "\n".join(shown(m.blocks) for m in pinned if m.channel == channel)


def inputs(window: Window) -> list[Payload]:
    """Return the questions of a window."""
    return [block for block in window.view["blocks"] if block["type"] == "input"]


def unanswered(window: Window) -> list[str]:
    """Return the questions without which Slack does not send a window."""
    return [block["label"]["text"] for block in inputs(window) if not _is_filled(window, block)]


def value_of(element: Payload, label: str) -> str:
    """Return what stands behind the option of that name."""
    groups = [group["options"] for group in element.get("option_groups", ())]
    options = [one for group in (element.get("options", []), *groups) for one in group]
    found = [one["value"] for one in options if is_called(one["text"]["text"], label)]
    assert found, f"{label!r} is not among {[one['text']['text'] for one in options]}"
    value: str = found[0]
    return value


def is_called(label: str, name: str) -> bool:
    """Say whether a label is a name, or as much of it as there is room for."""
    return label == name or (label.endswith("…") and name.startswith(label[:-1]))


def _is_filled(window: Window, block: Payload) -> bool:
    held = window.typed.get(block["block_id"])
    initial = [name for name in block["element"] if name.startswith("initial_")]
    return bool(block["optional"] or held or (held is None and initial))
