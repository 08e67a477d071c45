"""What can be asked of the fake Discord about interactions: first answers and what follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from tests.fakes.discord.channels import Answer, Asked, Doing, edit, shown
from tests.fakes.discord.state import Message, Refusal, State

PATIENCE: Final = timedelta(seconds=3)
TOKEN_LASTS: Final = timedelta(minutes=15)

MESSAGE: Final = 4
LATER: Final = 5
LATER_IN_PLACE: Final = 6
IN_PLACE: Final = 7
CHOICES: Final = 8
FORM: Final = 9

EPHEMERAL: Final = 1 << 6
COMPONENTS_V2: Final = 1 << 15


@dataclass
class Heard:
    """An interaction and everything that it was answered."""

    id: str
    token: str
    at: datetime
    pressed: Message | None = None
    is_form: bool = False
    kind: int = 0
    original: Message | None = None
    form: Mapping[str, Any] | None = None
    choices: list[Mapping[str, Any]] = field(default_factory=list[Mapping[str, Any]])
    others: list[Message] = field(default_factory=list[Message])


class Answering:
    """The routes that begin with /interactions and /webhooks; `faults` breaks a rule each."""

    def __init__(self, state: State) -> None:
        self.faults = list[str]()
        self.heard = dict[str, Heard]()
        self._state = state
        self.routes: Mapping[str, Doing] = {
            "POST /interactions/#/*/callback": self._first,
            "GET /webhooks/#/*/messages/@original": self._original,
            "PATCH /webhooks/#/*/messages/@original": self._edit_original,
            "POST /webhooks/#/*": self._follow_up,
        }

    def interact(self, *, pressed: Message | None = None, is_form: bool = False) -> Heard:
        """Let somebody do something, on a message if one is given."""
        id_ = self._state.snowflake()
        heard = Heard(id_, f"canary-token-{id_}", self._state.clock(), pressed, is_form)
        self.heard[heard.token] = heard
        return heard

    def _first(self, asked: Asked) -> Answer:
        id_, token = asked.ids
        heard = self.heard.get(token)
        if heard is None or heard.id != id_:
            raise Refusal(404, 10062, "Unknown interaction")
        if heard.kind:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        if self._state.clock() - heard.at >= PATIENCE:
            raise Refusal(404, 10062, "Unknown interaction")
        self._answer(heard, asked.body["type"], asked.body.get("data") or {}, asked)
        heard.kind = asked.body["type"]
        return 204, None

    def _answer(self, heard: Heard, kind: int, data: Mapping[str, Any], asked: Asked) -> None:
        match kind:
            case 4 | 5:
                if kind == LATER and data.get("flags", 0) & ~EPHEMERAL:
                    raise Refusal(400, 50035, "Invalid Form Body")
                heard.original = Message(self._state.snowflake(), "", data, asked.files)
            case 6 | 7:
                if heard.pressed is None:
                    raise Refusal(400, 50035, "Invalid Form Body")
                heard.original = heard.pressed
                if kind == IN_PLACE:
                    self._check_flags(data)
                    edit(heard.pressed, Asked((), data, asked.files))
            case 8:
                heard.choices = data["choices"]
            case 9 if not heard.is_form:
                heard.form = data
            case _:
                raise Refusal(400, 50035, "Invalid Form Body")

    def _original(self, asked: Asked) -> Answer:
        return 200, shown(self._known(asked))

    def _edit_original(self, asked: Asked) -> Answer:
        message = self._known(asked)
        self._check_flags(asked.body)
        edit(message, asked)
        message.body = {**message.body, "flags": COMPONENTS_V2}
        return 200, shown(message)

    def _follow_up(self, asked: Asked) -> Answer:
        heard = self._living(asked)
        if not heard.kind:
            raise Refusal(404, 10015, "Unknown Webhook")
        message = Message(self._state.snowflake(), "", asked.body, asked.files)
        heard.others.append(message)
        return 200, shown(message)

    def _living(self, asked: Asked) -> Heard:
        heard = self.heard.get(asked.ids[1])
        if heard is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        if self._state.clock() - heard.at >= TOKEN_LASTS:
            raise Refusal(401, 50027, "Invalid Webhook Token")
        return heard

    def _known(self, asked: Asked) -> Message:
        original = self._living(asked).original
        if original is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        return original

    def _check_flags(self, body: Mapping[str, Any]) -> None:
        if body.get("flags", 0) & ~COMPONENTS_V2:
            self.faults.append("an edit that says who sees it")
            raise Refusal(400, 50035, "Invalid Form Body")
