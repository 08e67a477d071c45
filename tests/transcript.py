"""Writes a played conversation down, so that people can read what it is like."""

from bot.plain_text import draw_view
from tests.stage import Stage
from workflows.events import Chair
from workflows.identifiers import PartnershipId, RecordId
from workflows.record_pages import record_blocks, record_title
from workflows.records import Record, RecordEdition
from workflows.views import Privacy, View


class Transcript:
    """A stage whose conversation is written down as it goes: who does what, who sees what."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._lines: list[str] = []

    def text(self) -> str:
        """Return all that was written down."""
        return "\n".join(self._lines) + "\n"

    def part(self, title: str) -> None:
        """Begin a new part of the story."""
        self._note(f"{'=' * 80}\n{title}\n{'=' * 80}")

    def sees(self, name: str) -> None:
        """Write down the screen that somebody sees now."""
        self._screen(f"{self._name(name)} sees", self.stage.sees(name))

    def opens(self, name: str, step: str) -> None:
        """Write down the form that somebody picks."""
        self._screen(f"{self._name(name)} opens", self.stage.reads(name, step))

    def card(self) -> None:
        """Write down the card in the team's channel."""
        self._screen("The channel shows", self.stage.card())

    def thread(self, *fields: str) -> None:
        """Write down what is posted under the card."""
        for field in fields:
            self._screen("The thread shows", self.stage.reveal(field))

    def says(self, name: str, **answers: str | tuple[str, ...]) -> None:
        """Let somebody answer, and write down what they put in."""
        self.stage.says(name, **answers)
        assert self.stage.moved.problems == {}
        self._note(f"{self._name(name)} answers: {' | '.join(map(_said, answers.values()))}")

    def goes_on(self) -> None:
        """Let the facilitator end the part."""
        assert self.stage.goes_on() == ""
        self._note(f"{self._name(self.stage.conversation.facilitator)} ends this part.")

    def takes_the_chair(self, name: str, role: Chair = Chair.FACILITATOR) -> None:
        """Let somebody take a role, as the lot fell or as they volunteered."""
        self.stage.takes_the_chair(name, role)
        does = "facilitates" if role is Chair.FACILITATOR else "takes the notes"
        self._note(f"{self._name(name)} {does} now.")

    def record(self) -> None:
        """Write down the record that the conversation leaves."""
        content = self.stage.record()
        assert content
        edition = RecordEdition(1, content, self.stage.now, self.stage.conversation.id)
        team = self.stage.conversation.team
        title = self.stage.wording.subject()
        record = Record(
            RecordId("r"), PartnershipId("p"), team, title, Privacy.TEAM, editions=(edition,)
        )
        room = self.stage.room
        view = View(record_title(record, room.words), "", record_blocks(record, room, edition))
        self._screen("On record", draw_view(view, room.words))

    def _screen(self, who: str, text: str) -> None:
        shown = "\n".join(f"    | {line}".rstrip() for line in text.strip().splitlines())
        self._note(f"{who}:\n{shown}")

    def _note(self, text: str) -> None:
        self._lines += [text, ""]

    def _name(self, member: str) -> str:
        return next(s.name for s in self.stage.room.seats.values() if s.id == member)


def _said(answer: str | tuple[str, ...]) -> str:
    return answer if isinstance(answer, str) else ", ".join(answer)
