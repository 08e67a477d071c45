"""The table of a played conversation: its people, its clock, and what each of them sees."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from workflows.conversations import Status
from workflows.course import waited_for
from workflows.definitions import Workflow
from workflows.engine import advance as transition_of
from workflows.engine import start
from workflows.errors import WorkflowError
from workflows.events import (
    Cancelled,
    Chair,
    Deadline,
    Event,
    MoreTime,
    Paused,
    PhaseClosed,
    Resumed,
    RoleTaken,
    Submitted,
    Target,
    WentBack,
)
from workflows.forms import Returned
from workflows.identifiers import ConversationId, MemberId, PartyId, PersonId, StepId, TeamId
from workflows.people import Member, Party
from workflows.phases import extension
from workflows.presenter import current_view, edit_view
from workflows.room import Room
from workflows.transitions import Opening
from workflows.views import Ask, Privacy, Raw, View
from workflows.words import Words

BEGINNING = datetime(2026, 9, 1, 15, 0, tzinfo=UTC)
"""A Tuesday afternoon; a played conversation has its own clock, so that it can be played again."""

_TEAM = TeamId("team")


class Table:
    """A conversation being played; people take turns, and each sees only what is theirs to see."""

    def __init__(
        self, workflow: Workflow, names: Iterable[str], words: Words, facts: Mapping[str, str]
    ) -> None:
        self.workflow = workflow
        self.words = words
        self.now = BEGINNING
        self.room = _room(names, words)
        self.people = tuple(self.room.seats.values())
        self.turn = self.people[0]
        privacy = Privacy(workflow.privacy)
        opening = Opening(
            id=ConversationId("played"),
            team=_TEAM,
            facilitator=self.turn.id,
            members=(self.turn.id,) if privacy is Privacy.PRIVATE else tuple(self.room.seats),
            at=self.now,
            privacy=privacy,
            facts=facts,
        )
        self.conversation = start(workflow, opening, self.room).conversation
        self.view = self.look()

    @property
    def is_open(self) -> bool:
        """Whether the conversation goes on."""
        return self.conversation.status is Status.OPEN

    def awaited(self) -> tuple[Member, ...]:
        """Return the people the open phase waits for."""
        if not self.is_open:
            return ()
        waiting = waited_for(self.workflow, self.conversation, self.room)
        return tuple(self.room.seats[member] for member in waiting)

    def look(self) -> View:
        """Return what the person whose turn it is sees now."""
        return current_view(self.workflow, self.conversation, self.turn.id, self.room)

    def become(self, name: str) -> bool:
        """Give the turn to somebody by the beginning of their name; say whether there is one."""
        wanted = name.casefold()
        found = next((p for p in self.people if p.name.casefold().startswith(wanted)), None)
        self.turn = found or self.turn
        self.view = self.look()
        return found is not None

    def press(self, ask: Ask, raw: Raw) -> None:
        """Do what a button asks for, and look again."""
        if ask.command == "conversation edit":
            target = _target(ask.options)
            self.view = edit_view(self.workflow, self.conversation, self.turn.id, self.room, target)
        elif event := self._event(ask, raw):
            self._advance(event)
        else:
            self.view = self.look()

    def go_on(self) -> None:
        """Let the facilitator end the open phase."""
        at = self.conversation
        self._advance(PhaseClosed(at.phase, at.round, self.now))

    def go_back(self) -> None:
        """Show the person whose turn it is their step before again."""
        self._advance(WentBack(self.turn.id, self.conversation.round, self.now))

    def wait(self, time: timedelta) -> None:
        """Let time pass; a phase whose time is up ends."""
        self.now += time
        at = self.conversation
        if at.deadline and at.deadline <= self.now:
            self._advance(Deadline(at.phase, at.round, self.now))
        self.view = self.look()

    def _advance(self, event: Event) -> None:
        try:
            moved = transition_of(self.workflow, self.conversation, event, self.room)
        except WorkflowError as error:
            self.view = self.look().with_problem(self.words.say(error.sentence))
            return
        self.conversation = moved.conversation
        self.view = self.look().with_problem(moved.problem)
        if moved.problems and isinstance(event, Submitted):
            self.view = edit_view(
                self.workflow,
                self.conversation,
                self.turn.id,
                self.room,
                event.target,
                Returned(event.raw, moved.problems),
            )

    def _event(self, ask: Ask, raw: Raw) -> Event | None:
        """Return the event behind a button; None where the button leads out of the conversation."""
        me, at = self.turn.id, self.conversation
        match ask.command:
            case "conversation send":
                more = bool(ask.options.get("more"))
                return Submitted(me, _target(ask.options), raw, self.now, more=more)
            case "conversation back":
                return WentBack(me, at.round, self.now)
            case "conversation next":
                return PhaseClosed(at.phase, at.round, self.now)
            case "conversation time":
                return MoreTime(at.round, extension(self.workflow, at), self.now)
            case "conversation pause":
                return Paused(at.round, self.now)
            case "conversation resume":
                return Resumed(at.round, self.now)
            case "conversation facilitate":
                return RoleTaken(me, Chair.FACILITATOR, self.now)
            case "conversation scribe":
                return RoleTaken(me, Chair.SCRIBE, self.now)
            case "conversation cancel":
                return Cancelled(self.now)
            case _:
                return None


def _target(options: Mapping[str, str]) -> Target:
    return Target(
        step=StepId(options["step"]),
        round=int(options["round"]),
        row=int(options["row"]) if "row" in options else None,
        seen=options.get("seen", ""),
    )


def _room(names: Iterable[str], words: Words) -> Room:
    """Seat people at the table, for the two parties by turns."""
    parties = (
        Party(PartyId("administration"), words.say("District administration")),
        Party(PartyId("association"), words.say("Educators’ association")),
    )
    seats = {
        MemberId(name.casefold()): Member(
            id=MemberId(name.casefold()),
            team=_TEAM,
            person=PersonId(name.casefold()),
            name=name,
            party=parties[number % 2].id,
        )
        for number, name in enumerate(names)
    }
    return Room(words, seats, parties)
