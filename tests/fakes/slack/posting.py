"""The methods of Slack's Web API for messages: chat.*, pins.* and conversations.*."""

import json
from collections.abc import Mapping

from bot.platforms.slack.ports import Payload
from tests.bot.slack.handling.slack import Whisper
from tests.fakes.slack.state import BOT, BOT_USER, Answer, Form, Message, Method, Workspace

MOST_PINS = 100


class Posting:
    """Messages in channels and threads, for all or for one person."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def methods(self) -> Mapping[str, tuple[Method, tuple[str, ...]]]:
        """The methods, each with the arguments that it cannot do without."""
        return {
            "chat.postMessage": (self._post, ("channel",)),
            "chat.update": (self._update, ("channel", "ts")),
            "chat.delete": (self._delete, ("channel", "ts")),
            "chat.postEphemeral": (self._whisper, ("channel", "user")),
            "conversations.open": (self._open, ("users",)),
            "pins.add": (self._pin, ("channel", "timestamp")),
            "pins.remove": (self._unpin, ("channel", "timestamp")),
        }

    def _post(self, form: Form) -> Answer:
        channel, thread = form["channel"], form.get("thread_ts", "")
        if trouble := self._closed(channel):
            return trouble
        if thread and f"{channel}/{thread}" not in self._workspace.messages:
            return "thread_not_found"
        if trouble := self._judged(form):
            return trouble
        number = next(self._workspace.numbers)
        ts = f"{1767600000 + number}.{number:06}"
        message = Message(channel, ts, form["text"], _blocks(form), thread, number)
        self._workspace.messages[message.ref] = message
        self._workspace.change()
        return {"channel": channel, "ts": ts, "message": as_slack_tells(message)}

    def _update(self, form: Form) -> Answer:
        message = self._workspace.messages.get(f"{form['channel']}/{form['ts']}")
        if message is None:
            return "message_not_found"
        if trouble := self._judged(form):
            return trouble
        message.text, message.blocks = form["text"], _blocks(form)
        message.editions += 1
        self._workspace.change()
        return {"channel": message.channel, "ts": message.ts, "text": message.text}

    def _delete(self, form: Form) -> Answer:
        ref = f"{form['channel']}/{form['ts']}"
        if self._workspace.messages.pop(ref, None) is None:
            return "message_not_found"
        self._workspace.change()
        return {"channel": form["channel"], "ts": form["ts"]}

    def _whisper(self, form: Form) -> Answer:
        channel, user = form["channel"], form["user"]
        if trouble := self._closed(channel):
            return trouble
        if user not in self._workspace.channels[channel]:
            return "user_not_in_channel"
        thread = form.get("thread_ts", "")
        whisper = Whisper(user, channel, form.get("text", ""), _blocks(form), thread)
        trouble = self._workspace.say(whisper)
        return trouble or {"message_ts": f"{next(self._workspace.numbers)}.000000"}

    def _open(self, form: Form) -> Answer:
        user = form["users"]
        if user == BOT_USER:
            return "cannot_dm_bot"
        if user not in self._workspace.people:
            return "user_not_found"
        channel = private_channel(user)
        self._workspace.channels.setdefault(channel, {user, BOT_USER})
        return {"channel": {"id": channel}}

    def _pin(self, form: Form) -> Answer:
        ref = f"{form['channel']}/{form['timestamp']}"
        if ref not in self._workspace.messages:
            return "message_not_found"
        if ref in self._workspace.pins:
            return "already_pinned"
        if len(self._workspace.pins) == MOST_PINS:
            return "too_many_pins"
        self._workspace.pins.append(ref)
        self._workspace.change()
        return {}

    def _unpin(self, form: Form) -> Answer:
        ref = f"{form['channel']}/{form['timestamp']}"
        if ref not in self._workspace.pins:
            return "no_pin"
        self._workspace.pins.remove(ref)
        return {}

    def _closed(self, channel: str) -> str:
        """Return why Concord may not write into a channel, or nothing."""
        members = self._workspace.channels.get(channel)
        if members is None:
            return "channel_not_found"
        return "" if BOT_USER in members else "not_in_channel"

    def _judged(self, form: Form) -> str:
        """Return why Slack does not take a message, or nothing."""
        if not form.get("text", "").strip() and "blocks" not in form:
            return "no_text"
        drawn = {"text": form.get("text", ""), "blocks": _blocks(form)}
        return self._workspace.judged("message", drawn)


def private_channel(user: str) -> str:
    """Return the channel of Concord's own messages to a person."""
    return f"D{user}"


def as_slack_tells(message: Message) -> Payload:
    """Return a message as Slack hands it over with a press of one of its buttons."""
    thread = {"thread_ts": message.thread} if message.thread else {}
    return {
        "type": "message",
        "user": BOT_USER,
        "bot_id": BOT,
        "ts": message.ts,
        "text": message.text,
        "blocks": message.blocks,
        **thread,
    }


def _blocks(form: Form) -> list[Payload]:
    blocks: list[Payload] = json.loads(form.get("blocks", "[]"))
    return blocks
