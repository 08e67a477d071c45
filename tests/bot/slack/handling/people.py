"""People in front of Slack: they type, press, pick, fill in and send, and see what comes back."""

from collections.abc import Callable
from typing import Any

from bot.platforms.slack.handling.handler import SlackHandling
from bot.platforms.slack.ports import Ack, Payload, Site, TeamId
from commands.practice import CHANNEL
from tests.bot.slack.handling.slack import FakeSlack, Whisper, Window, parts_in, words_in

SITE = Site(TeamId("T1"))
THREAD = "1767600000.000100"


class People:
    """Everybody in one Slack workspace."""

    def __init__(self, slack: FakeSlack, handling: SlackHandling, site: Site = SITE) -> None:
        self.slack = slack
        self.handling = handling
        self.site = site

    async def type(self, who: str, line: str, at: str = CHANNEL) -> Ack:
        """Type a slash command."""
        payload = {
            "command": "/concord",
            "text": line,
            "team_id": self.site.team,
            "user_id": who,
            "user_name": who,
            "channel_id": at,
            "trigger_id": self.slack.trigger(who),
            "response_url": self.slack.address(who, at),
        }
        ack = await self.handling.command(self.site, payload)
        if ack.body:
            self.slack.take_body(who, at, ack.body)
        return await _afterwards(ack)

    async def press(self, who: str, label: str) -> Ack:
        """Press a button in front of somebody: in the window, in words for them, or at home."""
        return await self._act(who, _button(label))

    async def pick(self, who: str, label: str) -> Ack:
        """Pick an option of a menu in front of somebody."""
        return await self._act(who, _option(label))

    async def press_in_message(
        self, who: str, action: Payload, *, at: str = CHANNEL, thread: str = ""
    ) -> Ack:
        """Press a button in a message that everybody in a channel sees."""
        message = {"thread_ts": thread} if thread else {}
        payload = {
            **self._by(who),
            "container": {"type": "message", "channel_id": at, "is_ephemeral": False},
            "channel": {"id": at},
            "message": {"text": "A card", **message},
            "actions": [action],
            "response_url": self.slack.address(who, at),
        }
        return await _afterwards(await self.handling.action(self.site, payload))

    async def press_in_window(self, who: str, window: Payload, action: Payload) -> Ack:
        """Press a button in a window as it stood at some time."""
        payload = {
            **self._by(who),
            "container": {"type": "view", "view_id": window["id"]},
            "view": window,
            "actions": [action],
        }
        return await _afterwards(await self.handling.action(self.site, payload))

    async def send(self, who: str, **answers: str | tuple[str, ...]) -> Ack:
        """Fill in the form in front of somebody, by the words on it, and send it."""
        self.fill(who, **answers)
        window = self.slack.window(who)
        ack = await self.send_view(who, self.snapshot(who))
        match ack.body:
            case {"response_action": "errors", "errors": errors}:
                window.errors = errors
            case {"response_action": "update", "view": view}:
                self.slack.change(window, view)
            case _:
                self.slack.windows[who].remove(window)
        return await _afterwards(ack)

    async def send_view(self, who: str, view: Payload) -> Ack:
        """Send a window as it stood at some time; what comes back is not shown."""
        payload = {**self._by(who), "type": "view_submission", "view": view}
        return await self.handling.submission(self.site, payload)

    def fill(self, who: str, **answers: str | tuple[str, ...]) -> None:
        """Type into the form in front of somebody."""
        window = self.slack.window(who)
        given = {key.replace("_", "-"): answer for key, answer in answers.items()}
        for block in parts_in(window.view, "input"):
            if (key := block["element"]["action_id"]) in given:
                window.typed[block["block_id"]] = _typed(block["element"], given.pop(key))
        assert given == {}

    async def use(self, who: str, name: str, **message: str) -> Ack:
        """Use a shortcut, on a message if its words are given."""
        on_message = {
            "channel": {"id": CHANNEL},
            "message": message,
            "response_url": self.slack.address(who, CHANNEL),
        }
        payload = {**self._by(who), "callback_id": name, **(on_message if message else {})}
        return await _afterwards(await self.handling.shortcut(self.site, payload))

    async def hear(self, type_: str, **event: Any) -> Ack:  # noqa: ANN401 - any JSON
        """Let an event reach Concord."""
        payload = {"event_id": "Ev1", "event": {"type": type_, **event}}
        return await _afterwards(await self.handling.event(self.site, payload))

    async def open_home(self, who: str) -> None:
        """Open the home tab of Concord."""
        await self.hear("app_home_opened", user=who, tab="home")

    def reads(self, who: str) -> str:
        """Return the words of the newest message that only somebody sees."""
        return words_in(self._whisper(who).blocks)

    def sees(self, who: str) -> str:
        """Return the words of the window in front of somebody."""
        return words_in(self.slack.window(who).view)

    def home(self, who: str) -> str:
        """Return the words of somebody's home tab."""
        return words_in(self.slack.homes[who])

    def values(self, who: str) -> dict[str, str]:
        """Return what stands in the texts of the window in front of somebody."""
        inputs = [block["element"] for block in parts_in(self.slack.window(who).view, "input")]
        return {e["action_id"]: e["initial_value"] for e in inputs if "initial_value" in e}

    def snapshot(self, who: str) -> Payload:
        """Return the window in front of somebody as Slack sends it."""
        window = self.slack.window(who)
        return {**window.view, "id": window.id, "hash": window.hash, "state": _state(window)}

    def action(self, who: str, label: str) -> Payload:
        """Return a button in front of somebody as Slack sends it."""
        return self._find(who, _button(label))[0]

    async def _act(self, who: str, find: Callable[[object], list[Payload]]) -> Ack:
        action, where = self._find(who, find)
        if isinstance(where, Window):
            return await self.press_in_window(who, self.snapshot(who), action)
        if isinstance(where, Whisper):
            return await self._press_in_whisper(who, where, action)
        view = {**where, "id": "home", "hash": "1"}
        return await self.press_in_window(who, view, action)

    async def _press_in_whisper(self, who: str, whisper: Whisper, action: Payload) -> Ack:
        container = {"type": "message", "channel_id": whisper.channel, "is_ephemeral": True}
        payload = {
            **self._by(who),
            "container": {**container, "thread_ts": whisper.thread},
            "channel": {"id": whisper.channel},
            "actions": [action],
            "response_url": self.slack.address(who, whisper.channel, whisper),
        }
        return await _afterwards(await self.handling.action(self.site, payload))

    def _find(
        self, who: str, find: Callable[[object], list[Payload]]
    ) -> tuple[Payload, Window | Whisper | Payload]:
        windows = self.slack.windows.get(who, [])[-1:]
        whispers = [w for w in reversed(self.slack.whispers) if w.user == who]
        homes = [self.slack.homes[who]] if who in self.slack.homes else []
        places: list[tuple[object, Window | Whisper | Payload]] = [
            *((window.view["blocks"], window) for window in windows),
            *((whisper.blocks, whisper) for whisper in whispers),
            *((home["blocks"], home) for home in homes),
        ]
        return next((found[0], where) for part, where in places if (found := find(part)))

    def _whisper(self, who: str) -> Whisper:
        return next(w for w in reversed(self.slack.whispers) if w.user == who)

    def _by(self, who: str) -> Payload:
        user = {"id": who, "name": who, "team_id": self.site.team}
        return {"user": user, "trigger_id": self.slack.trigger(who)}


