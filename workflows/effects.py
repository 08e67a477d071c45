"""What should happen after an event; the commands carry it out in the same transaction."""

from dataclasses import dataclass

from workflows.identifiers import MemberId


@dataclass(frozen=True, slots=True)
class Prompt:
    """Tell one member in private that the conversation waits for them alone."""

    member: MemberId


@dataclass(frozen=True, slots=True)
class PhaseOpened:
    """A phase began: show what it reveals, and set its clock."""


@dataclass(frozen=True, slots=True)
class FacilitatorWanted:
    """Draw a facilitator from the team's rota."""


@dataclass(frozen=True, slots=True)
class DeadlineMoved:
    """The open phase has a new deadline."""


@dataclass(frozen=True, slots=True)
class Completed:
    """The conversation came to its end: keep the record."""


@dataclass(frozen=True, slots=True)
class CalledOff:
    """The conversation was cancelled."""


Effect = Prompt | PhaseOpened | FacilitatorWanted | DeadlineMoved | Completed | CalledOff
