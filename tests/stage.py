"""Plays a workflow on a stage, so that tests read like the conversation they check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.plain_text import draw_view
from tests.factories import FOUR, TEAM, room
from workflows.cards import card_view, reveal_view
from workflows.circles import admits
from workflows.conversations import Answer, Conversation, Status
from workflows.definitions import Workflow
from workflows.endings import Ending
from workflows.engine import advance, start
from workflows.events import (
    Cancelled,
    Chair,
    Deadline,
    Event,
    MemberJoined,
    MemberLeft,
    MoreTime,
    Paused,
    PhaseClosed,
    Resumed,
    RoleTaken,
    Sorted,
    Submitted,
    Target,
    WentBack,
)
from workflows.forms import Returned
from workflows.identifiers import ConversationId, FieldId, MemberId, PartyId, StepId
from workflows.keeping import keep
from workflows.people import Member
from workflows.phases import extension
from workflows.presenter import current_view, edit_view, look_view
from workflows.records import RecordContent
from workflows.room import Room
from workflows.sorting import sortable
from workflows.transitions import Opening, Transition
from workflows.views import Form, Privacy, Raw, View
from workflows.wording import Wording

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
"""When a played conversation begins, a Tuesday."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A form as somebody has it before them, on any of their devices, for as long as it lies."""

    member: MemberId
    form: Form

    @property
    def target(self) -> Target:
        """Where the form is sent."""
        options = self.form.send.ask.options
        return Target(
            StepId(options["step"]),
            int(options["round"]),
            int(options["row"]) if "row" in options else None,
            options.get("seen", ""),
        )


@dataclass(frozen=True, slots=True)
class Circle:
    """Whom something is open to."""

    privacy: Privacy
    owner: MemberId | None
    party: PartyId | None