async def _afterwards(ack: Ack) -> Ack:
    if ack.after:
        await ack.after()
    return ack


def _button(label: str) -> Callable[[object], list[Payload]]:
    return lambda part: [b for b in parts_in(part, "button") if b["text"]["text"] == label]


def _option(label: str) -> Callable[[object], list[Payload]]:
    def find(part: object) -> list[Payload]:
        return [
            {**menu, "block_id": section["block_id"], "selected_option": option}
            for section in parts_in(part, "section")
            for menu in parts_in(section, "static_select")
            for option in menu["options"]
            if option["text"]["text"] == label
        ]

    return find


def _state(window: Window) -> Payload:
    """Return what stands in the inputs of a window: what was typed, or what it began with."""
    values = {}
    for block in parts_in(window.view, "input"):
        element = block["element"]
        held = window.typed.get(block["block_id"]) or _initial(element)
        values[block["block_id"]] = {element["action_id"]: {"type": element["type"], **held}}
    return {"values": values}


def _initial(element: Payload) -> Payload:
    match element["type"]:
        case "plain_text_input":
            return {"value": element.get("initial_value")}
        case "datepicker":
            return {"selected_date": element.get("initial_date")}
        case "checkboxes" | "multi_static_select":
            return {"selected_options": element.get("initial_options", [])}
        case "multi_users_select":
            return {"selected_users": []}
        case _:
            return {"selected_option": element.get("initial_option")}


def _typed(element: Payload, answer: str | tuple[str, ...]) -> Payload:
    match element["type"]:
        case "plain_text_input":
            return {"value": answer}
        case "datepicker":
            return {"selected_date": answer}
        case "checkboxes" | "multi_static_select":
            return {"selected_options": [o for o in element["options"] if _label(o) in answer]}
        case "multi_users_select":
            return {"selected_users": list(answer)}
        case _:
            return {"selected_option": next(o for o in element["options"] if _label(o) == answer)}


def _label(option: Payload) -> str:
    label: str = option["text"]["text"]
    return label
