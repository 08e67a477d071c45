"""Keeps an account of a conversation by itself, to hold against what the engine keeps."""

from collections import Counter
from dataclasses import dataclass, field

from workflows.circles import is_closed
from workflows.conversations import Answer, Conversation, Status
from workflows.course import PRIVATE
from workflows.definitions import Field, Phase, When, Workflow
from workflows.hooks import HOOKS
from workflows.identifiers import FieldId, MemberId, StepId
from workflows.reveals import WRITTEN

Answers = dict[FieldId, Answer]


@dataclass
class Given:
    """What one member has answered: in the last round of each phase, and in earlier ones."""

    now: Answers = field(default_factory=dict[FieldId, Answer])
    before: list[Answers] = field(default_factory=list[Answers])


@dataclass
class Ledger:
    """All that was accepted from people, written down as it was sent."""

    workflow: Workflow
    people: dict[MemberId, Given] = field(default_factory=dict[MemberId, Given])
    sheet: Answers = field(default_factory=dict[FieldId, Answer])
    round: int = 1

    def of(self, member: MemberId) -> Given:
        """Return what a member has answered."""
        return self.people.setdefault(member, Given())

    def accepted(self, member: MemberId, step: StepId, answers: Answers) -> None:
        """Write down a form that was taken."""
        asked = next(s for s in self.workflow.step if s.id == step)
        phase = self.workflow.find_phase(asked.phase)
        kept = self.of(member).now if phase.audience in PRIVATE else self.sheet
        for question in asked.ask:
            kept.pop(question.id, None)
        kept.update(answers)
        self._forget_void(phase, kept)

    def accepted_row(self, table: Field, cells: Answers) -> None:
        """Write down a row of the group's that was taken; one that was sent twice is one row."""
        rows = self.sheet.get(table.id, ())
        kept = rows if isinstance(rows, tuple) else ()
        row = {key: cell for key, cell in cells.items() if not isinstance(cell, tuple)}
        if row and row not in kept:
            self.sheet[table.id] = (*[each for each in kept if isinstance(each, dict)], row)

    def moved(self, conversation: Conversation) -> None:
        """Turn a page if the conversation has entered a phase."""
        if conversation.round == self.round:
            return
        self.round = conversation.round
        phase = self.workflow.find_phase(conversation.phase)
        if phase.audience in PRIVATE:
            for given in self.people.values():
                self._lay_by(phase, given)

    def agrees_with(self, conversation: Conversation) -> None:
        """Assert that nothing was lost and nothing was added."""
        worked_out = {FieldId(name) for name in HOOKS}
        sheet = {key: a for key, a in conversation.sheet.items() if key not in worked_out}
        is_let_go = conversation.status is Status.CANCELLED and is_closed(conversation)
        assert sheet == ({} if is_let_go else self.sheet)
        if conversation.status is Status.OPEN:
            for member, place in conversation.people.items():
                given = self.of(member)
                assert (place.answers, list(place.earlier)) == (given.now, given.before)
        else:
            self._agrees_at_the_end(conversation)

    def signed(self, question: Field) -> list[tuple[MemberId, Answer]]:
        """Return the signed answers to a question, of all rounds."""
        return [
            (member, answers[question.id])
            for member, given in self.people.items()
            for answers in (*given.before, given.now)
            if question.id in answers and is_signed(question, answers)
        ]

    def unsigned(self, question: Field) -> Counter[Answer]:
        """Return the unsigned answers to a question: the last ones, and all that was written."""
        return Counter(
            answers[question.id]
            for given in self.people.values()
            for answers in (*(given.before if question.kind in WRITTEN else ()), given.now)
            if question.id in answers and not is_signed(question, answers)
        )

    def last(self, name: str) -> dict[str, int]:
        """Return how often each option of a question was picked in its last round."""
        answers = (given.now.get(FieldId(name)) for given in self.people.values())
        return dict(Counter(str(answer) for answer in answers if answer is not None))

    def private(self) -> list[Field]:
        """Return the questions that members answer each for themselves."""
        phases = [phase for phase in self.workflow.phase if phase.audience in PRIVATE]
        return [question for phase in phases for question in self.workflow.fields_in(phase.id)]

    def _agrees_at_the_end(self, conversation: Conversation) -> None:
        for question in self.private():
            gathered = Counter(conversation.gathered.get(question.id, ()))
            assert gathered == self.unsigned(question)
        signs = {question.signed_if for question in self.private()}
        for member, place in conversation.people.items():
            for answers in (place.answers, *place.earlier):
                for question in self.private():
                    if question.id in answers and question.id not in signs:
                        assert (member, answers[question.id]) in self.signed(question)

    def _forget_void(self, phase: Phase, answers: Answers) -> None:
        for step in self.workflow.steps_in(phase.id):
            if step.when and not holds(step.when, answers):
                for question in step.ask:
                    answers.pop(question.id, None)

    def _lay_by(self, phase: Phase, given: Given) -> None:
        asked = {question.id for question in self.workflow.fields_in(phase.id)}
        old = {key: answer for key, answer in given.now.items() if key in asked}
        if old:
            given.before.append(old)
            given.now = {key: answer for key, answer in given.now.items() if key not in asked}


def is_signed(question: Field, answers: Answers) -> bool:
    """Say whether an answer stands with its author's name."""
    return question.signed or bool(question.signed_if and answers.get(question.signed_if))


def holds(when: When, answers: Answers) -> bool:
    """Say whether a condition of the packaged workflows holds."""
    answer = answers.get(when.field)
    if when.at_most is not None:
        return isinstance(answer, int) and answer <= when.at_most
    return answer in when.among or (when.equals is not None and answer == when.equals)