class Stage:
    """A conversation with its people; it is written out and read back after every event."""

    def __init__(
        self,
        workflow: Workflow,
        *,
        table: Room | None = None,
        sheet: Mapping[str, Answer] | None = None,
        facts: Mapping[str, str] | None = None,
        privacy: Privacy | None = None,
    ) -> None:
        self.workflow = workflow
        self.room = table or room(FOUR)
        self.now = NOON
        privacy = privacy or Privacy(workflow.privacy)
        opening = Opening(
            id=ConversationId("c"),
            team=TEAM,
            facilitator=next(iter(self.room.seats)),
            members=tuple(_taking_part(self.room, privacy)),
            at=self.now,
            privacy=privacy,
            party=_first(self.room).party if privacy is Privacy.CAUCUS else None,
            sheet={FieldId(key): answer for key, answer in (sheet or {}).items()},
            facts=facts or {},
        )
        self.moved = start(workflow, opening, self.room)
        self.conversation = _reread(self.moved.conversation)

    def says(self, name: str, **answers: str | tuple[str, ...]) -> str:
        """Let somebody fill in the form that asks for these answers; return what they see then."""
        return self.sends(self._asking(name, answers), **answers)

    def adds(self, name: str, **answers: str | tuple[str, ...]) -> str:
        """Let somebody fill in a row and ask for another; return what they see then."""
        return self.sends_for_more(self._asking(name, answers), **answers)

    def opens(self, name: str, step: str = "", row: int | None = None) -> Paper:
        """Return the form of a step, or of what waits for somebody, as it lies before them."""
        view = self._picked(name, step, row) if step else self.view(name)
        assert view.form, f"{name} has nothing to fill in"
        return Paper(MemberId(name), view.form)

    def reads(self, name: str, step: str, row: int | None = None) -> str:
        """Return the form of a step that somebody picks, as text."""
        return draw_view(self._picked(name, step, row), self.room.words)

    def sends(self, paper: Paper, **answers: str | tuple[str, ...]) -> str:
        """Send a form, which may have lain for a while; return what its author sees then."""
        return self._sent(paper, _raw(answers), more=False)

    def sends_for_more(self, paper: Paper, **answers: str | tuple[str, ...]) -> str:
        """Send a row of a table and ask for another; return what its author sees then."""
        return self._sent(paper, _raw(answers), more=True)

    def _sent(self, paper: Paper, raw: Raw, *, more: bool) -> str:
        member, target = paper.member, paper.target
        self.happens(Submitted(member, target, raw, self.now, more=more))
        if not self.moved.problems:
            return self.sees(member)
        returned = Returned(raw, self.moved.problems)
        view = edit_view(self.workflow, self.conversation, member, self.room, target, returned)
        return draw_view(view, self.room.words)

    def view(self, name: str) -> View:
        """Return the screen that somebody sees now."""
        return current_view(self.workflow, self.conversation, MemberId(name), self.room)

    def sees(self, name: str) -> str:
        """Return the screen that somebody sees now, as text."""
        return draw_view(self.view(name), self.room.words)

    def looks(self, name: str) -> str:
        """Return what somebody sees when they ask where the group stands."""
        view = look_view(self.workflow, self.conversation, MemberId(name), self.room)
        return draw_view(view, self.room.words)

    def card(self) -> str:
        """Return the card in the team's home."""
        return draw_view(card_view(self.wording), self.room.words)

    def reveal(self, *fields: str) -> str:
        """Return what is posted under the card of these fields."""
        view = reveal_view(self.wording, tuple(map(FieldId, fields)))
        return draw_view(view, self.room.words)

    def back(self, name: str) -> str:
        """Let somebody go back a step; return what they see then."""
        self.happens(WentBack(MemberId(name), self.conversation.round, self.now))
        return self.sees(name)

    def goes_on(self) -> str:
        """Let the facilitator end the open phase; return why that cannot be, if so."""
        at = self.conversation
        return self.happens(PhaseClosed(at.phase, at.round, self.now)).problem

    def waits(self, **time: int) -> None:
        """Let time pass; a phase whose time is up hears of it."""
        self.now += timedelta(**time)
        at = self.conversation
        if at.deadline and at.deadline <= self.now:
            self.happens(Deadline(at.phase, at.round, self.now))

    def gets_time(self) -> None:
        """Let the facilitator give the open phase more time."""
        extra = extension(self.workflow, self.conversation)
        self.happens(MoreTime(self.conversation.round, extra, self.now))

    def stops_the_clock(self) -> None:
        """Let the facilitator stop the clock."""
        self.happens(Paused(self.conversation.round, self.now))

    def lets_the_clock_run(self) -> None:
        """Let the facilitator start the clock again."""
        self.happens(Resumed(self.conversation.round, self.now))

    def sorts(self, name: str, *texts: str, alike: bool = True) -> None:
        """Let somebody say that entries mean the same, or that they do not."""
        entries = sortable(self.workflow, self.conversation)
        keys = tuple(entry.key for text in texts for entry in entries if entry.text == text)
        self.happens(Sorted(MemberId(name), self.conversation.round, keys, alike, self.now))

    def joins(self, name: str) -> None:
        """Let somebody take part from now on."""
        self.happens(MemberJoined(MemberId(name), self.now))

    def leaves(self, name: str) -> None:
        """Let somebody take part no longer."""
        self.happens(MemberLeft(MemberId(name), self.now))

    def takes_notes(self, name: str) -> None:
        """Let somebody take the notes."""
        self.takes_the_chair(name, Chair.SCRIBE)

    def takes_the_chair(self, name: str, role: Chair = Chair.FACILITATOR) -> None:
        """Give somebody a role."""
        self.happens(RoleTaken(MemberId(name), role, self.now))

    def calls_off(self) -> None:
        """Let the facilitator cancel the conversation."""
        self.happens(Cancelled(self.now))

    def happens(self, event: Event) -> Transition:
        """Let anything happen; what is kept of it goes through JSON."""
        self.moved = advance(self.workflow, self.conversation, event, self.room)
        self.conversation = _reread(self.moved.conversation)
        return self.moved

    def record(self, before: RecordContent | None = None) -> RecordContent | None:
        """Return what the record of the ended conversation holds."""
        assert self.conversation.status is Status.COMPLETED
        return keep(Ending(self.workflow, self.conversation, self.now.date(), before))

    @property
    def wording(self) -> Wording:
        """The words of the conversation."""
        return Wording(self.workflow, self.conversation, self.room)

    @property
    def phase(self) -> str:
        """The open phase; empty when the conversation has ended."""
        return self.conversation.phase if self.conversation.status is Status.OPEN else ""

    def asks(self, name: str) -> tuple[str, ...]:
        """Return the ids of what somebody is asked now."""
        form = self.view(name).form
        return tuple(asked.id for asked in form.inputs) if form else ()

    def _picked(self, name: str, step: str, row: int | None) -> View:
        target = Target(StepId(step), self.conversation.round, row)
        return edit_view(self.workflow, self.conversation, MemberId(name), self.room, target)

    def _asking(self, name: str, answers: Raw) -> Paper:
        return self.opens(name, self._step_asking(next(iter(answers)).replace("_", "-")))

    def _step_asking(self, field: str) -> str:
        """Return the step that asks for a field, or whose table has it as a column."""
        return next(
            step.id
            for step in self.workflow.step
            for asked in step.ask
            if field in (asked.id, *(column.id for column in asked.columns))
        )


def _taking_part(table: Room, privacy: Privacy) -> Iterator[MemberId]:
    """Yield who takes part: all, those there for the first one's party, or the first one alone."""
    first = _first(table)
    circle = Circle(privacy, owner=first.id, party=first.party)
    yield from (seat.id for seat in table.seats.values() if admits(circle, seat))


def _first(table: Room) -> Member:
    return next(iter(table.seats.values()))


def _raw(answers: Raw) -> Raw:
    return {key.replace("_", "-"): answer for key, answer in answers.items()}


def _reread(conversation: Conversation) -> Conversation:
    """Write a conversation out and read it back, as it is between any two events."""
    kept = Conversation.model_validate_json(conversation.model_dump_json())
    assert kept == conversation
    return kept
