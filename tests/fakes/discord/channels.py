"""What can be asked of the fake Discord about channels: messages, threads, posts, pins, chats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.discord.state import (
    BOT,
    CHAT,
    FORUM,
    NONCE_LASTS,
    TEXT,
    THREAD,
    Channel,
    File,
    Message,
    Refusal,
    State,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, without what HTTP adds to it: the ids of its path, its body and its files."""

    ids: tuple[str, ...]
    body: Mapping[str, Any]
    files: tuple[File, ...] = ()


Answer = tuple[int, Any]
Doing = Callable[[Asked], Answer]


class Channels:
    """The routes that begin with /channels, and those that lead to one."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.routes: Mapping[str, Doing] = {
            "GET /users/@me": lambda _asked: (200, {"id": BOT, "username": "Concord", "bot": True}),
            "POST /users/@me/channels": self._open_chat,
            "GET /guilds/#": self._server,
            "GET /guilds/#/threads/active": self._active,
            "GET /channels/#": self._channel,
            "PATCH /channels/#": self._change_channel,
            "GET /channels/#/messages/#": self._message,
            "POST /channels/#/messages": self._post,
            "PATCH /channels/#/messages/#": self._edit,
            "DELETE /channels/#/messages/#": self._delete,
            "PUT /channels/#/messages/pins/#": self._pin,
            "DELETE /channels/#/messages/pins/#": self._unpin,
            "POST /channels/#/messages/#/threads": self._thread,
            "POST /channels/#/threads": self._begin_post,
        }

    def _open_chat(self, asked: Asked) -> Answer:
        reader = asked.body["recipient_id"]
        if reader not in self._state.people:
            raise Refusal(400, 50033, "Invalid Recipient(s)")
        if reader not in self._state.chats:
            chat = self._state.make_channel("", reader, CHAT)
            self._state.chats[reader] = chat.id
        return 200, self._state.channels[self._state.chats[reader]].shown()

    def _server(self, asked: Asked) -> Answer:
        (id_,) = asked.ids
        if id_ not in self._state.servers:
            raise Refusal(404, 10004, "Unknown Guild")
        return 200, {"id": id_, "name": self._state.servers[id_]}

    def _active(self, asked: Asked) -> Answer:
        threads = [
            channel.shown()
            for channel in self._state.channels.values()
            if channel.server == asked.ids[0] and channel.kind == THREAD and not channel.is_archived
        ]
        return 200, {"threads": threads, "members": []}

    def _channel(self, asked: Asked) -> Answer:
        return 200, self._state.open_channel(asked.ids[0]).shown()

    def _change_channel(self, asked: Asked) -> Answer:
        channel = self._state.open_channel(asked.ids[0])
        if channel.is_locked and "manage" in self._state.denied(channel):
            raise Refusal(403, 50013, "Missing Permissions")
        channel.is_archived = asked.body.get("archived", channel.is_archived)
        return 200, channel.shown()

    def _message(self, asked: Asked) -> Answer:
        return 200, shown(self._state.message(*asked.ids))

    def _post(self, asked: Asked) -> Answer:
        state, (id_,) = self._state, asked.ids
        channel = state.open_channel(id_)
        self._check_may_send(channel, asked)
        if again := self._same_nonce(asked.body):
            return 200, again
        self._check_reference(asked.body.get("message_reference"))
        channel.is_archived = False
        message = Message(state.snowflake(), id_, _kept(asked.body), asked.files)
        state.messages[id_, message.id] = message
        if nonce := asked.body.get("nonce"):
            state.nonces[nonce] = (state.clock(), id_, message.id)
        return 200, shown(message)

    def _same_nonce(self, body: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Return the message that was posted with the same nonce a moment ago, if that counts."""
        nonce, state = body.get("nonce", ""), self._state
        if len(nonce) > 25:
            raise Refusal(400, 50035, "Invalid Form Body")
        if not body.get("enforce_nonce") or nonce not in state.nonces:
            return None
        since, channel, id_ = state.nonces[nonce]
        if state.clock() - since >= NONCE_LASTS:
            return None
        return shown(state.message(channel, id_))

    def _check_may_send(self, channel: Channel, asked: Asked) -> None:
        denied = self._state.denied(channel)
        if channel.kind == FORUM:
            raise Refusal(400, 50008, "Cannot send messages in a non-text channel")
        if channel.kind == CHAT and channel.name in self._state.closed:
            raise Refusal(403, 50007, "Cannot send messages to this user")
        if channel.is_archived and channel.is_locked:
            raise Refusal(400, 50083, "Thread is archived")
        if "send" in denied or (asked.files and "files" in denied):
            raise Refusal(403, 50013, "Missing Permissions")

    def _check_reference(self, reference: Mapping[str, Any] | None) -> None:
        """Refuse a reply to a message that is gone, unless it is said not to matter."""
        if reference is None or not reference.get("fail_if_not_exists", True):
            return
        if (reference["channel_id"], reference["message_id"]) not in self._state.messages:
            raise Refusal(400, 50035, "Unknown message")

    def _edit(self, asked: Asked) -> Answer:
        message = self._state.message(*asked.ids)
        if self._state.channels[message.channel].is_archived:
            raise Refusal(400, 50083, "Thread is archived")
        if message.is_foreign:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        edit(message, asked)
        return 200, shown(message)

    def _delete(self, asked: Asked) -> Answer:
        message = self._state.message(*asked.ids)
        del self._state.messages[message.channel, message.id]
        return 204, None

    def _pin(self, asked: Asked) -> Answer:
        return self._set_pin(asked, is_pinned=True)

    def _unpin(self, asked: Asked) -> Answer:
        return self._set_pin(asked, is_pinned=False)

    def _set_pin(self, asked: Asked, *, is_pinned: bool) -> Answer:
        message = self._state.message(*asked.ids)
        if "pins" in self._state.denied(self._state.channels[message.channel]):
            raise Refusal(403, 50013, "Missing Permissions")
        message.is_pinned = is_pinned
        return 204, None

    def _thread(self, asked: Asked) -> Answer:
        state, (channel, id_) = self._state, asked.ids
        message = state.message(channel, id_)
        parent = state.channels[channel]
        if parent.kind != TEXT:
            raise Refusal(400, 50024, "Cannot execute action on this channel type")
        if "threads" in state.denied(parent):
            raise Refusal(403, 50013, "Missing Permissions")
        if message.id in state.channels:
            raise Refusal(400, 160004, "A thread has already been created for this message")
        if sum(one.kind == THREAD for one in state.channels.values()) >= state.most_threads:
            raise Refusal(400, 160006, "Maximum number of active threads reached")
        return 201, self._opened(message.id, parent, asked).shown()

    def _begin_post(self, asked: Asked) -> Answer:
        state = self._state
        forum = state.open_channel(asked.ids[0])
        if forum.kind != FORUM:
            raise Refusal(400, 50024, "Cannot execute action on this channel type")
        if "send" in forum.denied or (asked.files and "files" in forum.denied):
            raise Refusal(403, 50013, "Missing Permissions")
        if forum.flags & 1 << 4 and not asked.body.get("applied_tags"):
            raise Refusal(400, 40067, "A tag is required to create a forum post in this channel")
        id_ = state.snowflake()
        thread = self._opened(id_, forum, asked)
        thread.applied = list(asked.body.get("applied_tags", ()))
        message = Message(id_, id_, _kept(asked.body["message"]), asked.files)
        state.messages[id_, id_] = message
        return 201, {**thread.shown(), "message": shown(message)}

    def _opened(self, id_: str, parent: Channel, asked: Asked) -> Channel:
        thread = Channel(id_, THREAD, parent.server, asked.body["name"], parent.id, owner=BOT)
        self._state.channels[id_] = thread
        return thread


def edit(message: Message, asked: Asked) -> None:
    """Change a message; a file that is not named any more is gone."""
    message.body = {**message.body, **_kept(asked.body)}
    if "attachments" in asked.body:
        message.files = asked.files
    message.editions += 1


def shown(message: Message) -> dict[str, Any]:
    """Return a message as Discord tells of it."""
    told = {name: message.body[name] for name in ("components", "flags") if name in message.body}
    return {"id": message.id, "channel_id": message.channel, "author": {"id": BOT}, **told}


def _kept(body: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in body.items() if name != "enforce_nonce"}
