"""The methods of Slack's Web API for windows and homes: views.*.

A trigger opens one window within three seconds, three windows lie on each other at most, and a
change that names a hash is refused when the window has changed since.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.platforms.slack.ports import Payload
from tests.bot.slack.drawing.fingers import State, filled_in
from tests.bot.slack.handling.slack import Window
from tests.fakes.slack.state import APP, BOT, TEAM, Answer, Form, Method, Workspace

MOST_WINDOWS = 3
TRIGGER_LASTS = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Somebody's press, which may open one window for a while."""

    user: str
    until: datetime


class Viewing:
    """The windows and homes of everybody."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._triggers = dict[str, Trigger]()
        self._used = set[str]()

    @property
    def methods(self) -> Mapping[str, tuple[Method, tuple[str, ...]]]:
        """The methods, each with the arguments that it cannot do without."""
        return {
            "views.open": (self._open, ("trigger_id", "view")),
            "views.push": (self._push, ("trigger_id", "view")),
            "views.update": (self._update, ("view",)),
            "views.publish": (self._publish, ("user_id", "view")),
        }

    def trigger(self, user: str) -> str:
        """Return a new trigger for somebody."""
        number = next(self._workspace.numbers)
        trigger = f"{number}.{number:010}.{number:032x}"
        self._triggers[trigger] = Trigger(user, self._workspace.clock() + TRIGGER_LASTS)
        return trigger

    def change(self, user: str, window: Window, view: Payload) -> str:
        """Put another view into a window, or return why not; what stays in it stays filled in."""
        if trouble := self._workspace.judged("modal", view):
            return trouble
        ids = {(block.get("block_id"), _action(block)) for block in view["blocks"]}
        before = {(block.get("block_id"), _action(block)) for block in window.view["blocks"]}
        kept = {block for block, _ in ids & before}
        window.typed = {block: held for block, held in window.typed.items() if block in kept}
        window.view, window.hash, window.errors = view, self._hash(), {}
        self._workspace.answered(user)
        return ""

    def lay(self, user: str, view: Payload) -> Window | str:
        """Lay a new window over those that somebody has open, or return why not."""
        stack = self._workspace.windows.setdefault(user, [])
        if len(stack) == MOST_WINDOWS:
            return "push_limit_reached"
        if trouble := self._workspace.judged("modal", view):
            return trouble
        stack.append(Window(f"V{next(self._workspace.numbers)}", view, self._hash()))
        self._workspace.answered(user)
        return stack[-1]

    def _open(self, form: Form) -> Answer:
        user = self._redeem(form["trigger_id"])
        if isinstance(user, Mapping):
            return str(user["error"])
        self._workspace.windows[user] = []
        return self._answer(self.lay(user, json.loads(form["view"])))

    def _push(self, form: Form) -> Answer:
        user = self._redeem(form["trigger_id"])
        if isinstance(user, Mapping):
            return str(user["error"])
        if not self._workspace.windows.get(user):
            return "not_found"
        return self._answer(self.lay(user, json.loads(form["view"])))

    def _update(self, form: Form) -> Answer:
        found = self._workspace.window(form.get("view_id", ""))
        if found is None:
            return "not_found"
        user, window = found
        if form.get("hash", window.hash) != window.hash:
            return "hash_conflict"
        trouble = self.change(user, window, json.loads(form["view"]))
        return trouble or self._answer(window)

    def _publish(self, form: Form) -> Answer:
        user, view = form["user_id"], json.loads(form["view"])
        if user not in self._workspace.people:
            return "user_not_found"
        if trouble := self._workspace.judged("home", view):
            return trouble
        self._workspace.homes[user] = view
        self._workspace.change()
        return {"view": {"id": f"VH{user}"}}

    def _redeem(self, id_: str) -> str | Mapping[str, str]:
        """Return whose trigger this is, or an error."""
        trigger = self._triggers.get(id_)
        if trigger is None:
            return {"error": "invalid_trigger_id"}
        if id_ in self._used:
            return {"error": "exchanged_trigger_id"}
        if self._workspace.clock() >= trigger.until:
            return {"error": "expired_trigger_id"}
        self._used.add(id_)
        return trigger.user

    def _answer(self, window: Window | str) -> Answer:
        return window if isinstance(window, str) else {"view": as_slack_tells(window)}

    def _hash(self) -> str:
        return f"{next(self._workspace.numbers)}.hash"


def as_slack_tells(window: Window) -> Payload:
    """Return a window as Slack hands it over, with what stands in it."""
    return {
        **window.view,
        "id": window.id,
        "root_view_id": window.id,
        "hash": window.hash,
        "team_id": TEAM,
        "app_id": APP,
        "bot_id": BOT,
        "external_id": "",
        "state": {"values": state_of(window)},
    }


def state_of(window: Window) -> State:
    """Return what stands in the inputs of a window: what was typed, or what it began with."""
    typed = {
        _action(block): window.typed.get(block.get("block_id")) for block in window.view["blocks"]
    }
    return filled_in(
        window.view, {field: held for field, held in typed.items() if held is not None}
    )


def _action(block: Payload) -> str:
    action: str = block.get("element", {}).get("action_id", "")
    return action
