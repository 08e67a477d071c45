"""Draws the questions of a form as inputs of a modal, with what stands in them already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.platforms.discord.drawing.controls import MOST_IN_A_LIST, lists
from bot.platforms.discord.drawing.custom_ids import Role, input_id
from bot.platforms.discord.drawing.measures import is_blank, is_short, one_line, short
from bot.platforms.discord.drawing.picks import (
    FEWEST_RADIO_BUTTONS,
    MOST_IN_SIGHT,
    anybody,
    half_hours,
    in_sight,
    insisting,
    is_discords,
    near_days,
    selects,
)
from bot.platforms.discord.ports import Payload
from bot.platforms.measures import length, pieces, sound
from workflows.definitions import FieldKind
from workflows.text import Bold, Plain, Text
from workflows.views import Form, Input, Option
from workflows.words import Words

LONGEST_LABEL: Final = 45
LONGEST_DESCRIPTION: Final = 100
LONGEST_TEXT: Final = 4000
"""Characters that fit into a text input."""

_LONG: Final = (FieldKind.LONG_TEXT, FieldKind.ROWS)
_WRITTEN: Final = (FieldKind.TEXT, FieldKind.NUMBER, *_LONG)
_TIMED: Final = (FieldKind.DATE, FieldKind.TIME)
_PEOPLE: Final = (FieldKind.PERSON, FieldKind.PEOPLE)
_ENDS: Final = ("?", "!", ".", ":", "…")
_SEVERAL: Final = (FieldKind.CHOICES, FieldKind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form as one reader gets it; `today` is the day it is there, if known."""

    asked: Input
    form: Form
    words: Words
    today: date | None = None

    @property
    def can_be_asked(self) -> bool:
        """Whether there is anything that could be answered."""
        return bool(self.asked.options) or self._is_typed or self._is_anybodys

    @property
    def wishes(self) -> int:
        """How many inputs beside the first it has a use for."""
        if self._is_typed:
            return 1 if self._near() else 0
        return 0 if self._is_anybodys else max(0, len(lists(self.asked.options)) - 1)

    def drawn(self, more: int) -> list[Payload]:
        """Return the question as labels with inputs, `more` of them beside the first."""
        first, *others = self._inputs(more)
        note = self.words.say("Or pick a day") if self.asked.field_kind is FieldKind.DATE else ""
        note = note or (self.words.say("Or pick a time") if self._is_typed else self.asked.label)
        below = self.asked.label if self._is_typed else self.words.say("Or pick here")
        return [
            labelled(self.asked.label, first, self._lines()[0]),
            *(labelled(note, other, below) for other in others),
        ]

    def notes(self, more: int) -> list[Text]:
        """Return what has to be said elsewhere, since it has no room at the inputs."""
        rest = [*self._lines()[1], *self._warnings(more)]
        label = one_line(self.asked.label)
        if rest:
            return [named(label, " ".join(rest))]
        return [] if is_short(label, LONGEST_LABEL) else [(Bold(label),)]

    @property
    def _is_typed(self) -> bool:
        return self.asked.field_kind in (*_WRITTEN, *_TIMED)

    @property
    def _is_anybodys(self) -> bool:
        """Whether Discord's own list of everybody is shown, which knows nobody's id of ours."""
        is_person = self.asked.field_kind in _PEOPLE
        return self.asked.anybody and is_person and all(map(is_discords, self._chosen))

    @property
    def _is_required(self) -> bool:
        """Whether Discord insists on an answer; a row that is left empty ends a table."""
        return self.asked.required and not self.form.also

    @property
    def _role(self) -> Role:
        return Role.SOME if self.asked.field_kind in _SEVERAL else Role.ONE

    @property
    def _chosen(self) -> Sequence[str]:
        """What is picked already, however it was written down."""
        value = self.form.values.get(self.asked.id, "")
        if isinstance(value, tuple):
            return [one for one in value if one]
        return value.split() if self._role is Role.SOME else [value] if value else []

    @property
    def _typed(self) -> str:
        value = self.form.values.get(self.asked.id, "")
        return sound(value if isinstance(value, str) else " ".join(value))

    def _near(self) -> list[Option]:
        """Return the days or times that are often meant."""
        match self.asked.field_kind:
            case FieldKind.DATE:
                return [] if self.today is None else near_days(self.today, self.words)
            case FieldKind.TIME:
                return half_hours()
            case _:
                return []

    def _lines(self) -> tuple[str, list[str]]:
        """Return what stands at the input, and what has no room there; the most urgent first."""
        shown, rest = "", list[str]()
        problem = self.form.problems.get(self.asked.id, "")
        for line in map(one_line, (problem, self._how_to_write(), self.asked.hint)):
            longer = f"{shown} {line}".strip()
            if is_blank(line) or is_short(longer, LONGEST_DESCRIPTION):
                shown = longer
            else:
                rest.append(line)
        return shown or (short(rest[0], LONGEST_DESCRIPTION) if rest else ""), rest

    def _how_to_write(self) -> str:
        match self.asked.field_kind:
            case FieldKind.DATE:
                return self.words.say("Year, month and day, such as 2026-12-31.")
            case FieldKind.TIME:
                return self.words.say("Hours and minutes, such as 14:30.")
            case _:
                return ""

    def _warnings(self, more: int) -> Iterator[str]:
        if not self.can_be_asked:
            yield self.words.say("There is nothing to pick here yet.")
        if self._is_typed and length(self._typed) > LONGEST_TEXT:
            yield self.words.say(
                "Discord has no room for the end of this text. If you save here, it goes."
            )
        if not self._is_typed and more < self.wishes:
            yield self.words.say("There is more to pick from than Discord can show here.")

    def _inputs(self, more: int) -> list[Payload]:
        """Return the inputs. A number is typed as text, for people write it in many ways."""
        if self._is_typed:
            return self._timed() if more else [self._text()]
        asked, role, required = self.asked, self._role, self._is_required
        if self._is_anybodys:
            return [anybody(asked.id, role, self._chosen, self.words, required=required)]
        fewest = 1 if role is Role.SOME else FEWEST_RADIO_BUTTONS
        if fewest <= len(asked.options) <= MOST_IN_SIGHT:
            return [in_sight(asked.id, role, asked.options, self._chosen, required=required)]
        drawn = selects(asked.id, role, self._pickable(more), self._chosen, self.words)
        return [insisting(drawn[0])] if required and not drawn[1:] else drawn

    def _pickable(self, more: int) -> Sequence[Option]:
        """Return as many options as there is room for, with those that are picked in any case."""
        options, most = self.asked.options, MOST_IN_A_LIST * (more + 1)
        if len(options) <= most:
            return options
        return sorted(options, key=lambda one: one.value not in self._chosen)[:most]

    def _timed(self) -> list[Payload]:
        """Return a text input and a list of what is often meant; what was kept is in one only."""
        near, kept = self._near(), self._typed
        is_near = kept in {one.value for one in near}
        text = self._text(kept="" if is_near else kept, required=False)
        (select,) = selects(self.asked.id, Role.NEAR, near, [kept] if is_near else [], self.words)
        return [text, select]

    def _text(self, kept: str | None = None, *, required: bool | None = None) -> Payload:
        """Return a text input; it has room for what stands in it, even if that is too long."""
        value, *_ = *pieces(self._typed if kept is None else kept, LONGEST_TEXT), ""
        return {
            "type": 4,
            "custom_id": input_id(self.asked.id, Role.WRITTEN),
            "style": 2 if self.asked.field_kind in _LONG else 1,
            "required": self._is_required if required is None else required,
            "max_length": min(max(self.asked.longest, length(value), 1), LONGEST_TEXT),
            **({} if is_blank(value) else {"value": value}),
        }


def named(label: str, line: str) -> Text:
    """Return what is said about a question, after its label."""
    sign = "" if label.endswith(_ENDS) else ":"
    return (Bold(f"{label}{sign} "), Plain(line))


def labelled(label: str, component: Payload, below: str = "") -> Payload:
    """Return an input with its label, and a line below that."""
    line = {"description": short(below, LONGEST_DESCRIPTION)} if below else {}
    return {"type": 18, "label": short(label, LONGEST_LABEL), **line, "component": component}
